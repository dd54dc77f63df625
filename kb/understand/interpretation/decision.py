"""What to do about a message, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kb.query import Query
from kb.records import Language
from kb.understand.reading import Reading

# What a message that is not answered was about: what the base could come to tell, what the festival's staff tells, a place where no
# festival was, a prize that was not won there, what is not so, or nothing of these.
About = Literal["base", "errand", "nothing", "host", "award", "untrue"]


@dataclass(frozen=True)
class Decision:
    """What to do, as data: `answer` with a query, `clarify` among records, of which the query says what was asked, `unknown` with what lacks, `smalltalk`.

    An answer with what lacks tells only a part of what was asked.
    """

    kind: Literal["answer", "clarify", "unknown", "smalltalk"]
    query: Query | None = None
    records: tuple[str, ...] = ()
    lacking: str = ""
    # What an `unknown` message was about, so that the next one can go on from it.
    topic: str = ""
    smalltalk: str = ""
    about: About = "base"
    # The language that is wished, whatever the message is written in.
    language: Language | None = None
    # What is told besides, of another record.
    then: Query | None = None
    # What decided, for editors.
    why: str = ""


# What decides a reading, after what the chat asked before.
Decide = Callable[[Reading, Query | None], Decision]


def answer(query: Query, why: str) -> Decision:
    return Decision("answer", query, query.records, why=why)


def all_of(found: tuple[str, ...] | None, why: str, why_none: str) -> Decision | None:
    """Answer with the records that are found, the only one with its card; an honest no if none is, and no decision if none is asked for."""
    if found is None:
        return None
    return answer(Query("set" if len(found) > 1 else "card", found), why) if found else Decision("unknown", why=why_none)
