"""Answers that are equally good: one that something else speaks for, a list of them, or a question back."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.candidates import Scorer
from kb.understand.interpretation.decision import Decision, answer
from kb.understand.interpretation.honest_no import NEAR, lacking
from kb.understand.interpretation.rivals import RIVAL, rivals_of
from kb.understand.refusals import is_strange
from kb.understand.shapes import Shapes
from kb.understand.shapes.stories import Stories
from kb.understand.weights import COVERAGE, MARGIN


class Ties:
    """Tells equally good answers apart."""

    def __init__(self, scorer: Scorer, shapes: Shapes, stories: Stories) -> None:
        self._scorer = scorer
        self._shapes = shapes
        self._stories = stories

    def shared(self, ask: Ask, best: Candidate, tied: list[str]) -> Decision | None:
        """The decision where several records are still equally good; None where the best answer will do."""
        # «Is the Center merged with Kazakhfilm»: both are named, and either tells it.
        told = ask.reading.yes_no and best.operation != "card" and all(record in ask.named for record in tied)
        if len(tied) < 2 or told:
            return None
        if any(is_strange(ask, i) for i in ask.unexplained(best)) or (ask.unexplained(best) and not ask.named):
            # «A script that sorts a list»: several fit a little, and none is named.
            return Decision("unknown", lacking=lacking(ask, best), records=tuple(tied[:NEAR]), why="several fit a little, and none is named")
        if "count" in ask.types and best.property and not any(ask.of[record].known(best.property) for record in tied):
            # «На сколько лет подписан меморандум с Узбекистаном?»: it is told of none of them, whichever is meant.
            return Decision("unknown", records=tuple(tied[:NEAR]), why="not known of any that fits")
        if query := self._shapes.tie(ask, tied, best):
            return answer(query, "equally good records, and several are asked for")
        if len(tied) > 3 and best.operation == "fact" and ask.of[best.record].kind == "film" and not (ask.named or best.follows):
            return Decision("unknown", lacking=lacking(ask, best), why="very many fit alike, and none is named")
        if len(tied) <= 3 or not best.asked:
            offered = Query("compare", tuple(tied[:3]), best.property) if best.operation == "fact" else None
            return Decision("clarify", offered, tuple(tied[:3]), why="equally good records")
        return None

    def untied(self, ask: Ask, context: Query | None, best: Candidate, candidates: list[Candidate]) -> tuple[Candidate, list[str]]:
        """The best answer and the records that are as good, once all is looked at that can tell them apart."""
        tied = self._tied(ask, candidates)
        if best.operation == "highlight" and ask.of[best.record].kind == "organisation" and all(ask.linked(best.record, one) for one in tied[1:]):
            # What two bodies did together either tells.
            tied = tied[:1]
        if len(tied) > 1 and (whole := self._told_by_all(ask, context, tied, best)):
            best, tied = whole, [whole.record]
        if len(tied) > 1 and ask.reading.yes_no and ask.named.keys().isdisjoint(tied):
            # «Does AI help to pick films at the State Center?» is told by the body, and not by films that it supported.
            bodies = [named for named, kind in ask.named_kinds.items() if kind == "organisation"]
            of_named = [c for c in self._scorer.of_records(ask, context, bodies) if c.operation == "highlight" and c.coverage >= COVERAGE]
            if by_named := max(of_named, key=lambda c: c.score, default=None):
                best, tied = by_named, [by_named.record]
        if len(tied) > 1 and len(telling := self._stories.telling(ask, tied)) < len(tied):
            best, tied = next(c for c in candidates if c.record in telling), telling
        of_untold = ask.of[best.record].kind == "film" and best.record not in ask.named and not best.follows
        if (len(tied) > 1 or of_untold) and "count" in ask.types and best.property == "awards":
            # How many prizes the films won is told by the body that counts them all, not by some of them.
            rivals = rivals_of(self._scorer, ask, context)
            counted = (c for c in rivals if c.property == best.property and c.operation == "fact" and ask.of[c.record].kind == "organisation")
            if counting := next(counted, None):
                best, tied = counting, [counting.record]
        hinted = [record for record in tied if any(ask.linked(record, named) for named in ask.reading.before - ask.named.keys())]
        if len(tied) > 1 and len(hinted) == 1:
            best, tied = next(c for c in candidates if c.record == hinted[0]), hinted
        if len(tied) > 1 and len(there := _signed_where_the_last_was(ask, context, tied)) == 1:
            best, tied = next(c for c in candidates if c.record == there[0]), there
        if len(tied) > 1 and best.property == "post" and ask.named.keys().isdisjoint(tied):
            # Who chairs a body is told by the body, whoever else has a post in it.
            of_named = self._scorer.of_records(ask, context, list(ask.named))
            told = (c for c in of_named if c.operation == "fact" and c.property in ask.strength and best.score - c.score < RIVAL)
            if by_named := next((c for c in told if not ask.unexplained(c)), None):
                best, tied = by_named, [by_named.record]
        return best, tied

    def _told_by_all(self, ask: Ask, context: Query | None, tied: list[str], best: Candidate) -> Candidate | None:
        """What tells of all of several parts: the festival of its two ceremonies, or the film of its actors, none of whom is named."""
        ceremonies = all(ask.of[one].type == "ceremony" for one in tied)
        actors = best.property == "what" and ask.of[best.record].kind == "person"
        if not (ceremonies or actors) or not ask.named.keys().isdisjoint(tied):
            return None
        rivals = rivals_of(self._scorer, ask, context)
        of_all = [c for c in rivals if c.asked and best.score - c.score < RIVAL and all(ask.linked(c.record, one) for one in tied)]
        # «In which building were the ceremonies in Baku?»; «what does Turdugul do?», whom somebody else plays.
        return next((c for c in of_all if (c.property == best.property if ceremonies else c.operation == "highlight")), None)

    @staticmethod
    def _tied(ask: Ask, candidates: list[Candidate]) -> list[str]:
        """The records of one kind whose best candidates are equally good; editions are never tied, the newest is meant."""
        best = candidates[0]
        kind = ask.of[best.record].kind
        close = [c for c in candidates if best.score - c.score < MARGIN and ask.of[c.record].kind == kind]
        close = [c for c in close if c.property == best.property or c.operation == best.operation == "card"]
        if not ask.doubtful(best):
            # «The film center of Georgia» is not the one of another country.
            close = [c for c in close if ask.named_positions.isdisjoint(ask.unexplained(c))]
        if kind in ("edition", "festival"):
            return [best.record]
        return list(dict.fromkeys(c.record for c in close))


def _signed_where_the_last_was(ask: Ask, context: Query | None, tied: list[str]) -> list[str]:
    """«And with the Uzbeks?» after what was signed with Türkiye at the festival: the papers that were signed there too."""
    last = ask.of.get(context.records[0]) if context and context.records else None
    if last is None or last.kind != "agreement" or last.id in tied or not last.known("signed_at"):
        return []
    there = set(last.facts["signed_at"].refs)
    return [one for one in tied if ask.of[one].known("signed_at") and not there.isdisjoint(ask.of[one].facts["signed_at"].refs)]
