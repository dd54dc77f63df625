"""What SECURITY.md promises and no other test holds; and that the tests it and docs/faults.md name exist."""

from __future__ import annotations

import ast
import re
import sqlite3
from pathlib import Path

import pytest

from handlers.render import html
from kb import KnowledgeBase, Question

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("document", ["SECURITY.md", "docs/faults.md"])
def test_the_tests_that_are_named_exist(document: str) -> None:
    rows = [line for line in (ROOT / document).read_text(encoding="utf-8").splitlines() if re.match(r"\| (?!-|#|fault)", line)]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row)
        assert named, f"no test: {row}"
        for file, test in named:
            assert re.search(rf"^(async )?def {test}\(", (ROOT / file).read_text(encoding="utf-8"), re.M), f"{file} has no {test}"


def test_no_sql_is_put_together_from_values() -> None:
    """SQL stands in .sql files or in constants; what is put together is names of our own tables and numbers of migrations."""
    ours = {"schema.py", "sqlite.py", "postgresql.py", "steps.py"}  # the drivers and what stands on them, which are given statements
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("execute", "executemany", "executescript"):
                statement = node.args[0] if node.args else None
                assert path.name in ours or isinstance(statement, ast.Constant | ast.Subscript | ast.Call), (path, ast.unparse(node))
                assert not isinstance(statement, ast.BinOp), (path, ast.unparse(node))


OPERATORS = ('" OR 1=1 --', "NEAR(qaitadan, 5) AND *", "film: 'x' \" ^ -", "'; DROP TABLE records; --", "\x00\ud800", "({[<>]})", "qaitadan*", '"')


@pytest.mark.parametrize("text", OPERATORS)
def test_text_full_of_operators_is_a_question_like_others(knowledge: KnowledgeBase, text: str) -> None:
    before = knowledge.ask(Question("Who directed Qaitadan?")).text
    assert html(knowledge.ask(Question(text)))
    assert html(knowledge.ask(Question(f"the film where {text} look for a grave")))
    assert knowledge.ask(Question("Who directed Qaitadan?")).text == before


def test_the_base_cannot_be_written(knowledge: KnowledgeBase) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        knowledge._base._db.execute("CREATE TABLE other (id)")


def test_what_is_tested_is_what_runs() -> None:
    run, dev = (
        dict(re.findall(r"^([\w.-]+)[^=\n]*==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.M))
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert len(run) > 30 and {name: dev[name] for name in run.keys() & dev.keys()} == {name: run[name] for name in run.keys() & dev.keys()}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "requirements-uv.lock"])
def test_every_dependency_is_locked_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert entries and all(re.match(r"[\w.\[\]-]+==\S+.*--hash=sha256:[0-9a-f]{64}", entry, re.S) for entry in entries)
    for file in ("Makefile", "Dockerfile"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if re.search(r"pip install", line):
                assert "--require-hashes" in line, line
