"""What a film, or the festival, is about: «о чём «Кадет»?», «what's this festival about?»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.word_lists import as_listed, listed

# What asks what something is about; «what's … about» can be read as where it was shown.
_ABOUT = {"plot", "scope", "theme"}
_ABOUT_AT_MOST = _ABOUT | {"what", "festivals", "purpose"}
# What words for a story ask for, and what tells one.
_OF_STORY = {"plot", "scope", "what", "history", "theme", "genre"}
_TELLS_STORY = ("plot", "theme", "based_on")


class Plots:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._about = listed("ends_about")

    def about_the_festival(self, ask: Ask) -> Query | None:
        """«What's this festival about?», «о чём фестиваль?»: no paper and no film, but what the festival is."""
        whole = ask.kinds.keys() == {"edition"} and not (ask.named or ask.numerals or ask.types - {"what"} or ask.reading.of("foreign"))
        asked = bool(self._about & set(ask.reading.listed)) or not ask.cues.keys().isdisjoint(_ABOUT)
        rest = set(ask.telling) - ask.of_kinds - ask.cued
        return Query("card", (FESTIVAL,)) if whole and asked and not rest and ask.cues.keys() <= _ABOUT_AT_MOST else None

    def untold_plot(self, ask: Ask) -> Query | None:
        """«О чём «Кадет»?», «who is Amre about?»: that it is not known, with the genre where that is, if nothing tells what a film is about."""
        films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
        if (
            len(films) != 1
            or len(set(map(frozenset, ask.named.values()))) > 1
            or ask.kinds.keys() - {"film"}
            or ask.types - {"who", "what"}
            or ask.reading.yes_no
        ):
            return None
        film, last = ask.of[films[0]], ask.reading.tokens[-1]
        # «Кадет туралы» asks for all that is known of it.
        ends = as_listed(last) in self._about and (ask.reading.language != "kk" or "who" in ask.types)
        if "about" in ask.operations and "what" in ask.strength and not (ends or "who" in ask.types):
            # «Tell me about Cadet, what film is that?» asks for all that is known of it.
            return None
        said = ask.named_positions | ask.of_kinds | ask.generic
        else_asked = any(not cues.keys() <= said for prop, cues in ask.cues.items() if prop not in _OF_STORY)
        said |= {i for prop in _OF_STORY for i in ask.cues.get(prop, ())}
        # «О чём «Кадет» и кто его снял?» asks for more.
        asked = ends or ("plot" in ask.cues and "who" not in ask.types)
        if not asked or else_asked or ask.reading.years or not said.issuperset(ask.telling):
            return None
        if told := next(filter(film.known, _TELLS_STORY), None):
            # «Who is it about?» asks for no maker; what else asks for a story finds it.
            return Query("fact", (film.id,), told) if "who" in ask.types else None
        return Query("fact", (film.id,), "genre+plot" if film.known("genre") else "plot")
