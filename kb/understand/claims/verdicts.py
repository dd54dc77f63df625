"""Whether a reply to a yes/no question may open with «Yes» or «No»: only if nothing is left that the question claims besides.

«Was TURKSOY founded in Ankara in 1993?» is told when and where it was founded, and neither «yes» nor «no» would be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import pairwise

from kb.language.fold import fold
from kb.query import CLAIMED_WORD, Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, capitals
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import film_types, words
from kb.understand.reading import bounds, numerals
from kb.understand.shapes.capitals import capital_of
from kb.understand.word_lists import folded_list

# Kazakh endings of what is denied, before others: «түсірмеген бе», «алмағаны рас па».
_DENYING = re.compile(r"[mbp][ae]g[ae]n|[mbp][ae]di(?:$|k|m|n)|[mbp]aidi|[mbp]eidi")
# What asks where something is.
_WHERE = ("city", "country", "headquarters")
# What somebody wrote.
_SHOWN = ("festivals", "premiere")
_WRITTEN = ("writer", "composer")
# What is of one year, and is known by it.
_OF_A_YEAR = ("agreement", "award", *EDITION_LIKE)


class Verdicts:
    """Tells of which claims a fact alone is the judge."""

    def __init__(self) -> None:
        self._limits = folded_list("before", "after", "only", "novel", "denied", "negations")
        self._neutral = folded_list("happening", "emphasis")
        self._writing = folded_list("writing")
        self._hosting = folded_list("hosting", "being_host", "at_any_time", "seen_at_any_time")
        self._joining = folded_list("taking_part", "coming_to")
        self._reaching = folded_list("reaching")
        self._money = folded_list("own_money")
        self._numbers = folded_list("more_numbers") | {fold(word) for listed in words()["tens"].values() for word in listed}
        self._narrowing = {"cast": folded_list("roles"), "dates": folded_list("ends")}
        self._beside_capital = folded_list("beside_capital")
        self._implies: dict[str, list[str]] = words()["implies"]
        self._instead: dict[str, list[str]] = words()["stands_for"]
        self._acts: list[list[str]] = words()["acts"]

    def limits(self, ask: Ask) -> bool:
        """«Was Hungary there before 2025?», «is Ayka purely Russian?», «was it not shot by …?»: the value alone tells neither yes nor no."""
        # «On» is no «only» with a typing error.
        said = (
            (token, {token.key, *(base for base, sure in token.bases.items() if sure == 1)})
            for i, token in enumerate(ask.reading.tokens)
            if i not in ask.reading.framed and i not in ask.named_positions
        )
        kazakh = ask.reading.language == "kk"
        return any((kazakh and _DENYING.search(token.key)) or not self._limits.isdisjoint(keys) for token, keys in said)

    def judges(self, ask: Ask, query: Query) -> bool:
        """Whether the value of the claim tells yes or no: the question holds nothing else that the fact does not tell."""
        if query.property is None or self.limits(ask) or self._in_words(ask):
            return False
        if "+" in query.property and "members" in query.property.split("+"):
            # Whether somebody is a member or an observer is claimed where no word is of anything else: see `bodies.py`.
            return True
        if (query.property == "jury" and ask.of[query.records[0]].type == "jury") or (query.property == "festival_role" and _is_jury(ask, query.claim)):
            # Whether somebody was on a jury is claimed where no word is of anything else: see `juries.py`.
            return True
        if query.property == "awards" and "edition" in (
            ask.of[query.records[0]].kind,
            ask.of[query.claim].kind if query.claim and query.claim in ask.base.records else "",
        ):
            # Whether somebody or a film won anything at a festival is claimed where no word is of anything else: see `festivals.py`.
            return True
        if query.property == "dates" and (query.claim or "")[:1] in ("<", ">", "="):
            # A number of days is claimed only where all words are of it: see `durations.py`.
            return True
        if query.property == "signed_on" and (query.claim or "").isdigit() and (ask.operations.get("earliest") or 1 in ask.ordinals):
            # «Is the memorandum of 2025 the first one?» is told by the year of the oldest: see `first_papers.py`.
            return True
        record = ask.of[query.records[0]]
        said = {key for token in ask.reading.tokens for key in (token.key, *token.bases)}
        if not said.isdisjoint(self._narrowing.get(query.property, ())):
            # «Did she play the lead?», «did it open on 2 October?» claim more than who plays, and when it was.
            return False
        types = {kind for called in ask.types_of.get("film", ()) for kind in film_types().get(called, (called,))}
        if record.kind == "film" and types and query.property != "genre" and record.type not in types:
            return False
        if (query.claim or "").startswith("=") is False and any(
            not at <= self._identifying(ask, record, query.property) | ask.named.get(record.id, set()) for at in ask.ordinals.values()
        ):
            # «Was she the first head?», but not «Brighton 4th».
            return False
        told = self._claimed(ask, query) | self._asked(ask, query.property) | ask.named.get(record.id, set()) | ask.of_kinds | ask.generic
        told |= self._identifying(ask, record, query.property, frozenset(self._claimed(ask, query)))
        if ask.named_kinds.get(query.claim or "") == "country":
            # «Астана находится в Казахстане?»
            told |= {i for prop in _WHERE for i in ask.cues.get(prop, ())}
        told |= self._capitals(ask, query)
        # Little words too can claim something: «a billion in a week», «far from Almaty».
        neutral = self._neutral | self._words_of(query.property)
        left = [i for i in ask.content if i not in told and i not in ask.reading.framed and not ask.reading.tokens[i].light]
        return all(not neutral.isdisjoint((ask.reading.tokens[i].key, *ask.reading.tokens[i].bases)) for i in left)

    def _capitals(self, ask: Ask, query: Query) -> set[int]:
        """The positions of words for a capital, where a city is told to be one, or is in another country than the one that is claimed."""
        place = ask.of[query.records[0]]
        countries = place.near.get("country", ()) if place.kind == "place" and query.property == "what" else ()
        tells = any(capital_of(ask.base, country) == place.id for country in countries) or query.claim not in countries
        said = ask.where_said(capitals())
        return said | ask.where_said(self._beside_capital) if said and countries and tells else set()

    def _words_of(self, prop: str) -> Set[str]:
        """The words that only say what a property tells: that somebody wrote it, that a city hosted it, that a country came, that a film got there."""
        if prop in _SHOWN:
            return self._reaching
        return self._writing if prop in _WRITTEN else self._hosting if prop == "city" else self._joining if prop == "country" else set()

    def _in_words(self, ask: Ask) -> bool:
        """Whether a number of several words stands in the question: «forty-two films», «двести пять гостей», «half a billion»."""
        return ask.reading.has_key(self._numbers)

    def _asked(self, ask: Ask, prop: str) -> set[int]:
        """The positions of the words that ask for a property, or for what it stands in for."""
        implied = {cue for cue, held in self._implies.items() if prop in held} | ({"born"} if prop == "birthplace" else set())
        return {i for asked in (prop, *implied, *self._instead.get(prop, ())) for i in ask.cues.get(asked, ())}

    def _belongs(self, ask: Ask, i: int, at: int) -> bool:
        """Whether a word near a number is a part of it: what sets it as a bound, «over», the number before «billion», the money after it, what is counted."""
        token = ask.reading.tokens[i]
        if any(not listed.isdisjoint((token.key, *token.bases)) for sign, listed in bounds().items() if sign != "units"):
            return True
        if ask.reading.bound:
            return i == at + 1
        return (i == at - 1 and (token.key.isdecimal() or token.key in numerals())) or (i == at + 1 and token.key in self._money)

    def _claimed(self, ask: Ask, query: Query) -> set[int]:
        """The positions of the value that is claimed: a name, a year, a number, a day."""
        claim, reading = query.claim or "", ask.reading
        if claim in ask.named:
            return set(ask.named[claim])
        if claim[0] in "<>=":
            at = reading.bound[0] if reading.bound else reading.amount[0] if reading.amount else None
            if at is None:
                return set(ask.ordinals.get(int(claim[1:]), ()))
            return {at} | {i for i in range(max(0, at - 3), min(at + 4, len(reading.tokens))) if self._belongs(ask, i, at)}
        if claim.startswith(CLAIMED_WORD):
            return {i for i, token in enumerate(reading.tokens) if token.key == claim.removeprefix(CLAIMED_WORD)}
        if claim.isdigit():
            return {i for i, year in reading.years.items() if str(year) == claim}
        days = {
            i
            for at in ask.months
            for i in (at - 1, at + 1)
            if 0 <= i < len(reading.tokens) and reading.tokens[i].key.isdigit() and len(reading.tokens[i].key) < 3
        }
        years = {i for i, year in reading.years.items() if claim.startswith(str(year))}
        return ask.months | days | years if "-" in claim else set()

    def _identifying(self, ask: Ask, record: Evidence, prop: str, claimed: frozenset[int] = frozenset()) -> set[int]:
        """The positions of the names and years that only tell which record is meant, or that the fact tells too."""
        act = next((act for act in self._acts if prop in act), [prop])
        true = {ref for told in (prop, *act) if told in record.facts for ref in record.facts[told].refs}
        out = {i for i, year in ask.reading.years.items() if record.kind in _OF_A_YEAR and year in record.years}
        for named, positions in ask.named.items():
            # The papers are of Kazakhstan all.
            named_too = named == FESTIVAL or named in true or (named == KAZAKHSTAN and record.kind in ("agreement", "event"))
            if named_too or (record.id not in ask.named and ask.linked(record.id, named) and not self._is_apart(positions - claimed)):
                out |= positions
        number = record.facts.get("editions")
        # «On the second of November» is no second festival.
        days = {at + step for at in ask.months for step in (-1, 1)}
        return out | {i for rank, at in ask.ordinals.items() if number and number.number == rank for i in at - days}

    @staticmethod
    def _is_apart(positions: Iterable[int]) -> bool:
        """Whether a name stands at two places: «with Georgia in Tbilisi»."""
        ordered = sorted(positions)
        return any(after - before > 1 for before, after in pairwise(ordered))


def _is_jury(ask: Ask, record: str | None) -> bool:
    return record is not None and record in ask.base.records and ask.base.records[record].type == "jury"
