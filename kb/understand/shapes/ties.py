"""Equally good records where the question asks for several: «with which countries were memorandums signed in Aktau»."""

from __future__ import annotations

from kb.query import Query
from kb.understand.ask import Ask, Candidate


def tie(ask: Ask, tied: list[str], best: Candidate) -> Query | None:
    """Equally good records where the question asks for several: «with which countries were memorandums signed in Aktau».

    A few that are named, or that the chat spoke of, are told side by side.
    """
    apart = len({frozenset(ask.named.get(record, ())) for record in tied}) == len(tied) and set(tied) <= set(ask.named)
    # «Which cities were cultural capitals?»: the city of each.
    each = "place" in ask.kinds and best.property == "city" and set(tied) <= set(ask.named) and not ask.reading.years
    # «Үздік актриса қай фильмде ойнады?»: the films of both who shared the prize.
    prizes = [ask.of[named].facts["winner"].refs for named, kind in ask.named_kinds.items() if kind == "award" and ask.of[named].known("winner")]
    shared = any(set(tied) <= set(refs) for refs in prizes)
    if best.property and best.operation == "fact" and 1 < len(tied) < 5 and (apart or best.follows or each or shared):
        return Query("compare", tuple(tied), best.property)
    # A word that is in none of them asks back for none: «which films went for the Oscars».
    told = "list" in ask.operations and best.operation == "fact" and best.asked and all(ask.of[record].known(best.property or "") for record in tied)
    left = set(ask.unexplained(best))
    if left and not (told and left.isdisjoint(ask.cues.get("winner", ()))):
        # Nor is it told of them that they won.
        return None
    if best.operation == "fact" and not any(ask.of[record].known(best.property or "") for record in tied):
        # «The most expensive film»: of none of them it is known.
        return None
    # «Что за полнометражные привезли турки»: a type of films asks for them, not for their genre.
    of_type = best.property == "genre" and ask.film_types and not ask.types
    # «Какая должность у Омарова?» asks of one of them, which is not told.
    named_alike = (
        best.property
        and best.operation == "fact"
        and len(tied) <= 3
        and all(record in ask.named for record in tied)
        and not ask.kinds
        and "count" not in ask.types
    )
    several = (not named_alike and {"list", "count"} & set(ask.operations)) or len(tied) > 3 or of_type
    plain = not ask.operations and not ask.types and len(ask.content) < 2
    return Query("set", tuple(tied)) if several and not plain and len(tied) <= 12 else None
