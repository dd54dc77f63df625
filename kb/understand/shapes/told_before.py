"""The records that the last answer told, and those of one kind among them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base import Base
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import Evidence


def told(base: Base, context: Query) -> Sequence[str]:
    """The records that an answer listed."""
    if context.operation in ("list", "count"):
        return base.members(context.kind or "", [(near,) for near in context.filters])
    if context.operation in ("set", "compare"):
        return context.records
    facts = base.evidence[context.records[0]].facts if context.records[0] in base.records else {}
    refs = [ref for prop in (context.property or "").split("+") if prop in facts for ref in facts[prop].refs]
    return refs if len(refs) > 1 else ()


def several(ask: Ask, context: Query) -> list[Evidence]:
    """The people, films, papers or prizes that the last answer told, if several of one kind."""
    records = [ask.of[record] for record in told(ask.base, context) if record in ask.base.records]
    for kind in ("person", "film", "agreement", "award", "event"):
        if len(of_kind := [one for one in records if one.kind == kind]) > 1:
            return of_kind
    return []
