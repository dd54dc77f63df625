"""What the chat spoke of last: the record, and those that the answer named besides it."""

from __future__ import annotations

from kb.base import Base
from kb.language.fold import fold_phrase, stands_in
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence
from kb.understand.follow_ups.strengths import strongest
from kb.understand.weights import ASKED_STRONGLY


def last_record(ask: Ask, context: Query | None) -> Evidence | None:
    """The record that the chat spoke of last; None if it spoke of none, or the base no longer has it."""
    if context is None or not context.records or context.records[0] not in ask.base.records:
        return None
    return ask.of[context.records[0]]


def told_besides(base: Base, last: Evidence, context: Query) -> list[str]:
    """The records that the last answer named besides its own: to which its facts refer, or whose names stand in its highlights."""
    out: list[str] = []
    if context.operation == "card" and last.kind == "film" and "director" in last.facts:
        # What is told of a film as a whole begins with who made it.
        out += last.facts["director"].refs
    for prop in (context.property or "").split("+"):
        if prop in last.facts:
            out += last.facts[prop].refs
        elif prop.isdigit() and int(prop) < len(of := base.records[last.id].highlights):
            said = fold_phrase(of[int(prop)].text.get("en"))
            beside = [near for kind in ("film", "person", "agreement", "organisation") for near in last.near.get(kind, ())]
            out += [near for near in beside if any(stands_in(fold_phrase(name), said) for name in base.records[near].names.en)]
    return out


def tells_better(ask: Ask, last: Evidence, told: str) -> bool:
    """Whether what is asked is known of the last record, and not of the film that its answer told: «which one opened them?» after days of cinema."""
    asked = strongest(ask)
    return (
        last.type == "film-days"
        and ask.of[told].kind == "film"
        and ask.strength.get(asked, 0.0) >= ASKED_STRONGLY
        and last.known(asked)
        and not ask.of[told].known(asked)
    )
