"""Which films were in the competition of a festival: «какие фильмы были в конкурсе?», "were Kazakh films in the competition?", «байқауға не қатысты?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.follow_ups import as_listed, listed
from kb.understand.lexicon import words
from kb.understand.refusals.conditions import Conditions
from kb.understand.shapes.competitions import Competitions, competing
from kb.understand.shapes.festivals import editions_told

# What may be spoken of beside the films, and named.
_KINDS, _NAMED = {"film", "country", "award", *EDITION_LIKE}, {"country", "place", "festival", "edition"}
# What words for a competition, for films and for being there ask for, besides the films.
_OF_COMPETING = ("competition", "works", "films_count", "festivals", "participants", "festival_role", "country", "what")
# What they compete for.
_PRIZES = ("awards", "best_film")


class CompetingFilms:
    """Recognises such questions."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._competitions = Competitions()
        self._things, self._within = listed("which_things"), listed("within")

    def told(self, ask: Ask) -> Query | None:
        """The films that competed, all or those of one country; the programme's own words where countries are asked for, or none of that country is told."""
        if not self._asks(ask):
            return None
        edition = _festival(ask)
        if edition is None:
            return None
        programme = next((event for event in edition.near.get("event", ()) if ask.of[event].known("competition")), None)
        if programme is None:
            return Query("fact", (edition.id,), "competition")
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        films = () if _asks_for_countries(ask) else tuple(competing(ask, [edition.id, *countries], []))
        if not films:
            return Query("fact", (programme,), "competition")
        return Query("set", films) if len(films) > 1 else Query("card", films)

    def _asks(self, ask: Ask) -> bool:
        """Whether such films are all that is asked for, and nothing but the festival and one country narrows them."""
        kinds = [ask.named_kinds[named] for named in ask.named_but_eponym]
        if not self._competitions.contend(ask) or ask.kinds.keys() - _KINDS or not {*kinds} <= _NAMED or kinds.count("country") > 1:
            return False
        if (
            ask.types - ({"what", "where", "count"} if _asks_for_countries(ask) else {"what", "who"})
            or ask.operations.keys() - {"list", *ask.types}
            or ask.film_types
            or ask.reading.story
            or ask.reading.bound
        ):
            return False
        if (
            ask.months
            or ask.genres
            or ask.reading.of("foreign")
            or any(kind == "festival" and named != FESTIVAL for named, kind in ask.named_kinds.items())
            or set(ask.numbers) - ask.reading.years.keys()
        ):
            return False
        if {named for named, kind in ask.named_kinds.items() if kind == "place"} - ask.held.keys():
            return False
        if self._conditions.denies(ask):
            return False
        asked = "country" in kinds and "film" in ask.kinds if ask.reading.yes_no else bool(ask.kinds.keys() & {"film", "country"}) or self._asks_what(ask)
        return asked and self._says_only(ask)

    def _asks_what(self, ask: Ask) -> bool:
        """«Что было в конкурсе?», «кто боролся за призы?»"""
        tokens = ask.reading.tokens
        inside = ask.reading.language == "kk" or ask.where_said(_contending()) or any(as_listed(token) in self._within for token in tokens)
        return bool(inside) and ("who" in ask.types or any(as_listed(token) in self._things for token in tokens[:2]))

    @staticmethod
    def _says_only(ask: Ask) -> bool:
        said = ask.named_positions | ask.of_kinds | ask.generic | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        said |= ask.where_said(_of_competition()) | {i for at in ask.ordinals.values() for i in at if ask.ordinals_of_edition}
        if ask.where_said(_contending()):
            said |= {i for prop in _PRIZES for i in ask.cues.get(prop, ())}
        if any(not said.issuperset(at.keys() & {*ask.telling}) for prop, at in ask.cues.items() if prop not in _OF_COMPETING):
            return False
        return (said | {i for prop in _OF_COMPETING for i in ask.cues.get(prop, ())}).issuperset(ask.telling)


def _asks_for_countries(ask: Ask) -> bool:
    """«Which countries competed?», but not «what did our country enter?»"""
    return "country" in ask.kinds and "country" not in ask.named_kinds.values()


def _festival(ask: Ask) -> Evidence | None:
    """The festival that is named or told; where nothing tells one, the newest whose programme is told."""
    named = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"]
    editions = named or editions_told(ask)
    if not (named or ask.reading.years or ask.ordinals or ask.held.keys() - {FESTIVAL}):
        editions = [e for e in editions if any(ask.of[event].known("competition") for event in e.near.get("event", ()))][:1]
    return editions[0] if len(editions) == 1 else None


@cache
def _contending() -> frozenset[str]:
    return frozenset(map(fold, words()["competitions"]["contending"]))


@cache
def _of_competition() -> frozenset[str]:
    """Words for a competition, for its programme and for being in it."""
    said = words()["competitions"]
    return frozenset(map(fold, (*said["in"], *said["contending"], *said["programme"], *said["being_in"])))
