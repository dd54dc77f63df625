"""How often the festival is held: «how often is the festival?», «раз в год проходит?», «фестиваль жыл сайын өте ме?»"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import words


def how_often(ask: Ask, context: Query | None) -> Query | None:
    """What the festival is tells that it is yearly; of another festival, and where the chat spoke of something else, nothing is told."""
    if {*ask.named_but_eponym} - {FESTIVAL} or ask.kinds.keys() - EDITION_LIKE or ask.reading.years or ask.ordinals or ask.months:
        return None
    often = _where_often(ask)
    if not often:
        return None
    spoken = FESTIVAL in ask.named or not EDITION_LIKE.isdisjoint(ask.kinds)
    of_it = context is None or all(record == FESTIVAL or ask.of[record].kind == "edition" for record in context.records if record in ask.base.records)
    if not (spoken or (of_it and ask.where_said(held() | _taking_place()))) or FESTIVAL not in ask.base.records or not ask.of[FESTIVAL].known("what"):
        return None
    said = often | ask.named_positions | ask.of_kinds | ask.where_said(held() | _taking_place())
    return Query("fact", (FESTIVAL,), "what") if said.issuperset(ask.content) else None


def _where_often(ask: Ask) -> set[int]:
    """The positions of the words for how often something is."""
    tokens, out = ask.reading.tokens, set[int]()
    # «Қай жылдан бері» is no «жылда».
    inflected = ask.reading.language != "kk"
    said = [{token.key, *token.bases} if inflected else {token.key} for token in tokens]
    for i, keys in enumerate(said):
        for first in keys & _phrases().keys():
            for phrase in _phrases()[first]:
                if len(phrase) <= len(tokens) - i and all(key in here for key, here in zip(phrase, said[i:], strict=False)):
                    out |= {*range(i, i + len(phrase))}
    return out


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases for how often, by their first key."""
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in words()["how_often"]["phrases"]:
        keys = fold_phrase(phrase)
        phrases[keys[0]].append(keys)
    return phrases


@cache
def _taking_place() -> frozenset[str]:
    return frozenset(key for word in words()["how_often"]["taking_place"] for key in fold_phrase(word))
