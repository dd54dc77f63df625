"""What a message means after another one in the same chat: «and who wrote it?», «and with Uzbekistan?»."""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.lexicon import words

_NO_RECORDS: frozenset[str] = frozenset()


class FollowUps:
    """Tells which records a follow-up can mean, over one base."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._pronouns = {fold(word) for word in words()["pronouns"]}

    def gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        """Records that a follow-up can mean, with what they gain by it.

        «And who wrote it?» is about the last record, or one that its answer named; «and with Uzbekistan?» about the record of
        the same kind that stands to Uzbekistan as the last one stood to Turkey.
        """
        if ask.gains is None:
            ask.gains = self._gains(ask, context)
        return ask.gains

    def _gains(self, ask: Ask, context: Query | None) -> dict[str, float]:
        if not context or not context.records or context.records[0] not in self._base.records:
            return {}
        last = ask.of[context.records[0]]
        if ask.named:
            gains = self._same_slot(ask, last)
            if last.kind == "person" and self._of_person(ask):
                gains[last.id] = 0.5
            if last.kind not in ask.named_kinds.values():
                near = any(ask.linked(named, last.id) or not ask.held.get(named, _NO_RECORDS).isdisjoint(last.editions) for named in ask.named)
                gains.setdefault(last.id, 0.3 if near else 0.1)
            return gains
        gains = dict.fromkeys(last.links, 0.05)
        if last.kind in ("award", "edition", "event", "festival"):
            gains |= {near: 0.1 for kind in ("award", "edition", "event") for near in last.near.get(kind, ())}
        facts = [last.facts[prop] for prop in (context.property or "").split("+") if prop in last.facts]
        gains |= {ref: 0.3 for fact in facts for ref in fact.refs if ref in self._base.records}
        if self._of_person(ask):
            gains |= {near: gain + 0.2 for near, gain in gains.items() if gain >= 0.3 and ask.of[near].kind == "person"}
        return gains | {last.id: 0.4}

    def _of_person(self, ask: Ask) -> bool:
        """Whether a pronoun means the person that the chat spoke of; not where a predecessor is asked for."""
        return "predecessor" not in ask.cues and any(token.key in self._pronouns for token in ask.reading.tokens)

    def _same_slot(self, ask: Ask, last: Evidence) -> dict[str, float]:
        gains: dict[str, float] = {}
        for named, kind in ask.named_kinds.items():
            if kind == last.kind:
                gains[named] = 0.3
            elif kind in last.near:
                for near in ask.of[named].near.get(last.kind, ()):
                    other = ask.of[near]
                    if other.type == last.type or last.kind != "agreement":
                        gains[near] = 0.5 if not set(other.years).isdisjoint(last.years) else 0.3
        return gains
