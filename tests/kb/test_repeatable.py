"""Two replicas tell the same: a reply does not depend on the order in which a process happens to hold its sets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from tests.bench.rows import GOLDEN, rows_of

# Questions in one chat: what is asked is weighed with what was told before.
_CHAT = 3
# Several facts of one paper have as many of these words.
_LIST, _TOPICS = "Which memorandums were signed in Aktau?", ("projects", "training", "archives", "animation", "tourism", "heritage", "history", "festivals")
_OF_THEM = [f"Which of them is about {one} and {other}?" for one, other in combinations(_TOPICS, 2)]


def _asked(every: int) -> str:
    """Lines for the batch mode: questions in chats, and each sample of `every` another."""
    by_language: dict[str, list[str]] = {}
    for row in rows_of(GOLDEN)[::every]:
        by_language.setdefault(str(row["lang"]), []).append(row["q"])
    lines = [{"id": f"{n}-{at}", "text": text, "chat": f"them-{n}"} for n, of_them in enumerate(_OF_THEM) for at, text in enumerate((_LIST, of_them))]
    for language, texts in sorted(by_language.items()):
        Random(1).shuffle(texts)
        lines += [{"id": f"{language}-{n}", "text": text, "chat": f"{language}-{n // _CHAT}"} for n, text in enumerate(texts)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _told(lines: str, seed: int, base_dir: Path) -> list[str]:
    """The replies of a process whose sets are in the order of that seed, without the times that they took."""
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "TYRNA_DATA_DIR": str(base_dir)}
    command = [sys.executable, "bot.py", "ask", "--jsonl"]
    done = subprocess.run(command, input=lines, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    return [json.dumps(json.loads(line) | {"ms": 0}, ensure_ascii=False) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.proof)])
def test_every_process_tells_the_same(base_dir: Path, every: int) -> None:
    lines = _asked(every)
    first = _told(lines, 1, base_dir)
    assert len(first) == len(lines.splitlines())
    for seed in (2, 3):
        assert _told(lines, seed, base_dir) == first
