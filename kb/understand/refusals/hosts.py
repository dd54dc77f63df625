"""«Кто победил на Коркыт Ата в Казани?», «when was the festival in Uzbekistan?»: a festival where it never was has no winner and no year."""

from __future__ import annotations

from collections.abc import Iterator

from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.claims.wording import strange_places
from kb.understand.evidence import EDITION_LIKE

# What a festival can be named together with.
_BESIDE = {"festival", "place", "country", "person"}


def never_held(ask: Ask) -> set[int]:
    """The positions of the place beside the festival's name where it never was; empty if there is none."""
    festival = ask.named.get(FESTIVAL) or (ask.kinds.get("edition", set()) if ask.types == {"when"} else set[int]())
    if ask.reading.yes_no or not festival or not set(ask.named_kinds.values()) <= _BESIDE:
        return set()
    # The sage has the name of the festival.
    others = [named for named, kind in ask.named_kinds.items() if kind == "person" and not ask.named[named] <= festival]
    places = () if others else (*_known_elsewhere(ask), *strange_places(ask))
    return next((place for place in places if _is_beside(ask, place, festival)), set())


def _known_elsewhere(ask: Ask) -> Iterator[set[int]]:
    """The positions of each place and country of the base that hosted no festival, is in or around none that did, and is not expected to host one."""
    cities = {place for edition in ask.members("edition") for place in edition.near.get("place", ())}
    expected = {place for edition in ask.members("edition") for event in edition.near.get("event", ()) for place in ask.of[event].near.get("place", ())}
    hosts = cities | {near for city in cities for near in ask.of[city].links}
    for named, kind in ask.named_kinds.items():
        if kind in ("place", "country") and named not in hosts | expected and ask.reading.is_located(ask.named[named]):
            yield ask.named[named]


def _is_beside(ask: Ask, place: set[int], festival: set[int]) -> bool:
    """Whether nothing stands between the two but that it was held, when, and words for a festival."""
    first, second = sorted((place, festival), key=min)
    of_festival = {i for kind in EDITION_LIKE for i in ask.kinds.get(kind, ())}
    passed = of_festival | ask.reading.years.keys() | ask.where_said(held())
    return all(i in passed or i not in ask.content or ask.reading.tokens[i].light for i in range(max(first) + 1, min(second)))
