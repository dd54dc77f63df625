"""Questions of our own with their right replies (`kb/golden/`): what the base and the language work together must keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from kb import LANGUAGES, KnowledgeBase, Question, guard
from kb.guard import faults
from tests.kb.golden import golden_rows

# So many chats are asked by one test: a test for each takes longer to begin than to run.
TOGETHER = 40


def chats(are_open: bool) -> list[list[dict[str, Any]]]:
    """The chats; in those that are open some row is one that the language work does not answer yet."""
    return [turns for turns in guard.chats(golden_rows()) if any(turn.get("open") for turn in turns) is are_open]


def wrong(knowledge: KnowledgeBase, turns: list[dict[str, Any]]) -> list[tuple[str, str, list[str], str]]:
    """Of each row of a chat that gets another reply than it asks for: its id, its question, the faults, the reply."""
    context, found = None, []
    for row in turns:
        reply = knowledge.ask(Question(row["q"], row.get("ui"), context))
        context = reply.in_chat or context
        if faulty := faults(row, reply):
            found.append((row["id"], row["q"], faulty, reply.text))
    return found


def parts(are_open: bool) -> Iterator[Any]:
    some = chats(are_open)
    for at in range(0, len(some), TOGETHER):
        yield pytest.param(some[at : at + TOGETHER], id=some[at][0]["id"])


@pytest.mark.parametrize("some", list(parts(are_open=False)))
def test_golden_questions_get_their_replies(knowledge: KnowledgeBase, some: list[list[dict[str, Any]]]) -> None:
    assert [row for turns in some for row in wrong(knowledge, turns)] == []


@pytest.mark.parametrize("some", list(parts(are_open=True)))
def test_an_open_question_that_gets_its_reply_is_open_no_more(knowledge: KnowledgeBase, some: list[list[dict[str, Any]]]) -> None:
    assert [turns[0]["id"] for turns in some if not wrong(knowledge, turns)] == [], "take `open: true` off these rows"


def test_there_are_enough_in_each_language() -> None:
    assert all(Counter(str(row["lang"]) for row in golden_rows() if not row.get("open"))[language] >= 60 for language in LANGUAGES)


def test_a_wrong_reply_is_seen(knowledge: KnowledgeBase) -> None:
    row = {"q": "", "lang": "en", "kind": "answer", "cat": "attribute", "must": ["Spielberg"]}
    assert faults(row, knowledge.ask(Question("Who directed Qaitadan?"))) == ["lacks Spielberg"]
