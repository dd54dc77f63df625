"""Two answers to one message: a second fact of the record («where is it, and who heads it?»), or one fact of each of two records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.claims import OF_CUE
from kb.understand.evidence import soft_text
from kb.understand.interpretation.decision import Decision
from kb.understand.lexicon import properties, words
from kb.understand.reading import Reader, Reading
from kb.understand.shapes.two_questions import TwoQuestions
from kb.understand.weights import MARGIN

# A second sentence with a smaller share of words that the first has not is left out.
_NEW = 0.2


@cache
def single_prizes() -> frozenset[str]:
    """The prizes that «awards» stands for, each won by one; documentaries won others besides."""
    return frozenset(words()["implies"]["awards"]) - {"best_documentary"}


class TwoAnswers:
    """Finds the second answer, over one base."""

    def __init__(self, base: Base, reader: Reader, scorer: Scorer, two_questions: TwoQuestions) -> None:
        self._base = base
        self._reader = reader
        self._scorer = scorer
        self._two_questions = two_questions

    def of_both_parts(self, reading: Reading, decide: Callable[[Reading, None], Decision]) -> Decision | None:
        """«Who directed Cadet, and when was TURKSOY founded?»: one fact of each of two records, which each part names for itself."""
        spans = self._two_questions.parts(reading) or ()
        parts = [" ".join(reading.tokens[i].text for i in span) for span in spans]
        read = [replace(self._reader.read(part), language=reading.language, exact=()) for part in parts]
        if not read or not all((part.of("record") or part.years) and part.of("cue") for part in read):
            return None
        first, second = (decide(part, None) for part in read)
        told = [decision.query for decision in (first, second) if decision.kind == "answer" and decision.query and decision.query.operation == "fact"]
        known = bool(told) and self._base.evidence[told[0].records[0]].known(told[0].property or "")
        return replace(first, then=told[1], why="two questions about two records") if len(told) > 1 and known else None

    def with_second(self, ask: Ask, context: Query | None, query: Query, best: Candidate, candidates: list[Candidate]) -> Query:
        """A second sentence of the same record: what a second cue asks for, else what about as well answers the question as the first."""
        two = self._two_questions.asked(ask, ask.of[best.record])
        told_whole = best.operation == "highlight" and len(best.cued) > 1
        if two and (best.property in two or (not told_whole and (ask.named or ask.tells_edition))):
            return Query("fact", query.records, "+".join(two))
        query = self._with_second_asked(ask, context, query, best)
        if query.claim or best.property is None or query.property != best.property:
            return query
        record = ask.of[best.record]
        if best.operation == "fact" and not record.known(best.property):
            return query
        told = (None, best.property, *(("awards",) if best.property in single_prizes() else ()))
        close = (c for c in candidates if c.record == best.record and c.property not in told and best.score - c.score < 2 * MARGIN)
        known = (c.property for c in close if c.operation == "highlight" or record.known(c.property or ""))
        second = next((prop for prop in known if prop and not self._tells_the_same(best.record, best.property, prop)), None)
        if second in single_prizes() and ask.strength.get(second, 0.0) >= OF_CUE:
            # «Which film was named the best»: the prize that is asked for stands before all of them.
            return Query("fact", query.records, f"{second}+{best.property}")
        return Query("fact", query.records, f"{best.property}+{second}") if second else query

    def _tells_the_same(self, record: str, first: str, second: str) -> bool:
        """Whether a second sentence says all of the first again, and hardly more; a shorter one stresses what it leaves."""
        of = self._base.records[record]
        told = (of.highlights[int(prop)] if prop.isdigit() else of.facts[prop] for prop in (first, second))
        texts = [soft_text(fact.text.en) if fact.text else set[str]() for fact in told]
        return len(texts[1]) >= len(texts[0]) > 0 and len(texts[1] - texts[0]) <= _NEW * len(texts[1])

    def _with_second_asked(self, ask: Ask, context: Query | None, query: Query, best: Candidate) -> Query:
        """«Where is it and who heads it»: a second fact of the record that explains a cue which the first does not."""
        if best.operation != "fact" or best.property is None:
            return query
        record = ask.of[best.record]
        # Where somebody was born is not where he died.
        if best.property != "died" and {"when", "where"} <= ask.types and (other := self._scorer.other_default(record, best.property, ask.types)):
            return Query("fact", (best.record,), f"{best.property}+{other}")
        answers = properties()[best.property].answers
        asked = {prop for prop, strength in ask.strength.items() if strength >= 0.35 and prop in record.facts}
        seconds = {prop for prop in asked if answers in ask.types - {properties()[prop].answers} and properties()[prop].answers in ask.types}
        if seconds:
            candidates = self._scorer.of_records(ask, context, (best.record,))
            if second := next((c.property for c in candidates if c.operation == "fact" and c.property in seconds), None):
                return Query("fact", (best.record,), f"{best.property}+{second}")
        return query
