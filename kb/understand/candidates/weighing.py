"""One record while it is weighed: what speaks for all its answers alike, and the candidates that come close enough."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kb.understand.ask import Ask, Candidate
from kb.understand.candidates.race import Race
from kb.understand.evidence import Evidence
from kb.understand.weights import NOT_IN_FACT, OF_ANOTHER_NAME, OTHER_YEAR, UNEXPLAINED

# Position of a word of the message → those of its stems that stand in a text; where in a record → these words.
Words = dict[int, list[str]]
Found = dict[str, Words]
_NO_WORDS: Words = {}


class Weighing(NamedTuple):
    """One record that is weighed."""

    out: list[Candidate]
    ask: Ask
    record: Evidence
    # Whether the message names it; whether the chat spoke of it.
    own: bool
    follows: bool
    # What its texts have of the message, and what it explains as a whole.
    found: Found
    explained: dict[int, float]
    # What speaks for it, and the coverage that it can have at most.
    prior: float
    most: float
    race: Race

    def words_in(self, key: str) -> Words:
        """What the text of one of its facts or highlights has of the message."""
        return self.found.get(key, _NO_WORDS)

    def cannot_reach(self, bonus: float) -> bool:
        """Whether what speaks for a candidate is too little, whatever it explains."""
        return not self.race.counts(self.most + bonus, self.most)

    def add(
        self, prop: str | None, operation: Literal["card", "fact", "highlight"], explained: dict[int, float], bonus: float, cued: frozenset[int], asked: bool
    ) -> None:
        """Add a candidate if it comes close."""
        ask = self.ask
        covered = ask.covered(explained)
        if self._lacks_a_number(explained):
            bonus -= OTHER_YEAR
        for i in ask.names:
            if explained.get(i, 0.0) < NOT_IN_FACT:
                bonus -= OF_ANOTHER_NAME * (0.5 if self.own and self.record.kind != "award" else 1.0)
                break
        score = covered + bonus
        if score >= self.race.floor:
            self.race.enter(score, covered)
            self.out.append(Candidate(self.record.id, prop, operation, covered, score, explained, cued, asked, self.follows))

    def _lacks_a_number(self, explained: dict[int, float]) -> bool:
        """Whether a year, an edition or any other number of the message is left unexplained."""
        ask = self.ask
        if not ask.numerals:
            return False
        return (
            any(explained.get(i, 0.0) < NOT_IN_FACT for i in ask.reading.years)
            or any(explained.get(i, 0.0) < UNEXPLAINED for i in ask.numbers)
            or any(explained.get(i, 0.0) < NOT_IN_FACT for i in ask.ordinals_of_edition)
        )
