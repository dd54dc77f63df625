"""Which country came to a festival for the first time: told by the country of which it is said, and by no list of all that came."""

from __future__ import annotations

import re

from kb.base import Base
from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import words
from kb.understand.word_lists import listed

# How a text in English says so.
_FIRST_TIME = re.compile(r"\bfor the first time\b")
_KINDS = {"festival", "edition", "place", "person"}


class Newcomers:
    """Recognises such questions, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._joining = listed("taking_part", "coming_to")
        self._first = [fold_phrase(phrase) for phrase in words()["newcomers"]]

    def told(self, ask: Ask) -> Query | None:
        """«Which country was new in Aktau?», «кто из стран приехал впервые?»"""
        if (
            "country" not in ask.kinds
            or ask.kinds.keys() - {"country", *EDITION_LIKE}
            or ask.reading.yes_no
            or "count" in ask.operations
            or not set(ask.named_kinds.values()) <= _KINDS
        ):
            return None
        kinds = ask.kinds.keys() | set(ask.named_kinds.values())
        first = self._said(ask)
        tokens = ask.reading.tokens
        joining = ask.reading.where_listed(self._joining)
        if not (joining or FESTIVAL in ask.named or kinds & EDITION_LIKE or any(named in ask.held for named in ask.named)):
            return None
        joining |= {i for i, token in enumerate(tokens) if token.light}
        passed = first | joining | ask.named_positions | ask.of_kinds | ask.reading.years.keys()
        if not first or not passed.issuperset(ask.telling):
            return None
        return self._newcomer(ask)

    def _said(self, ask: Ask) -> set[int]:
        """The positions of the words for the first time."""
        keys = ask.reading.keys
        starts = ((at, len(phrase)) for phrase in self._first for at in range(len(keys)) if tuple(keys[at : at + len(phrase)]) == phrase)
        return {i for at, length in starts for i in range(at, at + length)}

    def _newcomer(self, ask: Ask) -> Query | None:
        """The only country that is told to have come for the first time, to the festivals that are meant."""
        years = set(ask.reading.years.values())
        meant = {edition for named in ask.named for edition in ask.held.get(named, ())}
        meant |= {named for named, kind in ask.named_kinds.items() if kind == "edition"}
        found = []
        for country in ask.members("country"):
            editions = country.near.get("edition", ())
            fits = not years or any(not years.isdisjoint(ask.of[edition].years) for edition in editions)
            if not fits or (meant and meant.isdisjoint(editions)):
                continue
            found += _first_times(self._base, country.id)
        return found[0] if len(found) == 1 else None


def newcomer(ask: Ask, country: str) -> Query | None:
    """That a country came to some festival for the first time."""
    told = _first_times(ask.base, country)
    return told[0] if len(told) == 1 else None


def _first_times(base: Base, country: str) -> list[Query]:
    told = base.records[country].highlights
    return [Query("highlight", (country,), str(n)) for n, one in enumerate(told) if _FIRST_TIME.search(one.text.en)]
