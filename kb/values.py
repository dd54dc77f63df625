"""Dates in words."""

from __future__ import annotations

from functools import lru_cache

from babel.dates import format_date

from kb.records import Fact, Language, parse_date

# Babel begins a month that stands alone with a capital; here it stands in a sentence.
_PATTERNS: dict[int, dict[Language, str]] = {
    7: {"kk": "y 'жылғы' LLLL", "ru": "LLLL y", "en": "LLLL y"},
    10: {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y", "en": "d MMMM y"},
}


@lru_cache(4096)
def format_partial(value: str, language: Language) -> str:
    """A partial date in words: 2025, 2025 жылғы қазан, октябрь 2025, 2 October 2025."""
    if value.startswith("-") or len(value) < 7:
        return value
    said = format_date(parse_date(value), _PATTERNS[len(value)][language], locale=language)
    return said if language == "en" else said.lower()


def date_value(fact: Fact, language: Language) -> str | None:
    """A fact's date, or its first and last day. Other typed values are only told by the fact's sentence: it says "over", "about"."""
    if not fact.date:
        return None
    said = format_partial(fact.date, language)
    return f"{said} – {format_partial(fact.until, language)}" if fact.until and fact.until != fact.date else said
