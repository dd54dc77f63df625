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
        at = ask.reading.where_form(capitals())
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        if not at or len(countries) != 1 or ask.reading.yes_no or ask.reading.years or ask.kinds.keys() - {"place", "country"}:
            return None
        rest = set(ask.telling) - at - ask.named[countries[0]] - ask.of_kinds
        others = {i for named, span in ask.named.items() if named != countries[0] for i in span}
        return countries[0] if not rest and others <= at else None

    def _told_of(self, country: str) -> Query | None:
        """What tells that a city is the capital: a fact of it, or else all that is said of it."""
        city = capital_of(self._base, country)
        return Query("fact", (city,), "what") if city and _tells(self._base, city, country) else Query("card", (city,)) if city else None


def capital_of(base: Base, country: str) -> str | None:
    """The city that is told to be the capital of a country."""
    cities = base.evidence[country].near.get("place", ())
    of_summary = (city for city in cities if _said(base, country) in base.records[city].summary.en.lower())
    return next((city for city in cities if _tells(base, city, country)), next(of_summary, None))


def _tells(base: Base, city: str, country: str) -> bool:
    """Whether a fact tells that a city is the capital."""
    what = base.records[city].facts.get("what")
    return bool(what and what.text and _said(base, country) in what.text.en.lower())


def _said(base: Base, country: str) -> str:
    return f"capital of {base.records[country].names.en[0]}".lower()
