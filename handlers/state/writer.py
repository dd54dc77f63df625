"""The one thread that writes to the state's database: what waits while a commit runs is committed together after it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

# A statement with its values.
Write = tuple[str, dict[str, Any]]


class Writer:
    """Writes in the order in which they were asked for; each `write` is whole or not at all."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state-writer")
        self._waiting: list[tuple[Sequence[Write], asyncio.Future[list[int]]]] = []
        self._task: asyncio.Task[None] | None = None

    def write(self, writes: Sequence[Write]) -> asyncio.Future[list[int]]:
        """Done when the writes are committed: how many rows each of them changed. Raises `sqlite3.Error` from there."""
        future: asyncio.Future[list[int]] = asyncio.get_running_loop().create_future()
        self._waiting.append((writes, future))
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
            outcomes = await loop.run_in_executor(self._thread, self._commit, [writes for writes, _ in group])
            for (_, future), outcome in zip(group, outcomes, strict=True):
                if future.done():
                    continue  # whoever asked was cancelled
                if isinstance(outcome, sqlite3.Error):
                    future.set_exception(outcome)
                else:
                    future.set_result(outcome)
        self._task = None

    def _commit(self, group: list[Sequence[Write]]) -> Sequence[list[int] | sqlite3.Error]:
        """The rows that each member of the group changed, or what went wrong with it; in the writer's thread."""
        outcome = self._transaction([write for writes in group for write in writes])
        if not isinstance(outcome, sqlite3.Error):
            counts = iter(outcome)
            return [list(islice(counts, len(writes))) for writes in group]
        # Locked, full, gone: that meets all of them, and another try would only wait as long again.
        if isinstance(outcome, sqlite3.OperationalError) or len(group) == 1:
            return [outcome] * len(group)
        return [self._transaction(writes) for writes in group]

    def _transaction(self, writes: Sequence[Write]) -> list[int] | sqlite3.Error:
        try:
            with self._db:
                return [self._db.execute(sql, values).rowcount for sql, values in writes]
        except sqlite3.Error as error:
            return error
