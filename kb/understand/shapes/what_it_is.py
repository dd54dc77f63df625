"""«Is Kinopark a theme park or what?», «ТЮРКСОЙ это страна или что?»: what something is, whatever it is taken for, and what its letters stand for."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import words

# What somebody is taken for is often his private life: «is he a father or what?»
_KINDS = ("organisation", "place", "event", "film")
# Cues of these are only words for what something is: «a theme park», «a studio».
_SAYING_WHAT = ("what", "theme", "studios", "type", "genre")
# So many words at most tell what something is taken for.
_MOST = 3
# What such a question says besides an abbreviation.
_BESIDE_LETTERS = ("organisation", "country")


class WhatItIs:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._after_name = frozenset(map(fold, words()["what_it_is"]["after_name"]))

    def told(self, ask: Ask) -> Query | None:
        """What something is, asked with something that no base tells of it, or that is of another kind."""
        if len(ask.named) != 1 or next(iter(ask.named_kinds.values())) not in _KINDS or ask.reading.years or ask.reading.bound:
            return None
        named, span = next(iter(ask.named.items()))
        tokens = ask.reading.tokens
        end = max(span) + 1
        if len(span) != end - min(span) or end >= len(tokens) or fold(tokens[end].text) not in self._after_name:
            return None
        beyond = {i for m in ask.reading.of("beyond") for i in m.span}
        # «Is TURKSOY a country?»; «what festival is it?» asks otherwise.
        other_kinds = {i for kind, said in ask.kinds.items() if kind != ask.named_kinds[named] for i in said if ask.reading.yes_no}
        taken_for = {i for i in ask.telling if i >= end} | other_kinds
        if any(m.pattern.value not in _SAYING_WHAT and m.span.isdisjoint(other_kinds) for m in ask.reading.of("cue") if m.weight == 1):
            # «… was it accepted?»
            return None
        if not taken_for or len(taken_for) > _MOST or taken_for.isdisjoint(beyond | other_kinds) or ask.reading.of("genre"):
            return None
        if any(i < min(span) for i in ask.telling) or ask.types - {"what"}:
            return None
        return Query("fact", (named,), "what") if ask.of[named].known("what") else Query("card", (named,))

    @staticmethod
    def spelled_out(ask: Ask) -> Query | None:
        """«What do the letters ARKA mean?», «ТИКА деген кімдер?»: what a body is, in which its full name stands, and not who leads it."""
        bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
        if len(bodies) != 1 or not ask.of[bodies[0]].known("what") or ask.kinds.keys() - set(_BESIDE_LETTERS) or ask.reading.years:
            return None
        who = _said(ask, "who_they_are")
        # «Орталықтың қысқартылған аты қандай?» knows the full name, and asks for the letters.
        asked = who or (_said(ask, "abbreviations") if len(ask.named[bodies[0]]) == 1 else set())
        others = ask.named_positions | ask.of_kinds | asked | {i for prop in ("what", "name_meaning") for i in ask.cues.get(prop, ())}
        alone = all(kind in _BESIDE_LETTERS for kind in ask.named_kinds.values()) and others.issuperset(ask.telling)
        return Query("fact", (bodies[0],), "what") if asked and alone and not ask.types - {"what", *(("who",) if who else ())} else None


def _said(ask: Ask, name: str) -> set[int]:
    """Positions of the words of these phrases in the message."""
    keys = tuple(ask.reading.keys)
    return {i for phrase in _phrases(name) for at in range(len(keys)) if keys[at : at + len(phrase)] == phrase for i in range(at, at + len(phrase))}


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(fold_phrase(phrase) for phrases in words()[name].values() for phrase in phrases)
