"""Another answer where the best one will not do: one that explains what it leaves open or what forbids it, else an honest no."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.interpretation.decision import Decision, answer
from kb.understand.interpretation.honest_no import NEAR, NEAR_COVERAGE, lacking
from kb.understand.interpretation.rivals import CLOSEST, RIVAL
from kb.understand.refusals import Refusals
from kb.understand.weights import COVERAGE, MARGIN, NOT_IN_FACT

# How much an answer has to explain at least that takes the place of one which will not do.
MENDING = 0.6
# A word that no more records tell names what is meant.
FEW = 2
_TOO_LITTLE, FORBIDDEN = "too little of the message is explained", "a word that nothing explains can be what is asked about"


class Mending:
    """Finds such answers."""

    def __init__(self, scorer: Scorer, refusals: Refusals) -> None:
        self._scorer = scorer
        self._refusals = refusals

    def mended(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> list[Candidate] | Decision:
        """The answers after one that explains what the best one leaves open or that forbids it; where there is none, an honest no."""
        rivals = self._scorer.candidates(ask, context, CLOSEST, RIVAL, self._least_mending(ask, best), NEAR_COVERAGE)
        candidates = [candidates[0], *(c for c in rivals if c is not candidates[0])]
        mending = next((c for c in candidates if self._mends(ask, c, best)), None)
        if mending:
            return [mending, *(c for c in candidates if c is not mending and not self._refusals.forbid(ask, c))]
        if is_unrecorded(ask, best):
            return answer(Query("fact", (best.record,), best.property), "known to be unknown")
        if told := self._of_a_name(ask, context, best):
            return [told]
        close = [c.record for c in candidates[:CLOSEST] if c.coverage > NEAR_COVERAGE]
        near = dict.fromkeys(sorted(close, key=lambda record: record not in ask.named))
        why = _TOO_LITTLE if best.coverage < COVERAGE else FORBIDDEN
        return Decision("unknown", lacking=lacking(ask, best), records=tuple(near)[:NEAR], why=why)

    def _mends(self, ask: Ask, other: Candidate, best: Candidate) -> bool:
        """Whether another answer explains what forbids the best one: CPH:DOX stands in the facts of another film."""
        of_year = ask.of[best.record].kind == "award" and other.operation == "fact"
        if best.record in ask.named and other.record not in ask.named and not of_year:
            return False
        if is_unrecorded(ask, best):
            return False
        number = ask.of[other.record].facts.get("editions")
        if ask.ordinals and ask.of[other.record].kind == "edition" and (number is None or number.number not in ask.ordinals):
            return False
        # «Best actor» names the prize of one year, and may ask for that of another.
        asked = other.asked or (of_year and not ask.unexplained(other))
        return asked and best.score - other.score < RIVAL and other.coverage > self._least_mending(ask, best) and not self._refusals.forbid(ask, other)

    def _of_a_name(self, ask: Ask, context: Query | None, best: Candidate) -> Candidate | None:
        """«Which festival gave Ander the best documentary prize?»: told by the only records that have the name in their texts, or by what is named."""
        strange = {i for i in ask.content if i in ask.reading.capitals and i not in ask.named_positions and best.explained.get(i, 0.0) < NOT_IN_FACT}
        if not strange or best.record in ask.named:
            return None
        stems = [stem for i in strange for stem in ask.stems[i] if 0 < ask.base.in_texts.count(stem) <= FEW]
        told_by = ask.named or {ask.base.ids[number] for stem in stems for number in ask.base.in_texts.numbers(stem)}
        for other in self._scorer.of_records(ask, context, sorted(told_by)):
            tells = all(other.explained.get(i, 0.0) >= NOT_IN_FACT for i in strange)
            asked = bool(other.cued) or other.property in ask.strength
            if asked and tells and other.coverage >= MENDING and not self._refusals.forbid(ask, other):
                return other
        return None

    def _least_mending(self, ask: Ask, best: Candidate) -> float:
        """How much of the message an answer has to explain that takes the place of the best one."""
        return max(MENDING, 0.0 if self._refusals.years.is_of_another(ask, best) else best.coverage + MARGIN)


def is_unrecorded(ask: Ask, best: Candidate) -> bool:
    """Whether what is asked of a record that the message tells is known not to be known: «when does the sixth festival start»."""
    record = ask.of[best.record]
    fact = record.facts.get(best.property or "")
    number = record.facts.get("editions")
    told = best.record in ask.named or (record.kind == "edition" and number is not None and number.number in ask.ordinals)
    return told and best.asked and fact is not None and fact.unknown
