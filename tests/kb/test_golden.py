"""Questions of our own with their right replies (`kb/golden/`): what the base and the language work together must keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb import LANGUAGES, KnowledgeBase, Question, Reply

GOLDEN = Path(__file__).parent.parent.parent / "kb" / "golden"
# A person reads the first lines on a phone: the fact that was asked stands there.
_HEAD = 300
_OPPOSITE = {"yes": r"^\W*(no|нет|жоқ)\b", "no": r"^\W*(yes|да|иә)\b"}


def rows() -> list[dict[str, Any]]:
    return [row for path in sorted(GOLDEN.glob("*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def chats() -> Iterator[Any]:
    """The rows, those of one chat together: an `open` row is one that the language work does not answer yet."""
    by_chat: dict[str, list[dict[str, Any]]] = {}
    for row in rows():
        by_chat.setdefault(row.get("conv", row["id"]), []).append(row)
    for turns in by_chat.values():
        marks = [pytest.mark.xfail(strict=True, reason="not understood yet")] if any(turn.get("open") for turn in turns) else []
        yield pytest.param(turns, id=turns[0]["id"], marks=marks)


def faults(row: dict[str, Any], reply: Reply) -> list[str]:
    """What is wrong with this reply, in words; empty when it is right."""
    head = reply.text[:_HEAD] if row["kind"] == "answer" and row["cat"] not in ("list", "compare") else reply.text

    def found(pattern: str, where: str = head) -> bool:
        return re.search(pattern, where, re.IGNORECASE | re.DOTALL) is not None

    out = [] if reply.language == row["lang"] else [f"language {reply.language}"]
    out += [] if reply.kind == row["kind"] else [f"kind {reply.kind}, wanted {row['kind']}"]
    out += [f"lacks {pattern}" for pattern in row.get("must", []) if not found(pattern)]
    out += [f"lacks any of {row['any']}"] if row.get("any") and not any(map(found, row["any"])) else []
    out += [f"has {pattern}" for pattern in row.get("must_not", []) if found(pattern, reply.text)]
    out += [f"opposite of {row['says']}"] if row.get("says") and found(_OPPOSITE[row["says"]]) else []
    return out


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
