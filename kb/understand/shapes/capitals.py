"""The capital of a country: told by the city whose text says that it is, and by no cultural capital or festival of that country."""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, capitals


class Capitals:
    """Recognises such questions, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def told(self, ask: Ask) -> Query | None:
        """«What is the capital of Turkmenistan?»"""
        country = self._country(ask)
        return self._told_of(country) if country else None

    def is_untold(self, ask: Ask) -> bool:
        """«What is the capital of Hungary?»"""
        return self._country(ask) is not None

    @staticmethod
    def _country(ask: Ask) -> str | None:
        """The country whose capital is asked for, if nothing else is said: «cultural», a year or a festival make it another question."""
        at = {i for i, token in enumerate(ask.reading.tokens) if not capitals().isdisjoint((token.key, *token.bases))}
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        if not at or len(countries) != 1 or ask.reading.yes_no or ask.reading.years or ask.kinds.keys() - {"place", "country"}:
            return None
        rest = set(ask.telling) - at - ask.named[countries[0]] - ask.of_kinds
        others = {i for named, span in ask.named.items() if named != countries[0] for i in span}
        return countries[0] if not rest and others <= at else None

    def _told_of(self, country: str) -> Query | None:
        """What tells that a city is the capital: a fact of it, or else all that is said of it."""
        said = f"capital of {self._base.records[country].names.en[0]}".lower()
        cities = [self._base.records[place] for place in self._base.evidence[country].near.get("place", ())]
        for city in cities:
            what = city.facts.get("what")
            if what and what.text and said in what.text.en.lower():
                return Query("fact", (city.id,), "what")
        return next((Query("card", (city.id,)) for city in cities if said in city.summary.en.lower()), None)
