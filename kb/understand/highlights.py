"""Finds what fits no property of a record by the words that people ask for it with."""

from __future__ import annotations

from collections.abc import Callable

from kb.language.fold import fold_phrase
from kb.query import Query
from kb.records import Record


def highlight(record: Record, is_asked: Callable[[tuple[str, ...]], bool]) -> Query | None:
    """The first highlight of a record one of whose cues, as folded words, is what is asked for."""
    for number, told in enumerate(record.highlights):
        if any(is_asked(fold_phrase(cue)) for cues in told.cues.values() for cue in cues):
            return Query("highlight", (record.id,), str(number))
    return None


def highlight_called(record: Record, name: str) -> str:
    """The number of the highlight of a record that has this name, empty if none has."""
    return next((str(number) for number, told in enumerate(record.highlights) if told.name == name), "")
