"""Which of a few is the older, the longer or the more: «какой старше?» after a comparison, «больше, чем …?» after what a film earned."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import AGED
from kb.understand.follow_ups.steps import Steps
from kb.understand.lexicon import properties
from kb.understand.shapes.after_lists import SIDE_BY_SIDE
from kb.understand.shapes.told_before import several
from kb.understand.weights import ASKED_RATHER


def which_is_more(ask: Ask, context: Query | None) -> Query | None:
    """What puts those of the chat in order, of each."""
    orders = {"age", "most", "least"} & ask.operations.keys()
    if context is None or not orders or ask.reading.years or ask.ordinals or ask.types & {"where"} or _is_a_step(ask, orders):
        return None
    told = [ask.base.evidence[record] for record in _put_in_order(ask, context) if record in ask.base.records]
    kinds = {one.kind for one in told}
    if len(kinds) != 1 or not 1 < len(told) <= SIDE_BY_SIDE or ask.kinds.keys() - kinds:
        return None
    if kinds == {"edition"} and "age" not in orders:
        # «And the shortest?» after the two longest is asked of every festival.
        return None
    said = {i for cues in ask.cues.values() for i in cues} | {i for at in ask.operations.values() for i in at} | ask.named_positions | ask.of_kinds
    if not said.issuperset(ask.telling):
        return None
    measured = [prop for prop in _measures(ask, context, kinds.pop(), "age" in orders) if prop in properties()]
    measured = [prop for prop in measured if properties()[prop].type in ("date", "number", "money")]
    prop = next((prop for prop in measured if all(one.known(prop) for one in told)), "")
    prop = prop or next((prop for prop in measured if any(one.known(prop) for one in told)), "")
    return Query("compare", tuple(one.id for one in told), prop) if prop else None


def _is_a_step(ask: Ask, orders: Set[str]) -> bool:
    """«А годом раньше?» asks for the year before, and not which of two is the older."""
    step, span = _steps().step(ask)
    return bool(step) and all(ask.operations[order] <= span for order in orders)


@cache
def _steps() -> Steps:
    return Steps()


def _measures(ask: Ask, context: Query, kind: str, by_age: bool) -> list[str]:
    """The properties that can be what they are put in order by, the likelier first."""
    if by_age:
        return list(AGED.get(kind, ()))
    asked = [prop for prop in sorted(ask.strength, key=lambda prop: -ask.strength[prop]) if ask.strength[prop] >= ASKED_RATHER]
    return asked or [context.property or ""]


def _put_in_order(ask: Ask, context: Query) -> tuple[str, ...]:
    """Those that the chat compared or listed, or the one that it spoke of and the one that is named."""
    if not ask.named:
        return tuple(one.id for one in several(ask.base, context)) if context.operation == "fact" else context.records
    last = context.records[0] if context.operation in ("fact", "card") else ""
    others = [named for named in ask.named if named != last]
    alike = len(others) == 1 and last in ask.base.records and ask.named_kinds[others[0]] == ask.of[last].kind
    return (last, *others) if alike else ()
