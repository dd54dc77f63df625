"""Everyday words, which say little by themselves or name nothing: function words, light Kazakh verbs, common nouns."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.language.kazakh import is_form_of, is_noun_form_of
from kb.understand.lexicon import Pattern, function_keys, words
from kb.understand.reading.message import Token
from kb.understand.word_lists import folded_list


@cache
def _verbs() -> frozenset[str]:
    return folded_list("light_verbs") | {fold(stem) for stem in words()["everyday"]["verbs"]}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(stem) for stem in words()["everyday"]["nouns"])


def is_everyday(key: str) -> bool:
    """Whether it is a form of an everyday Kazakh word, which no typing error makes a name."""
    return is_form_of(key, _verbs()) or is_noun_form_of(key, _nouns())


def is_function(token: Token) -> bool:
    """A word that says little by itself, in any language; «этом» as a form of «этот» too."""
    if token.key in function_keys():
        return True
    if token.bases:
        return function_keys().issuperset(token.bases)
    return is_light(token.key)


def is_light(key: str) -> bool:
    """Whether it is a form of a Kazakh verb that says little by itself."""
    return is_form_of(key, folded_list("light_verbs"))


def names_a_verb(pattern: Pattern) -> bool:
    """Whether a name of one word has the key of such a verb: «Естімеппін» is of «есті», whose key is that of Eesti."""
    return len(pattern.keys) == 1 and pattern.keys[0] in folded_list("light_verbs")
