"""The compiled file: a table per kind, computable facts, full text, rebuilt only when the YAML changed; the editor's commands."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import kb.build
from kb.build import KEPT, build_if_changed, keep_few
from kb.cli import kb as kb_commands
from kb.records import DataFault


@pytest.fixture
def compiled(base_dir: Path) -> Path:
    return build_if_changed(base_dir)


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT name_kk FROM film WHERE id = 'film-qaitadan'", [("Қайтадан",)]),
        ("SELECT amount, currency FROM facts WHERE record = 'film-qaitadan' AND property = 'box_office'", [(1_000_000_000, "KZT")]),
        ("SELECT date FROM facts WHERE record = 'film-qaitadan' AND property = 'release'", [("2025-09-04",)]),
        ("SELECT count(*) FROM records WHERE kind = 'edition'", [(6,)]),
        ("SELECT number FROM facts WHERE record = 'festival-edition-2025' AND property = 'films_count'", [(47,)]),
    ],
)
def test_facts_can_be_computed_with(compiled: Path, sql: str, rows: list[tuple[object, ...]]) -> None:
    assert ask(compiled, sql) == rows


def test_full_text_is_over_folded_words(compiled: Path) -> None:
    found = ask(compiled, "SELECT texts.record FROM texts JOIN texts_fts ON texts.rowid = texts_fts.rowid WHERE texts_fts MATCH '\"apat\"'")
    assert ("film-qaitadan",) in found


def test_an_unchanged_base_is_not_built_again(compiled: Path) -> None:
    before = compiled.stat().st_mtime_ns
    assert build_if_changed(compiled.parent) == compiled
    assert compiled.stat().st_mtime_ns == before


def test_a_bad_base_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "film-a.yaml").write_text("id: film-a\n", encoding="utf-8")
    monkeypatch.setattr(kb.build, "DATA", data)
    with pytest.raises(DataFault):
        build_if_changed(tmp_path / "var")
    assert list((tmp_path / "var").iterdir()) == []


def test_show_prints_a_record() -> None:
    said = CliRunner().invoke(kb_commands, ["show", "film-qaitadan"], env={"COLUMNS": "200"}).output
    assert "Қайтадан" in said and "src-kzp-q-start" in said


def test_show_names_what_is_near() -> None:
    result = CliRunner().invoke(kb_commands, ["show", "person-qaitadan"])
    assert result.exit_code == 1 and "film-qaitadan" in result.output


def test_ten_compiled_files_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        path = tmp_path / f"kb-{number}.sqlite"
        path.touch()
        os.utime(path, (number, number))
    keep_few(tmp_path)
    assert sorted(int(path.stem[3:]) for path in tmp_path.iterdir()) == list(range(2, KEPT + 2))
