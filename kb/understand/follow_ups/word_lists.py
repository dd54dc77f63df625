"""Lists of words of `lexicon/words/`, and the words of a message as they are looked up there."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.understand.lexicon import words
from kb.understand.reading import Token

# Keys of so many letters can be of several words.
_SHORT = 2


def listed(*names: str) -> frozenset[str]:
    """The words of these lists of `lexicon/words/`, as `as_listed` gives a word of a message."""
    return frozenset(in_list(str(word)) for name in names for word in words()[name])


def in_list(word: str) -> str:
    """A word of a list as `as_listed` gives it."""
    return key if len(key := fold(word)) > _SHORT else word.lower()


def as_listed(token: Token) -> str:
    """The key of a word; one of two letters or less as it is typed: the keys of «не» and «неё», of «ше» and she are one."""
    return token.key if len(token.key) > _SHORT else token.text.lower()


@cache
def of_that_name() -> tuple[str, ...]:
    """How Kazakh words for a film begin that has the word before them for its name: «Шал фильмі»."""
    return tuple(words()["film_of_that_name"])
