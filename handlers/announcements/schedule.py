"""Times in words: «tomorrow 09:30», «завтра 09:30», «ертең 09:30», «5.10 18:00», «Friday 18:00»; and times as staff read them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from babel.dates import format_datetime, get_day_names, get_month_names

from kb import LANGUAGES, Language

_CLOCK = re.compile(r"(?<![\d.:-])([01]?\d|2[0-3])[:-]([0-5]\d)(?![\d:-])")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?![\d.])\.?")
_WORD = re.compile(r"\w+")
# «октября», «октябре» and «октябрь», «пятница» and «пятницу» begin alike.
_SHORTEST_BEGINNING = 3


class NoTime(ValueError):
    """These words are no time, or one that is past."""


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "schedule.yaml").read_text(encoding="utf-8"))
    return words


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Months by number from 1, weekdays by number from Monday, 0; in three languages, in full."""
    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            months |= {name.lower(): number for number, name in get_month_names("wide", context, language).items()}
            days |= {name.lower(): number for number, name in get_day_names("wide", context, language).items()}
    return months, days


def month_of(word: str) -> int | None:
    """The number of the month that a word names, in any form and in any of the three languages."""
    return _named(word.lower(), _names()[0])


def _named(word: str, names: dict[str, int]) -> int | None:
    if word in names:
        return names[word]
    # Endings differ by two letters at most: «мая» is May, «майдан» is not.
    close = {number for name, number in names.items() if len(name) > _SHORTEST_BEGINNING and word[: len(name) - 1] == name[:-1] and len(word) <= len(name) + 2}
    return close.pop() if len(close) == 1 else None


def read_time(said: str, now: datetime) -> datetime:
    """The moment that words mean, later than `now`, in its time zone. A time of day alone is the next one; «now» is `now` itself.

    Raises:
        NoTime: the words are no time, are only partly understood, or mean one that is past.
    """
    left = " ".join(said.lower().split())
    if left in _words()["now"]:
        return now
    left, clock = _take(left, _CLOCK)
    if clock is None:
        raise NoTime(said)
    at = time(int(clock[1]), int(clock[2]))
    left, day = _day(left, now)
    if rest := [word for word in _WORD.findall(left) if word not in _words()["filler"]]:
        raise NoTime(" ".join(rest))
    zone = now.tzinfo
    if day is None:
        day = now.date() if datetime.combine(now.date(), at, zone) > now else now.date() + timedelta(days=1)
    moment = datetime.combine(day, at, zone)
    if moment <= now:
        raise NoTime(said)
    return moment


def _take(said: str, pattern: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    found = pattern.search(said)
    return (said, None) if found is None else (f"{said[: found.start()]} {said[found.end() :]}", found)


def _day(said: str, now: datetime) -> tuple[str, date | None]:
    """What is left without the day, and the day."""
    for key, ahead in (("day_after", 2), ("tomorrow", 1), ("today", 0)):
        for word in _words()[key]:
            left, found = _take(said, re.compile(rf"\b{re.escape(word)}\b"))
            if found:
                return left, now.date() + timedelta(days=ahead)
    left, numbers = _take(said, _DAY)
    if numbers:
        return left, _date(int(numbers[1]), int(numbers[2]), int(numbers[3]) if numbers[3] else None, now)
    words = _WORD.findall(said)
    for place, word in enumerate(words):
        if month := month_of(word):
            beside = [other for other in words[max(0, place - 1) : place + 2] if other.isdigit() and len(other) <= 2]
            years = [int(other) for other in words if other.isdigit() and len(other) == 4]
            if not beside:
                raise NoTime(said)
            used = {word, beside[0], *map(str, years)}
            return " ".join(other for other in words if other not in used), _date(int(beside[0]), month, years[0] if years else None, now)
        weekday = _named(word, _names()[1])
        if weekday is not None:
            ahead = (weekday - now.weekday()) % 7 or 7
            return " ".join(other for other in words if other != word), now.date() + timedelta(days=ahead)
    return said, None


def _date(day: int, month: int, year: int | None, now: datetime) -> date:
    try:
        if year is not None:
            return date(year + 2000 if year < 100 else year, month, day)
        this_year = date(now.year, month, day)
        return this_year if this_year >= now.date() else date(now.year + 1, month, day)
    except ValueError as error:
        raise NoTime(str(error)) from None


def is_quiet(moment: datetime, quiet_hours: str) -> bool:
    """Whether a moment falls into hours such as `22:00-08:00`; never if they are empty."""
    if not quiet_hours:
        return False
    begin, end = (time.fromisoformat(part) for part in quiet_hours.split("-"))
    at = moment.time()
    return begin <= at < end if begin <= end else at >= begin or at < end


def in_words(seconds: float, zone: ZoneInfo, language: Language) -> str:
    """A moment (Unix seconds) as it is read: «Monday, 5 October, 18:00»."""
    return str(format_datetime(datetime.fromtimestamp(seconds, zone), "EEEE, d MMMM, HH:mm", locale=language))
