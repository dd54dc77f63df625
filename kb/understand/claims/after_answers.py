"""What is claimed of what was told before: «and Russia?» or «is Hungary a member?» after the members of TURKSOY, «and in 2024?»"""

from __future__ import annotations

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.candidates import Scorer
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.shapes.sequence import told_of_year
from kb.understand.weights import FOLLOWS
from kb.understand.word_lists import as_listed, listed

# Facts that tell a set of countries or places.
_SETS = ("members", "country", "city")
# What tells who came to a festival, and from where.
_ATTENDED = {"participants", "guests"}
# What an answer was that tells of records, and not how many there are.
_TOLD_OF = ("fact", "highlight", "card", "compare")


class AfterAnswers:
    """Recognises such questions, over one base."""

    def __init__(self, base: Base, scorer: Scorer) -> None:
        self._base = base
        self._follow_ups = scorer.follow_ups
        self._belonging, self._ones = listed("belonging"), listed("referring", "which")

    def of_the_last(self, ask: Ask, context: Query | None) -> Query | None:
        """Whether what is named is among those that the last answer told, or what it tells of another year."""
        if context is None or context.operation not in _TOLD_OF or not context.records or context.records[0] not in self._base.records:
            return None
        last = ask.of[context.records[0]]
        if told := self._told_of_the_year(ask, context, last):
            return told
        if context.operation != "fact":
            return None
        named = [record for record in ask.named if record != last.id]
        before = (context.property or "").split("+")
        prop = next((prop for prop in before if prop in _SETS), "country" if last.kind in EDITION_LIKE and not _ATTENDED.isdisjoint(before) else None)
        if prop is None and self._goes_on_among(ask, last, context.property, named):
            return Query("fact", (last.id,), context.property)
        if prop is None or last.kind == "agreement" or len(named) != 1 or not last.known(prop) or ask.types:
            return None
        return self._among(ask, last, prop, named[0])

    def _among(self, ask: Ask, last: Evidence, prop: str, named: str) -> Query | None:
        """Whether what is named is in a fact that tells several of its kind."""
        alike = [ref for ref in last.facts[prop].refs if ref in self._base.records and ask.of[ref].kind == ask.named_kinds[named]]
        rest = [i for i in ask.content if i not in ask.named[named] and i not in ask.slight]
        asks = ask.reading.yes_no or ask.reading.text.rstrip().endswith("?")
        claims = asks and all(i in ask.cues.get(prop, ()) or as_listed(ask.reading.tokens[i]) in self._belonging for i in rest)
        goes_on = not rest and self._follow_ups.goes_on(ask.reading)
        return Query("fact", (last.id,), prop, claim=named) if len(alike) > 1 and (claims or goes_on) else None

    def _told_of_the_year(self, ask: Ask, context: Query, last: Evidence) -> Query | None:
        """«And in 2024?» after the cultural capital, which tells the one before: where there is no other of its kind, what it tells of that year."""
        years = ask.reading.years
        if len(years) != 1 or ask.named or ask.cues or ask.types or last.kind not in EDITION_LIKE or set(ask.telling) != set(years):
            return None
        gains = self._follow_ups.gains(ask, context)
        if any(gain >= FOLLOWS and one != last.id and ask.of[one].kind == last.kind for one, gain in gains.items()):
            return None
        year = next(iter(years.values()))
        places = [place for place in last.where.get(str(year), ()) if not place.startswith("@")]
        prop = context.property if context.property in places else "city" if "city" in places else None
        if prop is None:
            return told_of_year(ask, last.type, year) if last.kind == "event" else None
        return Query("highlight" if prop.isdigit() else "fact", (last.id,), prop)

    def _goes_on_among(self, ask: Ask, last: Evidence, prop: str | None, named: list[str]) -> bool:
        """«And from Kyrgyzstan?» after a jury whose members are told by country; not «the one with Türkiye» after papers, of which each has its own."""
        fact = last.facts.get(prop or "")
        if fact is None or any(ask.of[ref].kind == "agreement" for ref in fact.refs if ref in self._base.records):
            return False
        if last.kind not in EDITION_LIKE or len(named) != 1 or ask.named_kinds[named[0]] != "country":
            return False
        rest = [ask.reading.tokens[i] for i in set(ask.telling) - ask.named[named[0]]]
        # «От Турции кто?» goes on as «and from Türkiye?» does.
        goes_on = self._follow_ups.goes_on(ask.reading) or ask.types == {"who"}
        alone = ask.types <= {"who"} and not ask.cues and all(as_listed(token) in self._ones for token in rest) and goes_on
        return alone and any(prop in last.where.get(stem, ()) for stem in ask.of[named[0]].short)
