"""A day as one message, by hour or by venue, with the days beside it; what comes next, where it has nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.programme.days import MINUTES, in_days, local, moment, on_the_clock, short_day
from handlers.programme.views.lines import PAGE, Lines, Shown, language_names
from handlers.programme.views.view import DAY, DAY_CALENDAR, View, data_of
from handlers.render import button, escaped_text, fit, language_row, page_row
from handlers.state.programme import Screening
from handlers.texts import text
from kb import Language


class Days(Lines):
    """Shows days."""

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
            return self.nothing(heading, text(key, view.language), view)
        pages = self._pages(entries, view.by)
        view = replace(view, page=min(view.page, len(pages) - 1))
        shown = pages[view.page]
        lines = [*heading, ""]
        if view.by == "v":
            lines.append(f"<b>{escaped_text(self.venue(shown[0]).name(view.language))}</b>")
        lines += [self.clock_line(entry, view.language, venue=view.by == "h") for entry in shown]
        rows = self.buttons(shown, view.language)
        if len(pages) > 1:
            rows.append(page_row(view.page, len(pages), lambda page: data_of(replace(view, page=page))))
        return fit(lines), InlineKeyboardMarkup([*rows, *self._around(view)])

    def posted(self, language: Language) -> tuple[str, int] | None:
        """What is left of today as one message for any chat, and how many entries that is; None if nothing is."""
        view = View(language, self.today, rest=True)
        if not (entries := self.of_day(view)):
            return None
        return fit([*self._heading(view), "", *(self.clock_line(entry, language) for entry in entries)]), len(entries)

    def nothing(self, heading: Sequence[str], said: str, view: View) -> Shown:
        """There is nothing: what comes next, first of what was asked for, else at all; or that the programme is over."""
        language = view.language
        after = max(self.now, moment(view.day, view.since or 0, self.zone))
        coming = self.upcoming(view) or self.upcoming()
        soonest = self.soonest([entry for entry in coming if entry.starts_at > after] or coming)
        lines = [*heading, said]
        if not soonest:
            return fit([*lines, "", text("programme-over", language), self.next_edition(language)]), InlineKeyboardMarkup(self._around(view))
        lines += ["", text("programme-then", language), *(self.line(entry, language) for entry in soonest)]
        return fit(lines), InlineKeyboardMarkup(self.buttons(soonest, language))

    def _heading(self, view: View) -> list[str]:
        language = view.language
        parts = []
        if view.since is not None:
            parts.append(text("programme-from", language, **on_the_clock(view.since)))
        if view.until is not None and view.until <= MINUTES:
            parts.append(text("programme-until", language, **on_the_clock(view.until)))
        if view.venue in self.venues:
            parts.append(escaped_text(self.venues[view.venue].name(language)))
        if view.type:
            parts.append(text("programme-type", language, type=view.type))
        if view.spoken:
            parts.append(text("programme-spoken", language, languages=language_names((view.spoken,), language)))
        if view.subtitled:
            parts.append(text("programme-subtitled", language, languages=language_names((view.subtitled,), language), code=view.subtitled))
        return [f"<b>{in_days(view.day, language)}</b>", *([" · ".join(parts)] if parts else [])]

    @staticmethod
    def _pages(entries: list[Screening], by: str) -> list[list[Screening]]:
        """By hour some a page; by venue each on pages of its own."""
        groups = [entries] if by == "h" else [[e for e in entries if e.venue_id == venue] for venue in dict.fromkeys(e.venue_id for e in entries)]
        return [group[at : at + PAGE] for group in groups for at in range(0, len(group), PAGE)]

    def _around(self, view: View) -> list[list[InlineKeyboardButton]]:
        """The other order, the days beside this one, the whole day, its calendar file, the languages."""
        language = view.language
        rows = []
        days = sorted({local(entry.starts_at, self.zone).date() for entry in self.programme.all()})
        before, after = [day for day in days if day < view.day], [day for day in days if day > view.day]
        beside = [button(f"‹ {short_day(before[-1], language)}", data_of(replace(View(language, before[-1]), by=view.by)))] if before else []
        other: Literal["h", "v"] = "v" if view.by == "h" else "h"
        if view.day in days:
            label = text("programme-by-venue" if other == "v" else "programme-by-hour", language)
            beside.append(button(label, data_of(replace(view, by=other, page=0))))
        beside += [button(f"{short_day(after[0], language)} ›", data_of(replace(View(language, after[0]), by=view.by)))] if after else []
        rows.append(beside)
        if view.day in days:
            rows.append([button(text("programme-day-calendar", language), f"{DAY_CALENDAR}:{language}:{view.day:%Y%m%d}")])
            if view.filtered:
                rows[-1].append(button(text("programme-whole-day", language), data_of(View(language, view.day, view.by))))
        return [*(row for row in rows if row), language_row(language, DAY, view.data)]
