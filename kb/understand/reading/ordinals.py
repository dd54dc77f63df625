"""Ordinals of two words, in figures: «қырық екінші» is «42-ші», «сорок вторая» «42-я», «forty-second» «42nd»."""

from __future__ import annotations

import re
from functools import cache

from kb.understand.lexicon import words
from kb.understand.reading.word_lists import ordinal_stems


@cache
def _compound() -> re.Pattern[str]:
    """A word for tens, then an ordinal up to nine in any form."""
    tens = "|".join(word for listed in words()["tens"].values() for word in listed)
    return re.compile(rf"\b({tens})[\s-]+({'|'.join(ordinal_stems())})(\w*)", re.IGNORECASE)


@cache
def _tens() -> dict[str, int]:
    return {word: number for number, listed in words()["tens"].items() for word in listed}


def in_figures(text: str) -> str:
    """The text with its ordinals of two words written in figures, as names and texts write them."""
    return _compound().sub(_figures, text) if _may_have(text) else text


def _may_have(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _tens())


def _figures(match: re.Match[str]) -> str:
    number = _tens()[match[1].lower()] + ordinal_stems()[match[2].lower()]
    said = match[0].lower()
    return f"{number}{said[-2:]}" if said.isascii() else f"{number}-ші" if "нш" in said else f"{number}-{said[-1]}"
