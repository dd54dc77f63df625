"""An entry in a line of a message, and as a button."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.programme.days import clock_time, in_days, local, within
from handlers.programme.views.schedule import Schedule
from handlers.programme.views.view import SCREENING
from handlers.render import button, escaped_text
from handlers.state.programme import Screening
from handlers.texts import text
from kb import Language

Shown = tuple[str, InlineKeyboardMarkup | None]
# So many entries stand in one message.
PAGE = 8


class Lines(Schedule):
    """Writes entries for one moment."""

    def line(self, entry: Screening, language: Language) -> str:
        """An entry with its day in one line of HTML."""
        day = in_days(local(entry.starts_at, self.zone).date(), language)
        return f"{day}, {self.clock_line(entry, language)}"

    def clock_line(self, entry: Screening, language: Language, venue: bool = True) -> str:
        """The same without its day, of which the message tells; without its venue, if that stands above."""
        name = escaped_text(self.title(entry, language))
        where = f" · {escaped_text(self.venue(entry).name(language))}" if venue else ""
        start = clock_time(entry.starts_at, self.zone)
        if entry.cancelled:
            return f"<s>{start} {name}{where}</s> · {text('programme-cancelled', language)}"
        return f"<b>{start}</b> {name}{where}"

    def at(self, entry: Screening, language: Language) -> str:
        """«Friday, 2 October, 18:00», as plain text."""
        return self.in_words(entry.starts_at, language)

    def in_words(self, at: int, language: Language) -> str:
        """A moment inside a sentence, as plain text."""
        return f"{within(local(at, self.zone).date(), language)}, {clock_time(at, self.zone)}"

    def buttons(self, entries: Sequence[Screening], language: Language) -> list[list[InlineKeyboardButton]]:
        """A button to the card of each entry."""
        return [
            [button(f"{clock_time(entry.starts_at, self.zone)} · {self.title(entry, language)}", f"{SCREENING}:{language}:{entry.id}")] for entry in entries
        ]

    def none_loaded(self, language: Language) -> str:
        """That there is no programme, and what the base knows of the next edition."""
        return "\n".join([text("programme-none", language), self.next_edition(language)])

    def next_edition(self, language: Language) -> str:
        """What the base knows of the edition to come: its dates, or that they are not known."""
        newest = next((record for key, _ in self.kb.names(("edition",), language) if (record := self.kb.record(key))), None)
        dates = newest.facts.get("dates") if newest else None
        if newest is None or dates is None or (dates.date and dates.date[:10] < self.today.isoformat()[: len(dates.date)]):
            return text("programme-next-unknown", language)
        return escaped_text(dates.text.get(language) if dates.text else newest.summary.get(language))


def language_names(codes: Sequence[str], language: Language) -> str:
    """«Kazakh, Russian» in a language."""
    names = Locale(language).languages
    return ", ".join(str(names.get(code, code)) for code in codes)
