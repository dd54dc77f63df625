"""What the store needs of a database: SQLite in a file (`sqlite.py`), or PostgreSQL for many replicas (`postgresql.py`).

The statements are the same for both, with `:name` for a value: ON CONFLICT rather than OR REPLACE, flags as INTEGER 0 and 1, BIGINT for ids
and times, no function that only one of them has.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from handlers.state.jobs import Jobs

# A statement with its values.
Write = tuple[str, dict[str, Any]]
Row = tuple[Any, ...]
# What went wrong with the database, whichever it is: PEP 249 has the same names for all, and PostgreSQL's are turned into these.
DatabaseError = sqlite3.Error


@dataclass(frozen=True)
class Done:
    """What a statement did: how many rows it changed, and those that it returned."""

    changed: int
    rows: list[Row]


class Cursor(Protocol):
    """The rows of a read, as PEP 249 has it; `description` begins each column with its name."""

    @property
    def description(self) -> Any: ...

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def __iter__(self) -> Iterator[Any]: ...


class Reader(Protocol):
    """Reads at once, on the event loop. Raises `DatabaseError`."""

    def execute(self, sql: str, values: Any = (), /) -> Cursor: ...


class Writer(Protocol):
    """Writes in the order in which they were asked for; each `write` is whole or not at all."""

    def write(self, writes: Sequence[Write], durable: bool = False, patient: bool = False) -> asyncio.Future[list[Done]]:
        """Done when the writes are committed. Raises `DatabaseError` from there. A patient write waits some milliseconds for others to go with.

        A durable write is on the disk when it is done, and survives a power cut; the others survive the end of the process. Between
        durable writes no other one comes in, of whichever process: what depends on rows other than its own (NOT EXISTS, max(id) + 1)
        has to be durable.
        """


class Driver(Protocol):
    """A database that is open and has the newest schema."""

    @property
    def writer(self) -> Writer: ...

    @property
    def reader(self) -> Reader: ...

    @property
    def file(self) -> Path | None:
        """Where SQLite's file is."""

    @property
    def shared(self) -> bool:
        """Whether other processes may work on the state at the same time."""

    @property
    def where(self) -> str:
        """In a few words for the log; nothing secret."""

    @property
    def mend(self) -> str:
        """What an operator does first when it takes no reads or writes."""

    def separately(self, sql: str, values: Mapping[str, Any]) -> list[Row]:
        """Read over a connection of its own: for another thread."""

    def note(self, sql: str, values: Mapping[str, Any]) -> None:
        """Write something small at once, on the event loop; it survives the end of the process. Not for SQLite, whose writer it would meet."""

    def tables(self) -> list[str]:
        """The tables of the state, in the order in which they were made."""

    def size(self) -> int:
        """How much room the state takes, in bytes."""

    def probe(self) -> None:
        """See that the database is there and can be read. Raises `DatabaseError`."""

    def is_away(self) -> bool:
        """Whether the last thing that was heard of the database is that it cannot be reached. A file is always there."""

    def hold(self, name: str) -> bool:
        """Take a name for this process, until `let_go` or the end of the process, however it ends. False: another process has it.

        A name can be held several times by one process. Without other processes, nobody else has it.
        """

    def let_go(self, names: Iterable[str]) -> None:
        """Give names back, each once; one that is not held does nothing."""

    def is_held(self, name: str) -> bool:
        """Whether another process has a name."""

    def telling(self, what: str) -> list[Write]:
        """What to write with a change, so that the other processes hear of it (`listen`) once it is committed."""

    async def listen(self, what: str, heard: Callable[[], None]) -> None:
        """Call `heard` when another process has told of something, and when it may have; until cancelled. Nothing is to be relied on: look now and then.

        Returns at once if there are no other processes.
        """

    def jobs(self) -> Jobs:
        """Jobs for the processes that work on this state."""

    async def close(self) -> None:
        """Finish what is being written, then close the connections."""
