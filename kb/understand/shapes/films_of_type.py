"""Which films of a type a festival showed, or a country made: «which documentaries were shown in Aktau?», «были ли в Актау короткометражки?»."""

from __future__ import annotations

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.ask.steps.numbers import positions_of_first_time
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words
from kb.understand.refusals.conditions import Conditions
from kb.understand.shapes.competitions import Competitions
from kb.understand.shapes.festivals import editions_told
from kb.understand.shapes.films import films_of_countries
from kb.understand.shapes.prizes import best_documentary, won_there
from kb.understand.word_lists import plurals_of_film

# What words for films and for their being shown ask for, besides the films.
_OF_ANY_FILM = {"festivals", "films_count", "country", "works", "what", "festival_role", "participants", "competition"}
_OF_PRIZES = {"awards", "winner", "best_film", "genre"}
_KINDS = {"film", "country", "place", *EDITION_LIKE}
_NAMED = {"country", "place", "festival", "edition"}
_TYPES = {"documentary", "short"}


class FilmsOfType:
    """Finds such films over one base."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._competitions = Competitions()
        self._why = {fold(word) for word in words()["why"]["words"]}

    def told(self, ask: Ask) -> tuple[str, ...] | None:
        """The films that are asked for; none where the festival that is meant showed none that is told; None where this is not asked."""
        if not self._asks(ask):
            return None
        countries = {named for named, kind in ask.named_kinds.items() if kind == "country"}
        films = [film for film in films_of_countries(ask, countries) if film.type in ask.film_types]
        if ask.speaks_of_festivals:
            edition = _festival(ask)
            films = [film for film in films if edition and ask.linked(film.id, edition.id)]
        elif not countries or ask.reading.yes_no:
            return None
        return tuple(film.id for film in films) if films or ask.speaks_of_festivals else None

    def awarded(self, ask: Ask) -> Query | None:
        """«Which documentaries won prizes?»: those of one festival, in order; of each, where nothing tells one."""
        narrowed = ask.ranks or ask.ordinals or ask.reading.yes_no or ask.types or self._conditions.denies(ask)
        told = best_documentary(ask) if _are_several(ask) and not narrowed else None
        if told is None or ask.speaks_of_festivals:
            return told
        editions = sorted((edition for edition in ask.members("edition") if edition.known("best_documentary")), key=lambda edition: edition.newest)
        return Query("compare", tuple(edition.id for edition in editions), "best_documentary") if len(editions) > 1 else told

    def awarded_shorts(self, ask: Ask) -> tuple[str, ...] | None:
        """«Which short films won prizes in Aktau?»: those that won there, or anywhere; None where this is not asked."""
        types = ask.types_of.get("film", set())
        if types != {"short"} or not {"awards", "winner"} & ask.cues.keys() or ask.kinds.keys() - {*_KINDS, "award"} or not _are_several(ask):
            return None
        if ask.ranks or ask.reading.yes_no or ask.types - {"what"} or ask.operations.keys() - {"list"} or self._conditions.denies(ask) or ask.reading.story:
            return None
        named = {ask.named_kinds[named] for named in ask.named_but_eponym}
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        if not named <= _NAMED or not places <= ask.held.keys() or ask.months:
            return None
        said = ask.named_positions | ask.of_kinds | ask.reading.years.keys() | {i for at in (*ask.operations.values(), *ask.ordinals.values()) for i in at}
        said |= {i for prop in (*_OF_ANY_FILM, *_OF_PRIZES) for i in ask.cues.get(prop, ())}
        if not said.issuperset(ask.telling):
            return None
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        films = [film for film in ask.members("film", [(country,) for country in countries]) if film.type in ask.film_types and film.known("awards")]
        if ask.speaks_of_festivals:
            edition = _festival(ask)
            films = [film for film in films if edition and won_there(ask, film, edition.id)]
        return tuple(film.id for film in films)

    def _asks(self, ask: Ask) -> bool:
        """Whether such films are all that is asked for, and nothing but the festival and the country narrows them."""
        if len(ask.types_of.get("film", set()) & _TYPES) != 1 or ask.kinds.keys() - _KINDS or ask.types - {"what"} or ask.operations.keys() - {"list"}:
            return False
        places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
        if (
            not {ask.named_kinds[named] for named in ask.named_but_eponym} <= _NAMED
            or not places <= ask.held.keys()
            or ask.reading.story
            or ask.reading.bound
            or ask.months
            or set(ask.numbers) - ask.reading.years.keys()
        ):
            return False
        if self._conditions.denies(ask) or self._competitions.contend(ask) or positions_of_first_time(ask.reading):
            return False
        if ask.reading.has_key(self._why):
            return False
        said = ask.named_positions | ask.of_kinds | ask.reading.years.keys() | {i for at in ask.operations.values() for i in at}
        said |= {i for at in ask.ordinals.values() for i in at}
        said |= {i for prop in _OF_ANY_FILM for i in ask.cues.get(prop, ())}
        # «Were screened» can ask where that was.
        asks_else = any(prop not in _OF_ANY_FILM and cues.keys() & {*ask.content} - said for prop, cues in ask.cues.items())
        return not asks_else and said.issuperset(ask.telling if ask.speaks_of_festivals else ask.content)


def _are_several(ask: Ask) -> bool:
    """Whether a word for films stands in the plural."""
    return any(ask.reading.tokens[i].text.lower() in plurals_of_film() for i in ask.kinds.get("film", ()))


def _festival(ask: Ask) -> Evidence | None:
    """The festival that is named, or told by its year, number or city; the newest one of which films are told, where nothing says which."""
    editions = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"] or editions_told(ask)
    return editions[0] if len(editions) == 1 else next((edition for edition in editions if edition.near.get("film")), None)
