"""The words that more than one step of the reading looks for."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.understand.lexicon import words


@cache
def interrogatives() -> frozenset[str]:
    """Folded words that begin a question in Russian or English."""
    return frozenset(fold(word) for language in ("ru", "en") for word in words()["interrogatives"][language])


@cache
def all_interrogatives() -> frozenset[str]:
    """Those, and the Kazakh ones, which stand anywhere."""
    return frozenset(fold(word) for listed in words()["interrogatives"].values() for word in listed)


@cache
def pronouns() -> frozenset[str]:
    """Pronouns for people and things, as they are written."""
    return frozenset((*words()["pronouns"], *words()["thing_pronouns"]))


@cache
def auxiliaries() -> frozenset[str]:
    """Folded words that begin a yes/no question: «do foreigners get any money back?»"""
    return frozenset(map(fold, words()["yes_no"]["first"]))
