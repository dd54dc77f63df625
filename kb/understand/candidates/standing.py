"""What speaks for a record before any of its facts: whether it is named, of the kind that is asked for, of Kazakhstan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from kb.understand.ask import CONTEXT_KINDS, FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.candidates.editions import is_told
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.weights import (
    ABOUT,
    ASKED,
    CONTEXT_ONLY,
    KIND_ASKED,
    NOT_NAMED,
    OF_ALL_EDITIONS,
    OF_AN_EDITION,
    OF_MANY_COUNTRIES,
    OF_ONE,
    OF_OTHER_FESTIVAL,
    OF_OTHER_PAPER,
    OF_OTHER_TYPE,
    OF_PERSON,
    OF_PLACE,
    ONE_OF_SEVERAL,
    OWN_NAME,
    PREMISE_HOLDS,
    WITHOUT_KAZAKHSTAN,
)

_FESTIVE = {"festival", "edition"}


def standing(ask: Ask, record: Evidence, linked: tuple[str, ...], kinds: Set[str]) -> float:
    """What speaks for a record; `linked` are those that are named and linked with it, `kinds` those of the base."""
    asked_kinds = kinds & ask.kinds.keys()
    own = record.id in ask.named
    out = 0.0
    if own:
        out += _of_its_name(ask, record, asked_kinds)
    elif ask.named:
        out -= ABOUT if ask.about_named else NOT_NAMED
        if len(linked) == len(ask.named):
            out += PREMISE_HOLDS + (OWN_NAME if ask.names_several_people else 0.0)
    asked = record.kind in asked_kinds or (record.kind in _FESTIVE and not asked_kinds.isdisjoint(_FESTIVE))
    if asked and not (record.kind in ("place", "country", "person") and not own):
        out += KIND_ASKED
    # One after the other: in another order floats add up to something else.
    if of_kind := _OF_KIND.get(record.kind):
        for weight in of_kind(ask, record, own, asked_kinds):
            out += weight
    return out


def _of_its_name(ask: Ask, record: Evidence, asked_kinds: Set[str]) -> float:
    """A country or place mostly says of what: «the memorandum with Turkey». «In which city is Kazakhfilm» is about Kazakhfilm."""
    others = asked_kinds - EDITION_LIKE - ({"place", "country"} if record.kind == "organisation" else set())
    if record.kind in CONTEXT_KINDS and others and record.kind not in asked_kinds:
        return -CONTEXT_ONLY
    one_of_several = record.kind == "person" and ask.names_people_of_a_film
    return -ONE_OF_SEVERAL if one_of_several or _is_told_of_another(ask, record) else OWN_NAME


def _is_told_of_another(ask: Ask, record: Evidence) -> bool:
    """Whether a country or place is named beside something that it is linked with, in other words."""
    own = ask.named[record.id]
    if record.kind not in ("place", "country") or any(ask.strength.get(prop, 0.0) >= ASKED for prop in record.facts):
        return False
    return any(kind not in CONTEXT_KINDS and ask.named[near] - own and ask.linked(record.id, near) for near, kind in ask.named_kinds.items())


def _of_agreement(ask: Ask, record: Evidence, own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if record.countries > 2:
        yield -OF_MANY_COUNTRIES
    elif not own and record.countries and KAZAKHSTAN not in record.links:
        # The cooperation that is asked about is that of Kazakhstan.
        yield -WITHOUT_KAZAKHSTAN
    if record.type not in ask.papers:
        yield -OF_OTHER_PAPER


def _of_person(ask: Ask, _record: Evidence, own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if not own and "who" not in ask.types and "person" not in ask.kinds:
        yield -OF_PERSON


def _of_edition(ask: Ask, record: Evidence, own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if FESTIVAL in ask.named and not own and ask.tells_edition and is_told(ask, record):
        yield OWN_NAME


def _of_festival(ask: Ask, record: Evidence, own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if record.id == FESTIVAL:
        if ask.tells_edition:
            yield -OF_AN_EDITION
        if "list" in ask.operations:
            yield OF_ALL_EDITIONS
    elif not own:
        yield -OF_OTHER_FESTIVAL


def _of_film(ask: Ask, record: Evidence, own: bool, asked_kinds: Set[str]) -> Iterator[float]:
    if "film" in asked_kinds and ask.lists_in_kazakh and not own:
        # «Which films were shown» is not told by what is known of one of them.
        yield -OF_ONE
    if not own and ask.film_types and record.type not in ask.film_types:
        # A feature is no documentary that was shot with Thailand.
        yield -OF_OTHER_TYPE


def _of_award(ask: Ask, record: Evidence, _own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if ask.film_types and (films := [ask.of[near].type for near in record.near.get("film", ())]) and ask.film_types.isdisjoint(films):
        # Nor did a documentary get the special prize for features.
        yield -OF_OTHER_TYPE


def _of_place(ask: Ask, _record: Evidence, own: bool, _asked_kinds: Set[str]) -> Iterator[float]:
    if ask.named and not own:
        yield -OF_PLACE


def _of_organisation(ask: Ask, _record: Evidence, own: bool, asked_kinds: Set[str]) -> Iterator[float]:
    if not own and ask.ordinals and not asked_kinds.isdisjoint(_FESTIVE):
        # The first festival is no body that was founded.
        yield -OF_PLACE


_OF_KIND: dict[str, Callable[[Ask, Evidence, bool, Set[str]], Iterator[float]]] = {
    "agreement": _of_agreement,
    "person": _of_person,
    "edition": _of_edition,
    "festival": _of_festival,
    "film": _of_film,
    "award": _of_award,
    "country": _of_place,
    "place": _of_place,
    "organisation": _of_organisation,
}
