"""How much money a prize brings: «сколько денег получил победитель?», "what is the prize fund?", «жеңімпаз қанша ақша алды?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.evidence import EDITION_LIKE, Evidence
from kb.understand.lexicon import words
from kb.understand.shapes.festivals import editions_told

_NAMED = {"festival", "edition", "place", "award"}
# What words for prizes and for who gets them ask for.
_PRIZES = ("awards", "winner", "best_film", "best_director", "best_screenplay", "best_actor", "best_actress", "best_documentary")


def prize_money(ask: Ask) -> Query | None:
    """What the festival that is meant tells of it, or that nothing is known; None where the money of something else can be meant."""
    kinds = {ask.named_kinds[named] for named in ask.named_but_eponym}
    places = {named for named, kind in ask.named_kinds.items() if kind == "place"}
    if not kinds <= _NAMED or not places <= ask.held.keys() or ask.reading.story or ask.reading.bound or ask.months:
        return None
    winners = ask.where_said(_said("winners"))
    of_prizes = {i for prop in _PRIZES if prop.startswith("best_") for i in ask.cues.get(prop, ())} | ask.kinds.get("award", set())
    funds = {i for i in ask.where_said(_said("fund")) if {i - 1} & (ask.kinds.get("award", set()) | ask.where_said(_said("of_prizes")))}
    funds |= {i - 1 for i in funds}
    money = ask.where_said(_said("money")) | funds
    paid = ask.where_said(_said("getting"))
    # «How much did the winner get?»
    how_much = ask.types == {"count"} and bool(paid) and "award" not in ask.kinds
    if not (money or how_much) or not (funds or winners or of_prizes or ask.where_said(_said("of_prizes"))):
        return None
    if ask.kinds.keys() - {"award", "film", *EDITION_LIKE, *(("organisation",) if funds else ())} or ("film" in ask.kinds and not (winners or of_prizes)):
        return None
    said = winners | of_prizes | money | paid | funds | ask.where_said(_said("of_prizes")) | ask.named_positions | ask.of_kinds | ask.reading.years.keys()
    said |= {i for at in (*ask.operations.values(), *ask.ordinals.values()) for i in at} | {i for prop in _PRIZES for i in ask.cues.get(prop, ())}
    edition = _festival(ask)
    return Query("fact", (edition.id,), "prize_money") if edition and said.issuperset(ask.content) else None


def _festival(ask: Ask) -> Evidence | None:
    """The festival that is named or told, or else the newest that has winners."""
    named = [ask.of[named] for named, kind in ask.named_kinds.items() if kind == "edition"]
    return next((edition for edition in named or editions_told(ask) if named or edition.known("best_film")), None)


@cache
def _said(name: str) -> frozenset[str]:
    return frozenset(map(fold, words()["prize_money"][name]))
