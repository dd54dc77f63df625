"""Dates in words."""

from __future__ import annotations

from functools import cache

from babel import Locale

from kb.records import Fact, Language

# With the month as it stands alone, or beside its day.
_MONTH: dict[Language, str] = {"kk": "{year} жылғы {month}", "ru": "{month} {year}", "en": "{month} {year}"}
_DAY: dict[Language, str] = {"kk": "{year} жылғы {day} {month}", "ru": "{day} {month} {year}", "en": "{day} {month} {year}"}


def format_partial(value: str, language: Language) -> str:
    """A partial date in words: 2025, 2025 жылғы қазан, октябрь 2025, 2 October 2025."""
    if value.startswith("-") or len(value) < 7:
        return value
    year, month = int(value[:4]), int(value[5:7])
    if len(value) == 7:
        return _MONTH[language].format(year=year, month=_months(language, "stand-alone")[month])
    return _DAY[language].format(year=year, month=_months(language, "format")[month], day=int(value[8:10]))


@cache
def _months(language: Language, context: str) -> dict[int, str]:
    """The names of the months; Babel begins one that stands alone with a capital, and here it stands in a sentence."""
    wide = Locale(language).months[context]["wide"]
    return {month: name if language == "en" else name.lower() for month, name in wide.items()}


def date_value(fact: Fact, language: Language) -> str | None:
    """A fact's date, or its first and last day. Other typed values are only told by the fact's sentence: it says "over", "about"."""
    if not fact.date:
        return None
    said = format_partial(fact.date, language)
    return f"{said} – {format_partial(fact.until, language)}" if fact.until and fact.until != fact.date else said
