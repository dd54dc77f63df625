"""Work that notes what is done with it, for tests of the jobs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from handlers.state.jobs import Jobs


class Diary:
    """Work that notes what is done with it; `breaks_off`: it fails so often at once."""

    def __init__(self, breaks_off: int = 0) -> None:
        self.begun = self.ended = 0
        self.breaks_off = breaks_off

    @property
    def going_on(self) -> int:
        return self.begun - self.ended

    def begin(self) -> Page:
        return Page(self)


class Page:
    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._stop = asyncio.Event()

    async def run(self) -> None:
        self._diary.begun += 1
        try:
            if self._diary.begun <= self._diary.breaks_off:
                raise ValueError("broken off")
            await self._stop.wait()
        finally:
            self._diary.ended += 1

    async def stop(self) -> None:
        self._stop.set()


async def until(condition: Callable[[], object], seconds: float = 15) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def taking_part(some: Jobs) -> AsyncIterator[None]:
    task = asyncio.create_task(some.run())
    try:
        yield
    finally:
        await some.stop()
        await task
