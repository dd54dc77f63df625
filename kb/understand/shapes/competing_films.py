"""Which films were in the competition of a festival: «какие фильмы были в конкурсе?», "were Kazakh films in the competition?", «байқауға не қатысты?»"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words
from kb.understand.refusals.conditions import Conditions
from kb.understand.shapes.competitions import Competitions, competing
from kb.understand.shapes.festivals import editions_told
from kb.understand.word_lists import as_listed, listed

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

    def won(self, ask: Ask) -> Query | None:
        """«Which films of the competition won prizes?»: all prizes of the festival; «which film won the competition?»: the main one."""
        kinds = {ask.named_kinds[named] for named in ask.named_but_eponym}
        if not self._competitions.are_asked_for(ask) or not {"film"} <= ask.kinds.keys() <= _KINDS - {"country"} or not kinds <= _NAMED - {"country"}:
            return None
        if not {"awards", "winner"} & ask.cues.keys() or ask.types - {"what"} or ask.operations.keys() - {"list"} or ask.film_types or ask.reading.yes_no:
            return None
        if _is_of_another(ask) or self._conditions.denies(ask) or not self._says_only(ask, (*_PRIZES, "winner")):
            return None
        edition, prop = _festival(ask), "awards" if "award" in ask.kinds else "best_film"
        return Query("fact", (edition.id,), prop) if edition else None

    def _asks(self, ask: Ask) -> bool:
        """Whether such films are all that is asked for, and nothing but the festival and one country narrows them."""
        kinds = [ask.named_kinds[named] for named in ask.named_but_eponym]
        if not self._competitions.contend(ask) or ask.kinds.keys() - _KINDS or not {*kinds} <= _NAMED or kinds.count("country") > 1:
            return False
        # «Which of them won?»
        told_besides = (
            ask.cues.get("winner", {}).keys() & {*ask.content} - ask.of_kinds or ask.film_types or _is_of_another(ask) or self._conditions.denies(ask)
        )
        types = {"what", "where", "count"} if _asks_for_countries(ask) else {"what", "who"}
        if told_besides or ask.types - types or ask.operations.keys() - {"list", *ask.types}:
            return False
        asked = "country" in kinds and "film" in ask.kinds if ask.reading.yes_no else bool(ask.kinds.keys() & {"film", "country"}) or self._asks_what(ask)
        return asked and self._says_only(ask, _PRIZES if ask.where_said(_contending()) else ())

    def _asks_what(self, ask: Ask) -> bool:
        """«Что было в конкурсе?», «кто боролся за призы?»"""
        tokens = ask.reading.tokens
        inside = ask.reading.language == "kk" or ask.where_said(_contending()) or ask.reading.has_listed(self._within)
        return bool(inside) and ("who" in ask.types or any(as_listed(token) in self._things for token in tokens[:2]))

    @staticmethod
    def _says_only(ask: Ask, of_prizes: Collection[str]) -> bool:
        """Whether nothing is said beside the festival, films, being in a competition and these prizes."""
        said = ask.named_positions | ask.of_kinds | ask.generic | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        said |= ask.where_said(_of_competition()) | {i for at in ask.ordinals.values() for i in at if ask.ordinals_of_edition}
        said |= {i for prop in of_prizes for i in ask.cues.get(prop, ())}
        if any(not said.issuperset(at.keys() & {*ask.telling}) for prop, at in ask.cues.items() if prop not in _OF_COMPETING):
            return False
        return (said | {i for prop in _OF_COMPETING for i in ask.cues.get(prop, ())}).issuperset(ask.telling)


def _is_of_another(ask: Ask) -> bool:
    """Whether another festival or place is spoken of, a story, or what no year tells."""
    others = any(kind == "festival" and named != FESTIVAL for named, kind in ask.named_kinds.items())
    elsewhere = {named for named, kind in ask.named_kinds.items() if kind == "place"} - ask.held.keys()
    numbered = ask.months or ask.reading.bound or set(ask.numbers) - ask.reading.years.keys()
    return bool(others or elsewhere or numbered or ask.genres or ask.reading.story or ask.reading.of("foreign"))


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
