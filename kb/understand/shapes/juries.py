"""Who of a jury came from one country, and whether somebody was on it."""

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


def on_jury(ask: Ask) -> Query | None:
    """«Was Özçivit on the jury?», «Бурак қазылар алқасында болды ма?»: told by all who were."""
    spoken_of = "jury" in ask.cues or any(kind == "event" and ask.of[named].type == "jury" for named, kind in ask.named_kinds.items())
    if not ask.reading.yes_no or not spoken_of or _asks_chair(ask) or {"awards", "winner", "jury_chair"} & ask.cues.keys():
        return None
    people = [named for named in ask.named_but_eponym if ask.named_kinds[named] == "person"]
    said = ask.named_positions | ask.of_kinds | {i for prop in ("jury", "festival_role", "members") for i in ask.cues.get(prop, ())}
    others = {ask.named_kinds[named] for named in ask.named_but_eponym} - {"person", "event", "place", "festival", "edition"}
    if len(people) != 1 or others or not said.union(ask.reading.years).issuperset(ask.telling):
        return None
    editions = {edition.id for edition in editions_told(ask)}
    juries = [
        event for event in ask.members("event") if event.type == "jury" and event.known("jury") and not editions.isdisjoint(event.near.get("edition", ()))
    ]
    if len(juries) != 1:
        return None
    (jury,), somebody = juries, ask.of[people[0]]
    if somebody.id not in jury.facts["jury"].refs and somebody.known("festival_role"):
        # «No, he was the guest of honour.»
        return Query("fact", (somebody.id,), "festival_role", claim=jury.id)
    return Query("fact", (jury.id,), "jury", claim=somebody.id)


def _asks_chair(ask: Ask) -> bool:
    """Whether the chair of a jury is asked for, and not its members «apart from the chair»."""
    asking = {i for m in ask.reading.of("question") for i in m.span}
    return "members" not in ask.cues and bool(ask.cues.get("jury_chair", {}).keys() - ask.cues.get("jury", {}).keys() - asking)
