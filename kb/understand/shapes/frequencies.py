"""How often the festival is held: «how often is the festival?», «раз в год проходит?», «фестиваль жыл сайын өте ме?»"""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.understand.ask import FESTIVAL, Ask, held
from kb.understand.evidence import EDITION_LIKE
from kb.understand.lexicon import words


def how_often(ask: Ask, context: Query | None) -> Query | None:
    """What the festival is tells that it is yearly; of another festival, and where the chat spoke of something else, nothing is told."""
    often = _where_often(ask)
    if not often or {*ask.named_but_eponym} - {FESTIVAL} or ask.kinds.keys() - EDITION_LIKE or ask.reading.years or ask.ordinals or ask.months:
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
    for phrase in _phrases():
        for i in range(len(tokens) - len(phrase) + 1):
            beside = tokens[i : i + len(phrase)]
            # «Қай жылдан бері» is no «жылда».
            inflected = ask.reading.language != "kk"
            if all(key == token.key or (inflected and key in token.bases) for key, token in zip(phrase, beside, strict=True)):
                out |= {*range(i, i + len(phrase))}
    return out


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(fold_phrase(phrase) for phrase in words()["how_often"]["phrases"])


@cache
def _taking_place() -> frozenset[str]:
    return frozenset(key for word in words()["how_often"]["taking_place"] for key in fold_phrase(word))
