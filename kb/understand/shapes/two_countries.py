"""Which of two countries showed more films at a festival, or won more there: those of each, one list after the other."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE
from kb.understand.shapes import Shapes, editions_told

_WON = {"awards", "winner"}


class TwoCountries:
    """Recognises such questions."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes

    def told(self, ask: Ask) -> tuple[Query, Query] | None:
        """«Whose films were more in Aktau, Türkiye's or Turkmenistan's?», «кто взял больше призов, Казахстан или Киргизия?»"""
        countries = sorted((named for named, kind in ask.named_kinds.items() if kind == "country"), key=lambda named: min(ask.named[named]))
        of_them = {i for country in countries for i in ask.named[country]}
        others = {kind for named, kind in ask.named_kinds.items() if not ask.named[named] <= of_them}
        if len(countries) != 2 or not {"most", "least", "compare"} & ask.operations.keys() or not others <= {"place", *EDITION_LIKE}:
            return None
        # Of no year or city it is the newest festival of which films and prizes are known.
        edition = next((edition for edition in editions_told(ask) if edition.near.get("film") and edition.near.get("award")), None)
        if edition is None or ask.kinds.keys() - {"film", "award", "country", *EDITION_LIKE}:
            return None
        if "award" in ask.kinds or _WON & ask.cues.keys():
            first, second = (self._shapes.awards_in(ask, country, [edition.id]) for country in countries)
            return (first, second) if first and second else None
        if "film" in ask.kinds or ask.lists_shown:
            first, second = (Query("count", kind="film", filters=(country, edition.id)) for country in countries)
            both = all(ask.base.members("film", [(country,), (edition.id,)], 1) for country in countries)
            return (first, second) if both else None
        return None
