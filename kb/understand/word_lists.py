"""Lists of words of `lexicon/words/`, and the words of a message as they are looked up there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kb.language.fold import fold
from kb.understand.lexicon import words

if TYPE_CHECKING:
    # The reading looks words up here, too.
    from kb.understand.reading import Token

# Keys of so many letters can be of several words.
_SHORT = 2


@cache
def listed(*names: str) -> frozenset[str]:
    """The words of these lists of `lexicon/words/`, as `as_listed` gives a word of a message."""
    return frozenset(in_list(str(word)) for name in names for word in words()[name])


@cache
def folded_list(*names: str) -> frozenset[str]:
    """The folded words of these lists: one key for every spelling, and one for some short words that are not alike."""
    return frozenset(fold(word) for name in names for word in words()[name])


@cache
def typed_list(*names: str) -> frozenset[str]:
    """The words of these lists as they are typed."""
    return frozenset(word for name in names for word in words()[name])


def in_list(word: str) -> str:
    """A word of a list as `as_listed` gives it."""
    return key if len(key := fold(word)) > _SHORT else word.lower()


def as_listed(token: Token) -> str:
    """The key of a word; one of two letters or less as it is typed: the keys of «не» and «неё», of «ше» and she are one."""
    return token.key if len(token.key) > _SHORT else token.text.lower()


# The lists that more than one subject looks words up in


@cache
def interrogatives() -> frozenset[str]:
    """Folded words that begin a question in Russian or English."""
    return frozenset(fold(word) for language in ("ru", "en") for word in words()["interrogatives"][language])


@cache
def all_interrogatives() -> frozenset[str]:
    """Those, and the Kazakh ones, which stand anywhere."""
    return frozenset(fold(word) for of_language in words()["interrogatives"].values() for word in of_language)


@cache
def pronouns() -> frozenset[str]:
    """Pronouns for people and things, as they are written."""
    return frozenset((*words()["pronouns"], *words()["thing_pronouns"]))


@cache
def auxiliaries() -> frozenset[str]:
    """Folded words that begin a yes/no question: «do foreigners get any money back?»"""
    return frozenset(map(fold, words()["yes_no"]["first"]))


@cache
def outside() -> dict[str, frozenset[str]]:
    """What leaves something out or says that it is not there, as it is typed: what stands `before` it, and what stands `after` it."""
    return {side: frozenset((*words()["outside"][side], *words()["excluding"][side])) for side in ("before", "after")}


@cache
def folded_outside() -> dict[str, frozenset[str]]:
    """The folded words of `outside`."""
    return {side: frozenset(map(fold, typed)) for side, typed in outside().items()}


@cache
def joint_production() -> tuple[str, ...]:
    """How folded words begin for making films together."""
    return tuple(map(fold, words()["joint_production"]))


@cache
def plurals_of_film() -> frozenset[str]:
    """Words for several films, as they are typed."""
    return frozenset(words()["plurals"]["film"])


@cache
def of_that_name() -> tuple[str, ...]:
    """How Kazakh words for a film begin that has the word before them for its name: «Шал фильмі»."""
    return tuple(words()["film_of_that_name"])
