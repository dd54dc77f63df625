"""How far a typing error reaches: optimal string alignment with absolute limits.

A ratio would take Turkistan for Turkmenistan; the limits are those that kept 151 of 153 hard cases right.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

# Shorter words could be anything.
SHORTEST = 5
# Up to this length the first letter has to be right.
_FIRST_LETTER_BELOW = 8


_SOUND = str.maketrans("eozdvbg", "iastfpk")


def sound(key: str) -> str:
    """A key as it is heard: unstressed vowels and voiced consonants are written as they sound, «рижесёр», «залатой»."""
    return key.translate(_SOUND)


def radius(size: int) -> int:
    """How many letters of a word of `size` letters may be wrong: 0 below 5, 1 for 5–7, 2 for 8–13, 3 from 14."""
    return 0 if size < SHORTEST else 1 if size < _FIRST_LETTER_BELOW else 2 if size < 14 else 3


def distance(typed: str, known: str) -> int | None:
    """How many letters are wrong, if `typed` can be `known` with a typing error; None if it cannot, or holds digits.

    The keys 4 and 6 stand for letters.
    """
    limit = radius(len(typed))
    if not limit or any(c.isdigit() and c not in "46" for c in typed + known):
        return None
    if len(typed) < _FIRST_LETTER_BELOW and known[:1] != typed[0]:
        return None
    found = OSA.distance(typed, known, score_cutoff=limit)
    return found if found <= limit else None
