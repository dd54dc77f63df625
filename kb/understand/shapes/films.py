"""Films by who is in them: those of somebody, and those about somebody: «Әуезов туралы кино бар ма»."""

from __future__ import annotations

from collections.abc import Set

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import MADE_BY, Evidence, soft_text
from kb.understand.reading import about


def films_of(ask: Ask, person: str) -> list[Evidence]:
    """The films, of the type that the message tells, in whose facts a person is named."""
    types = ask.film_types
    films = [film for film in map(ask.of.__getitem__, ask.of[person].near.get("film", ())) if person in film.refs]
    return [film for film in films if film.type in types] or films


def tells_other_work(ask: Ask, person: str, film: Evidence) -> bool:
    """«Мұстафинаның Ander деген документалкасы»: whether a name in the message is told of somebody, and not of the film, as that of another work is."""
    strange = [i for i in ask.telling if i in ask.reading.capitals and i not in ask.named_positions | ask.of_kinds | ask.cued]
    stems = {stem for i in strange for stem in ask.stems.get(i, ())}
    return any(stem in ask.of[person].where and stem not in film.where for stem in stems)


def films_of_countries(ask: Ask, countries: Set[str]) -> list[Evidence]:
    """The films that all these countries made; all films where no country is told."""
    films = ask.members("film", [(country,) for country in countries])
    return [film for film in films if not countries or ("country" in film.facts and countries <= set(film.facts["country"].refs))]


def film_of_its_hero(ask: Ask) -> Query | None:
    """«Who is Amre Kashaubayev?», «Жамбыл Жабаев деген кім?»: the story of a film that bears the name of its hero, who is no record."""
    films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
    said = set(ask.telling)
    asks_who = ask.types <= {"who"} and (ask.types or "about" in ask.operations) and not (ask.kinds or ask.cues.keys() - {"what"} or ask.reading.yes_no)
    if not asks_who or len(films) != 1 or not said or max(said) - min(said) != len(said) - 1:
        return None
    film = ask.of[films[0]]
    titles = {stem for name in ask.base.records[film.id].names.all() for stem in soft_text(name)}
    if film.known("director") and all(not titles.isdisjoint(ask.stems.get(i, ())) for i in said):
        # Of the title alone it is asked who made it.
        return None
    told = film.known("plot") and all(any("plot" in film.where.get(stem, ()) for stem in ask.stems.get(i, ())) for i in said)
    return Query("fact", (film.id,), "plot") if told else None


def films_about(ask: Ask) -> Query | None:
    """«Is there a film about Yasawi?», «Әуезов туралы кино бар ма»: those that somebody who is named has no part in making."""
    people = [named for named, kind in ask.named_kinds.items() if kind == "person"]
    if len(people) != 1 or len(ask.named) > 1 or ask.kinds.keys() != {"film"} or ask.types or ask.reading.years:
        return None
    span, tokens = ask.named[people[0]], ask.reading.tokens
    beside = {"before": max(span) + 1, "after": min(span) - 1}
    said = any(0 <= i < len(tokens) and tokens[i].key in about()[side] for side, i in beside.items())
    if not said or not (span | ask.of_kinds | ask.generic).issuperset(ask.telling):
        return None
    films = [ask.of[film] for film in ask.of[people[0]].near.get("film", ())]
    of_them = [film.id for film in films if not any(people[0] in film.facts[prop].refs for prop in MADE_BY if prop in film.facts)]
    return Query("set" if len(of_them) > 1 else "card", tuple(of_them)) if of_them else None
