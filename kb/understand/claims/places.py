"""Where a festival was held, a paper signed or a place is, if another place is claimed: «was it signed with Kyrgyzstan in Bishkek?»"""

from __future__ import annotations

from dataclasses import replace

from kb.base import Base
from kb.language.kazakh import is_located
from kb.query import CLAIMED_WORD, Query
from kb.understand.ask import FESTIVAL, Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.claims.values import Values
from kb.understand.claims.verdicts import Verdicts
from kb.understand.claims.wording import OF_CUE, is_another_name, is_place, says_only
from kb.understand.lexicon import words
from kb.understand.reading.message import BEFORE_A_PLACE
from kb.understand.refusals import name_like
from kb.understand.shapes import editions_told
from kb.understand.weights import UNEXPLAINED
from kb.understand.word_lists import folded_list

# What is named where only a festival is, and what its place is asked for with.
_FESTIVE = {"festival", "edition", "person"}
_WHERE_HELD = {"city", "venue", "signed_at", "dates", "country", "festivals", "founded", "editions", "organisers", "premiere"}
# What the word for signing or holding asks for, wherever it was.
_SIGNING = ("signatories", "signed_on", "signed_at", "city", "venue", "dates", "what")


class Places:
    """Finds what tells where it was, over one base."""

    def __init__(self, base: Base, scorer: Scorer, verdicts: Verdicts, values: Values) -> None:
        self._base = base
        self._scorer = scorer
        self._verdicts = verdicts
        self._values = values

    def elsewhere(self, ask: Ask, context: Query | None, best: Candidate | None) -> Query | None:
        """Where a festival was held or a paper signed, if a yes/no question claims another place."""
        if not ask.reading.yes_no:
            return None
        places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
        if best and not places and _is_signed_in_a_capital(ask, best):
            return Query("fact", (best.record,), "signed_at", claim=_capital(ask)) if ask.of[best.record].known("signed_at") else None
        if _is_of_every_festival(ask, places):
            asked = all(prop in _WHERE_HELD for prop, strength in ask.strength.items() if strength >= OF_CUE)
            return Query("fact", (FESTIVAL,), "city", claim=places[0]) if asked and ask.of[FESTIVAL].known("city") else None
        held = _is_held_in_a_country(ask)
        if held:
            places = list(ask.named)
        if not places or not set(ask.named_kinds.values()) <= {"place", "country", "festival"} or (not held and best and self._values.value(ask, best)):
            return None
        if any(strength >= OF_CUE and prop not in _SIGNING for prop, strength in ask.strength.items()):
            return None
        return self._where_it_was(ask, context, places, held)

    def _where_it_was(self, ask: Ask, context: Query | None, places: list[str], held: bool) -> Query | None:
        """Where that was which the question tells besides these places."""
        rest = Ask.of_reading(ask.reading, ask.content, self._base)
        if not rest.named.keys() >= set(places):
            # «Was it?» claims no place: the chat spoke of it.
            return None
        for place in places:
            rest.unname(place)
        if not rest.named and not (rest.ordinals or rest.reading.years):
            return None
        found = next(iter(self._scorer.candidates(rest, context)), None)
        record = rest.of[found.record] if found else None
        # «Is the Eurasia festival held in Astana?»
        festival = record is not None and record.kind == "festival" and record.id in rest.named and record.id != FESTIVAL
        asked = bool(ask.ordinals) or "agreement" in ask.kinds or festival or (record is not None and record.kind in ask.kinds)
        if record is None or not (record.kind in ("agreement", "edition") or festival) or not asked:
            return None
        prop = words()["default_properties"][record.kind]["where"]
        fact = record.facts.get(prop)
        if fact is None or fact.unknown or (not held and set(places) & set(fact.refs)):
            return None
        return Query("fact", (record.id,), prop, claim=places[0] if len(places) == 1 and not self._verdicts.limits(ask) else None)


def _capital(ask: Ask) -> str | None:
    """The word for a place that names a country by its capital, as a claim: «in Tbilisi»."""
    named = (m for m in ask.reading.of("record") if ask.named_kinds.get(m.pattern.value) == "country" and len(m.span) == 1)
    there = (min(m.span) for m in named if ask.reading.is_located(m.span) and is_another_name(ask, m.pattern.value, min(m.span)))
    return next((f"{CLAIMED_WORD}{ask.reading.tokens[i].key}" for i in there), None)


def _is_signed_in_a_capital(ask: Ask, best: Candidate) -> bool:
    """«With Georgia, in Tbilisi?»: a capital is another name of its country."""
    of_paper = "agreement" in ask.kinds and (best.property in ("signatories", "parties", "signed_at") or best.operation == "card")
    between = not {"agreement", "organisation"}.isdisjoint(ask.named_kinds.values())
    capital = between and any(kind == "country" and ask.reading.is_located(ask.named[one]) for one, kind in ask.named_kinds.items())
    return of_paper and (_names_twice(ask) or capital)


def _is_of_every_festival(ask: Ask, places: list[str]) -> bool:
    """«Korkyt Ata was in Astana some year, wasn't it?»: asked of all its cities."""
    told = ask.reading.years or ask.ordinals
    only = len(places) == 1 and set(ask.named_kinds.values()) <= {"place", "festival", "person"}
    return FESTIVAL in ask.named and only and not told and not ask.held.keys() - {FESTIVAL}


def _is_held_in_a_country(ask: Ask) -> bool:
    """«Was the 2023 edition in Turkey?»"""
    told = bool(ask.reading.years or ask.ordinals)
    return "edition" in ask.kinds and told and len(ask.named) == 1 and set(ask.named_kinds.values()) == {"country"} and _is_where(ask)


def _is_where(ask: Ask) -> bool:
    """Whether the only name of the message is where something is: «in Turkey», «в Турции», «Түркияда»; not who was there."""
    first, last = min(ask.named_positions), max(ask.named_positions)
    read = ask.reading.tokens
    return (first > 0 and read[first - 1].key in BEFORE_A_PLACE) or is_located(read[last].text)


def _names_twice(ask: Ask) -> bool:
    """Whether a country is named by two words that stand apart."""
    spans: dict[str, set[frozenset[int]]] = {}
    for mention in ask.reading.of("record"):
        if ask.named_kinds.get(mention.pattern.value) == "country":
            spans.setdefault(mention.pattern.value, set()).add(mention.span)
    return any(max(map(min, of)) - min(map(max, of)) > 1 for of in spans.values())


def placed(ask: Ask) -> Query | None:
    """«Бозжыра Алматы облысында ма?»: told by where the one place is, whatever other one is claimed."""
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    if not ask.reading.yes_no or len(places) != 2 or len(ask.named) != 2 or ask.kinds.keys() - {"place"} or ask.types:
        return None
    claimed = [place for place in places if ask.reading.is_located(ask.named[place] | _region(ask, place))]
    subject = [place for place in places if place not in claimed]
    if len(claimed) != 1 or not says_only(ask, BEFORE_A_PLACE, _region(ask, claimed[0])):
        return None
    prop = next((prop for prop in ("city", "what") if ask.of[subject[0]].known(prop)), None)
    return Query("fact", (subject[0],), prop, claim=claimed[0]) if prop else None


def _region(ask: Ask, place: str) -> set[int]:
    """The word for a region right after the name of its city: «Алматы облысында»."""
    after = max(ask.named[place]) + 1
    beyond = after >= len(ask.reading.tokens) or after in ask.named_positions
    return set() if beyond or folded_list("regions").isdisjoint(ask.reading.tokens[after].own_keys) else {after}


def held_this_year(ask: Ask) -> Query | None:
    """«В этом году фестиваль пройдёт в Актау?»: where that of this year is, and not that which was in the place."""
    kinds = set(ask.named_kinds.values())
    festive = "edition" in ask.kinds or FESTIVAL in ask.named
    if not ask.reading.yes_no or not ask.reading.relative_years or not festive or not kinds <= {"place", "festival"} or "place" not in kinds:
        return None
    if ask.kinds.keys() - _FESTIVE or any(prop not in (*_WHERE_HELD, "dates", "next_dates") and cues.keys() - ask.of_kinds for prop, cues in ask.cues.items()):
        return None
    years = set(ask.reading.relative_years.values())
    editions = [edition.id for edition in ask.members("edition") if not years.isdisjoint(edition.years)]
    return Query("fact", (editions[0],), "city") if len(editions) == 1 else None


def held_elsewhere(ask: Ask) -> Query | None:
    """«Was the first Korkyt Ata held in Ankara?»: where that one was, if the place that is claimed is none of the base."""
    kinds = set(ask.named_kinds.values())
    told = ask.ordinals or ask.reading.years or "edition" in kinds
    if not ask.reading.yes_no or not told or not kinds <= _FESTIVE or not (kinds or "edition" in ask.kinds) or ask.kinds.keys() - _FESTIVE or ask.months:
        return None
    asking = {i for prop in _WHERE_HELD for i in ask.cues.get(prop, ())}
    known = ask.named_positions | ask.of_kinds | asking | ask.reading.years.keys() | {i for at in ask.ordinals.values() for i in at}
    known |= {i for at in ask.operations.values() for i in at}
    rest = [i for i in ask.telling if i not in known and not ask.reading.tokens[i].light]
    if len(rest) != 1 or not is_place(ask, rest[0]) or any(prop not in _WHERE_HELD and cues.keys() - known for prop, cues in ask.cues.items()):
        return None
    numbers = {e.id: e.facts["editions"].number for e in ask.members("edition") if "editions" in e.facts}
    named = {named for named, kind in ask.named_kinds.items() if kind == "edition"}
    editions = [e for e in editions_told(ask) if e.known("city") and (not named or e.id in named)]
    editions = [e for e in editions if not ask.ordinals or numbers.get(e.id) in ask.ordinals]
    return Query("fact", (editions[0].id,), "city") if len(editions) == 1 else None


def where(ask: Ask, best: Candidate) -> Candidate | None:
    """«Was the first festival in Ankara?»: where it was answers it, though the base does not know the place."""
    if first := _of_a_numbered_one(ask, best):
        return first
    unexplained = ask.unexplained(best)
    strange = [i for i in unexplained if name_like(ask.reading, i)]
    record = ask.of[best.record]
    if not ask.reading.yes_no or best.operation != "card" or len(strange) != 1 or record.kind not in ("edition", "agreement"):
        return None
    prop = words()["default_properties"][record.kind]["where"]
    explained = best.explained | dict.fromkeys(unexplained, UNEXPLAINED)
    return replace(best, property=prop, operation="fact", explained=explained, asked=True) if prop in record.facts else None


def _of_a_numbered_one(ask: Ask, best: Candidate) -> Candidate | None:
    """«The first one was in Ankara, wasn't it?»"""
    if not ask.reading.yes_no or ask.named or len(ask.ordinals) != 1 or "edition" not in ask.kinds:
        return None
    told = [e for e in ask.members("edition") if "editions" in e.facts and e.facts["editions"].number in ask.ordinals and "city" in e.facts]
    rest = [i for i in ask.telling if i not in ask.of_kinds and not any(i in span for span in ask.ordinals.values())]
    if len(told) == 1 and len(rest) <= 2 and any(name_like(ask.reading, i) for i in rest) and not ask.strength:
        return Candidate(told[0].id, "city", "fact", 1.0, best.score, dict.fromkeys(ask.content, 1.0), asked=True)
    return None
