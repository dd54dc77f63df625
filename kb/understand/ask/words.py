"""The lists of `lexicon/words/` that tell what a message asks, folded unless it says otherwise; each is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.understand.lexicon import words


def _folded(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in listed)


def _last_words(listed: Iterable[str]) -> frozenset[str]:
    """Of a phrase its last word alone."""
    return frozenset(key for word in listed for key in fold_phrase(word)[-1:])


@cache
def next_to() -> dict[int, list[tuple[str, ...]]]:
    """−1 → words for «before», 1 → those for «after»."""
    return {int(step): [tuple(fold_phrase(phrase)) for phrase in phrases] for step, phrases in words()["next_to"].items()}


@cache
def cities() -> frozenset[str]:
    """Words for several cities."""
    return _folded(words()["cities"])


@cache
def capitals() -> frozenset[str]:
    """Words for a capital."""
    return _folded(words()["capitals"])


@cache
def occupations() -> frozenset[str]:
    """What people are called by before their name."""
    return _last_words(word for listed in words()["occupations"].values() for word in listed)


@cache
def of_a_life() -> frozenset[str]:
    """Words that somebody's life is told with, which no film has: «in his lifetime», «за карьеру», «өмірінде»."""
    return _folded(words()["of_a_life"])


@cache
def own_country() -> tuple[frozenset[str], frozenset[str]]:
    """Words for «our» and for «we»."""
    said = words()["own_country"]
    return _folded(said["of"]), _folded(said["who"])


@cache
def in_country() -> frozenset[str]:
    """«In what country», and not «from what country»; as they are typed."""
    return frozenset(words()["in_country"])


@cache
def several_festivals() -> frozenset[str]:
    """Words for several festivals, as they are typed."""
    return frozenset(words()["festivals"])


@cache
def acts() -> list[tuple[str, str]]:
    """The property that tells when something was done, and that which tells where."""
    return [(str(when), str(where)) for when, where in words()["acts"]]


@cache
def shown() -> frozenset[str]:
    """«Shown», «brought», «прислали»."""
    return _last_words(words()["shown"])


@cache
def first_shown() -> frozenset[str]:
    """«First» of a showing: «впервые показали»."""
    return _last_words(words()["first_shown"])


@cache
def works_shown() -> frozenset[str]:
    """Words other than «film» for films: «works», «картины»."""
    return _last_words(words()["works_shown"])


@cache
def existing() -> frozenset[str]:
    """What says that there is a paper."""
    return _folded(words()["existing"])


@cache
def titles() -> frozenset[str]:
    """Words for several titles, as they are written."""
    return frozenset(words()["titles"])


@cache
def reasons() -> frozenset[str]:
    """What asks for a reason."""
    return _folded(words()["why"]["words"])


@cache
def fame() -> frozenset[str]:
    """Words for being known and spoken of."""
    return _folded(words()["why"]["fame"])


@cache
def gatherings() -> dict[str, tuple[str, ...]]:
    """Beginnings of words for a meeting and for who leads something, and what texts call them."""
    return {name: tuple(map(fold, listed)) for name, listed in words()["gatherings"].items()}


@cache
def stems_of_gatherings(name: str) -> frozenset[str]:
    return frozenset(key[:5] for key in gatherings()[name])


@cache
def handing() -> frozenset[str]:
    """«Handed over»."""
    return _folded(words()["handing"]["verbs"])


@cache
def receiving() -> frozenset[str]:
    """What asks to whom something was handed over, or says that it was done to somebody."""
    return _folded(words()["handing"]["to"])


@cache
def which() -> frozenset[str]:
    """«Which», «какой», «қай»."""
    return _folded(word for listed in words()["asked_nouns"]["after"].values() for word in listed)


@cache
def joining() -> frozenset[str]:
    """What joins places in a row: «1st and 2nd»."""
    return _folded(words()["joining"])


@cache
def held() -> frozenset[str]:
    """What says that something was or took place."""
    return _last_words(words()["happening"]) | _folded(words()["hosting"])


@cache
def earning() -> dict[str, list[str]]:
    """What asks for a sum (`much`), and what a film does to earn it (`verbs`), as they are typed."""
    listed: dict[str, list[str]] = words()["earning"]
    return listed


@cache
def places_in_order() -> frozenset[str]:
    """Words for a place in a row: «second place» is no second festival."""
    return _folded(words()["places_in_order"])


@cache
def ordinal_endings() -> frozenset[str]:
    """What stands after the digits of an ordinal, as it is typed."""
    return frozenset(words()["ordinal_endings"])


@cache
def parts() -> frozenset[str]:
    """What an ordinal before these counts is no record: «day», «half»."""
    return _folded(words()["parts"])


@cache
def times() -> frozenset[str]:
    """«Time» of «first time»."""
    return _folded(words()["times"])


@cache
def subkinds() -> dict[str, tuple[str, str]]:
    """Word for a kind that is a type of another → that kind and the type."""
    return {name: (str(kind), str(type_)) for name, (kind, type_) in words()["subkinds"].items()}
