"""A day as it is shown; pages and filters stand in the buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from handlers.programme.asked import ANY, TYPES, Asked, Type
from kb import Language

# The first part of callback data: a day, a screening, a reminder of one, its calendar file, that of a day, a venue on the map.
DAY, SCREENING, REMIND, CALENDAR, DAY_CALENDAR, MAP = "pd", "ps", "pm", "pi", "pc", "pv"


@dataclass(frozen=True)
class View:
    """A day as it is shown. Hours are minutes since its midnight; `rest`: without what has ended."""

    language: Language
    day: date
    by: Literal["h", "v"] = "h"
    page: int = 0
    since: int | None = None
    until: int | None = None
    rest: bool = False
    venue: str = ""
    type: Type | None = None
    spoken: str | None = None
    subtitled: str | None = None

    @property
    def data(self) -> str:
        """What a button holds after its language: at most 58 bytes."""
        hours = f"{'' if self.since is None else self.since}-{'' if self.until is None else self.until}{'r' if self.rest else ''}"
        written = f".{self.subtitled.replace(ANY, '')}" if self.subtitled else ""
        languages = f":{self.spoken or ''}{written}" if self.spoken or self.subtitled else ""
        return f"{self.day:%Y%m%d}:{self.by}:{self.page}:{hours}:{self.venue}:{self.type[0] if self.type else ''}{languages}"

    @classmethod
    def parse(cls, data: str) -> View:
        """The view of callback data that `PATTERN` matches."""
        _, language, day, by, page, hours, venue, type_, *rest = data.split(":")
        spoken, written, subtitled = "".join(rest).partition(".")
        since, _, until = hours.removesuffix("r").partition("-")
        return cls(
            cast(Language, language),
            datetime.strptime(day, "%Y%m%d").date(),
            cast(Literal["h", "v"], by),
            int(page),
            int(since) if since else None,
            int(until) if until else None,
            hours.endswith("r"),
            venue,
            next((known for known in TYPES if known[0] == type_), None),
            spoken or None,
            (subtitled or ANY) if written else None,
        )

    @property
    def filtered(self) -> bool:
        return self.rest or self.since is not None or self.until is not None or any((self.venue, self.type, self.spoken, self.subtitled))


_LANGUAGES = r"(:([a-z]{2})?(\.([a-z]{2})?)?)?"
PATTERN = rf"^{DAY}:(kk|ru|en):20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]):[hv]:\d{{1,3}}:\d{{0,4}}-\d{{0,4}}r?:[a-z0-9-]{{0,24}}:[dsfe]?{_LANGUAGES}$"


def data_of(view: View) -> str:
    """What a button holds that shows a day."""
    return f"{DAY}:{view.language}:{view.data}"


def view_of(asked: Asked, day: date, rest: bool = False) -> View:
    """A day with what is asked of it."""
    narrowed = asked.day == day
    return View(
        asked.language,
        day,
        since=asked.since if narrowed else None,
        until=asked.until if narrowed else None,
        rest=rest,
        venue=asked.venue or "",
        type=asked.type,
        spoken=asked.spoken,
        subtitled=asked.subtitled,
    )
