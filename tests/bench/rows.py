"""Rows of question sets, and whether a reply is what a row asks for: the same rules for the engine and for its peers.

A row has `q`, `lang` and `kind` (one or a list), and regular expressions: `must` (all are found), `any` (at least one),
`must_not` (none); `says` is `yes` or `no`, for replies that may not open with the opposite. What an answer must hold stands
in its first 300 characters, but for lists and comparisons; a reply has at most `max` characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from kb import Reply

Row = dict[str, Any]
GOLDEN = tuple(sorted((Path(__file__).parent.parent.parent / "kb" / "golden").glob("*.yaml")))
HEAD, MAX = 300, 900
_OPPOSITE = {"yes": r"^\W*(no|нет|жоқ)\b", "no": r"^\W*(yes|да|иә)\b"}


def rows_of(paths: Iterable[Path]) -> list[Row]:
    """The rows of some question sets in their order; of one set a chat is no chat of another."""
    out = []
    for path in paths:
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            if not row.get("open"):
                out.append(row | ({"conv": f"{path.stem}/{row['conv']}"} if row.get("conv") else {}))
    return out


def right(row: Row, reply: Reply) -> bool:
    """Whether a reply is all that its row asks for."""
    return reply.language in _several(row["lang"]) and len(reply.text) <= row.get("max", MAX) and not wrong(row, reply)


def confidently_wrong(row: Row, reply: Reply) -> bool:
    """Whether a reply tells as sure what is wrong, or what the base cannot know."""
    return reply.kind == "answer" and wrong(row, reply)


def wrong(row: Row, reply: Reply) -> bool:
    """Whether the kind or a fact of a reply is wrong."""
    text = reply.text
    head = text[:HEAD] if row["kind"] == "answer" and row["cat"] not in ("list", "compare") else text

    def found(pattern: str, where: str = head) -> bool:
        return re.search(pattern, where, re.IGNORECASE | re.DOTALL) is not None

    return (
        reply.kind not in _several(row["kind"])
        or not all(map(found, row.get("must") or ()))
        or (bool(row.get("any")) and not any(map(found, row["any"])))
        or any(found(pattern, text) for pattern in row.get("must_not") or ())
        or bool(row.get("says") and found(_OPPOSITE[row["says"]]))
    )


def _several(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]
