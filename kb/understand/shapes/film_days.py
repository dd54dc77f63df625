"""Days of films in a city: «which Kazakh films were shown in Tashkent in November»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import FESTIVAL, KAZAKHSTAN, Ask, Candidate, words
from kb.understand.weights import MENDED


def screenings(ask: Ask) -> list[str]:
    """The film days in a place or another country of which it is asked what was shown there, where neither a film nor a person is named."""
    named = set(ask.named_kinds.values())
    if ask.types or not ("film" in ask.kinds or "festivals" in ask.cues) or not {"place", "country"} & named or not named.isdisjoint(("film", "person")):
        return []
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"] or _countries_abroad(ask)
    days = dict.fromkeys(near for place in places for near in ask.of[place].near.get("agreement", ()) if ask.of[near].type == "film-days")
    return [record for record in days if all(ask.linked(record, place) for place in places)]


def _countries_abroad(ask: Ask) -> list[str]:
    """«What Kazakh films were shown in Kyrgyzstan?»: the other country where films are said to have been shown, and no festival is spoken of."""
    shown = "festivals" in ask.cues or ask.where_said(words.shown())
    said = ask.named_positions | ask.of_kinds | ask.cued | ask.months | ask.reading.years.keys() | ask.where_said(words.shown()) | ask.generic
    said |= {i for at in ask.operations.values() for i in at}
    if not shown or "edition" in ask.kinds or FESTIVAL in ask.named or not said.issuperset(ask.telling):
        return []
    return [named for named, kind in ask.named_kinds.items() if kind == "country" and named != KAZAKHSTAN and ask.reading.is_located(ask.named[named])]


def of_all(ask: Ask) -> Query | None:
    """«Когда были дни казахстанского кино?», «where were they held?»: all of them, where no place and no country but our own is named."""
    said = {i for m in ask.reading.of("kind") if m.pattern.value == "film_days" and m.weight > MENDED for i in m.span}
    if not said or ask.named.keys() - {KAZAKHSTAN} or ask.numerals or ask.months or ask.reading.yes_no or not (ask.types and ask.types <= {"when", "where"}):
        return None
    known = said | ask.named_positions | ask.of_kinds | ask.cued | {i for at in ask.operations.values() for i in at}
    days = [record for record in ask.members("agreement") if record.type == "film-days"] if known.issuperset(ask.telling) else []
    days.sort(key=lambda record: record.date(("dates",)), reverse=True)
    if len(days) < 2:
        return None
    return Query("compare", tuple(record.id for record in days), "dates") if "when" in ask.types else Query("set", tuple(record.id for record in days))


def programme(ask: Ask, candidates: list[Candidate]) -> Query | None:
    """«Which Kazakh films were shown in Tashkent in November»: the programme of film days, where there is one for all that is named."""
    days = [c for c in candidates if c.property == "festivals" and not ask.doubtful(c) and c.coverage > 0.6]
    if not days and candidates and candidates[0].operation == "highlight" and candidates[0].coverage > 0.8 and not ask.unexplained(candidates[0]):
        return Query("highlight", (candidates[0].record,), candidates[0].property)
    return Query("fact", (days[0].record,), "festivals") if days else None
