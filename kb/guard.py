"""The guard of the base: questions of our own with their right replies (`kb/golden/`) and all taught phrases, asked of the base as it is
and as it would be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb import KnowledgeBase, Language, Question, Reply
from kb.understand.taught import Phrase

GOLDEN = Path(__file__).parent / "golden"
# A person reads the first lines on a phone: the fact that was asked stands there.
_HEAD = 300
_OPPOSITE = {"yes": r"^\W*(no|нет|жоқ)\b", "no": r"^\W*(yes|да|иә)\b"}
# So much of a reply is shown, in characters.
_SHOWN = 300


@dataclass(frozen=True)
class Regression:
    """A question that would be answered otherwise: what is said now, and what would be."""

    question: str
    language: Language
    before: str
    after: str


def rows(directory: Path = GOLDEN) -> list[dict[str, Any]]:
    """The golden questions, as `kb/golden/` has them. Without any nothing would be guarded: that is an error."""
    if not (files := sorted(directory.glob("*.yaml"))):
        raise FileNotFoundError(f"{directory} has no golden questions")
    return [row for path in files for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]


def chats(asked: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows, those of one chat together."""
    by_chat: dict[str, list[dict[str, Any]]] = {}
    for row in asked:
        by_chat.setdefault(row.get("conv", row["id"]), []).append(row)
    return list(by_chat.values())


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def faults(row: dict[str, Any], reply: Reply) -> list[str]:
    """What is wrong with this reply, in words; empty when it is right."""
    head = reply.text[:_HEAD] if row["kind"] == "answer" and row["cat"] not in ("list", "compare") else reply.text

    def found(pattern: str, where: str = head) -> bool:
        return re.search(pattern, where, re.IGNORECASE | re.DOTALL) is not None

    out = [] if reply.language in _several(row["lang"]) else [f"language {reply.language}"]
    out += [] if reply.kind in _several(row["kind"]) else [f"kind {reply.kind}, wanted {row['kind']}"]
    out += [f"lacks {pattern}" for pattern in row.get("must", []) if not found(pattern)]
    out += [f"lacks any of {row['any']}"] if row.get("any") and not any(map(found, row["any"])) else []
    out += [f"has {pattern}" for pattern in row.get("must_not", []) if found(pattern, reply.text)]
    out += [f"opposite of {row['says']}"] if row.get("says") and found(_OPPOSITE[row["says"]]) else []
    return out


def regressions(before: KnowledgeBase, after: KnowledgeBase, taught: Sequence[Phrase], directory: Path = GOLDEN) -> Iterator[Regression]:
    """The golden questions that were answered rightly and would not be, or that would be taken for another question; and the phrases of
    `taught` that ask for what they should now, and would not."""
    for chat in chats(rows(directory)):
        one: Reply | None = None
        other: Reply | None = None
        for row in chat:
            one, other = (kb.ask(Question(row["q"], row.get("ui"), last.in_chat if last else None)) for kb, last in ((before, one), (after, other)))
            right = not faults(row, one)
            if (right and faults(row, other)) or (one.kind, _asked(one)) != (other.kind, _asked(other)):
                yield _regression(row["q"], one.language, one, other)
    for phrase in taught:
        one, other = (kb.ask(Question(phrase.phrase, phrase.language)) for kb in (before, after))
        if _asked(one) == phrase.query != _asked(other):
            yield _regression(phrase.phrase, phrase.language, one, other)


def _asked(reply: Reply | None) -> str | None:
    return (reply.query or reply.long_query) if reply else None


def _regression(question: str, language: Language, before: Reply, after: Reply) -> Regression:
    return Regression(question, language, before.lead[:_SHOWN], after.lead[:_SHOWN])
