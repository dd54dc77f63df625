"""What can be asked of the programme: a day, hours, a venue, a film, a sort of entries, and what of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.state.programme import Screening
from kb import KnowledgeBase, Language
from kb.understand.lexicon import film_types

# Subtitles are asked for, in whatever language.
ANY = "any"
# What can be asked of entries, or of a venue; the programme tells it of each.
Aspect = Literal["place", "access", "languages", "length", "remind", "venue"]
Type = Literal["documentary", "short", "feature", "event"]
FILM_TYPES: tuple[Type, ...] = ("documentary", "short", "feature")
TYPES: tuple[Type, ...] = (*FILM_TYPES, "event")


@dataclass(frozen=True)
class Asked:
    """What is asked; hours are minutes since the day's midnight, and go beyond 1440 into the night.

    `day` is None for «now», «next» and a film on whatever day; `rest`: only what has not ended. `told` says whether the words tell the language.
    `spoken` and `subtitled` are codes of languages, or `ANY` for subtitles in whatever language. `aspect` is what is asked of the entries, if
    not what is on; `minutes` before the start is when to remind, `buys`: where there are tickets.
    """

    language: Language
    told: bool
    day: date | None = None
    since: int | None = None
    until: int | None = None
    now: bool = False
    next: bool = False
    rest: bool = False
    tonight: bool = False
    venue: str | None = None
    film: str | None = None
    entries: tuple[str, ...] = ()
    type: Type | None = None
    spoken: str | None = None
    subtitled: str | None = None
    aspect: Aspect | None = None
    minutes: int | None = None
    buys: bool = False


def is_of_type(entry: Screening, type: Type, kb: KnowledgeBase) -> bool:
    """Whether an entry is of a sort: an event, else by the type of its film in the base, which can be a narrower one: a docudrama."""
    if entry.kind == "event" or type == "event":
        return entry.kind == type
    record = kb.record(entry.film) if entry.film else None
    return record is not None and record.type in film_types()[type]
