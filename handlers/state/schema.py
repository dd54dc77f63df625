"""The schema of the state: numbered migrations in `migrations/`, each whole or not at all.

How far a state is, SQLite's `user_version` says, or the one row of the table `schema_version` in PostgreSQL.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

# Only the order of their numbers counts. Features that were written side by side had theirs given out beforehand, and none of them took 9.
_MIGRATIONS = Path(__file__).parent / "migrations"


class StateFault(Exception):
    """A state cannot be used; the text is one line with the mend."""


def version(db: sqlite3.Connection) -> int:
    """The number of the last migration that a file has seen; 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def newest() -> int:
    """The number of the last migration that there is."""
    return max(number for number, _ in _numbered())


def migrate(db: sqlite3.Connection, to: int | None = None) -> None:
    """Run the migrations that a file has not seen, up to a number or all.

    Raises:
        StateFault: the file was written by a newer version of the bot.
    """
    for number, sql in _missing(version(db)):
        if number <= (to or number):
            db.executescript(f"BEGIN; {sql} PRAGMA user_version = {number}; COMMIT;")


def migrate_postgresql(db: psycopg.Connection[Any]) -> None:
    """The same for a database of PostgreSQL, all in one transaction; of replicas that start together one does it.

    Raises:
        StateFault: the database was written by a newer version of the bot.
    """
    with db.transaction():
        db.execute("SET LOCAL synchronous_commit = on")
        db.execute("SELECT pg_advisory_xact_lock(7218430)")
        db.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        row = db.execute("SELECT version FROM schema_version").fetchone()
        missing = _missing(row[0] if row else 0)
        if row is None:
            db.execute("INSERT INTO schema_version VALUES (0)")
        for number, sql in missing:
            db.execute(sql.encode())
            db.execute("UPDATE schema_version SET version = %s", (number,))


def _missing(done: int) -> list[tuple[int, str]]:
    if done > newest():
        raise StateFault(f"The state has schema {done}, and this version knows {newest()}: run the newer version, or restore a backup from before it")
    return [(number, path.read_text(encoding="utf-8")) for number, path in _numbered() if number > done]


def _numbered() -> list[tuple[int, Path]]:
    return sorted((int(path.name.split("_")[0]), path) for path in _MIGRATIONS.glob("*.sql"))
