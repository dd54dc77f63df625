"""The answers that one record can give: its card, its facts, its highlights, and what the base lacks of it."""

from __future__ import annotations

from collections.abc import Collection, Container

from kb.understand.ask import FESTIVAL, Ask, Candidate, Sort
from kb.understand.candidates.claimed_values import ClaimedValues
from kb.understand.candidates.facts import Facts
from kb.understand.candidates.highlights import add_highlights
from kb.understand.candidates.race import Race
from kb.understand.candidates.relations import Relations
from kb.understand.candidates.spoken import SpokenKinds
from kb.understand.candidates.texts import explained_by_texts, found_in, named_in
from kb.understand.candidates.weighing import Weighing
from kb.understand.evidence import Evidence
from kb.understand.lexicon import properties, words
from kb.understand.weights import CUE, FOLLOWS, OF_ANOTHER, OF_COUNTED, OF_FOLLOWING_PAPER, QUESTION_WORD, TELLING, TELLING_WORDS, UNRECORDED, WHO_IS


class Answers:
    """Weighs all answers of a record."""

    def __init__(self, relations: Relations, spoken: SpokenKinds, claimed_values: ClaimedValues) -> None:
        self._relations, self._spoken = relations, spoken
        self._facts = Facts(relations, spoken, claimed_values)
        self._usual: dict[str, list[str]] = words()["usual_properties"]

    def add(
        self,
        out: list[Candidate],
        ask: Ask,
        record: Evidence,
        sort: Sort,
        most: float,
        race: Race,
        gain: float = 0.0,
        asked_before: str | None = None,
    ) -> None:
        """Add what of a record can come close; `most` is the share of the message that it can cover at most."""
        found = found_in(ask, record)
        own = record.id in ask.named
        weighing = Weighing(out, ask, record, own, gain >= FOLLOWS, found, explained_by_texts(ask, record, sort, found), sort.prior + gain, most, race)
        _add_card(weighing, of_following_paper=asked_before is None and bool(gain) and not own and record.kind == "agreement")
        # Words that tell one of its facts apart from another no more than they do any text.
        mute = ask.generic | ask.named[record.id] if own else ask.generic
        self._add_facts(weighing, asked_before, mute)
        if record.cues:
            add_highlights(weighing, mute)
        if own:
            self._add_lacking(weighing)

    def _add_facts(self, weighing: Weighing, asked_before: str | None, mute: set[int]) -> None:
        """Add the facts, the likeliest first, so that the others need not be weighed."""
        ask, record, out = weighing.ask, weighing.record, weighing.out
        at = len(out)
        before = asked_before.split("+") if asked_before else ()
        inherits = (weighing.own or asked_before is not None) and record.kind != "place"
        asked_for = self._asked_for(weighing, before, self._relations.inherited(ask, record) if inherits else {})
        told = self._told(weighing, asked_for, mute)
        for prop in sorted(asked_for, key=asked_for.__getitem__, reverse=True):
            self._facts.add(weighing, prop, asked_for[prop], prop in before)
        for telling, prop in sorted(told, reverse=True):
            if weighing.cannot_reach(weighing.prior + (OF_COUNTED if ask.counted else 0.0) + TELLING_WORDS * min(telling, 2.5)):
                break
            self._facts.add(weighing, prop)
        if len(out) > at + 1:
            order = list(record.facts)
            out[at:] = sorted(out[at:], key=lambda c: order.index(c.property or ""))

    def _asked_for(self, weighing: Weighing, before: Collection[str], inherited: dict[str, float]) -> dict[str, float]:
        """Each property that is asked for, by the message or before it, with how strongly."""
        ask = weighing.ask
        asked = self._spoken.of(ask, weighing.record.kind).props.union(inherited, before)
        if weighing.own and ask.genres:
            asked.add("genre")
        return {prop: max(ask.strength.get(prop, 0.0), inherited.get(prop, 0.0)) for prop in weighing.record.facts if prop in asked}

    def _told(self, weighing: Weighing, asked_for: Container[str], mute: set[int]) -> list[tuple[float, str]]:
        """The other facts that the message may mean by their words or by what they refer to, each with how telling that is at most."""
        ask, record, own = weighing.ask, weighing.record, weighing.own
        implied = self._spoken.of(ask, record.kind).implied
        tells = ask.tells
        told = []
        # A fact without words of the message can be meant only where it refers to what is named.
        for prop in weighing.found if ask.named.keys().isdisjoint(record.refs) else record.facts:
            if prop in asked_for or not (fact := record.facts.get(prop)):
                continue
            of_fact = weighing.words_in(prop)
            refers = bool(fact.refs) and not ask.named.keys().isdisjoint(fact.refs)
            if refers or (of_fact and (own or prop in implied or sum([tells[i] for i in of_fact]) > TELLING)):
                telling = sum([tells[i] for i in of_fact if i not in mute]) + (0.6 * len(named_in(ask, record, fact)) if refers else 0.0)
                if telling:
                    told.append((telling, prop))
        return told

    def _add_lacking(self, weighing: Weighing) -> None:
        """Properties that this kind of record usually has and this one lacks: the base knows the thing, not this of it."""
        ask, record = weighing.ask, weighing.record
        for prop, strength in ask.strength.items():
            if prop in record.facts or strength < 0.5 or prop not in self._usual.get(record.kind, ()):
                continue
            if any(prop in others and record.known(other) for other, others in self._relations.stands_for.items()):
                continue
            mine = weighing.explained | {i: max(weighing.explained.get(i, 0.0), weight) for i, weight in ask.cues[prop].items()}
            typed = QUESTION_WORD if properties()[prop].answers in ask.types else 0.0
            weighing.add(prop, "fact", mine, weighing.prior + CUE * strength + typed - UNRECORDED, frozenset(ask.cues[prop]), asked=True)


def _add_card(weighing: Weighing, of_following_paper: bool) -> None:
    """Add the record as a whole."""
    ask, record, own = weighing.ask, weighing.record, weighing.own
    card = ask.card_bonus
    asked = own and card > 0
    if not (own or ask.names_only_context or (record.kind == "edition" and FESTIVAL in ask.named)):
        card -= OF_ANOTHER
    if "who" in ask.types and record.kind == "person" and own:
        card += WHO_IS
    if of_following_paper:
        card += OF_FOLLOWING_PAPER
    if not weighing.cannot_reach(weighing.prior + card):
        weighing.add(None, "card", weighing.explained, weighing.prior + card, frozenset(), asked)
