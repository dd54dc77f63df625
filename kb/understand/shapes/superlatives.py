"""«The latest memorandum», «the earliest document with France», «the longest film», «the most films at a festival»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask
from kb.understand.evidence import DATED, SIGNED, Evidence
from kb.understand.lexicon import words
from kb.understand.refusals.asked import PRIZES
from kb.understand.shapes.coverage import covered

# So much of the content has to be of the records that are put in order.
_COVERED = 0.8


class Superlatives:
    """Finds the first or the last of the records of a kind that fit."""

    def __init__(self) -> None:
        self._counted: dict[str, str] = words()["counted"]

    def superlative(self, ask: Ask) -> Query | None:
        """The latest, the earliest, the most or the least of a kind; None where fewer than two are known to compare."""
        if not {"latest", "earliest", "most", "least"} & set(ask.operations):
            return None
        if ask.operations.keys() & {"latest", "earliest", "most", "least"} == {"most"} and _is_of_a_prize(ask):
            return None
        kind = _kind(ask)
        if kind is None or covered(ask, kind) < _COVERED:
            return None
        found = _matching(ask, kind)
        if kind == "agreement":
            of_type = [record for record in found if record.type in ask.types_of.get("agreement", ())]
            found = of_type if len(of_type) > 1 else [record for record in found if record.type in SIGNED]
        if {"latest", "earliest"} & set(ask.operations) and kind != "edition":
            return _by_date(ask, kind, found)
        return self._by_number(ask, kind, found) if {"most", "least"} & set(ask.operations) else None

    def _by_number(self, ask: Ask, kind: str, found: list[Evidence]) -> Query | None:
        numbered = [self._counted[other] for other in ask.kinds if kind == "edition" and other in self._counted]
        for prop in [*numbered, *sorted(ask.strength, key=lambda prop: -ask.strength[prop])]:
            counted = [record for record in found if prop in record.facts and record.facts[prop].size is not None]
            if len(counted) >= 2:
                pick = max if "most" in ask.operations else min
                return Query("fact", (pick(counted, key=lambda record: record.facts[prop].size or 0).id,), prop)
        return None


def _is_of_a_prize(ask: Ask) -> bool:
    """«The top prize» is one prize, and no most of anything."""
    prizes = {i for m in ask.reading.of("cue") if m.pattern.value in PRIZES and m.weight == 1 and len(m.span) > 1 for i in m.span}
    return "award" in ask.kinds and ask.operations["most"] <= prizes


def _kind(ask: Ask) -> str | None:
    """The kind of which the first or the last is asked for, if one is."""
    # «The earliest film document» is a document; a documentary is none.
    order = ("edition", "agreement") if ask.kinds.get("agreement", set()) - ask.kinds.get("film", set()) else ("edition",)
    kinds = sorted((kind for kind in ask.kinds if kind in DATED), key=lambda kind: order.index(kind) if kind in order else len(order))
    if kinds == ["film"] and FESTIVAL in ask.named and {"most", "least"} & set(ask.operations):
        return "edition"
    return kinds[0] if kinds else None


def _by_date(ask: Ask, kind: str, found: list[Evidence]) -> Query | None:
    dated = [record for record in found if record.date(DATED[kind])]
    if len(dated) < 2:
        return None
    pick = max if "latest" in ask.operations else min
    chosen = pick(dated, key=lambda record: record.date(DATED[kind]))
    prop = next(prop for prop in DATED[kind] if chosen.known(prop))
    return Query("fact", (chosen.id,), prop) if "when" in ask.types else Query("card", (chosen.id,))


def _matching(ask: Ask, kind: str) -> list[Evidence]:
    """The records of a kind that stand in links with all that the message names."""
    filters = [named for named in ask.named if named != KAZAKHSTAN or kind == "film"]
    return ask.members(kind, [_namesakes(ask, named) for named in filters])


def _namesakes(ask: Ask, named: str) -> list[str]:
    """A name that records share is that of the one which fits: the festival, not the person it is named after."""
    return [other for other, span in ask.named.items() if span == ask.named[named]]
