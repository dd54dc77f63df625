"""JSON lines in, JSON lines out: many questions without Telegram, each timed by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from kb import LANGUAGES, KnowledgeBase, Question, Reply


class BatchFault(Exception):
    """A line that is no question; the text names the line."""


def answer_lines(kb: KnowledgeBase, lines: Iterable[str]) -> Iterator[str]:
    """For each `{"id", "text", "ui"?, "chat"?}` one `{"id", "lang", "kind", "text", "records", "ms"}`, in the same order.

    Raises:
        BatchFault: a line is not such an object.
    """
    chats: dict[str, str | None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _row(line, number)
        chat = row.get("chat")
        start = perf_counter()
        reply = kb.ask(Question(row["text"], row.get("ui"), chats.get(chat) if chat else None))
        ms = (perf_counter() - start) * 1000
        if chat and reply.in_chat:
            chats[chat] = reply.in_chat
        yield json.dumps(as_json(reply) | {"id": row["id"], "ms": round(ms, 3)}, ensure_ascii=False)


def as_json(reply: Reply) -> dict[str, Any]:
    """A reply as the batch mode and `ask --json` show it."""
    return {"lang": reply.language, "kind": reply.kind, "text": reply.text, "records": list(reply.records)}


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise BatchFault(f"line {number}: not JSON: {error}") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BatchFault(f'line {number}: expected {{"id": …, "text": "…"}}, found {line.strip()[:80]}')
    if row.get("ui") not in (None, *LANGUAGES):
        raise BatchFault(f"line {number}: ui is {row['ui']!r}, expected one of {', '.join(LANGUAGES)}")
    return row
