"""The records that a message can mean: what it names, what is linked with that, what shares words with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from kb.base import Base
from kb.understand.ask import Ask
from kb.understand.candidates.relations import Relations
from kb.understand.evidence import CROWD
from kb.understand.follow_ups import FollowUps
from kb.understand.weights import COMMON, WEIGHED

# So many words that say something make a question whole by itself.
_WHOLE = 4


class Pool:
    """Tells which records of one base can be meant."""

    def __init__(self, base: Base, relations: Relations, follow_ups: FollowUps) -> None:
        self._base, self._relations, self._follow_ups = base, relations, follow_ups

    def of(self, ask: Ask, gains: dict[str, float]) -> dict[str, list[str]]:
        """The records that can be meant, by kind: first, under "", what the message is about, then the kinds that it names."""
        found: dict[str, dict[str, None]] = {"": dict.fromkeys([*ask.named, *gains])} | {kind: {} for kind in ask.kinds}
        for named in ask.named:
            for kind, near in ask.of[named].near.items():
                found.setdefault(kind, {}).update(dict.fromkeys(near))
        for record in self._further(ask, gains):
            found.setdefault(ask.of[record].kind, {})[record] = None
        if ask.asks_venue and (ask.named or "edition" in ask.kinds) and not gains:
            # In which building a festival was is told by its ceremonies.
            events = (event for edition in found.get("edition", ()) for event in ask.of[edition].near.get("event", ()))
            found.setdefault("event", {}).update(dict.fromkeys(event for event in events if ask.of[event].type == "ceremony"))
        return {kind: [record for record in records if not kind or record not in found[""]] for kind, records in found.items()}

    def newest_of_kind(self, kind: str) -> list[str]:
        """The newest records of a kind."""
        return sorted(self._base.newest.get((kind, ""), ()), key=lambda record: (-self._base.evidence[record].newest, record))

    def _further(self, ask: Ask, gains: dict[str, float]) -> list[str]:
        """The records besides those that are named, told before or linked with these."""
        more: list[str] = []
        if not ask.named and (not gains or (len(ask.telling) >= _WHOLE and not self._follow_ups.goes_on(ask.reading))):
            # A whole question without a word that goes on can be of something else than the chat.
            more += [*self._sharing_words(ask), *self._representatives(ask)]
        elif any(len(near) == CROWD for named in ask.named for near in ask.of[named].near.values()):
            # Of a hub only some are weighed for its name alone; of the others, those that share a word with the question.
            more += self._base.linked_among(ask.named, self._sharing_words(ask))
        if ask.reading.years or ask.ordinals or not ask.named:
            more += [*self._base.newest.get(("edition", ""), ()), *self._editions_of(ask.reading.years.values())]
        return more

    def _editions_of(self, years: Iterable[int]) -> set[str]:
        ids = (self._base.ids[number] for year in years for number in self._base.in_years.numbers(str(year)))
        return {record for record in ids if self._base.evidence[record].kind == "edition"}

    def _sharing_words(self, ask: Ask) -> list[str]:
        """The records whose texts, names or years share most with the message, weighted by rarity, the best first."""
        shared: dict[int, float] = defaultdict(float)
        for stem, rarity in ask.rarity.items():
            for index in (self._base.in_texts, self._base.in_names):
                if index.count(stem) <= COMMON:
                    for number in index.numbers(stem):
                        shared[number] += rarity or 1.0
        for year in ask.reading.years.values():
            if self._base.in_years.count(str(year)) <= COMMON:
                for number in self._base.in_years.numbers(str(year)):
                    shared[number] += 1.0
        return [self._base.ids[number] for number in nlargest(WEIGHED, shared, key=shared.__getitem__)]

    def _representatives(self, ask: Ask) -> set[str]:
        """Of records that share no word with the message, the newest of each sort: the others are weighed just like them."""
        relations = self._relations
        props = {"", *ask.strength}.union(*map(relations.defaults_of_any, ask.types))
        for kind in ask.kinds:
            props |= set(relations.of_asked_kind.get(kind, {}).values())
        return {record for kind in relations.kinds for prop in props for record in self._base.newest.get((kind, prop), ())}
