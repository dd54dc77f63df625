"""What an answer about the programme was about, as it is kept with the answer: «is it free?», «remind me» go on from there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb import KnowledgeBase
from kb.query import Query, UnknownQuery

# What its short form begins with; no query of the base does.
_MARK = "programme:"


@dataclass(frozen=True)
class Topic:
    """A film of the base, a venue, the entries that were shown; `told` by an answer about the programme, else by one from the base."""

    film: str | None = None
    venue: str | None = None
    entries: Sequence[str] = ()
    told: bool = True

    def __str__(self) -> str:
        return f"{_MARK}{self.film or ''}:{self.venue or ''}:{','.join(self.entries)}"


def topic_of(last: str | None) -> Topic | None:
    """What the answer before was about, from the short form that was kept of it; None if it was neither about the programme nor about one record."""
    if last is None:
        return None
    if last.startswith(_MARK):
        film, venue, entries = last.removeprefix(_MARK).split(":")
        return Topic(film or None, venue or None, tuple(filter(None, entries.split(","))))
    try:
        query = Query.parse(last)
    except UnknownQuery:
        return None
    return Topic(query.records[0], told=False) if len(query.records) == 1 else None


def query_of(last: str | None, films: Iterable[str | None], kb: KnowledgeBase) -> str | None:
    """The query of the base that the answer before stands for: the film, if it was about one; `films` are those of the entries that were shown."""
    if last is None or not last.startswith(_MARK):
        return last
    topic = topic_of(last)
    shown = {topic.film} if topic and topic.film else set(films)
    film = shown.pop() if len(shown) == 1 else None
    return film if film and kb.record(film) else None
