"""The day that a message asks for: «tomorrow», «on Friday», «2nd of October», «2026-10-02»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from handlers.programme.asked.hours import AROUND, is_hour
from handlers.programme.asked.message import MessageWords

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What stands between a day and its month, or ends the day: «2nd of October».
_ORDINAL = frozenset({"st", "nd", "rd", "th", "of"})


def day_of(words: MessageWords, today: date) -> date | None:
    """The day, also as a day of the week or counted from today; None if a message tells none."""
    has = words.concepts
    for concept, days in (("day_after_tomorrow", 2), ("tomorrow", 1), ("today", 0)):
        if concept in has:
            return today + timedelta(days=days)
    for number, weekday in enumerate(WEEKDAYS):
        if weekday in has:
            return today + timedelta(days=(number - today.weekday()) % 7)
    return _date(words, today)


def _date(words: MessageWords, today: date) -> date | None:
    """A date in figures, or a day beside the name of its month."""
    for i, typed in enumerate(words.texts):
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
            words.taken.add(i)
            return _valid(int(found[1]), int(found[2]), int(found[3]))
        if (found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?", typed)) and (found[3] or not is_hour(words, i)):
            words.taken.add(i)
            return _valid(int(found[3]), int(found[2]), int(found[1])) if found[3] else _nearest(int(found[2]), int(found[1]), today)
    month = next(((int(concept[6:]), at[0]) for concept, at in words.concepts.items() if concept.startswith("month-")), None)
    return _beside_month(words, *month, today) if month else None


def _beside_month(words: MessageWords, month: int, at: int, today: date) -> date | None:
    """The day that is told beside the name of a month, which stands at a position; None without one."""
    year = next((i for i in range(len(words.texts)) if re.fullmatch(r"20\d\d", words.texts[i])), None)
    for i in sorted(range(len(words.texts)), key=lambda i: abs(i - at)):
        if re.fullmatch(r"\d{1,2}", words.texts[i]) and abs(i - at) <= AROUND:
            words.taken |= {i} | ({year} if year is not None else set())
            # «2nd of October», «2-нші»
            words.taken |= {n for n in range(min(i, at), max(i, at) + AROUND) if n < len(words.texts) and words.texts[n] in _ORDINAL}
            day = int(words.texts[i])
            return _valid(int(words.texts[year]), month, day) if year is not None else _nearest(month, day, today)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, today: date) -> date | None:
    """A date without its year: the nearest one, before or after today."""
    found = [near for year in (today.year - 1, today.year, today.year + 1) if (near := _valid(year, month, day))]
    return min(found, key=lambda near: abs(near - today), default=None)
