"""The compiled file: a table per kind, computable facts, full text, rebuilt only when the YAML changed; the editor's commands."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database

import kb.build
from kb import LANGUAGES, KnowledgeBase, Question
from kb.build import DATA, KEPT, build_if_changed, compile_records, keep_few, words_digest
from kb.cli import kb as kb_commands
from kb.records import DataFault, Record, load_directory
from kb.understand.taught import shipped


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


def content(path: Path) -> list[str]:
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def changed(records: list[Record], **update: object) -> list[Record]:
    """The records, one film of them with these fields."""
    return [record.model_copy(update=update) if record.id == "film-qaitadan" else record for record in records]


def test_what_is_taken_over_from_a_former_file_is_what_would_be_compiled(compiled: Path, tmp_path: Path) -> None:
    records, sources = load_directory(DATA)
    with_other_text = changed(records, summary=next(record.summary for record in records if record.id == "film-qash"))
    compile_records(tmp_path / "changed", with_other_text, sources, shipped(), former=compiled)
    assert content(tmp_path / "changed") != content(compiled)
    compile_records(tmp_path / "back", records, sources, shipped(), former=tmp_path / "changed")
    assert content(tmp_path / "back") == content(compiled)


def test_words_are_the_same_only_while_names_and_cues_are() -> None:
    records, _ = load_directory(DATA)
    film = next(record for record in records if record.id == "film-qaitadan")
    without_year = {prop: fact for prop, fact in film.facts.items() if prop != "year"}
    assert words_digest(changed(records, facts=without_year)) == words_digest(records)
    for update in ({"aliases": [*film.aliases, "Synaq"]}, {"highlights": film.highlights[1:]}, {"names": film.names.model_copy(update={"ru": ["Сынак"]})}):
        assert words_digest(changed(records, **update)) != words_digest(records)


def test_a_bad_base_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "film-a.yaml").write_text("id: film-a\n", encoding="utf-8")
    monkeypatch.setattr(kb.build, "DATA", data)
    with pytest.raises(DataFault):
        build_if_changed(tmp_path / "var")
    assert list((tmp_path / "var").iterdir()) == []


@pytest.mark.proof
def test_a_base_of_one_film_answers(tmp_path: Path) -> None:
    """Whoever copies the bot for another festival begins so."""
    text = {"kk": "Аралдағы маяк туралы фильм.", "ru": "Фильм о маяке на острове.", "en": "A film about a lighthouse on an island."}
    names = {"kk": ["Маяк"], "ru": ["Маяк"], "en": ["Lighthouse"]}
    compile_records(tmp_path / "kb.sqlite", [Record.model_validate({"id": "film-lighthouse", "kind": "film", "names": names, "summary": text})], [])
    knowledge = KnowledgeBase.open(tmp_path / "kb.sqlite")
    assert {language: knowledge.ask(Question(names[language][0], language)).text for language in LANGUAGES} == text
    for unknown in ("Қорқыт ата фестивалі қашан?", "Кто получил приз в Актау?", "Which agreements did Kazakhstan sign?", "How many festivals were there?"):
        assert knowledge.ask(Question(unknown)).kind == "unknown"


def test_a_table_is_there_without_any_row(tmp_path: Path) -> None:
    """Of a kind without records, say."""
    kb.build._fill(Database(tmp_path / "kb.sqlite"), "event", {"id": str, "data": str}, [], "id")
    assert ask(tmp_path / "kb.sqlite", "SELECT data FROM event") == []


def test_a_base_without_records_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(kb.build, "DATA", tmp_path / "data")
    with pytest.raises(DataFault, match="no records"):
        build_if_changed(tmp_path / "var")


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
