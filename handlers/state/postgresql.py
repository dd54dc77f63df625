"""The state on PostgreSQL, for any number of replicas. Two connections: one reads on the event loop, one writes in the writer's thread.
A third one hears what other replicas tell of.

Reads stay on the loop, as with SQLite: a read by key takes a fifth of a millisecond at a server nearby, and an answer needs about ten. A
server that does not answer holds up the loop for `PATIENCE` and a second, once; from then on reads fail at once, until a thread has connected.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.numeric import IntDumper

from handlers.state.driver import Cursor, DatabaseError, Done, Row, Write
from handlers.state.jobs import Jobs
from handlers.state.schema import StateFault, migrate_postgresql
from handlers.state.sql import statements
from handlers.state.writer import GroupWriter

log = logging.getLogger(__name__)

T = TypeVar("T")
_STATEMENTS = statements("postgresql.sql")
# A read that takes longer is given up, and its connection with it. Seconds.
PATIENCE = 2.0
# The same for a group of writes; the night's purge is the longest.
WRITE_PATIENCE = 30.0
# A server that is gone is looked for so often. Seconds.
AGAIN = 0.5
# The client's end of a connection that only hears: without these it would wait for a host that vanished for hours.
_ALIVE: dict[str, Any] = {"connect_timeout": 2, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
# Several replicas meet seldom: a write that another one got in the way of is tried so often.
TRIES = 4
_MEETS = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure, psycopg.errors.UniqueViolation)
# Asynchronous commits survive the end of the process, as SQLite's in WAL mode do. A session of a host that vanished ends within seconds, and
# what it held is free again; so does one that broke off within a transaction.
_SESSION = {
    "synchronous_commit": "off",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "idle_in_transaction_session_timeout": "5000",
}
_TOKEN = re.compile(r"'(?:[^']|'')*'|--[^\n]*|::|:[a-z_]\w*|%")


class PostgresqlDriver:
    """Opens a database and brings it to the newest schema.

    Raises:
        StateFault: it cannot be reached, is not in UTF8, or was written by a newer version of the bot.
    """

    file = None
    shared = True

    def __init__(self, url: str) -> None:
        self._url = url
        self._name = secrets.token_hex(8)
        parts = _parts(url)
        self.where = f"PostgreSQL, database {parts.get('dbname') or 'of the user'} at {parts.get('host') or 'this machine'}"
        self.mend = f"check {self.where}"
        try:
            self._write_db: _Connection | None = _connect(url, WRITE_PATIENCE)
        except psycopg.Error as error:
            raise StateFault(f"The state cannot be reached ({_line(error)}): check state.url and the server") from None
        try:
            if (encoding := self._write_db.info.parameter_status("server_encoding")) != "UTF8":
                raise StateFault(f"The database is in {encoding}, which cannot hold every name: create it with ENCODING 'UTF8' TEMPLATE template0")
            migrate_postgresql(self._write_db)
            self.reader = _Reader(url)
        except (StateFault, psycopg.Error) as error:
            self._write_db.close()
            raise error if isinstance(error, StateFault) else StateFault(f"The state cannot be used ({_line(error)})") from None
        self.writer = GroupWriter(self._transaction, lambda error: isinstance(error, sqlite3.OperationalError))

    def separately(self, sql: str, values: Mapping[str, Any]) -> list[Row]:
        try:
            with _connect(self._url, PATIENCE) as db:
                return db.execute(translated(sql), values).fetchall()
        except psycopg.Error as error:
            raise _known(error) from error

    def note(self, sql: str, values: Mapping[str, Any]) -> None:
        self.reader.execute(sql, values)

    def tables(self) -> list[str]:
        return [str(row[0]) for row in self.reader.execute(_STATEMENTS["tables"])]

    def size(self) -> int:
        return int(self.reader.execute(_STATEMENTS["size"]).fetchone()[0])

    def probe(self) -> None:
        self.reader.execute(_STATEMENTS["probe"])

    def is_away(self) -> bool:
        return self.reader.is_away or self._write_db is None or self._write_db.closed

    def hold(self, name: str) -> bool:
        return self.reader.hold(name)

    def let_go(self, names: Iterable[str]) -> None:
        self.reader.let_go(names)

    def is_held(self, name: str) -> bool:
        return bool(self.reader.execute(_STATEMENTS["is_held"], {"name": name}).fetchone()[0])

    def telling(self, what: str) -> list[Write]:
        return [(_STATEMENTS["tell"], {"what": what, "teller": self._name})]

    async def listen(self, what: str, heard: Callable[[], None]) -> None:
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True, application_name="tyrna listening", **_ALIVE) as db:
                    await db.execute(f"LISTEN tyrna_{what}".encode())
                    heard()  # what was told while nobody listened
                    async for told in db.notifies():
                        if told.payload != self._name:
                            heard()
            except psycopg.Error as error:
                log.info("Nothing is heard of other replicas (%s); looking for them again", _line(error))
            await asyncio.sleep(AGAIN)

    def jobs(self) -> Jobs:
        from handlers.state.procrastinate_jobs import ProcrastinateJobs  # the commands that need no jobs start quicker

        return ProcrastinateJobs(self._url)

    async def close(self) -> None:
        await self.writer.close()
        self.reader.close()
        if self._write_db is not None:
            self._write_db.close()

    def _transaction(self, writes: Sequence[Write], durable: bool) -> list[Done] | DatabaseError:
        alone = durable
        for left in reversed(range(TRIES)):
            try:
                return self._committed(writes, durable, alone)
            except _MEETS as error:
                # Another replica was in the way. The next try keeps the others away.
                alone = True
                if not left:
                    return _known(error)
            except psycopg.Error as error:
                return _known(error)
            except Exception as error:  # a value that psycopg does not take: the writer must outlive it
                return sqlite3.DataError(f"{type(error).__name__}: {error}")
        raise AssertionError("the last try returns")

    def _committed(self, writes: Sequence[Write], durable: bool, alone: bool) -> list[Done]:
        """In one round trip: the statements go out as one text, with their values in it."""
        if self._write_db is None or self._write_db.closed:
            self._write_db = _connect(self._url, WRITE_PATIENCE)
        db = self._write_db
        cursor = psycopg.ClientCursor(db)
        before = ["BEGIN"] + ["SET LOCAL synchronous_commit = on"] * durable + [_STATEMENTS["alone"].rstrip(";")] * alone
        said = [*before, *(cursor.mogrify(translated(sql), values) for sql, values in writes), "COMMIT"]
        try:
            cursor.execute(";\n".join(said).encode())
        except psycopg.Error:
            if not db.closed:
                db.execute("ROLLBACK")
            raise
        for _ in before:
            cursor.nextset()
        done = []
        for _ in writes:
            done.append(Done(cursor.rowcount, cursor.fetchall() if cursor.description else []))
            cursor.nextset()
        return done


class _Connection(psycopg.Connection[Row]):
    """Gives up, and closes, when the server does not answer for `patience` seconds: `statement_timeout` is the server's, who may be the one that hangs."""

    patience = PATIENCE

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError(f"the server did not answer for {self.patience:g} s") from None


class _Reader:
    """The connection on the event loop, and the names that it holds: they are a session's, so they are taken again on each new connection."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._db: _Connection = _connect(url, PATIENCE)
        self._fresh: _Connection | None = None
        self._seeking: threading.Thread | None = None
        self._closing = threading.Event()
        self._held: Counter[str] = Counter()
        self._lost_at = 0.0

    @property
    def is_away(self) -> bool:
        return self._db.closed

    def execute(self, sql: str, values: Any = (), /) -> Cursor:
        self._renew()
        try:
            return self._db.execute(translated(sql), values or {})
        except psycopg.Error as error:
            if self._db.closed:
                self._seek()
            raise _known(error) from error

    def hold(self, name: str) -> bool:
        if not self.execute(_STATEMENTS["hold"], {"name": name}).fetchone()[0]:
            return False
        self._held[name] += 1
        return True

    def let_go(self, names: Iterable[str]) -> None:
        mine = [name for name in names if self._held[name] > 0]
        for name in mine:
            self._held[name] -= 1
        self._held = +self._held
        if mine:
            try:
                self.execute(_STATEMENTS["let_go"], {"names": mine})
            except DatabaseError:
                log.info("Names that a lost connection held are free already")

    def close(self) -> None:
        self._closing.set()
        if self._seeking is not None:
            self._seeking.join()
        for db in (self._db, self._fresh):
            if db is not None:
                db.close()

    def _renew(self) -> None:
        """Go over to a connection that was made after the last one was lost; a name that somebody took meanwhile is lost."""
        if not self._db.closed:
            return
        if self._fresh is None:
            self._seek()
            raise sqlite3.OperationalError("PostgreSQL cannot be reached")
        self._db, self._fresh, self._seeking = self._fresh, None, None
        log.warning("PostgreSQL is there again after %.1f s", monotonic() - self._lost_at)
        try:
            taken = self._db.execute(translated(_STATEMENTS["hold_again"]), {"names": list(self._held.elements())}).fetchall()
        except psycopg.Error as error:
            raise _known(error) from error
        self._held -= Counter(name for name, is_held in taken if not is_held)

    def _seek(self) -> None:
        """Connect in a thread, however long that takes."""
        if self._seeking is None:
            self._lost_at = monotonic()
            log.error("PostgreSQL is lost; looking for it")
            self._seeking = threading.Thread(target=self._connect_again, name="state-seeker", daemon=True)
            self._seeking.start()

    def _connect_again(self) -> None:
        while not self._closing.is_set():
            try:
                self._fresh = _connect(self._url, PATIENCE)
                return
            except psycopg.Error:
                self._closing.wait(AGAIN)


def _parts(url: str) -> dict[str, Any]:
    """The parts of an address. libpq's own words on a wrong one may hold the password."""
    try:
        parts = dict(conninfo_to_dict(url))
    except psycopg.Error:
        parts = {"port": "none"}
    if not str(parts.get("port") or "5432").replace(",", "").isdigit():
        raise StateFault("state.url is no address of a PostgreSQL: expected postgresql://user:password@host:5432/database; check state.url")
    return parts


def _connect(url: str, patience: float) -> _Connection:
    session = _SESSION | {"statement_timeout": str(int(patience * 1000)), "lock_timeout": str(int(patience * 1000))}
    given = str(conninfo_to_dict(url).get("options") or "")
    options = " ".join([given, *(f"-c {name}={value}" for name, value in session.items())])
    limits: dict[str, Any] = {"connect_timeout": 2, "tcp_user_timeout": int(PATIENCE * 1000)}
    db = _Connection.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor, options=options, application_name="tyrna", **limits)
    db.patience = patience + 1  # the server says first that it takes too long
    db.adapters.register_dumper(bool, _Flag)
    db.adapters.register_loader("numeric", _Number)
    return db


class _Flag(IntDumper):
    """Flags are INTEGER, as in SQLite."""

    def dump(self, obj: Any) -> bytes:
        return b"1" if obj else b"0"


class _Number(psycopg.adapt.Loader):
    """A sum of integers is an integer, as in SQLite."""

    def load(self, data: Any) -> int | float:
        said = bytes(data).decode()
        return int(said) if said.lstrip("-").isdigit() else float(said)


@lru_cache(2048)
def translated(sql: str) -> str:
    """A statement as psycopg takes it: `%(name)s` for `:name`, and no comment or semicolon at its end."""
    return _TOKEN.sub(_token, sql).strip().rstrip(";").rstrip()


def _token(match: re.Match[str]) -> str:
    found = match[0]
    if found.startswith("--"):
        return ""
    if found.startswith("'") or found in ("%", "::"):
        return found.replace("%", "%%")
    return f"%({found[1:]})s"


def _known(error: psycopg.Error) -> DatabaseError:
    """The same error as sqlite3 would have named it: both follow PEP 249."""
    names = [cls.__name__ for cls in type(error).__mro__]
    kind = next((found for name in names if isinstance(found := getattr(sqlite3, name, None), type) and issubclass(found, sqlite3.Error)), sqlite3.Error)
    return kind(_line(error))


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
