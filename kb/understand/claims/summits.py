"""What a summit was, and where: «что за киносаммит устроили?», «киносаммит прошёл в Астане?», «что за киносаммит был в Ташкенте?»."""

from __future__ import annotations

import re
from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words
from kb.understand.weights import MENDED
from kb.understand.word_lists import folded_list

_SUMMIT = "summit"
# What tells where it was, and what the words for being held ask for.
_WHERE, _OF_BEING_HELD = ("city", "venue"), {"organisers", "what", "dates", "venue", "city", "festivals", "shooting"}
# Summits of one row have one name, but for their year.
_YEAR = re.compile(r"\s*\(\d{4}\)$")


def summit(ask: Ask) -> Query | None:
    """All that is told of it at a glance: the one that was in the place and the year that are told, if any are."""
    named = _named(ask)
    if named is None or ask.reading.yes_no or not _asks_what(ask):
        return None
    found = [one for one in _row(ask, named) if _fits(ask, one)]
    return Query("card", (found[0].id,)) if found else None


def summit_elsewhere(ask: Ask) -> Query | None:
    """«Киносаммит прошёл в Астане?», «что за киносаммит был в Ташкенте?»: where it was, if none of its row was there."""
    named = _named(ask)
    asks = named and not ask.reading.years and _places(ask) and (_asks_what(ask) or (ask.reading.yes_no and not ask.types))
    if named is None or not asks or any(_fits(ask, one) for one in _row(ask, named)):
        return None
    return _told_where(named)


def summit_held_there(ask: Ask) -> Query | None:
    """«Was the cinema summit held in Aktau?»: told of the one that was there."""
    named = _named(ask)
    if named is None or not ask.reading.yes_no or ask.reading.years or ask.types or not (places := _places(ask)):
        return None
    told = next((_told_where(one) for one in _row(ask, named) if _fits(ask, one)), None)
    return Query("fact", told.records, told.property, claim=places[0]) if told else None


def _named(ask: Ask) -> Evidence | None:
    """The summit that is named, where nothing but a place and words for being held stand beside it."""
    spans = _spans(ask)
    named = [record for record in spans if ask.of[record].type == _SUMMIT]
    places = _places(ask)
    if len(named) != 1 or len(places) > 1 or len(spans) != 1 + len(places) or ask.ordinals or ask.months or ask.reading.of("foreign"):
        return None
    if any(not ask.reading.is_located(spans[place]) for place in places):
        return None
    said = {i for span in spans.values() for i in span} | ask.of_kinds | ask.generic | ask.reading.years.keys() | ask.where_said(_held())
    said |= ask.cues.get("what", {}).keys()
    asks_else = any(prop not in _OF_BEING_HELD or not cues.keys() <= said for prop, cues in ask.cues.items())
    return None if asks_else or not said.issuperset(ask.telling) else ask.of[named[0]]


def _spans(ask: Ask) -> dict[str, frozenset[int]]:
    """Record → where its name stands, of all that are named, whether they are linked or not: a summit is not in every city."""
    return {m.pattern.value: m.span for m in ask.reading.of("record") if m.weight > MENDED}


def _asks_what(ask: Ask) -> bool:
    """«What was», «что за», «деген не»: who, where or when it was asks otherwise."""
    return not ask.types - {"what"} and (bool(ask.cues.get("what")) or "about" in ask.operations or _begins_with_what(ask))


def _begins_with_what(ask: Ask) -> bool:
    """«What was this summit?», «Ташкентте қандай киносаммит болды?»"""
    return ask.reading.has_key(folded_list("which"))


def _places(ask: Ask) -> list[str]:
    return [record for record in _spans(ask) if ask.of[record].kind == "place"]


def _row(ask: Ask, summit: Evidence) -> list[Evidence]:
    """The summit that is named, and those of its row, the newest first."""
    name = _name(ask, summit)
    others = [one for one in ask.members("event") if one.type == _SUMMIT and _name(ask, one) == name and one.id != summit.id]
    return [summit, *sorted(others, key=lambda one: -one.newest)]


def _name(ask: Ask, summit: Evidence) -> str:
    return _YEAR.sub("", ask.base.records[summit.id].names.en[0])


def _fits(ask: Ask, summit: Evidence) -> bool:
    """Whether a summit was in the place and the year that are told."""
    years, places = set(ask.reading.years.values()), set(_places(ask))
    there = {ref for prop in _WHERE if prop in summit.facts for ref in summit.facts[prop].refs}
    return (not years or not years.isdisjoint(summit.years)) and places <= there


def _told_where(summit: Evidence) -> Query | None:
    prop = next((prop for prop in _WHERE if summit.known(prop)), None)
    return Query("fact", (summit.id,), prop) if prop else None


@cache
def _held() -> frozenset[str]:
    """The folded words for being held and for being arranged."""
    return frozenset(fold(word) for name in ("happening", "arranging") for word in words()[name])
