"""A state of every former version, with rows in each of its tables, becomes one of today: nothing lost, and a copy of the former kept."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from handlers.state import StateFault, Store, backup
from handlers.state.schema import _numbered, migrate, newest, version
from tests.handlers.conftest import Clock

PERSON = 7
Rows = dict[str, list[dict[str, object]]]


def tables(db: sqlite3.Connection) -> list[str]:
    return [str(row[0]) for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def fill(db: sqlite3.Connection, at: int = 2_000_000_000) -> None:
    """A row in every table, with a value in every column: an allowed one where the schema lists them, `PERSON` in ids, else the time `at`."""
    for table in tables(db):
        sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
        allowed = dict(re.findall(r"(\w+) IN \('(\w+)'", sql)) | dict(re.findall(r"CHECK \((\w+) = (\d+)\)", sql))
        values: dict[str, object] = {}
        for _, column, kind, *_ in db.execute(f"PRAGMA table_info({table})"):
            number = PERSON if column == "id" or column.endswith(("_id", "_by")) else at // 86400 if column in ("day", "seen_on") else at
            values[column] = allowed.get(column, "kk" if kind == "TEXT" else number)
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values()))
    db.commit()


def content(db: sqlite3.Connection) -> Rows:
    db.row_factory = sqlite3.Row
    return {table: [dict(row) for row in db.execute(f"SELECT * FROM {table}")] for table in tables(db)}


def shape(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in db.execute(f"PRAGMA table_info({table})")] for table in tables(db)}


@pytest.mark.parametrize("former", [number for number, _ in _numbered()])
async def test_a_state_of_each_former_version_is_carried_over(tmp_path: Path, clock: Clock, former: int) -> None:
    path = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(path)) as db:
        migrate(db, former)
        assert version(db) == former
        fill(db)
        before = content(db)
    assert all(before.values())
    store = await Store.open(path, clock)
    try:
        for table, rows in before.items():
            with closing(sqlite3.connect(path)) as db:
                after = content(db)[table]
            # New columns may stand beside the old ones.
            assert [{column: row[column] for column in rows[0]} for row in after] == rows
        assert await store.language(PERSON) == "kk"
        await store.set_language(PERSON, "ru")
        await store.forget_person(PERSON)
        assert await store.language(PERSON) is None
    finally:
        await store.close()
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(tmp_path / "new.sqlite")) as new:
        migrate(new)
        assert shape(db) == shape(new) and version(db) == newest()
    copies = backup.kept(path)
    assert len(copies) == (former < newest())
    for copy in copies:
        with closing(sqlite3.connect(copy)) as db:
            assert version(db) == former and content(db) == before


async def test_a_new_state_needs_no_copy(tmp_path: Path) -> None:
    await (await Store.open(tmp_path / "state.sqlite")).close()
    assert not backup.folder_of(tmp_path / "state.sqlite").exists()


async def test_a_migration_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    (migrations / "0001_first.sql").write_text("CREATE TABLE people (user_id BIGINT);", encoding="utf-8")
    (migrations / "0002_second.sql").write_text("CREATE TABLE other (id BIGINT); INSERT INTO nowhere VALUES (1);", encoding="utf-8")
    monkeypatch.setattr("handlers.state.schema._MIGRATIONS", migrations)
    path = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(db)
    with closing(sqlite3.connect(path)) as db:
        assert version(db) == 1 and tables(db) == ["people"]


async def test_a_state_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    await (await Store.open(path)).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {newest() + 1}")
    with pytest.raises(StateFault, match=rf"schema {newest() + 1}.*restore a backup"):
        await Store.open(path)
