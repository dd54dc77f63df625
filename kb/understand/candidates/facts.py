"""The facts of a record as answers: what speaks for each, and what it explains of the message besides its record."""

from __future__ import annotations

from kb.understand.ask import explain
from kb.understand.candidates.asked_facts import AskedFact, AskedFacts
from kb.understand.candidates.better_told import told_better
from kb.understand.candidates.claimed_values import ClaimedValues
from kb.understand.candidates.fitness import Fitness
from kb.understand.candidates.relations import Relations
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.texts import explained_with, lacks_noun, told_elsewhere
from kb.understand.candidates.weighing import Weighing
from kb.understand.weights import (
    ASKED_BEFORE,
    BY_DEFAULT,
    CLAIMED,
    CUE,
    IN_FACT,
    LINKED,
    OF_OTHER_NOUN,
    OF_UNKNOWN,
    TELLING_WORDS,
    TOLD_ELSEWHERE,
    UNASKED_ABOUT,
    UNRECORDED,
)
from kb.understand.word_lists import typed_list


class Facts:
    """Weighs single facts."""

    def __init__(self, relations: Relations, spoken: SpokenKinds, claimed_values: ClaimedValues) -> None:
        self._relations = relations
        self._asked_facts = AskedFacts(spoken, claimed_values)
        self._fitness = Fitness(relations)
        self._ranked = typed_list("ranked")

    def add(self, weighing: Weighing, prop: str, strength: float = 0.0, before: bool = False) -> None:
        """Add the answer that one fact gives, if it can come close: `strength` tells how strongly it is asked for, `before` whether the chat asked for it."""
        asked = self._asked_facts.of(weighing, prop, strength, before)
        if asked is None:
            return
        bonus = self._bonus(weighing, asked)
        if weighing.cannot_reach(bonus):
            return
        ask = weighing.ask
        mine = self._explained(weighing, asked)
        bonus -= TOLD_ELSEWHERE * told_elsewhere(weighing, mine)
        if "about" in ask.operations and not (asked.meant or asked.claimed):
            bonus -= UNASKED_ABOUT
        weighing.add(prop, "fact", mine, bonus, frozenset(ask.cues.get(prop, ())), asked=asked.meant or asked.telling > 0.6)

    def _bonus(self, weighing: Weighing, asked: AskedFact) -> float:
        """What speaks for it: how strongly it is asked for, whether it answers this kind of question, whether another tells it."""
        ask = weighing.ask
        bonus = weighing.prior + CUE * asked.strength + TELLING_WORDS * min(asked.telling, 2.5)
        bonus += self._fitness.of(ask, asked) - told_better(ask, asked, weighing.follows)
        if ask.governed and lacks_noun(weighing, asked.prop):
            bonus -= OF_OTHER_NOUN
        if asked.default and not ask.cues:
            bonus += BY_DEFAULT
        if asked.before and not ask.cues:
            bonus += ASKED_BEFORE
        if asked.fact.unknown:
            bonus -= OF_UNKNOWN if asked.record.kind == "film" and not asked.own else UNRECORDED
        return bonus

    def _explained(self, weighing: Weighing, asked: AskedFact) -> dict[int, float]:
        """Position → how far it explains the word there."""
        ask, record, prop = weighing.ask, asked.record, asked.prop
        mine = explained_with(weighing, prop, asked.fact, asked.default or prop in ask.strength)
        if asked.before and not asked.own:
            # «And in Azerbaijan?» asks the same of the record that is linked with it.
            explain(mine, [i for named, positions in ask.named.items() if ask.linked(record.id, named) for i in positions], LINKED)
        stands_for = [other for other in self._relations.stands_for.get(prop, ()) if not record.known(other)]
        for other in (*self._relations.implied_by[prop], *stands_for):
            for i, weight in ask.cues.get(other, {}).items():
                mine[i] = max(mine.get(i, 0.0), weight)
        for kind in asked.of_kinds:
            mine |= dict.fromkeys(ask.kinds[kind], 1.0)
        if asked.of_genre:
            mine |= dict.fromkeys(ask.genres, 1.0)
        if ask.of_time and (asked.definition.answers == "when" or "when" in record.sorts.get(prop, ())):
            # «What month did it come out?» is told by any fact that tells a time.
            explain(mine, ask.of_time, IN_FACT)
        if prop in self._ranked:
            mine |= {i: 1.0 for positions in ask.ranks.values() for i in positions}
        for i in asked.claimed:
            mine[i] = max(mine.get(i, 0.0), CLAIMED)
        return mine
