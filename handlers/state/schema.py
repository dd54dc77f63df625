"""The schema of the state's file: numbered migrations in `migrations/`, each whole or not at all. SQLite's `user_version` says how far a file is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_MIGRATIONS = Path(__file__).parent / "migrations"


class StateFault(Exception):
    """A state file cannot be used; the text is one line with the mend."""


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
    done = version(db)
    if done > newest():
        raise StateFault(f"The state has schema {done}, and this version knows {newest()}: run the newer version, or restore a backup from before it")
    for number, path in _numbered():
        if done < number <= (to or number):
            db.executescript(f"BEGIN; {path.read_text(encoding='utf-8')} PRAGMA user_version = {number}; COMMIT;")


def _numbered() -> list[tuple[int, Path]]:
    return sorted((int(path.name.split("_")[0]), path) for path in _MIGRATIONS.glob("*.sql"))
