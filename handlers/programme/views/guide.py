"""All that people see of the programme at one moment, and the answers to what they ask: what is on now, what is next, where a film is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup

from handlers.programme.asked import Asked, Aspect
from handlers.programme.days import clock_time, local
from handlers.programme.views.cards import Cards
from handlers.programme.views.days import Days
from handlers.programme.views.lines import PAGE, Shown, language_names
from handlers.programme.views.view import View, data_of, view_of
from handlers.render import button, escaped_text, fit
from handlers.state.programme import Screening
from handlers.texts import text
from kb import Language


class Guide(Days, Cards):
    """Answers questions."""

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
        view = view_of(asked, asked.day, asked.rest)
        if asked.tonight and view.day != self.today and not self.of_day(view):
            view = replace(view, day=self.today)  # the night is over
        return self.day(view)

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
        shown = entries[:PAGE]
        lines = [f"{self.line(entry, language)}{self._aspect(entry, aspect, language)}" for entry in shown]
        return fit([*first, *([""] if first else []), *lines]), InlineKeyboardMarkup(self.buttons(shown, language))

    def _aspect(self, entry: Screening, aspect: Aspect | None, language: Language) -> str:
        """What is asked of an entry, after its line."""
        if aspect == "access":
            return f" · {text('programme-access-short', language, access=entry.access or 'untold')}"
        if aspect == "languages":
            spoken = [text("programme-spoken", language, languages=language_names(entry.languages, language))] if entry.languages else []
            written = text("programme-subtitled", language, languages=language_names(entry.subtitles, language), code="") if entry.subtitles else ""
            return "".join(f" · {part}" for part in [*spoken, written] if part)
        hours = f" · {clock_time(entry.starts_at, self.zone)}–{clock_time(entry.ends_at, self.zone)}" if entry.ends_at else ""
        return hours if aspect == "length" else ""

    def _now(self, asked: Asked) -> Shown:
        language = asked.language
        running = self.running(asked)
        if not running:
            return self.nothing([], text("programme-nothing-now", language), view_of(asked, self.today))
        head = text("programme-now", language, time=clock_time(int(self.now), self.zone))
        lines = [head, "", *(self.clock_line(entry, language) for entry in running)]
        coming = self.soonest(self.upcoming(asked))
        if coming:
            lines += ["", text("programme-then", language), *(self.line(entry, language) for entry in coming)]
        return fit(lines), InlineKeyboardMarkup([*self.buttons([*running, *coming], language)])

    def _next(self, asked: Asked) -> Shown:
        coming = self.upcoming(asked)
        if asked.day and asked.day != self.today:
            coming = [entry for entry in coming if local(entry.starts_at, self.zone).date() == asked.day]
        soonest = self.soonest(coming)
        if not soonest:
            return self.nothing([], text("programme-nothing-next", asked.language), view_of(asked, self.today))
        lines = [text("programme-then", asked.language), *(self.line(entry, asked.language) for entry in soonest)]
        return fit(lines), InlineKeyboardMarkup(self.buttons(soonest, asked.language))

    def _of_title(self, asked: Asked) -> Shown:
        """Where and when a film is shown, or an event is held."""
        language = asked.language
        found = self.of_title(asked)
        if asked.day is not None:
            of_day = {entry.id for entry in self.of_day(View(language, asked.day, since=asked.since, until=asked.until))}
            found = [entry for entry in found if entry.id in of_day] or found
        if not found:
            record = self.kb.record(asked.film) if asked.film else None
            name = record.names.shown(language) if record else ""
            back = button(text("programme-open", language), data_of(View(language, self.today, rest=True)))
            return text("programme-not-in-it", language, title=escaped_text(name)), InlineKeyboardMarkup([[back]])
        coming = [entry for entry in found if not self.has_ended(entry)]
        key = "programme-shown" if coming else "programme-was-shown"
        title = escaped_text(self.title(found[0], language))
        shown = (coming or found)[:PAGE]
        return fit([text(key, language, title=title), *(self.line(entry, language) for entry in shown)]), InlineKeyboardMarkup(self.buttons(shown, language))

    def _first_with(self, asked: Asked) -> Shown:
        """The programme without a day: today's rest if it has any such, else the first day that has."""
        view = view_of(asked, self.today, rest=True)
        if not self.of_day(view) and (coming := self.upcoming(asked)):
            view = replace(view, day=local(coming[0].starts_at, self.zone).date(), rest=False)
        return self.day(view)
