"""Which festival a city has: "which film festival takes place in Almaty?", «какие фестивали есть в Алматы?», «Алматыда кинофестиваль бар ма?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import words
from kb.understand.word_lists import listed


def festival_of_place(ask: Ask) -> Query | None:
    """The only other festival than the one that travels which is held in the city that alone is named; None where a past one, or more, is asked for."""
    places = [named for named, kind in ask.named_kinds.items() if kind == "place"]
    festivals = {i for kind in EDITION_LIKE for i in ask.kinds.get(kind, ())}
    if len(places) != 1 or len(ask.named) != 1 or not festivals or ask.kinds.keys() - {*EDITION_LIKE, "film"} or ask.types - {"what"}:
        return None
    located = ask.reading.is_located(ask.named[places[0]])
    if ask.reading.years or ask.ordinals or ask.months or ask.reading.story or ask.operations.keys() - {"list"} or not located:
        return None
    said = ask.reading.listed
    # «Was the festival in Almaty?» asks for the one that travels.
    now = any(word in listed("not_of_past") for word in said)
    if not (now if ask.reading.yes_no else any(word in listed("which") for word in said)):
        return None
    known = ask.named_positions | festivals | ask.where_said(held() | _being()) | {i - 1 for i in festivals} & ask.where_said(_films())
    there = [one.id for one in ask.members("festival") if one.id != FESTIVAL and one.known("city") and places[0] in one.facts["city"].refs]
    return Query("fact", (there[0],), "city") if len(there) == 1 and known.issuperset(ask.content) else None


@cache
def _being() -> frozenset[str]:
    return frozenset(map(fold, (*words()["not_of_past"], *words()["how_often"]["taking_place"], *words()["which"])))


@cache
def _films() -> frozenset[str]:
    return frozenset(map(fold, words()["about"]["cinema"])) | frozenset(map(fold, words()["one_film"]))
