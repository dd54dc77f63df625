"""Questions of our own with their right replies (`kb/golden/`): what the base and the language work together must keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from kb import LANGUAGES, KnowledgeBase, Question, guard
from kb.guard import faults, rows


def chats() -> Iterator[Any]:
    """The chats: an `open` row is one that the language work does not answer yet."""
    for turns in guard.chats():
        marks = [pytest.mark.xfail(strict=True, reason="not understood yet")] if any(turn.get("open") for turn in turns) else []
        yield pytest.param(turns, id=turns[0]["id"], marks=marks)


@pytest.mark.parametrize("turns", list(chats()))
def test_a_golden_question_gets_its_reply(knowledge: KnowledgeBase, turns: list[dict[str, Any]]) -> None:
    context = None
    for row in turns:
        reply = knowledge.ask(Question(row["q"], row.get("ui"), context))
        context = reply.query or reply.long_query or context
        assert not faults(row, reply), (row["q"], reply.text)


def test_there_are_enough_in_each_language() -> None:
    assert all(Counter(row["lang"] for row in rows() if not row.get("open"))[language] >= 60 for language in LANGUAGES)


def test_a_wrong_reply_is_seen(knowledge: KnowledgeBase) -> None:
    row = {"q": "", "lang": "en", "kind": "answer", "cat": "attribute", "must": ["Spielberg"]}
    assert faults(row, knowledge.ask(Question("Who directed Qaitadan?"))) == ["lacks Spielberg"]
