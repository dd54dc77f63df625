"""The one thread that writes to the state's database: what waits while a commit runs is committed together after it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

# A statement with its values.
Write = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Done:
    """What a statement did: how many rows it changed, and those that it returned."""

    changed: int
    rows: list[tuple[Any, ...]]


class Writer:
    """Writes in the order in which they were asked for; each `write` is whole or not at all.

    A durable write is on the disk when it is done, and survives a power cut; the others survive the end of the process.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state-writer")
        self._waiting: list[tuple[Sequence[Write], bool, asyncio.Future[list[Done]]]] = []
        self._task: asyncio.Task[None] | None = None

    def write(self, writes: Sequence[Write], durable: bool = False) -> asyncio.Future[list[Done]]:
        """Done when the writes are committed. Raises `sqlite3.Error` from there."""
        future: asyncio.Future[list[Done]] = asyncio.get_running_loop().create_future()
        self._waiting.append((writes, durable, future))
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        return future

    async def close(self) -> None:
        """Commit what waits, and end the thread."""
        while self._task is not None:
            await asyncio.wait([self._task])
        await asyncio.to_thread(self._thread.shutdown, True)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group, self._waiting = self._waiting, []
            durable = any(durable for _, durable, _ in group)
            results = await loop.run_in_executor(self._thread, self._commit, [writes for writes, _, _ in group], durable)
            for (_, _, future), result in zip(group, results, strict=True):
                if future.done():
                    continue  # whoever asked was cancelled
                if isinstance(result, sqlite3.Error):
                    future.set_exception(result)
                else:
                    future.set_result(result)
        self._task = None

    def _commit(self, group: list[Sequence[Write]], durable: bool) -> Sequence[list[Done] | sqlite3.Error]:
        """What became of each member of the group; in the writer's thread."""
        done = self._transaction([write for writes in group for write in writes], durable)
        if isinstance(done, list):
            results = iter(done)
            return [[next(results) for _ in writes] for writes in group]
        # Locked, full, gone: that meets all of them, and another try would only wait as long again.
        if isinstance(done, sqlite3.OperationalError) or len(group) == 1:
            return [done] * len(group)
        return [self._transaction(writes, durable) for writes in group]

    def _transaction(self, writes: Sequence[Write], durable: bool) -> list[Done] | sqlite3.Error:
        try:
            self._db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            with self._db:
                done = []
                for sql, values in writes:
                    cursor = self._db.execute(sql, values)
                    rows = cursor.fetchall()  # before the count: an update that returns rows is done only then
                    done.append(Done(cursor.rowcount, rows))
        except sqlite3.Error as error:
            return error
        except Exception as error:  # a value that SQLite does not take: the writer must outlive it
            return sqlite3.DataError(f"{type(error).__name__}: {error}")
        return done
