"""One screening, and one venue, with what can be done about them: reminders, calendar files, the map."""

from __future__ import annotations

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.programme.days import clock_time, in_days, local
from handlers.programme.views.lines import Lines, Shown, language_names
from handlers.programme.views.view import CALENDAR, MAP, REMIND, SCREENING, View, data_of
from handlers.render import CARD, button, escaped_text, fit, language_row
from handlers.state.programme import Screening, Venue
from handlers.texts import text
from kb import Language

# Minutes before the start.
REMINDERS = (15, 30, 60)


class Cards(Lines):
    """Shows single things."""

    def card(self, entry: Screening, language: Language, minutes: int | None, private: bool, bare: bool = False) -> Shown:
        """One screening; `minutes` is the reminder that this person set, reminders are offered in private chats. `bare`: without who is let in."""
        venue = self.venue(entry)
        day, ends = local(entry.starts_at, self.zone).date(), f"–{clock_time(entry.ends_at, self.zone)}" if entry.ends_at else ""
        where = [venue.name(language), *([venue.addresses[language]] if language in venue.addresses else [])]
        lines = [
            f"<b>{escaped_text(self.title(entry, language))}</b>",
            f"{in_days(day, language)}, {clock_time(entry.starts_at, self.zone)}{ends}",
            escaped_text(", ".join(where)),
        ]
        if entry.languages:
            lines.append(text("programme-language", language, languages=language_names(entry.languages, language)))
        if entry.subtitles:
            lines.append(text("programme-subtitles", language, languages=language_names(entry.subtitles, language)))
        if entry.access and not bare:
            lines.append(text("programme-access", language, access=entry.access))
        if note := entry.notes.get(language):
            lines.append(escaped_text(note))
        if entry.cancelled:
            lines += ["", text("programme-is-cancelled", language)]
        elif minutes is not None and entry.starts_at > self.now:
            lines += ["", text("reminder-is-set", language, minutes=minutes)]
        return fit(lines), InlineKeyboardMarkup(self._card_rows(entry, language, minutes, private))

    def venue_card(self, venue: Venue, language: Language) -> Shown:
        """Where a venue is, as far as the programme tells, with what is on there."""
        address = venue.addresses.get(language) or next(iter(venue.addresses.values()), None)
        lines = [f"<b>{escaped_text(venue.name(language))}</b>", escaped_text(address) if address else text("programme-no-address", language)]
        view = View(language, self.today, rest=True, venue=venue.id)
        if not self.of_day(view) and (coming := self.upcoming(view)):
            view = replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False)
        on_map = [[button(text("programme-map", language), f"{MAP}:{language}:{venue.id}")]] if venue.latitude is not None else []
        return fit(lines), InlineKeyboardMarkup([*on_map, [button(text("programme-open", language), data_of(view))]])

    def _card_rows(self, entry: Screening, language: Language, minutes: int | None, private: bool) -> list[list[InlineKeyboardButton]]:
        rows = []
        if private and not entry.cancelled and entry.starts_at > self.now:
            # One that would be due already is not offered, unless it is the one that is set.
            offered = [n for n in REMINDERS if entry.starts_at - 60 * n > self.now or n == minutes]
            rows.append([button(_remind_label(n, minutes, language), f"{REMIND}:{language}:{0 if n == minutes else n}:{entry.id}") for n in offered])
        venue = self.venue(entry)
        files = [button(text("programme-calendar", language), f"{CALENDAR}:{language}:{entry.id}")]
        if venue.latitude is not None:
            files.append(button(text("programme-map", language), f"{MAP}:{language}:{venue.id}"))
        rows.append(files)
        if entry.film and self.kb.record(entry.film):
            rows.append([button(text("programme-about-film", language), f"{CARD}:{language}:{entry.film}")])
        day = View(language, local(entry.starts_at, self.zone).date())
        rows.append([button(text("programme-back", language), data_of(day))])
        return [*(row for row in rows if row), language_row(language, SCREENING, entry.id)]


def _remind_label(offered: int, minutes: int | None, language: Language) -> str:
    label = text("reminder-minutes", language, minutes=offered)
    return f"✓ {label}" if offered == minutes else f"🔔 {label}"
