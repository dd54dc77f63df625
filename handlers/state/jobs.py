"""Work beside the answers, such as sending what is due: done by this process, or by one replica at a time (`procrastinate_jobs.py`)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

log = logging.getLogger(__name__)

# What broke off is begun again after so many seconds.
AGAIN = 5.0


class Work(Protocol):
    """Work that goes on for as long as it is let; the store says what there is to do."""

    async def run(self) -> None:
        """Take up what a crash left, then work until `stop`."""

    async def stop(self) -> None:
        """Begin nothing new, and finish what is being done."""


Begin = Callable[[], Work]


class Jobs(ABC):
    """Who does what."""

    def __init__(self) -> None:
        self._kept: dict[str, Sequence[Begin]] = {}
        self._here: list[str] = []
        self._stop = asyncio.Event()
        self._ended = asyncio.Event()

    def keep(self, name: str, *begin: Begin) -> None:
        """Have the works going on together, in one process at a time, and soon in another one when that one stops or dies.

        Before `run`; the name is the same in all replicas.
        """
        self._kept[name] = begin

    @property
    def kept_here(self) -> Sequence[str]:
        """The names of what this process is doing now."""
        return self._here

    async def run(self) -> None:
        """Take part until `stop`."""
        try:
            await self._take_part()
        finally:
            self._ended.set()

    async def stop(self) -> None:
        """Finish what is being done here."""
        self._stop.set()
        await self._ended.wait()

    @abstractmethod
    async def _take_part(self) -> None:
        """Do what falls to this process, until `_stop` is set; `_here` has it meanwhile."""


class LocalJobs(Jobs):
    """All of it in this process, for no other one works on the state."""

    async def _take_part(self) -> None:
        await asyncio.gather(*(self._keep(name, begin) for name, begin in self._kept.items()))

    async def _keep(self, name: str, begin: Sequence[Begin]) -> None:
        while not self._stop.is_set():
            self._here.append(name)
            await until(self._stop.wait(), begin)
            self._here.remove(name)
            await pause(self._stop, AGAIN)


async def until(end: Awaitable[object], begin: Sequence[Begin]) -> None:
    """Do the works until `end`, or until one of them breaks off; then stop them all. Errors are logged."""
    works = [each() for each in begin]
    running = [asyncio.create_task(work.run()) for work in works]
    ending = asyncio.ensure_future(end)
    try:
        await asyncio.wait([ending, *running], return_when=asyncio.FIRST_COMPLETED)
    finally:
        ending.cancel()
        results = await asyncio.gather(*(work.stop() for work in works), *running, return_exceptions=True)
        for work, result in zip([*works, *works], results, strict=True):
            if isinstance(result, Exception):
                log.error("%s broke off", type(work).__name__, exc_info=result)


async def pause(end: asyncio.Event, seconds: float) -> None:
    """Wait so long, or until the event."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # not `wait_for`: before Python 3.12 it can swallow a cancellation
            await end.wait()
