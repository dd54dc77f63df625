"""«The 2025 one», «екіншісі», «а последнее?»: one of those that were listed or offered before."""

from __future__ import annotations

from dataclasses import replace

from kb.base import Base
from kb.language.kazakh import is_located
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import DATED, DATES, Evidence
from kb.understand.lexicon import properties
from kb.understand.shapes.told_before import as_shown, in_order, several
from kb.understand.weights import FOLLOWS
from kb.understand.word_lists import folded_list

# A paper between so many countries at most is the one with either of them.
_BILATERAL = 2
# What a festival tells by the names of many.
_OF_MANY = ("jury", "awards", "participants")


def picked(ask: Ask, context: Query | None) -> Query | None:
    """The one that is picked, as it was asked for before.

    Where more is asked of it («when did the second one come out?»), it is taken for named.
    """
    told, last = several(ask.base, context) if context else [], ""
    if not told and context and context.listed and (ask.ordinals or {"earliest", "latest"} & ask.operations.keys()):
        # «И третий?» after the second one.
        context, last = context.listed, context.records[0]
        told = several(ask.base, context)
    if not told or context is None or ask.kinds.keys() - {told[0].kind, "country", "place"} or ask.ranks:
        return None
    found, at = _pick(ask, context, told)
    if last and [one.id for one in found] == [last] and len(ask.ordinals) == 1:
        found = _after_in_time(told, found[0], next(iter(ask.ordinals)))
    if len(found) != 1:
        return None
    rest = [i for i in ask.content if i not in at and i not in ask.slight and i not in ask.of_kinds]
    about = "about" in ask.operations and ask.cues.keys() == {"what"} and not found[0].known("what")
    if about and not rest and not ask.types:
        # «What is the first one about?»
        return Query("card", (found[0].id,))
    if rest or ask.types or ask.cues:
        if not ask.named or told[0].kind == "agreement":
            # «Who signed the one with Türkiye?» is asked of no other that was told.
            ask.ordinals.clear()
            ask.name(found[0].id, set(at))
            ask.gains = {found[0].id: FOLLOWS}
        return None
    offered = properties().get(context.property or "") if context.operation == "compare" else None
    prop = context.property if offered and found[0].kind in offered.kinds else None
    return Query("fact" if prop else "card", (found[0].id,), prop)


def picks_none(ask: Ask, context: Query | None) -> bool:
    """«И третий?» after a list of two, «второй» after the names of a jury: one of what the chat listed, and no festival of that number."""
    if context is None or len(ask.ordinals) != 1 or ask.ranks or ask.named or ask.kinds or ask.reading.years:
        return False
    (number, at), *_ = ask.ordinals.items()
    if not at.issuperset(ask.telling) or ask.reading.has_listed(folded_list("within")):
        return False
    if any(is_located(ask.reading.tokens[i].text) for i in at):
        return False
    last = ask.base.evidence.get(context.records[0]) if context.records else None
    own = last.facts["editions"].number if last and "editions" in last.facts else None
    # «And the second one?» after the first festival.
    names = last is not None and context.property in _OF_MANY and not (own and number == own + 1)
    return bool(names or several(ask.base, context) or context.listed)


def list_of(base: Base, query: Query, context: Query) -> Query | None:
    """What the chat listed, where the answer is of one of it: the next «and the third?» is asked of that."""
    if query.operation not in ("card", "fact", "highlight"):
        return None
    listed = replace(context, listed=None, claim=None) if several(base, context) else context.listed
    return listed if listed and any(one.id == query.records[0] for one in several(base, listed)) else None


def _pick(ask: Ask, context: Query, told: list[Evidence]) -> tuple[list[Evidence], set[int]]:
    """Those that a year, a number, «last» or a country picks, and the positions of the words that do."""
    dated = sorted((one for one in told if one.date(DATED.get(one.kind, ()))), key=lambda one: one.date(DATED[one.kind]))
    of_papers = told[0].kind == "agreement"
    if ask.reading.years and not ask.named:
        return [one for one in told if not set(ask.reading.years.values()).isdisjoint(one.years)], set(ask.reading.years)
    if len(ask.ordinals) == 1 and not ask.named:
        (number, at), *_ = ask.ordinals.items()
        if dated and ask.operations.get("earliest", set()) > at:
            # «The very first» is the oldest, however they were told.
            return dated[:1], ask.operations["earliest"]
        return _in_order(ask, context, told, dated, number)[number - 1 : number], at
    if len(last := {"earliest", "latest"} & ask.operations.keys()) == 1 and not (ask.named or ask.types or ask.cues.keys() - DATES):
        return dated[:1] if "earliest" in last else dated[-1:], ask.operations[next(iter(last))]
    if ask.named and set(ask.named_kinds.values()) <= {"country", "place"} and (of_papers or context.operation in ("set", "list", "compare")):
        # A paper of many countries is not the one with Turkmenistan.
        found = [one for one in told if all(ask.linked(one.id, named) for named in ask.named) and not (of_papers and one.countries > _BILATERAL)]
        return found, ask.named_positions
    return [], set()


def _after_in_time(told: list[Evidence], last: Evidence, number: int) -> list[Evidence]:
    """«А второй?» after when the first one was signed: the second of its type in time, where the one that was told last is the first."""
    props = DATED.get(last.kind, ())
    alike = sorted((one for one in told if one.type == last.type and one.date(props)), key=lambda one: one.date(props))
    return alike[number - 1 : number] if alike[number - 2 : number - 1] == [last] else [last]


def _in_order(ask: Ask, context: Query, told: list[Evidence], dated: list[Evidence], number: int) -> list[Evidence]:
    """Those that were told as the answer had them; longer lists stand by name; «the first memorandum» is the oldest."""
    shown = as_shown(ask.base, told, ask.reading.language or "en")
    first = number == 1 and ask.kinds
    return told if in_order(context, told) else shown if not first else dated if told[0].kind == "agreement" else []
