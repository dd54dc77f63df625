"""How properties stand for each other and for words, as `words/relations.yaml` has it.

«When» of a film is its release; a year stands in for an unknown release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import default_properties, properties, words


class Relations:
    """The relations of properties, for the kinds of records that one base has."""

    def __init__(self, kinds: Set[str]) -> None:
        self.kinds = kinds
        self.properties_of = {kind: {prop for prop, definition in properties().items() if kind in definition.kinds} for kind in kinds}
        # Kind that is asked for → kind of record → the property that tells it.
        self.of_asked_kind: dict[str, dict[str, str]] = words()["properties_of_asked_kind"]
        # Kind of what is named → the properties that a yes/no question can claim it to be the value of.
        self.claims: dict[str, list[str]] = words()["claims"]
        implies: dict[str, list[str]] = words()["implies"]
        # A property → those that it implies; → itself and those that imply it.
        self.implies = {cue: set(implied) for cue, implied in implies.items()}
        self.implied_by = {prop: (prop, *(cue for cue, implied in implies.items() if prop in implied)) for prop in properties()}
        # A property → those that it stands in for where they are not known; the same the other way round; by kind all that any of its own stands in for.
        self.stands_for: dict[str, list[str]] = words()["stands_for"]
        self.stand_ins: dict[str, list[str]] = defaultdict(list)
        for prop, others in self.stands_for.items():
            for other in others:
                self.stand_ins[other].append(prop)
        self.stood_in = {kind: {other for prop in own for other in self.stands_for.get(prop, ())} for kind, own in self.properties_of.items()}

    @staticmethod
    def defaults_of_any(question: str) -> set[str]:
        """The properties that a question word alone asks for of any kind."""
        return {prop for kind in words()["default_properties"] for prop in default_properties(kind, question)}

    def other_default(self, record: Evidence, prop: str, types: set[str]) -> str | None:
        """«Where and when»: the known property that answers the question word which `prop` does not."""
        rest = [kind for kind in ("when", "where") if kind in types and kind != properties()[prop].answers]
        defaults = [other for kind in rest for other in default_properties(record.kind, kind)]
        return next((other for other in defaults if other != prop and record.known(other)), None)

    def inherited(self, ask: Ask, record: Evidence) -> dict[str, float]:
        """Properties that stand in for another one that is asked and that the record lacks, the year for the release, each with how strongly."""
        out: dict[str, float] = {}
        for other, strength in ask.strength.items():
            if other in self.stand_ins and strength and not record.known(other):
                for prop in self.stand_ins[other]:
                    out[prop] = max(out.get(prop, 0.0), 0.9 * strength)
        return out

    def inherits(self, ask: Ask, record: Evidence, asked_before: str | None) -> bool:
        """Whether a fact of a record can be asked for because the chat asked for it before, or for what it stands in for."""
        if asked_before is None:
            return False
        return not record.facts.keys().isdisjoint((*asked_before.split("+"), *self.inherited(ask, record)))
