"""How a decision is written as a table: each rule looks for one shape of question, and the first that finds it decides.

A rule of what is asked gets the question and what this chat asked before; one of the best answer gets that too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kb.query import Query
from kb.records import Language
from kb.understand.ask import Ask, Candidate

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


Rule = Callable[[Ask, Query | None], Decision | None]
RuleOfBest = Callable[[Ask, Query | None, Candidate | None], Decision | None]


def answer(query: Query, why: str) -> Decision:
    return Decision("answer", query, query.records, why=why)


def all_of(found: tuple[str, ...] | None, why: str, why_none: str) -> Decision | None:
    """Answer with the records that are found, the only one with its card; an honest no if none is, and no decision if none is asked for."""
    if found is None:
        return None
    return answer(Query("set" if len(found) > 1 else "card", found), why) if found else Decision("unknown", why=why_none)


def asked(find: Callable[[Ask], Query | None], why: str) -> Rule:
    """Answer what a question asks, if it has a certain shape."""

    def rule(ask: Ask, _: Query | None) -> Decision | None:
        query = find(ask)
        return answer(query, why) if query else None

    return rule


def following(find: Callable[[Ask, Query | None], Query | None], why: str) -> Rule:
    """Answer what a question asks after another one."""

    def rule(ask: Ask, context: Query | None) -> Decision | None:
        query = find(ask, context)
        return answer(query, why) if query else None

    return rule


def refused(test: Callable[[Ask], bool], why: str) -> Rule:
    """Answer nothing to a question of a certain shape: the base does not tell it."""

    def rule(ask: Ask, _: Query | None) -> Decision | None:
        return Decision("unknown", why=why) if test(ask) else None

    return rule


def untrue(find: Callable[[Ask], Query | None], why: str) -> Rule:
    """Say no to what a question takes for true, and tell what is."""

    def rule(ask: Ask, _: Query | None) -> Decision | None:
        query = find(ask)
        return Decision("unknown", about="untrue", then=query, why=why) if query else None

    return rule


def of_best(find: Callable[[Ask, Candidate], Query | None], why: str) -> RuleOfBest:
    """Answer what a question asks of the best answer, rather than that itself."""

    def rule(ask: Ask, _: Query | None, best: Candidate | None) -> Decision | None:
        query = find(ask, best) if best else None
        return answer(query, why) if query else None

    return rule


def following_best(find: Callable[[Ask, Query | None, Candidate | None], Query | None], why: str) -> RuleOfBest:
    """Answer what a question asks after another one, rather than the best answer itself."""

    def rule(ask: Ask, context: Query | None, best: Candidate | None) -> Decision | None:
        query = find(ask, context, best)
        return answer(query, why) if query else None

    return rule
