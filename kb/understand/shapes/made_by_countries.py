"""The films of a country, or those that Kazakhstan made with it: told by the country of each film, and not by other links with it.

A film that was shown somewhere is linked with that country too, and is none of its films.
"""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.lexicon import words
from kb.understand.shapes import LOCATIVE
from kb.understand.shapes.cooperation import is_with
from kb.understand.shapes.hops import is_close

# What words for making a film, or for making it together, ask for.
_TOGETHER = ("project", "agreements")
_MADE = ("country", "works", "director", "shooting", "producer", "festivals", *_TOGETHER)
_WINNING = {"awards", "winner", "best_film"}
# How many of a list are told.
_LONGEST = 12


class MadeByCountries:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._within = set(words()["within"])

    def films(self, ask: Ask) -> Query | None:
        """«Which films do you have from Uzbekistan?», «какие фильмы сняты вместе с Грузией?», «Франциямен бірге қай фильмдер түсірілді?»"""
        partners, won = [named for named in ask.named if named != KAZAKHSTAN], self._won(ask)
        if won is None or not (partners or (won and ask.named)) or not {"list", "count"} & ask.operations.keys():
            return None
        if ask.kinds.keys() - {"country", *(("award",) if won else ())} != {"film"}:
            return None
        if set(ask.named_kinds.values()) != {"country"} or ask.reading.yes_no or ask.numerals or ask.months or ask.reading.story:
            return None
        if ask.types - {"count"} or ask.operations.keys() - {"list", "count"} or not self._says_nothing_else(ask):
            return None
        together = len(ask.named) > 1 or any(prop in ask.cues for prop in _TOGETHER) or any(is_with(ask, partner) for partner in partners)
        countries = {*ask.named, *((KAZAKHSTAN,) if together else ())}
        found = [film for film in ask.members("film", [(country,) for country in countries]) if "country" in film.facts]
        films = [film.id for film in found if countries <= set(film.facts["country"].refs) and (not ask.film_types or film.type in ask.film_types)]
        films = [film for film in films if not won or ask.of[film].known(won)]
        if not 0 < len(films) <= _LONGEST:
            return None
        if won:
            return Query("set", tuple(films)) if len(films) > 1 else Query("fact", (films[0],), won)
        return Query("set", tuple(films)) if len(films) > 1 else Query("fact", (films[0],), "country") if together else Query("card", (films[0],))

    @staticmethod
    def _won(ask: Ask) -> str | None:
        """What only some films have, where those are asked for: prizes, or having been sent to the Oscars.

        None where one prize is asked for, or how many were won: no film that won anything answers that.
        """
        if any(m.pattern.value == "best_film" and is_close(m, ask.reading) for m in ask.reading.of("cue")):
            return None
        if "count" in ask.operations and "award" in ask.kinds and "film" not in ask.counted:
            return None
        if "oscars" in ask.cues:
            return "oscars" if "winner" not in ask.cues else None
        return "awards" if "award" in ask.kinds or _WINNING & ask.cues.keys() else ""

    def _says_nothing_else(self, ask: Ask) -> bool:
        """Whether it is asked of no more than films and countries, and not what was shot in one, or shown there."""
        asking = {i for at in ask.operations.values() for i in at} | {i for prop in (*_MADE, *_WINNING, "oscars") for i in ask.cues.get(prop, ())}
        slight = {i for m in ask.reading.of("slight") for i in m.span}
        rest = set(ask.telling) - ask.named_positions - ask.of_kinds - ask.generic - asking - slight
        return not rest and not ask.lists_shown and not any(self._is_within(ask, min(span)) for span in ask.named.values())

    def _is_within(self, ask: Ask, at: int) -> bool:
        """«In Georgia», «Грузияда»."""
        tokens = ask.reading.tokens
        before = tokens[at - 1].text.lower() if at else ""
        return before in self._within or (ask.reading.language == "kk" and tokens[at].text.lower().endswith(LOCATIVE))
