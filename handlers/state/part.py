"""A part of the state: what those of announcements, the programme, questions and editing have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from handlers.state.driver import Done, Driver, Write


class Part:
    """Over the database of the store. What `_write` writes is on the disk when it returns. Each statement is given the time as `:now`."""

    sql: ClassVar[Mapping[str, str]]
    """The statements by name, of a file of its own."""

    def __init__(self, driver: Driver, clock: Callable[[], float]) -> None:
        self.driver = driver
        self._writer, self._read_db = driver.writer, driver.reader
        self._clock = clock

    def _statement(self, name: str, **values: Any) -> Write:
        return self.sql[name], values | {"now": int(self._clock())}

    async def _write(self, *names: str, **values: Any) -> int:
        """Run the statements in one commit; how many rows the last one changed."""
        return (await self._done(*names, **values)).changed

    async def _returned(self, name: str, **values: Any) -> Sequence[tuple[Any, ...]]:
        """Run a statement; the rows that it returns."""
        return (await self._done(name, **values)).rows

    async def _done(self, *names: str, **values: Any) -> Done:
        return (await self._writer.write([self._statement(name, **values) for name in names], durable=True))[-1]
