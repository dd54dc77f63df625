"""Which of two papers was signed first: «что подписали раньше, соглашение с CNC или меморандум с Грузией?», "what was signed later, …?"."""

from __future__ import annotations

from collections.abc import Set

from kb.query import Query
from kb.understand.ask import KAZAKHSTAN, Ask
from kb.understand.evidence import Evidence
from kb.understand.shapes.papers import papers_called
from kb.understand.word_lists import listed

# What the words of such a question can ask for.
_OF_SIGNING = ("signed_on", "agreements", "project", "theme", "parties")
# «The deal with the CNC in Paris».
_SIDES = ("country", "organisation", "agreement", "place")
# So many papers of one side are told at most.
_FEW = 4


class PapersInOrder:
    """Recognises such questions."""

    def __init__(self) -> None:
        self._earlier, self._later = listed("before", "earlier", "first_of_two"), listed("after", "later")
        self._or, self._signing = listed("or"), listed("signing", "left_unsigned", "setting_down")

    def told(self, ask: Ask) -> Query | None:
        """The days of all papers that can be meant, the one that is asked for at the head."""
        said = ask.reading.listed
        earlier, later = ({i for i, word in enumerate(said) if word in words} for words in (self._earlier, self._later))
        if bool(earlier) == bool(later) or ask.reading.years or ask.months:
            return None
        if "agreement" not in (*ask.kinds, *ask.named_kinds.values()):
            return None
        if ask.kinds.keys() - {"agreement", "organisation", "country"} or (ask.reading.yes_no and ask.reading.language != "kk") or ask.types - {"what", "when"}:
            return None
        known = ask.named_positions | ask.of_kinds | ask.generic | earlier | later | {i for at in ask.operations.values() for i in at}
        known |= {i for prop in _OF_SIGNING for i in ask.cues.get(prop, ())} | {i for i, word in enumerate(said) if word in self._signing | self._or}
        if not known.issuperset(ask.telling) or (sides := self._sides(ask, said)) is None:
            return None
        papers = [_of_side(ask, side) for side in sides]
        if not all(1 <= len(of_side) <= _FEW and all(paper.known("signed_on") for paper in of_side) for of_side in papers):
            return None
        told = {paper.id: paper.date(("signed_on",)) for of_side in papers for paper in of_side}
        ids = sorted(told, key=told.__getitem__, reverse=bool(later))
        return Query("compare", tuple(ids), "signed_on") if len(ids) == sum(map(len, papers)) else None

    def _sides(self, ask: Ask, said: list[str]) -> tuple[set[int], set[int]] | None:
        """The words on both sides of «or»; without it, up to the second of two names, and from there on."""
        at = next((i for i, word in enumerate(said) if word in self._or), None)
        if at is None:
            spans = sorted({min(span): span for named, span in ask.named.items() if named != KAZAKHSTAN})
            at = spans[1] if len(spans) == len(set(spans)) == 2 else None
        return (set(range(at)), set(range(at, len(said)))) if at is not None else None


def _of_side(ask: Ask, side: Set[int]) -> list[Evidence]:
    """The papers that one side can mean."""
    named = [record for record, span in ask.named.items() if record != KAZAKHSTAN and span <= side]
    kinds = {ask.named_kinds[record] for record in named}
    if not named or not kinds <= set(_SIDES):
        return []
    if "agreement" in kinds:
        return [ask.of[record] for record in named if ask.named_kinds[record] == "agreement"]
    return papers_called(ask, named, side)
