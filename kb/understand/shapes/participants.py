"""Which countries take part in the festival, how many, and whether one does: told by those that the festival of that year tells."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask
from kb.understand.claims.verdicts import Verdicts
from kb.understand.evidence import EDITION_LIKE
from kb.understand.follow_ups import as_listed, listed
from kb.understand.shapes import LOCATIVE, editions_told

# What words for countries and for taking part ask for.
_TAKING_PART = {"participants", "country", "festivals", "festival_role", "members", "guests", "what"}


class Participants:
    """Recognises such questions."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._joining = listed("taking_part", "coming_to")
        self._within = listed("within") | listed("in_country")

    def told(self, ask: Ask) -> Query | None:
        """«Is Georgia in the festival?», «сколько стран участвовало в фестивале?»"""
        of_festival = FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds)
        if not of_festival or not (ask.reading.yes_no or "country" in ask.kinds):
            return None
        countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
        if ask.kinds.keys() - {"country", *EDITION_LIKE} or not self._says_only(ask, countries):
            return None
        if ask.reading.yes_no:
            return self._claimed(ask, countries)
        if countries or "country" not in ask.kinds or ask.types - {"count", "what", "where"} or FESTIVAL in ask.named:
            # «Which are the countries of Korkyt Ata» asks for its main ones; «қай елдер» asks for no place.
            return None
        return self._told(ask, None)

    def _claimed(self, ask: Ask, countries: list[str]) -> Query | None:
        """Whether a country takes part; where it is claimed that the festival was there, all its cities."""
        if len(countries) != 1 or self._verdicts.limits(ask):
            return None
        if not self._is_there(ask, countries[0]):
            return self._told(ask, countries[0]) if self._takes_part(ask, countries[0]) else None
        held = not (ask.reading.years or ask.cues) and FESTIVAL in ask.base.records and ask.of[FESTIVAL].known("city")
        return Query("fact", (FESTIVAL,), "city") if held else None

    @staticmethod
    def _told(ask: Ask, claim: str | None) -> Query | None:
        """The countries of the newest festival, or of that of the year that is told."""
        told = editions_told(ask)
        editions = [edition for edition in told if edition.known("country")]
        if not editions and ask.reading.years and told:
            # Of that year it is not known.
            return Query("fact", (told[0].id,), "country")
        return Query("fact", (editions[0].id,), "country", claim=claim) if editions else None

    def _says_only(self, ask: Ask, countries: list[str]) -> bool:
        """Whether nothing but countries, the festival and taking part is spoken of."""
        named = {i for record in (FESTIVAL, *countries) for i in ask.named.get(record, ())}
        said = named | ask.of_kinds | {i for at in ask.operations.values() for i in at} | set(ask.reading.years)
        else_asked = any(not said.issuperset(cues.keys() & set(ask.telling)) for prop, cues in ask.cues.items() if prop not in _TAKING_PART)
        said |= {i for prop in _TAKING_PART for i in ask.cues.get(prop, ())} | {i for i in ask.telling if self._joins(ask, i)}
        if else_asked or ask.reading.bound or not ask.named_positions <= named or ask.ordinals or ask.months or ask.operations.keys() - {"list", "count"}:
            return False
        return said.issuperset(ask.telling)

    def _joins(self, ask: Ask, i: int) -> bool:
        return as_listed(ask.reading.tokens[i]) in self._joining

    def _is_there(self, ask: Ask, country: str) -> bool:
        """Whether a country is where something is: «in Turkey», «Түркияда»."""
        tokens, span = ask.reading.tokens, ask.named[country]
        inside = min(span) > 0 and as_listed(tokens[min(span) - 1]) in self._within
        return inside or (ask.reading.language == "kk" and tokens[max(span)].text.lower().endswith(LOCATIVE))

    def _takes_part(self, ask: Ask, country: str) -> bool:
        """«Is Iran in the festival?», «did Iran take part in it?»"""
        tokens, after = ask.reading.tokens, max(ask.named[country]) + 1
        inside = after < len(tokens) and as_listed(tokens[after]) in self._within
        return inside or not {"participants", "festival_role"}.isdisjoint(ask.cues) or any(self._joins(ask, i) for i in range(len(tokens)))
