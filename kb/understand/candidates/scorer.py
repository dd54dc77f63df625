"""The best candidates of all records that can be meant."""

from __future__ import annotations

import math
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask, Candidate, Heard, Sort
from kb.understand.candidates.answers import Answers
from kb.understand.candidates.ceilings import Ceilings
from kb.understand.candidates.claimed_values import ClaimedValues
from kb.understand.candidates.pool import Pool
from kb.understand.candidates.race import Race
from kb.understand.candidates.record_sorts import RecordSorts
from kb.understand.candidates.relations import Relations
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.texts import heard_in
from kb.understand.evidence import Evidence, Value
from kb.understand.follow_ups import FollowUps
from kb.understand.weights import FEW, FOLLOWS, MARGIN, OF_FOLLOWING_PAPER

# A record that has yet to be weighed: its ceiling, negative, for the heap; its number, which decides between equals; the record; its sort
# once that is looked at; what it can cover at most; what its texts have of the message.
_Waiting = tuple[float, int, Evidence, Sort | None, float, Heard]


class Scorer:
    """Scores candidates over one base."""

    def __init__(self, base: Base) -> None:
        self.follow_ups = FollowUps(base)
        self._relations = Relations({kind for kind, _ in base.newest})
        self._pool = Pool(base, self._relations, self.follow_ups)
        spoken = SpokenKinds(self._relations)
        self._claimed_values = ClaimedValues(self._relations)
        self._sorts = RecordSorts(self._relations, spoken)
        self._ceilings = Ceilings(spoken)
        self._answers = Answers(self._relations, spoken, self._claimed_values)

    def candidates(
        self, ask: Ask, context: Query | None, closest: int = 1, margin: float = 2 * MARGIN, least: float = 0.0, least_close: float = 0.0
    ) -> list[Candidate]:
        """At least the `closest` best candidates that cover `least_close`, and all that cover `least` and are at most `margin` behind the best one.

        The best come first.

        Among equals the newest record comes first, so that «the festival» is the latest one. What the message is about is weighed
        first, then the other records by the most that each can score, until none can come so close.
        """
        gains = self.follow_ups.gains(ask, context)
        ask.pool = ask.pool or self._pool.of(ask, gains)
        race = Race(closest, margin, least, least_close)
        out: list[Candidate] = []
        for record in ask.pool[""]:
            self._add_meant(out, ask, context, record, gains, race)
        # What a record can score is first told by its kind and its words, then by what it is linked with, then fact by fact.
        waiting = self._waiting(ask, race)
        while waiting and -waiting[0][0] >= race.floor:
            ceiling, number, evidence, sort, covered, heard = heappop(waiting)
            if not race.counts(-ceiling, covered):
                continue
            if sort is None:
                sort = self._sorts.of(ask, evidence)
                ceiling, covered = self._ceilings.ceiling(ask, evidence.kind, evidence.facts, sort, heard)
                heappush(waiting, (-ceiling, number, evidence, sort, covered, heard))
            else:
                self._answers.add(out, ask, evidence, sort, covered, race)
        return self._best_first(ask, [c for c in out if c.score >= race.floor])

    def of_records(self, ask: Ask, context: Query | None, records: Iterable[str]) -> list[Candidate]:
        """All candidates of these records alone, best first."""
        out: list[Candidate] = []
        gains = self.follow_ups.gains(ask, context)
        for record in records:
            self._add_meant(out, ask, context, record, gains, Race(1, math.inf))
        return self._best_first(ask, out)

    def newest_of_kind(self, kind: str) -> list[str]:
        """The newest records of a kind."""
        return self._pool.newest_of_kind(kind)

    def claimed(self, ask: Ask, record: Evidence, prop: str, fact: Value) -> dict[int, str]:
        """Position → record, or year, that a yes/no question claims to be the value of this fact."""
        return self._claimed_values.of(ask, record, prop, fact)

    def other_default(self, record: Evidence, prop: str, types: set[str]) -> str | None:
        """«Where and when»: the known property that answers the question word which `prop` does not."""
        return self._relations.other_default(record, prop, types)

    @staticmethod
    def _best_first(ask: Ask, candidates: list[Candidate]) -> list[Candidate]:
        return sorted(candidates, key=lambda c: (-round(c.score, 3), -ask.of[c.record].newest, c.record))

    def _add_meant(self, out: list[Candidate], ask: Ask, context: Query | None, record: str, gains: dict[str, float], race: Race) -> None:
        """Weigh a record that the message or the chat is about."""
        gain = gains.get(record, 0.0)
        asked_before = (context.property or ("" if gain >= FOLLOWS else None)) if context and record in gains else None
        evidence = ask.of[record]
        sort = self._sorts.of(ask, evidence)
        if gain and record not in ask.named and not self._relations.inherits(ask, evidence, asked_before):
            ceiling, covered = self._ceilings.ceiling(ask, evidence.kind, evidence.facts, sort, heard_in(ask, evidence))
            if not race.counts(ceiling + gain + OF_FOLLOWING_PAPER, covered):
                return
        self._answers.add(out, ask, evidence, sort, 1.0, race, gain, asked_before)

    def _waiting(self, ask: Ask, race: Race) -> list[_Waiting]:
        """The records of each kind that can come close by their kind and their words, as a heap, the best first."""
        waiting: list[_Waiting] = []
        ceiling_of = self._ceilings.ceiling
        for kind, records in ask.pool.items():
            if not (kind and records):
                continue
            of_kind = self._ceilings.sort_of_kind(ask, kind)
            if len(records) > FEW and not race.counts(ceiling_of(ask, kind, None, of_kind, ask.heard_at_most)[0], 1.0):
                continue
            for record in records:
                evidence = ask.of[record]
                heard = heard_in(ask, evidence)
                ceiling, covered = ceiling_of(ask, kind, evidence.facts, of_kind, heard)
                if race.counts(ceiling, covered):
                    waiting.append((-ceiling, len(waiting), evidence, None, covered, heard))
        heapify(waiting)
        return waiting
