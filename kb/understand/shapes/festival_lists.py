"""What follows a list of a festival's films: «which of them won prizes?» asks for prizes of that festival, «and the short films?» for its other films."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import words
from kb.understand.shapes.competitions import competing
from kb.understand.shapes.prizes import won_there
from kb.understand.word_lists import listed

# What words for winning ask for.
_OF_PRIZES = ("awards", "winner", "best_film")


def festival_of_list(ask: Ask, context: Query) -> str | None:
    """The only festival of which a list told all films, those of one type, those of one country or those of the competition."""
    if context.operation in ("list", "count") and context.kind == "film":
        editions = [near for near in context.filters if near in ask.base.records and ask.of[near].kind == "edition"]
        return editions[0] if len(editions) == 1 else None
    told = {record for record in context.records if record in ask.base.records and ask.of[record].kind == "film"}
    if context.operation != "set" or len(told) != len(context.records):
        return None
    films = [ask.of[film] for film in told]
    types, countries = {film.type for film in films}, set.intersection(*(set(film.near.get("country", ())) for film in films))
    for edition in set.intersection(*(set(film.editions) for film in films)):
        shown = [film for film in ask.members("film", [(edition,)]) if film.type in types]
        of_country = ({film.id for film in shown if country in film.near.get("country", ())} for country in countries)
        if told == {film.id for film in shown} or told in of_country or told == set(competing(ask, [edition], [])):
            return edition
    return None


def won_at_its_festival(ask: Ask, context: Query, before: list[str]) -> tuple[str, ...] | None:
    """Of these films those that won at the festival of which the chat listed them; None where more is asked than prizes, or another festival is meant."""
    said = ask.of_kinds | ask.generic | ask.operations.get("compare", set()) | {i for prop in _OF_PRIZES for i in ask.cues.get(prop, ())}
    several = ask.reading.has_typed(words()["festivals"])
    if ask.named or ask.reading.years or several or ask.reading.of("foreign") or not said.issuperset(ask.telling):
        return None
    edition = festival_of_list(ask, context)
    if edition is None or ask.reading.has_listed(listed("elsewhere")):
        return None
    return tuple(film for film in before if won_there(ask, ask.of[film], edition))


def of_another_type(ask: Ask, context: Query | None) -> tuple[str, ...] | None:
    """«And the short films?» after the documentaries of a festival: the films of that type there; None where no type, or more than that, is asked for."""
    if context is None or not ask.film_types or ask.named or ask.types or ask.reading.years or ask.reading.yes_no or ask.kinds.keys() != {"film"}:
        return None
    if ask.operations.keys() - {"list"} or not ask.of_kinds.issuperset(ask.telling) or ask.reading.has_listed(listed("which")):
        return None
    edition = festival_of_list(ask, context)
    films = [film.id for film in ask.members("film", [(edition,)]) if film.type in ask.film_types] if edition else []
    return tuple(films) if edition else None
