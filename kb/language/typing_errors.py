"""How far a typing error reaches: optimal string alignment with absolute limits.

A ratio would take Turkistan for Turkmenistan; the limits are those that kept 151 of 153 hard cases right.

Words near a typed one are found by what both become when letters are taken out (Garbe, SymSpell: a word at distance k and the
typed one share a string that each of them is without at most k letters); of long words their beginnings are enough for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from kb.index import Index

# Shorter words could be anything.
SHORTEST = 4
# Of names that are compared as they are written, and not folded.
SHORTEST_WRITTEN = 5
# Up to this length the first letter has to be right.
_FIRST_LETTER_BELOW = 8
# So much of a word is looked up without its letters: 64 strings at most.
_BEGINNING = 7


_SOUND = str.maketrans("eozdvbg", "iastfpk")
# A shorter word sounds like too many others.
_SHORTEST_HEARD = 4


def sound(key: str) -> str:
    """A key as it is heard: unstressed vowels and voiced consonants are written as they sound, «рижесёр», «залатой»."""
    return key.translate(_SOUND)


def radius(size: int) -> int:
    """How many letters of a word of `size` letters may be wrong: 0 below 4, 1 for 4–7, 2 for 8–13, 3 from 14."""
    return 0 if size < SHORTEST else 1 if size < _FIRST_LETTER_BELOW else 2 if size < 14 else 3


def distance(typed: str, known: str) -> int | None:
    """How many letters are wrong, if `typed` can be `known` with a typing error; None if it cannot, or holds digits.

    The keys 4 and 6 stand for letters.
    """
    limit = radius(len(typed))
    if not limit or (len(typed) < _FIRST_LETTER_BELOW and known[:1] != typed[0]):
        return None
    found = OSA.distance(typed, known, score_cutoff=limit)
    return found if found <= limit and not any(c.isdigit() and c not in "46" for c in typed + known) else None


def _without(word: str, limit: int) -> set[str]:
    """The beginning of a word without up to `limit` of its letters, in every way."""
    word = word[:_BEGINNING]
    return {"".join(kept) for wrong in range(min(limit, len(word)) + 1) for kept in combinations(word, len(word) - wrong)}


def _reach(size: int) -> int:
    """The most letters that a typed word may have wrong and still be a known word of `size` letters."""
    return max(radius(typed) for typed in range(size - 3, size + 4) if abs(typed - size) <= radius(typed))


class Spellings:
    """Known words, found by what a typing error makes of them."""

    def __init__(self, words: Sequence[str], index: Index, sounds: Index | None = None) -> None:
        """`index` and `sounds` are what `compile` and `compile_sounds` made of the same words in the same order; without `sounds` none is `alike`."""
        self._words = words
        self._index = index
        self._sounds = sounds

    @staticmethod
    def compile(words: Sequence[str]) -> bytes:
        """Of sorted words: what becomes of each beginning → the first word that has it; the others follow."""
        reach: dict[str, int] = {}
        first: dict[str, int] = {}
        for number, word in enumerate(words):
            if len(word) >= SHORTEST:
                beginning = word[:_BEGINNING]
                first.setdefault(beginning, number)
                reach[beginning] = max(reach.get(beginning, 0), _reach(len(word)))
        return Index.compile((part, first[beginning]) for beginning, most in reach.items() for part in _without(beginning, most))

    @staticmethod
    def compile_sounds(words: Iterable[str]) -> bytes:
        return Index.compile((sound(word), number) for number, word in enumerate(words) if len(word) >= _SHORTEST_HEARD)

    def alike(self, typed: str) -> list[str]:
        """Known words that sound like `typed`."""
        heard = sound(typed)
        if self._sounds is None:
            return []
        return [self._words[number] for number in self._sounds.numbers(heard) if sound(self._words[number]) == heard]

    def _beginning_alike(self, first: int) -> Iterator[str]:
        """The words that begin as the one at `first`; they stand together."""
        beginning = self._words[first][:_BEGINNING]
        for number in range(first, len(self._words)):
            if self._words[number][:_BEGINNING] != beginning:
                return
            yield self._words[number]

    def near(self, typed: str, most: int = 3) -> dict[str, int]:
        """Known words that `typed` can be, each with how many letters are wrong, at most `most`."""
        limit = min(radius(len(typed)), most)
        if not limit:
            return {}
        firsts = {number for part in _without(typed, limit) for number in self._index.numbers(part)}
        out: dict[str, int] = {}
        for known in (word for first in sorted(firsts) for word in self._beginning_alike(first)):
            if abs(len(known) - len(typed)) <= limit and (wrong := distance(typed, known)) is not None and wrong <= limit:
                out[known] = wrong
        return out
