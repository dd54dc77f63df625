"""Copies of the state's SQLite file: made while the bot runs, consistent, checked, and put in place whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import NamedTuple

from handlers.state.schema import StateFault, newest, version
from handlers.state.sql import statements

# So many copies are kept in the folder of backups; the oldest go.
KEPT = 7
_STATEMENTS = statements("backup.sql")
_HOLDING_BACK = ("pause_restored", "redraft_restored")
# SQLite keeps these beside a file: https://www.sqlite.org/tempfiles.html
_COMPANIONS = ("-wal", "-shm")
_UNFINISHED = ".unfinished"
# No copy takes so long, in seconds.
_LONGEST = 24 * 3600


def folder_of(state: Path) -> Path:
    """Where the copies of a state file are kept: `backups` beside it."""
    return state.parent / "backups"


def back_up(state: Path, copy: Path) -> None:
    """Copy the state, also while it is written to; only its owner can read the copy, which is there whole or not at all.

    Raises:
        StateFault: there is no state, it is damaged, or the copy cannot be written.
    """
    if not state.exists():
        raise StateFault(f"There is no state {state} to back up: check state.url and data_dir")
    with _written_whole(copy) as unfinished:
        _copy(state, unfinished)
        check(unfinished)


def keep(state: Path, now: float) -> Path:
    """Put a copy named by the time (Unix seconds) among the backups; those beyond the last 7 are deleted. The copy's path.

    Raises:
        StateFault: as `back_up`.
    """
    copy = folder_of(state) / f"{state.stem}-{datetime.fromtimestamp(now, UTC):%Y%m%dT%H%M%SZ}.sqlite"
    back_up(state, copy)
    for old in kept(state)[:-KEPT]:
        old.unlink(missing_ok=True)
    for left in folder_of(state).glob(f"*{_UNFINISHED}"):  # by a crash
        with contextlib.suppress(FileNotFoundError):  # another copy has just been finished
            if left.stat().st_mtime < time() - _LONGEST:
                left.unlink()
    return copy


def kept(state: Path) -> list[Path]:
    """The backups of a state file, the oldest first."""
    return sorted(folder_of(state).glob(f"{state.stem}-????????T??????Z.sqlite"))


def made_at(copy: Path) -> float:
    """When a kept copy was made, in Unix seconds; its name tells."""
    return datetime.strptime(copy.stem[-16:], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()


class Restored(NamedTuple):
    """Where the former state is now, None if there was none; how many announcements of the copy were on their way and are held back."""

    former: Path | None
    held_back: int


def restore(copy: Path, state: Path, now: float) -> Restored:
    """Put a copy in the place of the state. No bot may run with the state.

    Announcements that the copy holds as on their way are paused, or drafts again if they had not begun: they may have been sent since.

    Raises:
        StateFault: the copy is missing, damaged, no state, or of a newer version of the bot.
    """
    check(copy)
    former = state.with_name(f"{state.name}.before-{datetime.fromtimestamp(now, UTC):%Y%m%dT%H%M%SZ}") if state.exists() else None
    held_back = 0
    with _written_whole(state) as unfinished:
        _copy(copy, unfinished)
        with contextlib.closing(sqlite3.connect(unfinished)) as db, db:
            if version(db) >= 5:  # the first version with announcements
                for name in _HOLDING_BACK:
                    held_back += db.execute(_STATEMENTS[name]).rowcount
        check(unfinished)
        if former is not None:
            for companion in _COMPANIONS:  # what is not in the former file yet stays readable with it
                with contextlib.suppress(FileNotFoundError):
                    state.with_name(state.name + companion).rename(former.with_name(former.name + companion))
            state.rename(former)
    return Restored(former, held_back)


def hold_back() -> list[str]:
    """The statements after which a restored state sends nothing that it held as on its way."""
    return [_STATEMENTS[name] for name in _HOLDING_BACK]


def check(file: Path) -> None:
    """See that a file is a whole state that this version can read: https://www.sqlite.org/pragma.html#pragma_integrity_check.

    Raises:
        StateFault: it is not; the text says why.
    """
    if not file.is_file():
        raise StateFault(f"There is no file {file}")
    try:
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check(5)")]
            number = version(db)
            tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise StateFault(f"{file} is damaged or no SQLite file ({error}): take another backup") from None
    if found != ["ok"]:
        raise StateFault(f"{file} is damaged ({'; '.join(found)}): take another backup")
    if not number or "people" not in tables:
        raise StateFault(f"{file} is no state of this bot: expected a file that “bot.py backup” made")
    if number > newest():
        raise StateFault(f"{file} was written by a newer bot (schema {number}, this one knows {newest()}): use it with that version")


@contextlib.contextmanager
def _written_whole(file: Path) -> Iterator[Path]:
    """A name beside the file to write to; it takes the file's place if the block ends well, else it is deleted."""
    # A name of its own, for the night's copy and one by hand may be made at the same time.
    unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.touch(mode=0o600)
        yield unfinished
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(unfinished, file)
    except (OSError, sqlite3.Error) as error:
        raise StateFault(f"{file} cannot be written ({error}): check the path, the rights and the disk") from None
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()


def _copy(source: Path, target: Path) -> None:
    """SQLite's own copy: a snapshot, whatever is written meanwhile. Only the copy is out of WAL, so that it is one file."""
    with contextlib.closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=10)) as db, contextlib.closing(sqlite3.connect(target)) as copy:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
