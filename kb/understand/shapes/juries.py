"""Who of a jury came from one country."""

from __future__ import annotations

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.highlights import highlight
from kb.understand.shapes import editions_told
from kb.understand.weights import OF_KIND

# What words for the members of a jury can ask for besides.
_OF_MEMBERS = {"participants", "members", "country", "jury_chair", "head", "post"}


def jury_from(ask: Ask, context: Query | None) -> Query | None:
    """«Алқада қырғыздардан кім бар?», «and from Azerbaijan?» after the jury: those of its members who came from one country."""
    countries = [named for named, kind in ask.named_kinds.items() if kind == "country"]
    if len(countries) != 1 or "count" in ask.types or ask.kinds.keys() - {"person", "country", "edition"} or {"awards", "winner"} & ask.cues.keys():
        return None
    if _asks_chair(ask) or not set(ask.named_kinds.values()) <= {"country", "place", "festival", "edition", "event"}:
        return None
    juries = [jury for jury in ask.members("event") if jury.type == "jury"]
    told = context is not None and (context.property == "jury" or any(jury.id in context.records for jury in juries))
    asked = ask.strength.get("jury", 0.0) >= OF_KIND or any(jury.id in ask.named for jury in juries)
    if not asked and not (told and ask.types <= {"who"} and ask.strength.keys() <= _OF_MEMBERS):
        return None
    editions = {edition.id for edition in editions_told(ask)}
    names = [fold_phrase(name) for name in ask.base.records[countries[0]].names.en]
    for jury in [jury for jury in juries if not editions.isdisjoint(jury.near.get("edition", ()))]:
        from_there = highlight(ask.base.records[jury.id], lambda cue: any(set(cue).issuperset(name) for name in names))
        if from_there is not None:
            return from_there
        if told and jury.known("jury"):
            # From Hungary nobody was, as all of them tell.
            return Query("fact", (jury.id,), "jury")
    return None


def _asks_chair(ask: Ask) -> bool:
    """Whether the chair of a jury is asked for, and not its members «apart from the chair»."""
    asking = {i for m in ask.reading.of("question") for i in m.span}
    return "members" not in ask.cues and bool(ask.cues.get("jury_chair", {}).keys() - ask.cues.get("jury", {}).keys() - asking)
