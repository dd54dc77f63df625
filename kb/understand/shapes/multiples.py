"""How many times over a film returned what was spent on it: "how many times over did it pay back the state money?", «во сколько раз окупился?»."""

from __future__ import annotations

from functools import cache

from kb.language.fold import fold, fold_phrase
from kb.query import Query
from kb.understand.ask import Ask
from kb.understand.lexicon import words


def told(ask: Ask) -> Query | None:
    """What tells the multiple, of the only film that is named; None where no text of it does."""
    films = [named for named, kind in ask.named_kinds.items() if kind == "film"]
    keys = tuple(ask.reading.keys)
    said = any(keys[at : at + len(phrase)] == phrase for phrase in _phrases() for at in range(len(keys)))
    # «How many times was it shown?» asks for no money.
    others = set(ask.named_kinds.values()) - {"film", "person"}
    if not said or len(films) != 1 or others or ask.reading.yes_no or not ask.where_said(_paying_back()):
        return None
    highlights = ask.base.records[films[0]].highlights
    number = next((i for i, highlight in enumerate(highlights) if any(word in highlight.text.en for word in words()["multiples"]["told"])), None)
    return Query("highlight", (films[0],), str(number)) if number is not None else None


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(map(fold_phrase, words()["multiples"]["asked"]))


@cache
def _paying_back() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["multiples"]["paying_back"])
