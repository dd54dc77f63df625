"""The one thread that writes to the state's database: what can wait a moment, and what waits while a commit runs, is committed together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from handlers.state.driver import DatabaseError, Done, Write

# Commits writes, durably or not, and says what each did; or why none of them is there. In the writer's thread.
Transaction = Callable[[Sequence[Write], bool], list[Done] | DatabaseError]
# So long a patient write waits for others to be committed with, in seconds: a commit by itself costs a tenth of what a whole answer does.
# Not longer: an update whose end is not committed when the process is killed is answered again.
PATIENCE = 0.005


class GroupWriter:
    """Gives a driver's `transaction` what is to be written. `spoils_all`: whether an error would meet each of a group alone as well."""

    def __init__(self, transaction: Transaction, spoils_all: Callable[[DatabaseError], bool]) -> None:
        self._transaction = transaction
        self._spoils_all = spoils_all
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state-writer")
        self._waiting: list[tuple[Sequence[Write], bool, asyncio.Future[list[Done]]]] = []
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def write(self, writes: Sequence[Write], durable: bool = False, patient: bool = False) -> asyncio.Future[list[Done]]:
        """As `Writer`."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[list[Done]] = loop.create_future()
        self._waiting.append((writes, durable, future))
        if not patient:
            self._begin()
        elif self._task is None and self._timer is None:
            self._timer = loop.call_later(PATIENCE, self._begin)
        return future

    async def close(self) -> None:
        """Commit what waits, and end the thread."""
        self._begin()
        while self._task is not None:
            await asyncio.wait([self._task])
        await asyncio.to_thread(self._thread.shutdown, True)

    def _begin(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is None and self._waiting:
            self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group, self._waiting = self._waiting, []
            durable = any(durable for _, durable, _ in group)
            results = await loop.run_in_executor(self._thread, self._commit, [writes for writes, _, _ in group], durable)
            for (_, _, future), result in zip(group, results, strict=True):
                if future.done():
                    continue  # whoever asked was cancelled
                if isinstance(result, DatabaseError):
                    future.set_exception(result)
                else:
                    future.set_result(result)
        self._task = None

    def _commit(self, group: list[Sequence[Write]], durable: bool) -> Sequence[list[Done] | DatabaseError]:
        """What became of each member of the group; in the writer's thread."""
        done = self._transaction([write for writes in group for write in writes], durable)
        if isinstance(done, list):
            results = iter(done)
            return [[next(results) for _ in writes] for writes in group]
        # Locked, full, gone: that meets all of them, and another try would only wait as long again.
        if self._spoils_all(done) or len(group) == 1:
            return [done] * len(group)
        return [self._transaction(writes, durable) for writes in group]
