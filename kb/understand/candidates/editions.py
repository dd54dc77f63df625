"""Which edition of the festival a message tells: by a year, a number, a city."""

from __future__ import annotations

from collections.abc import Set

from kb.understand.ask import Ask
from kb.understand.evidence import Evidence


def is_told(ask: Ask, edition: Evidence, claimed: Set[str] = frozenset()) -> bool:
    """Whether all that the message tells of an edition fits this one: its year, its number, its city unless only claimed."""
    if claimed and not (ask.reading.years or ask.ordinals):
        return False
    number = edition.facts.get("editions")
    cities = [named for named, kind in ask.named_kinds.items() if kind == "place" and named not in claimed]
    years = set(ask.reading.years.values())
    return (
        (not years or not years.isdisjoint(edition.years))
        and (not ask.ordinals or (number is not None and number.number in ask.ordinals))
        and all(ask.linked(edition.id, city) for city in cities)
    )
