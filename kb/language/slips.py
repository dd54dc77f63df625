"""Slips of quick fingers in short everyday words: two letters that changed places, «hwo», «гед», or a vowel left out, «снл».

Their keys are too short to be compared, or are those of another language's word («palce» of «пальцы»), so such a slip is known as it is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

_VOWELS = frozenset("aeiouyаеёиоуыэюяәіөұү")
# A vowel is left out of words from so many letters on; of shorter ones another word is left, «was» → «ws».
_SHORTEST = 4
# A transposition in a shorter word could be anything.
_SHORTEST_SWAPPED = 3


def slips_of(word: str) -> Iterator[str]:
    """What becomes of a word by one slip."""
    if len(word) >= _SHORTEST_SWAPPED:
        yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1) if word[i] != word[i + 1])
    if len(word) >= _SHORTEST:
        # Not the last one: «стран» and «актрис» are forms of the word.
        yield from (word[:i] + word[i + 1 :] for i in range(1, len(word) - 1) if word[i] in _VOWELS)


def slips(common: Iterable[str], others: Collection[str]) -> dict[str, str]:
    """Slip → the word that is meant, of those words that are commonly typed; nothing that is a word itself: one of them, or of `others`.

    What two words can become stands for the first of them.
    """
    meant: dict[str, str] = {}
    listed = list(dict.fromkeys(common))
    real = {*listed, *others}
    for word in listed:
        for slip in slips_of(word):
            if slip not in real:
                meant.setdefault(slip, word)
    return meant
