"""Days and hours of the festival's time zone, also across a change of the clock; and how they are written in three languages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from kb import Language

MINUTES = 24 * 60
# A night belongs to the evening before it: until this hour «tonight» is the night that goes on.
NIGHT_ENDS = 5


def local(at: float, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, zone)


def moment(day: date, minutes: int, zone: ZoneInfo) -> int:
    """Unix seconds of a time on the clock of a day; from 1440 minutes on, of the days after it.

    Reckoned by the clock, not by seconds: on the day on which clocks change, 18:00 is 18:00.
    """
    days, minute = divmod(minutes, MINUTES)
    return int(datetime.combine(day + timedelta(days=days), time(minute // 60, minute % 60), zone).timestamp())


def exists(day: date, minutes: int, zone: ZoneInfo) -> bool:
    """Whether the clock shows this time at all: not in the hour that a change of the clock leaves out."""
    shown = local(moment(day, minutes, zone), zone)
    days, minute = divmod(minutes, MINUTES)
    return (shown.date(), shown.hour * 60 + shown.minute) == (day + timedelta(days=days), minute)


def in_days(day: date, language: Language) -> str:
    """«Friday, 2 October», in a language, as the beginning of a line."""
    said = within(day, language)
    return said[0].upper() + said[1:]


def within(day: date, language: Language) -> str:
    """The same inside a sentence: «пятница, 2 октября»."""
    return format_date(day, "d MMMM, EEEE" if language == "kk" else "EEEE, d MMMM", locale=language)


def short_day(day: date, language: Language) -> str:
    """«2 Oct», for a button."""
    return format_date(day, "d MMM", locale=language)


def clock_time(at: int, zone: ZoneInfo) -> str:
    return local(at, zone).strftime("%H:%M")


def on_the_clock(minutes: int) -> dict[str, str | int]:
    """A time for a sentence, and its last number as it is said, which tells the endings of Kazakh."""
    hour, minute = divmod(minutes % MINUTES if minutes != MINUTES else minutes, 60)
    return {"time": f"{hour}:{minute:02}", "last": minute % 10 or minute}
