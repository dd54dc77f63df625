"""«And from Türkiye?» after the films of Kazakhstan at a festival, after those of its competition, or after its prizes: those of Türkiye."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.shapes.competitions import competing
from kb.understand.shapes.prizes import awards_in
from kb.understand.word_lists import listed


def of_another_country(ask: Ask, context: Query | None) -> Query | None:
    """The same list of the one country that a message names and of which it says nothing else."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    alone = len(ask.named) == len(countries) == 1 and not (ask.types or ask.strength) and ask.kinds.keys() <= {"film"}
    ones = ask.reading.where_listed(listed("ones"))
    if context is None or not alone or set(ask.telling) - ask.named[countries[0]] - ask.of_kinds - ones:
        return None
    if context.operation in ("list", "count"):
        return _listed(ask, context, countries[0])
    before = [ask.of[record] for record in context.records if record in ask.base.records]
    if before and before[0].kind == "award":
        return awards_in(ask, countries[0], before[0].near.get("edition", []))
    if context.operation != "set" or not before or any(one.kind != "film" for one in before):
        return None
    for edition in sorted(set(before[0].editions).intersection(*(film.editions for film in before)), reverse=True):
        found = competing(ask, [edition, countries[0]], [])
        if found and {film.id for film in before} <= set(competing(ask, [edition], list(context.records))):
            return Query("set", tuple(found))
    return _shown_with_them(ask, before, countries[0])


def _shown_with_them(ask: Ask, before: list[Evidence], country: str) -> Query | None:
    """The films of this country at the festival of which the chat listed all films of another one."""
    told = {film.id for film in before}
    of_all = [set(film.near.get("country", ())) for film in before]
    for edition in sorted(set(before[0].editions).intersection(*(film.editions for film in before)), reverse=True):
        for other in sorted(set.intersection(*of_all)):
            if told == set(ask.base.members("film", [(other,), (edition,)])) and ask.base.members("film", [(country,), (edition,)], 1):
                return Query("list", kind="film", filters=(edition, country))
    return None


def _listed(ask: Ask, context: Query, country: str) -> Query | None:
    """The list or the count before, with this country in place of the one that it had."""
    if not all(near in ask.base.records for near in context.filters):
        return None
    others = [near for near in context.filters if ask.of[near].kind != "country"]
    filters = (*others, country)
    found = len(others) < len(context.filters) and ask.base.members(context.kind or "", [(near,) for near in filters], 1)
    return Query(context.operation, kind=context.kind, filters=filters) if found else None
