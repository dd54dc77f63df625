"""The words that more than one step of the reading looks for."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.understand.lexicon import words

# Ordinals up to this one follow a word for tens.
_UNITS = 9


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
def ordinal_stems() -> dict[str, int]:
    """What all forms of the ordinals up to nine begin with → the number: «втор», «екінші», "second"."""
    out: dict[str, int] = {}
    for number, by_language in words()["ordinals"].items():
        if number < 10:
            for language, listed in by_language.items():
                # Russian ones end in «ый», «ой» or «ий».
                stems = (word[:-2] if language == "ru" else word for word in listed)
                out |= {stem: number for stem in stems if stem.isalpha()}
    return dict(sorted(out.items(), key=lambda one: -len(one[0])))
