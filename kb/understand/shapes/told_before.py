"""The records that the last answer told, and those of one kind among them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base import Base
from kb.card import by_name
from kb.query import IN_ORDER, Query
from kb.records import Language
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


def several(base: Base, context: Query) -> list[Evidence]:
    """The people, films, papers or prizes that the last answer told, if several of one kind."""
    records = [base.evidence[record] for record in told(base, context) if record in base.records]
    for kind in ("person", "film", "agreement", "award", "event"):
        if len(of_kind := [one for one in records if one.kind == kind]) > 1:
            return _as_said(base, of_kind, context)
    return []


def in_order(context: Query, records: Sequence[Evidence]) -> bool:
    """Whether the answer had them in the order of its query; longer lists stand by name."""
    return context.operation in ("fact", "highlight", "compare") or (context.operation == "set" and len(records) <= IN_ORDER)


def as_shown(base: Base, records: list[Evidence], language: Language) -> list[Evidence]:
    """Those of a longer list as it was shown: by name."""
    return sorted(records, key=lambda one: by_name(base.records[one.id], language))


def _as_said(base: Base, records: list[Evidence], context: Query) -> list[Evidence]:
    """Those whom a fact names, in the order of its sentence, if all of their names stand there."""
    facts = base.records[context.records[0]].facts if context.operation == "fact" else {}
    texts = (facts[prop].text for prop in (context.property or "").split("+") if prop in facts)
    said = " ".join(text.get("en") for text in texts if text)
    at = {one.id: min((said.find(name) for name in base.records[one.id].names.en if name in said), default=-1) for one in records}
    return records if -1 in at.values() else sorted(records, key=lambda one: at[one.id])
