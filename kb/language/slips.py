"""Slips of quick fingers in everyday words: two letters that changed places, «hwo», «гед», a vowel left out, «снл», a key beside the right one, «сколбко».

Their keys are too short to be compared, or are those of another language's word («palce» of «пальцы»), so such a slip is known as it is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

_VOWELS = frozenset("aeiouyаеёиоуыэюяәіөұү")
# A vowel is left out of words from so many letters on; of shorter ones another word is left, «was» → «ws».
_SHORTEST = 4
# A transposition in a shorter word could be anything.
_SHORTEST_SWAPPED = 3
# In a shorter word the key beside the right one makes another word.
_SHORTEST_BESIDE = 5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "әіңғүұқөһ")


def _keys_beside() -> dict[str, str]:
    """Letter → those on both sides of its key."""
    return {letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row)}


_BESIDE = _keys_beside()


def slips_of(word: str) -> Iterator[str]:
    """What becomes of a word by one slip."""
    if len(word) >= _SHORTEST_SWAPPED:
        yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1) if word[i] != word[i + 1])
    if len(word) >= _SHORTEST:
        # Not the last one: «стран» and «актрис» are forms of the word.
        yield from (word[:i] + word[i + 1 :] for i in range(1, len(word) - 1) if word[i] in _VOWELS)


def keys_beside(word: str) -> Iterator[str]:
    """What becomes of a longer word by a key beside one of its letters, but the first, struck for it or with it, or by another letter left out."""
    for i in range(1, len(word)) if len(word) >= _SHORTEST_BESIDE else ():
        for beside in _BESIDE.get(word[i], ""):
            yield word[:i] + beside + word[i + 1 :]
            yield word[:i] + beside + word[i:]
            yield word[: i + 1] + beside + word[i + 1 :]
        if i < len(word) - 1:
            yield word[:i] + word[i + 1 :]


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
    beside: dict[str, set[str]] = {}
    for word in listed:
        for slip in keys_beside(word):
            beside.setdefault(slip, set()).add(word)
    return {slip: words.pop() for slip, words in beside.items() if len(words) == 1 and slip not in real} | meant
