"""How a decision is written as a table: each rule looks for one shape of question, and the first that finds it decides.

A rule of what is asked gets the question and what this chat asked before; one of the best answer gets that too.
"""

from __future__ import annotations

from collections.abc import Callable

from kb.query import Query
from kb.understand.ask import Ask, Candidate
from kb.understand.interpretation.decision import Decision, answer

Rule = Callable[[Ask, Query | None], Decision | None]
RuleOfBest = Callable[[Ask, Query | None, Candidate | None], Decision | None]


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
