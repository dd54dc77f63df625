"""The state in one SQLite file, for one process: reads on the event loop, one writer thread with a connection of its own."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from handlers.state import backup
from handlers.state.driver import DatabaseError, Done, Row, Write
from handlers.state.jobs import LocalJobs
from handlers.state.schema import StateFault, migrate, newest, version
from handlers.state.sql import statements
from handlers.state.writer import GroupWriter

_STATEMENTS = statements("sqlite.sql")


class SqliteDriver:
    """Opens or creates the file and brings it to the newest schema; a copy of the former is kept.

    Raises:
        StateFault: the file cannot be created or used, was written by a newer version of the bot, or the copy cannot be made.
    """

    shared = False

    def __init__(self, file: Path, now: float) -> None:
        self.file = file
        self.where = str(file)
        self.mend = f"check the disk of {file}"
        with contextlib.ExitStack() as opened:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch(mode=0o600)  # its owner's alone, as the files beside it then are too: it holds ids of people
                self.write_db = opened.enter_context(contextlib.closing(_connect(file)))
                if 0 < version(self.write_db) < newest():
                    backup.keep(file, now)
                migrate(self.write_db)
                self.reader = opened.enter_context(contextlib.closing(_connect(file)))
                self.reader.execute("PRAGMA query_only = ON")
            except OSError as error:
                raise StateFault(f"The state {file} cannot be created ({error.strerror}): check data_dir, state.url and the rights") from None
            except sqlite3.Error as error:
                mend = "check its rights and its disk; if it is damaged, “bot.py restore FILE” puts a backup back"
                raise StateFault(f"The state {file} cannot be used ({error}): {mend}") from None
            opened.pop_all()
        self._durable = False
        self.writer = GroupWriter(self._transaction, lambda error: isinstance(error, sqlite3.OperationalError))

    def separately(self, sql: str, values: Mapping[str, Any]) -> list[Row]:
        with contextlib.closing(_connect(self.file)) as db:
            return db.execute(sql, values).fetchall()

    def note(self, sql: str, values: Mapping[str, Any]) -> None:
        raise NotImplementedError("a second writer would wait for the first: use write()")

    def tables(self) -> list[str]:
        return [str(row[0]) for row in self.reader.execute(_STATEMENTS["tables"])]

    def size(self) -> int:
        return self.file.stat().st_size

    def probe(self) -> None:
        if not self.file.exists():
            raise sqlite3.OperationalError(f"{self.file} is gone")
        self.reader.execute(_STATEMENTS["probe"]).fetchone()

    def is_away(self) -> bool:
        return False

    def hold(self, name: str) -> bool:
        return True  # there is no other process: handlers/transport/startup.py, only_process

    def let_go(self, names: Iterable[str]) -> None:
        pass

    def is_held(self, name: str) -> bool:
        return False

    def telling(self, what: str) -> list[Write]:
        return []

    async def listen(self, what: str, heard: Callable[[], None]) -> None:
        """Nobody tells."""

    def jobs(self) -> LocalJobs:
        return LocalJobs()

    async def close(self) -> None:
        await self.writer.close()
        self.reader.close()
        self.write_db.close()

    def _transaction(self, writes: Sequence[Write], durable: bool) -> list[Done] | DatabaseError:
        try:
            if durable != self._durable:
                self.write_db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            with self.write_db:
                done = []
                for sql, values in writes:
                    cursor = self.write_db.execute(sql, values)
                    rows = cursor.fetchall()  # before the count: an update that returns rows is done only then
                    done.append(Done(cursor.rowcount, rows))
        except sqlite3.Error as error:
            return error
        except Exception as error:  # a value that SQLite does not take: the writer must outlive it
            return sqlite3.DataError(f"{type(error).__name__}: {error}")
        return done


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, check_same_thread=False, timeout=10, isolation_level="IMMEDIATE")
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        db.close()
        raise
    return db
