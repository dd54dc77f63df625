"""What a message asks for of each kind of records, whatever their facts say: «who made it» of a film asks for the director."""

from __future__ import annotations

from collections.abc import Set

from kb.understand.ask import Ask, Spoken
from kb.understand.candidates.relations import Relations
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import default_properties, properties
from kb.understand.weights import BY_DEFAULT, OF_COUNTED, OF_KIND, OF_KIND_LISTED, OF_KIND_MEANT, QUESTION_WORD


class SpokenKinds:
    """Tells what is asked for of a kind; of each message and kind once."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def of(self, ask: Ask, kind: str) -> Spoken:
        """What is asked for of records of this kind."""
        return ask.spoken_of.get(kind) or self._worked_out(ask, kind)

    def _worked_out(self, ask: Ask, kind: str) -> Spoken:
        relations = self._relations
        own = relations.properties_of[kind]
        defaults = {prop for question in ask.types for prop in default_properties(kind, question)}
        of_kinds: dict[str, list[str]] = {}
        for asked in ask.kinds:
            if prop := relations.of_asked_kind.get(asked, {}).get(kind):
                of_kinds.setdefault(prop, []).append(asked)
        claimed = self._claimed(ask, kind) if ask.reading.yes_no else set()
        implied = {prop for cue in ask.strength if cue in relations.implies for prop in relations.implies[cue] & own}
        props = own & {*ask.strength, *defaults, *of_kinds, *claimed}
        bonus = QUESTION_WORD if "count" in ask.types or not ask.types.isdisjoint(properties()[prop].answers for prop in props) else 0.0
        bonus += BY_DEFAULT if (defaults or of_kinds) and not ask.cues else 0.0
        bonus += OF_COUNTED if ask.counted else 0.0
        spoken = ask.spoken_of[kind] = Spoken(
            props,
            implied,
            defaults,
            of_kinds,
            self._ranked(ask, kind, props | implied, claimed, of_kinds),
            self._positions(ask, kind, props, implied, of_kinds),
            self._claimable(ask, kind) if ask.reading.yes_no else set(),
            bonus,
        )
        return spoken

    def _claimed(self, ask: Ask, kind: str) -> set[str]:
        """The properties that a yes/no question can claim a value of."""
        claimed = {"country", *(prop for named in ask.named_kinds.values() for prop in self._relations.claims.get(named, ()))}
        if ask.reading.years:
            claimed |= {prop for prop in self._relations.properties_of[kind] if properties()[prop].answers == "when"}
        if kind != "film":
            claimed.discard("festivals")
        return claimed

    def _claimable(self, ask: Ask, kind: str) -> set[int]:
        """The positions of what it can claim to be such a value."""
        own, claims = self._relations.properties_of[kind], self._relations.claims
        claimed = {named for named, of in ask.named_kinds.items() if of == "country" or not own.isdisjoint(claims.get(of, ()))}
        return ask.reading.years.keys() | {i for named in claimed for i in ask.named[named]}

    def _ranked(self, ask: Ask, kind: str, asked: set[str], claimed: Set[str], of_kinds: dict[str, list[str]]) -> list[tuple[float, str]]:
        """How strongly at most each property is asked for, the most strongly asked for first."""
        own, stand_ins = self._relations.properties_of[kind], self._relations.stand_ins
        standing_in = {prop for other in ask.cues if other in stand_ins for prop in stand_ins[other]}
        strengths = {prop: ask.strength.get(prop, 0.0) for prop in asked | (standing_in & own)}
        for prop in claimed & own:
            strengths[prop] = max(strengths[prop], OF_KIND)
        for prop in of_kinds:
            strengths[prop] = max(strengths[prop], OF_KIND_LISTED if kind in EDITION_LIKE else OF_KIND_MEANT)
        return sorted(((strength, prop) for prop, strength in strengths.items()), reverse=True)

    def _positions(self, ask: Ask, kind: str, props: set[str], implied: set[str], of_kinds: dict[str, list[str]]) -> set[int]:
        """The positions of the words that ask for any of its properties."""
        relations = self._relations
        asking = {other for prop in props | implied for other in relations.implied_by[prop]} | (relations.stood_in[kind] & ask.cues.keys())
        positions = {i for prop in asking for i in ask.cues.get(prop, ())}
        positions.update(i for prop, listed in of_kinds.items() if prop in props for asked in listed for i in ask.kinds[asked])
        return positions
