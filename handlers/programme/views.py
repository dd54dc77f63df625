"""What people see of the programme: a day by hour or by venue, what is on now and next, one screening. Pages and filters stand in the buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Literal, cast
from zoneinfo import ZoneInfo

from babel import Locale
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.context import Services
from handlers.programme.asked import ANY, TYPES, Asked, Aspect, Known, Type, is_of_type
from handlers.programme.days import MINUTES, clock_time, in_days, local, moment, on_the_clock, short_day, within
from handlers.render import CARD, button, escaped, fit, language_row, page_row
from handlers.state.programme import Programme, Screening, Venue
from handlers.texts import text
from kb import Language

Shown = tuple[str, InlineKeyboardMarkup | None]
# The first part of callback data: a day, a screening, a reminder of one, its calendar file, that of a day, a venue on the map.
DAY, SCREENING, REMIND, CALENDAR, DAY_CALENDAR, MAP = "pd", "ps", "pm", "pi", "pc", "pv"
# Minutes before the start.
REMINDERS = (15, 30, 60)
_PAGE = 8
# A screening without an end is taken to last so long.
_TAKEN_TO_LAST = 2 * 3600
_FEW = 3


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


class Guide:
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

    # Entries.

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

    # Messages.

    def reply(self, asked: Asked) -> Shown:
        """The answer to a question about the programme."""
        language = asked.language
        if not self.programme.is_loaded():
            return self.none_loaded(language), None
        if asked.aspect == "venue" and asked.venue:
            return self.venue_card(self.venues[asked.venue], language)
        if asked.film or asked.entries:
            return self._of_title(asked)
        if asked.now:
            return self._now(asked)
        if asked.next:
            return self._next(asked)
        if asked.day is None:
            return self._first_with(asked)
        view = _view(asked, asked.day, asked.rest)
        if asked.tonight and view.day != self.today and not self.of_day(view):
            view = replace(view, day=self.today)  # the night is over
        return self.day(view)

    def none_loaded(self, language: Language) -> str:
        """That there is no programme, and what the base knows of the next edition."""
        return "\n".join([text("programme-none", language), self._next_edition(language)])

    def home(self, language: Language) -> Shown:
        """Today's rest; else the next day that has something; else that it is over."""
        if not self.programme.is_loaded():
            return self.none_loaded(language), None
        view = View(language, self.today, rest=True)
        if not self.of_day(view) and (coming := self.upcoming()):
            view = View(language, local(coming[0].starts_at, self.zone).date())
        return self.day(view)

    def day(self, view: View) -> Shown:
        """A day as one message, or what comes next if there is nothing."""
        entries = self.of_day(view)
        heading = self._heading(view)
        if not entries:
            key = "programme-nothing-more" if view.rest and view.day <= self.today else "programme-nothing"
            if any((view.venue, view.type, view.spoken, view.subtitled)) and not self.upcoming(view):
                key = "programme-nothing-next"
            return self._nothing(heading, text(key, view.language), view)
        pages = self._pages(entries, view.by)
        view = replace(view, page=min(view.page, len(pages) - 1))
        shown = pages[view.page]
        lines = [*heading, ""]
        if view.by == "v":
            lines.append(f"<b>{self._escaped(self.venue(shown[0]).name(view.language))}</b>")
        lines += [self._line(entry, view.language, venue=view.by == "h") for entry in shown]
        rows = self._buttons(shown, view.language)
        if len(pages) > 1:
            rows.append(page_row(view.page, len(pages), lambda page: f"{DAY}:{view.language}:{replace(view, page=page).data}"))
        return fit(lines), InlineKeyboardMarkup([*rows, *self._around(view)])

    def picked(self, asked: Asked) -> list[Screening]:
        """The entries that something is asked of: those that are named, else those of the time, else of what is left of today or of the next day."""
        if asked.film or asked.entries:
            found = [entry for entry in self.programme.all() if entry.id in asked.entries or (asked.film and entry.film == asked.film)]
            found = [entry for entry in found if not asked.venue or entry.venue_id == asked.venue]
            of_day = {entry.id for entry in self.of_day(View(asked.language, asked.day))} if asked.day else set()
            found = [entry for entry in found if entry.id in of_day] or found
            return [entry for entry in found if not self.has_ended(entry)] or found
        if asked.now:
            return self.running(asked)
        if asked.next:
            return self._soonest(self.upcoming(asked))
        if asked.day:
            return self.of_day(_view(asked, asked.day, asked.rest))
        view = _view(asked, self.today, rest=True)
        if not (found := self.of_day(view)) and (coming := self.upcoming(asked)):
            found = self.of_day(replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False))
        return found

    def told(self, asked: Asked, entries: Sequence[Screening], said: str | None, minutes: int | None, private: bool) -> Shown:
        """What is asked of these entries, below what is said first: the card of a single one, a line for each of several."""
        language, aspect = asked.language, asked.aspect
        first = [said] if said else []
        if aspect == "access" and asked.buys:
            first.append(text("programme-tickets-where", language))
        if aspect == "languages" and not any(entry.languages or entry.subtitles for entry in entries):
            first.append(text("programme-languages-unknown", language))
        if len(entries) == 1:
            (entry,) = entries
            if aspect == "access":
                first.insert(0, text("programme-access", language, access=entry.access) if entry.access else text("programme-access-unknown", language))
            if aspect == "length" and not entry.ends_at:
                first.append(text("programme-length-unknown", language))
            card, markup = self.card(entry, language, minutes, private, bare=aspect == "access")
            return fit([*first, *([""] if first else []), card]), markup
        shown = entries[:_PAGE]
        lines = [f"{self.line(entry, language)}{self._aspect(entry, aspect, language)}" for entry in shown]
        return fit([*first, *([""] if first else []), *lines]), InlineKeyboardMarkup(self._buttons(shown, language))

    def _aspect(self, entry: Screening, aspect: Aspect | None, language: Language) -> str:
        """What is asked of an entry, after its line."""
        if aspect == "access":
            return f" · {text('programme-access-short', language, access=entry.access or 'untold')}"
        if aspect == "languages":
            spoken = [text("programme-spoken", language, languages=_language_names(entry.languages, language))] if entry.languages else []
            written = text("programme-subtitled", language, languages=_language_names(entry.subtitles, language), code="") if entry.subtitles else ""
            return "".join(f" · {part}" for part in [*spoken, written] if part)
        hours = f" · {clock_time(entry.starts_at, self.zone)}–{clock_time(entry.ends_at, self.zone)}" if entry.ends_at else ""
        return hours if aspect == "length" else ""

    def venue_card(self, venue: Venue, language: Language) -> Shown:
        """Where a venue is, as far as the programme tells, with what is on there."""
        address = venue.addresses.get(language) or next(iter(venue.addresses.values()), None)
        lines = [f"<b>{self._escaped(venue.name(language))}</b>", self._escaped(address) if address else text("programme-no-address", language)]
        view = View(language, self.today, rest=True, venue=venue.id)
        if not self.of_day(view) and (coming := self.upcoming(view)):
            view = replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False)
        on_map = [[button(text("programme-map", language), f"{MAP}:{language}:{venue.id}")]] if venue.latitude is not None else []
        return fit(lines), InlineKeyboardMarkup([*on_map, [button(text("programme-open", language), self._data(view))]])

    def card(self, entry: Screening, language: Language, minutes: int | None, private: bool, bare: bool = False) -> Shown:
        """One screening; `minutes` is the reminder that this person set, reminders are offered in private chats. `bare`: without who is let in."""
        venue = self.venue(entry)
        day, ends = local(entry.starts_at, self.zone).date(), f"–{clock_time(entry.ends_at, self.zone)}" if entry.ends_at else ""
        where = [venue.name(language), *([venue.addresses[language]] if language in venue.addresses else [])]
        lines = [
            f"<b>{self._escaped(self.title(entry, language))}</b>",
            f"{in_days(day, language)}, {clock_time(entry.starts_at, self.zone)}{ends}",
            self._escaped(", ".join(where)),
        ]
        if entry.languages:
            lines.append(text("programme-language", language, languages=_language_names(entry.languages, language)))
        if entry.subtitles:
            lines.append(text("programme-subtitles", language, languages=_language_names(entry.subtitles, language)))
        if entry.access and not bare:
            lines.append(text("programme-access", language, access=entry.access))
        if note := entry.notes.get(language):
            lines.append(self._escaped(note))
        if entry.cancelled:
            lines += ["", text("programme-is-cancelled", language)]
        elif minutes is not None and entry.starts_at > self.now:
            lines += ["", text("reminder-is-set", language, minutes=minutes)]
        return fit(lines), InlineKeyboardMarkup(self._card_rows(entry, language, minutes, private))

    def line(self, entry: Screening, language: Language) -> str:
        """An entry with its day in one line of HTML."""
        day = in_days(local(entry.starts_at, self.zone).date(), language)
        return f"{day}, {self._line(entry, language)}"

    def at(self, entry: Screening, language: Language) -> str:
        """«Friday, 2 October, 18:00», as plain text."""
        return self.in_words(entry.starts_at, language)

    def in_words(self, at: int, language: Language) -> str:
        """A moment inside a sentence, as plain text."""
        return f"{within(local(at, self.zone).date(), language)}, {clock_time(at, self.zone)}"

    def posted(self, language: Language) -> tuple[str, int] | None:
        """What is left of today as one message for any chat, and how many entries that is; None if nothing is."""
        view = View(language, self.today, rest=True)
        if not (entries := self.of_day(view)):
            return None
        return fit([*self._heading(view), "", *(self._line(entry, language) for entry in entries)]), len(entries)

    # Parts.

    def _now(self, asked: Asked) -> Shown:
        language = asked.language
        running = self.running(asked)
        if not running:
            return self._nothing([], text("programme-nothing-now", language), _view(asked, self.today))
        head = text("programme-now", language, time=clock_time(int(self.now), self.zone))
        lines = [head, "", *(self._line(entry, language) for entry in running)]
        coming = self._soonest(self.upcoming(asked))
        if coming:
            lines += ["", text("programme-then", language), *(self.line(entry, language) for entry in coming)]
        return fit(lines), InlineKeyboardMarkup([*self._buttons([*running, *coming], language)])

    def _next(self, asked: Asked) -> Shown:
        coming = self.upcoming(asked)
        if asked.day and asked.day != self.today:
            coming = [entry for entry in coming if local(entry.starts_at, self.zone).date() == asked.day]
        soonest = self._soonest(coming)
        if not soonest:
            return self._nothing([], text("programme-nothing-next", asked.language), _view(asked, self.today))
        lines = [text("programme-then", asked.language), *(self.line(entry, asked.language) for entry in soonest)]
        return fit(lines), InlineKeyboardMarkup(self._buttons(soonest, asked.language))

    def _of_title(self, asked: Asked) -> Shown:
        """Where and when a film is shown, or an event is held."""
        language = asked.language
        found = [entry for entry in self.programme.all() if entry.id in asked.entries or (asked.film and entry.film == asked.film)]
        found = [entry for entry in found if not asked.venue or entry.venue_id == asked.venue]
        if asked.day is not None:
            of_day = {entry.id for entry in self.of_day(View(language, asked.day, since=asked.since, until=asked.until))}
            found = [entry for entry in found if entry.id in of_day] or found
        if not found:
            record = self.kb.record(asked.film) if asked.film else None
            name = record.names.shown(language) if record else ""
            back = button(text("programme-open", language), f"{DAY}:{language}:{View(language, self.today, rest=True).data}")
            return text("programme-not-in-it", language, title=self._escaped(name)), InlineKeyboardMarkup([[back]])
        coming = [entry for entry in found if not self.has_ended(entry)]
        key = "programme-shown" if coming else "programme-was-shown"
        title = self._escaped(self.title(found[0], language))
        shown = (coming or found)[:_PAGE]
        return fit([text(key, language, title=title), *(self.line(entry, language) for entry in shown)]), InlineKeyboardMarkup(self._buttons(shown, language))

    def _first_with(self, asked: Asked) -> Shown:
        """The programme without a day: today's rest if it has any such, else the first day that has."""
        view = _view(asked, self.today, rest=True)
        if not self.of_day(view) and (coming := self.upcoming(asked)):
            view = replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False)
        return self.day(view)

    def _nothing(self, heading: Sequence[str], said: str, view: View) -> Shown:
        """There is nothing: what comes next, first of what was asked for, else at all; or that the programme is over."""
        language = view.language
        after = max(self.now, moment(view.day, view.since or 0, self.zone))
        coming = self.upcoming(view) or self.upcoming()
        soonest = self._soonest([entry for entry in coming if entry.starts_at > after] or coming)
        lines = [*heading, said]
        if not soonest:
            return fit([*lines, "", text("programme-over", language), self._next_edition(language)]), InlineKeyboardMarkup(self._around(view))
        lines += ["", text("programme-then", language), *(self.line(entry, language) for entry in soonest)]
        return fit(lines), InlineKeyboardMarkup(self._buttons(soonest, language))

    @staticmethod
    def _soonest(coming: list[Screening]) -> list[Screening]:
        """The first ones: all that start together, a few at most."""
        return [entry for entry in coming if entry.starts_at == coming[0].starts_at][:_FEW]

    def _heading(self, view: View) -> list[str]:
        language = view.language
        parts = []
        if view.since is not None:
            parts.append(text("programme-from", language, **on_the_clock(view.since)))
        if view.until is not None and view.until <= MINUTES:
            parts.append(text("programme-until", language, **on_the_clock(view.until)))
        if view.venue in self.venues:
            parts.append(self._escaped(self.venues[view.venue].name(language)))
        if view.type:
            parts.append(text("programme-type", language, type=view.type))
        if view.spoken:
            parts.append(text("programme-spoken", language, languages=_language_names((view.spoken,), language)))
        if view.subtitled:
            parts.append(text("programme-subtitled", language, languages=_language_names((view.subtitled,), language), code=view.subtitled))
        return [f"<b>{in_days(view.day, language)}</b>", *([" · ".join(parts)] if parts else [])]

    @staticmethod
    def _pages(entries: list[Screening], by: str) -> list[list[Screening]]:
        """By hour some a page; by venue each on pages of its own."""
        groups = [entries] if by == "h" else [[e for e in entries if e.venue_id == venue] for venue in dict.fromkeys(e.venue_id for e in entries)]
        return [group[at : at + _PAGE] for group in groups for at in range(0, len(group), _PAGE)]

    def _line(self, entry: Screening, language: Language, venue: bool = True) -> str:
        name = self._escaped(self.title(entry, language))
        where = f" · {self._escaped(self.venue(entry).name(language))}" if venue else ""
        start = clock_time(entry.starts_at, self.zone)
        if entry.cancelled:
            return f"<s>{start} {name}{where}</s> · {text('programme-cancelled', language)}"
        return f"<b>{start}</b> {name}{where}"

    def _buttons(self, entries: Sequence[Screening], language: Language) -> list[list[InlineKeyboardButton]]:
        return [
            [button(f"{clock_time(entry.starts_at, self.zone)} · {self.title(entry, language)}", f"{SCREENING}:{language}:{entry.id}")] for entry in entries
        ]

    def _around(self, view: View) -> list[list[InlineKeyboardButton]]:
        """The other order, the days beside this one, the whole day, its calendar file, the languages."""
        language = view.language
        rows = []
        days = sorted({local(entry.starts_at, self.zone).date() for entry in self.programme.all()})
        before, after = [day for day in days if day < view.day], [day for day in days if day > view.day]
        beside = [button(f"‹ {short_day(before[-1], language)}", self._data(replace(View(language, before[-1]), by=view.by)))] if before else []
        other: Literal["h", "v"] = "v" if view.by == "h" else "h"
        if view.day in days:
            label = text("programme-by-venue" if other == "v" else "programme-by-hour", language)
            beside.append(button(label, self._data(replace(view, by=other, page=0))))
        beside += [button(f"{short_day(after[0], language)} ›", self._data(replace(View(language, after[0]), by=view.by)))] if after else []
        rows.append(beside)
        if view.day in days:
            rows.append([button(text("programme-day-calendar", language), f"{DAY_CALENDAR}:{language}:{view.day:%Y%m%d}")])
            if view.filtered:
                rows[-1].append(button(text("programme-whole-day", language), self._data(View(language, view.day, view.by))))
        return [*(row for row in rows if row), language_row(language, DAY, view.data)]

    @staticmethod
    def _data(view: View) -> str:
        return f"{DAY}:{view.language}:{view.data}"

    def _card_rows(self, entry: Screening, language: Language, minutes: int | None, private: bool) -> list[list[InlineKeyboardButton]]:
        rows = []
        if private and not entry.cancelled and entry.starts_at > self.now:
            # One that would be due already is not offered, unless it is the one that is set.
            offered = [n for n in REMINDERS if entry.starts_at - 60 * n > self.now or n == minutes]
            rows.append([button(self._remind_label(n, minutes, language), f"{REMIND}:{language}:{0 if n == minutes else n}:{entry.id}") for n in offered])
        venue = self.venue(entry)
        files = [button(text("programme-calendar", language), f"{CALENDAR}:{language}:{entry.id}")]
        if venue.latitude is not None:
            files.append(button(text("programme-map", language), f"{MAP}:{language}:{venue.id}"))
        rows.append(files)
        if entry.film and self.kb.record(entry.film):
            rows.append([button(text("programme-about-film", language), f"{CARD}:{language}:{entry.film}")])
        day = View(language, local(entry.starts_at, self.zone).date())
        rows.append([button(text("programme-back", language), self._data(day))])
        return [*(row for row in rows if row), language_row(language, SCREENING, entry.id)]

    @staticmethod
    def _remind_label(offered: int, minutes: int | None, language: Language) -> str:
        label = text("reminder-minutes", language, minutes=offered)
        return f"✓ {label}" if offered == minutes else f"🔔 {label}"

    def _next_edition(self, language: Language) -> str:
        """What the base knows of the edition to come: its dates, or that they are not known."""
        newest = next((record for key, _ in self.kb.names(("edition",), language) if (record := self.kb.record(key))), None)
        dates = newest.facts.get("dates") if newest else None
        if newest is None or dates is None or (dates.date and dates.date[:10] < self.today.isoformat()[: len(dates.date)]):
            return text("programme-next-unknown", language)
        return self._escaped(dates.text.get(language) if dates.text else newest.summary.get(language))

    @staticmethod
    def _escaped(plain: str) -> str:
        return str(escaped({"plain": plain})["plain"])


def _view(asked: Asked, day: date, rest: bool = False) -> View:
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


@lru_cache(maxsize=2)
def _known(programme: Programme, revision: str) -> Known:
    """The names of the programme, folded once for each time that it is loaded."""
    return Known(programme.venues(), programme.all())


def _language_names(codes: Sequence[str], language: Language) -> str:
    """«Kazakh, Russian» in a language."""
    names = Locale(language).languages
    return ", ".join(str(names.get(code, code)) for code in codes)
