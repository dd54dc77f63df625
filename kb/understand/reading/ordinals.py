"""Ordinals of two words, in figures: «қырық екінші» is «42-ші», «сорок вторая» «42-я», «forty-second» «42nd»."""

from __future__ import annotations

import re
from functools import cache

from kb.understand.lexicon import words

# Ordinals up to this one follow a word for tens.
_UNITS = 9
# The endings of Russian ordinals, of «третий» the second ones: «сорок пять» and «сорока пяти» are none. Those of Kazakh ones are any.
_RUSSIAN, _RUSSIAN_SOFT, _KAZAKH = "(?:ый|ой|ого|ому|ым|ом|ая|ое|ую|ые|ых|ыми)", "(?:ий|ья|ье|ью|ьи|ьей|ьего|ьему|ьим|ьем|ьих|ьими)", r"\w{0,8}"


def in_figures(text: str) -> str:
    """The text with its ordinals of two words written in figures, as names and texts write them."""
    return _compound().sub(_figures, text)


@cache
def _compound() -> re.Pattern[str]:
    """A word for tens, then an ordinal up to nine in any form."""
    return re.compile(rf"\b({'|'.join(_tens())})[\s-]+({'|'.join(_units())})\b", re.IGNORECASE)


@cache
def _tens() -> dict[str, int]:
    return {word: number for number, listed in words()["tens"].items() for word in listed}


@cache
def _units() -> dict[str, int]:
    """What all forms of an ordinal match → its number."""
    by_language = {number: forms for number, forms in words()["ordinals"].items() if number <= _UNITS}
    out = {word: number for number, forms in by_language.items() for word in forms["en"] if word.isalpha()}
    out |= {word + _KAZAKH: number for number, forms in by_language.items() for word in forms["kk"]}
    soft = {word for forms in by_language.values() for word in forms["ru"] if word.endswith("ий")}
    return out | {word[:-2] + (_RUSSIAN_SOFT if word in soft else _RUSSIAN): number for number, forms in by_language.items() for word in forms["ru"]}


def _figures(match: re.Match[str]) -> str:
    said = match[0].lower()
    ten = _tens().get(match[1].lower())
    unit = next((number for form, number in _units().items() if re.fullmatch(form, match[2].lower())), None)
    if ten is None or unit is None:
        # A letter that only looks like another one in capitals: «ſecond».
        return match[0]
    ending = said[-2:] if said.isascii() else "-ші" if "нш" in said else f"-{said[-1]}"
    return f"{ten + unit}{ending}"
