"""Which entries of the programme there are at one moment: on now, to come, of a day, of what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from handlers.context import Services
from handlers.programme.asked import ANY, Asked, Known, is_of_type
from handlers.programme.days import MINUTES, local, moment
from handlers.programme.views.view import View, view_of
from handlers.state.programme import Programme, Screening, Venue
from kb import Language

# A screening without an end is taken to last so long.
_TAKEN_TO_LAST = 2 * 3600
_FEW = 3


class Schedule:
    """Reads the programme for one moment."""

    def __init__(self, services: Services) -> None:
        self.kb = services.kb
        self.programme = services.store.programme
        self.now = services.store.clock()
        self.zone = ZoneInfo(services.settings.timezone)

    @cached_property
    def venues(self) -> Mapping[str, Venue]:
        return self.programme.venues()

    @property
    def today(self) -> date:
        return local(self.now, self.zone).date()

    def known(self) -> Known:
        """What questions can name."""
        return _known(self.programme, self.programme.revision)

    def title(self, entry: Screening, language: Language) -> str:
        """An entry's name, as plain text: its own, else that of its film."""
        if own := entry.names.get(language):
            return own
        if entry.film and (record := self.kb.record(entry.film)):
            return record.names.shown(language)
        return next(iter(entry.names.values()), entry.id)

    def venue(self, entry: Screening) -> Venue:
        return self.venues[entry.venue_id]

    def has_ended(self, entry: Screening) -> bool:
        return self._end(entry) <= self.now

    def upcoming(self, like: View | Asked | None = None) -> list[Screening]:
        """What has not begun and is not cancelled, of the venue, the sort and the languages of `like`."""
        found = [entry for entry in self.programme.all() if entry.starts_at > self.now and not entry.cancelled]
        return [entry for entry in found if self._fits(entry, like)]

    def running(self, like: View | Asked | None = None) -> list[Screening]:
        """What has begun and not ended, of the same."""
        begun = (entry for entry in self.programme.all() if entry.starts_at <= self.now < self._end(entry) and not entry.cancelled)
        return [entry for entry in begun if self._fits(entry, like)]

    def of_day(self, view: View) -> list[Screening]:
        """The entries of a view; what began the evening before and goes on is part of the rest of a day."""
        since, until = (moment(view.day, minutes, self.zone) for minutes in (view.since or 0, MINUTES if view.until is None else view.until))
        found = self.programme.between(since, until)
        if not found and view.since is not None:  # what goes on at that hour is on then, too
            found = [entry for entry in self.programme.all() if entry.starts_at < since < self._end(entry)]
        if view.rest:
            found = [entry for entry in found if not self.has_ended(entry)]
            found = [*(entry for entry in self.running() if view.day == self.today and entry not in found and view.since is None), *found]
        return [entry for entry in found if self._fits(entry, view)]

    def of_title(self, asked: Asked) -> list[Screening]:
        """The entries that are named, or are of the film that is; at the venue, if one is."""
        found = [entry for entry in self.programme.all() if entry.id in asked.entries or (asked.film and entry.film == asked.film)]
        return [entry for entry in found if not asked.venue or entry.venue_id == asked.venue]

    def picked(self, asked: Asked) -> list[Screening]:
        """The entries that something is asked of: those that are named, else those of the time, else of what is left of today or of the next day."""
        if asked.film or asked.entries:
            found = self.of_title(asked)
            of_day = {entry.id for entry in self.of_day(View(asked.language, asked.day))} if asked.day else set()
            found = [entry for entry in found if entry.id in of_day] or found
            return [entry for entry in found if not self.has_ended(entry)] or found
        if asked.now:
            return self.running(asked)
        if asked.next:
            return self.soonest(self.upcoming(asked))
        if asked.day:
            return self.of_day(view_of(asked, asked.day, asked.rest))
        view = view_of(asked, self.today, rest=True)
        if not (found := self.of_day(view)) and (coming := self.upcoming(asked)):
            found = self.of_day(replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False))
        return found

    @staticmethod
    def soonest(coming: list[Screening]) -> list[Screening]:
        """The first ones: all that start together, a few at most."""
        return [entry for entry in coming if entry.starts_at == coming[0].starts_at][:_FEW]

    def _fits(self, entry: Screening, like: View | Asked | None) -> bool:
        if like is None:
            return True
        if (like.venue and entry.venue_id != like.venue) or (like.type and not is_of_type(entry, like.type, self.kb)):
            return False
        written = not like.subtitled or (bool(entry.subtitles) if like.subtitled == ANY else like.subtitled in entry.subtitles)
        return written and (not like.spoken or like.spoken in entry.languages)

    @staticmethod
    def _end(entry: Screening) -> int:
        return entry.ends_at or entry.starts_at + _TAKEN_TO_LAST


@lru_cache(maxsize=2)
def _known(programme: Programme, revision: str) -> Known:
    """The names of the programme, folded once for each time that it is loaded."""
    return Known(programme.venues(), programme.all())
