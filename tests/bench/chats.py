"""Whether an update costs the same with 1,000,000 chats as with 1,000, and how long anything else that the bot does keeps an answer waiting.

`python -m tests.bench.chats`, on SQLite and, where it is there, on PostgreSQL. First the bot as a process of its own, against states of both
sizes; then each piece of work that looks at many chats, beside something that reads and writes all the time, as answers do.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, replace
from inspect import isawaitable
from pathlib import Path
from time import monotonic, time
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import psycopg
from rich.console import Console
from rich.table import Table

from handlers.announcements.content import Body, Content
from handlers.announcements.progress import running
from handlers.announcements.report import as_csv, report
from handlers.context import Context, Services
from handlers.settings import Settings
from handlers.staff import statistics
from handlers.state import Place, Store
from handlers.state.nightly import Nightly
from handlers.state.outbox import Announcement, Audience
from handlers.state.postgresql import translated
from handlers.state.sql import statements
from handlers.texts import text
from kb import KnowledgeBase
from kb.build import build_if_changed
from tests.bench.bars import Bar, show
from tests.bench.stub import FIRST_PERSON
from tests.bench.transport import TEXT, Measured, distant, measure
from tests.postgresql import MISSING, Server, programs

SIZES = (1_000, 1_000_000)
_FILL = statements(str(Path(__file__).with_suffix(".sql").absolute()))
# Each person asks so often; they are spread over all chats.
PEOPLE, UPDATES, RATE = 600, 1500, 50
# How much dearer and slower an update may be with many chats, and how long an answer may be kept waiting. Seconds.
DEARER, SLOWER, LONGEST = 1.15, 1.25, 0.1
_DAY = 86400


async def fill(location: Path | str, chats: int) -> None:
    """Make a state with so many chats and all that hangs on them."""
    await (await Store.open(location)).close()
    now = int(time())
    content = Content(bodies={"en": Body(text="The award ceremony begins at 19:00.")}).model_dump_json()
    values = {"chats": chats, "first": FIRST_PERSON, "now": now, "today": now // _DAY, "content": content}
    if isinstance(location, Path):
        with closing(sqlite3.connect(location)) as db, db:
            db.execute("PRAGMA synchronous = OFF")
            for sql in _FILL.values():
                db.execute(sql, values)
    else:
        with psycopg.connect(location, cursor_factory=psycopg.ClientCursor) as server:
            for sql in _FILL.values():
                server.execute(translated(sql), values)
        with psycopg.connect(location, autocommit=True) as server:
            server.execute("VACUUM ANALYZE")  # as autovacuum does it soon


def per_update(location: Path | str, chats: int, folder: Path) -> Measured:
    """What an update costs the bot on such a state."""
    scenario = replace(distant(TEXT), people=PEOPLE, updates=UPDATES, rate=RATE, apart=chats // PEOPLE)
    url = location if isinstance(location, str) else f"sqlite:///{location}"
    measure("tyrna", replace(scenario, updates=1), folder, state=url)  # what is past its time goes at the first start
    return measure("tyrna", scenario, folder, state=url)


@dataclass
class Beside:
    """The longest that an answer waited while something else was done (`waited`), and how much of that the loop stood still. Seconds."""

    took: float = 0.0
    stood: float = 0.0
    waited: float = 0.0


@asynccontextmanager
async def answering(store: Store) -> AsyncIterator[Beside]:
    """Do for a chat what an update does, again and again. The answer waits for the inbox and the reads; what is noted of it comes after it."""
    found, over = Beside(), asyncio.Event()

    async def answer() -> None:
        place = Place(FIRST_PERSON, 0, FIRST_PERSON)
        number = 0
        while not over.is_set():
            begun = monotonic()
            await store.put_in_inbox([(number := number + 1, FIRST_PERSON, "{}")])
            await store.language(FIRST_PERSON)
            await store.last_query(place)
            found.waited = max(found.waited, monotonic() - begun)
            await store.set_last_query(place, "film-qaitadan.director")
            await store.take_from_inbox([number], [])
            await asyncio.sleep(0.005)

    async def tick() -> None:
        while not over.is_set():
            begun = monotonic()
            await asyncio.sleep(0.002)
            found.stood = max(found.stood, monotonic() - begun - 0.002)

    tasks = [asyncio.create_task(answer()), asyncio.create_task(tick())]
    await asyncio.sleep(0.1)
    found.stood = found.waited = 0.0
    begun = monotonic()
    try:
        yield found
    finally:
        found.took = monotonic() - begun
        await asyncio.sleep(0.02)
        over.set()
        await asyncio.gather(*tasks)


async def beside(location: Path | str, knowledge: KnowledgeBase, folder: Path) -> dict[str, Beside]:
    """Each piece of work by name."""
    begun = monotonic()
    store = await Store.open(location)
    found = {"the state is opened": Beside(took=monotonic() - begun)}
    services = cast(Services, SimpleNamespace(store=store, settings=Settings(data_dir=folder), kb=knowledge))
    outbox, owner, person = store.outbox, "bench", FIRST_PERSON + 500
    content = Content(bodies={"en": Body(text="The award ceremony begins at 19:00.")}).model_dump_json()
    new = await outbox.add(content, None, "countdown", due_at=0)

    context = cast(Context, SimpleNamespace(services=services))

    def announcement() -> Announcement:
        row = outbox.get(new)
        assert row is not None
        return row

    async def send_some() -> None:
        for claim in await outbox.claim(announcement(), 1, owner, 200):
            await outbox.begin(claim, owner)
            await outbox.end(claim, owner, "sent", 5)

    async def night() -> None:
        store.clock = lambda: time() + _DAY
        assert await Nightly(store, ZoneInfo("Asia/Aqtau")).look()

    works: list[tuple[str, Callable[[], Any]]] = [
        ("announcement: whom it reaches", lambda: outbox.count_audience(Audience(), "en")),
        ("announcement: the audience is fixed", lambda: outbox.start(new, Audience(), (), "en")),
        ("announcement: 200 are sent", send_some),
        ("announcement: progress", lambda: running(services, announcement(), "en")),
        ("announcement: it is cancelled", lambda: outbox.move(new, "sending", "cancelled")),
        ("announcement: report", lambda: report(context, announcement(), "en")),
        ("announcement: report as CSV", lambda: as_csv(services, announcement())),
        ("announcement: recall", lambda: outbox.follow_up(new, "delete", 0)),
        ("/stats", lambda: statistics.all_charts(services, "en", 90)),
        ("/stats csv", lambda: statistics.as_csv(services, 90)),
        ("/my_data", lambda: store.rows_of(person)),
        ("/forget_me", lambda: store.forget_person(person)),
        ("a group becomes a supergroup", lambda: store.migrate_chat(-1000000000000, -1009999999999)),
        ("reminders and answers that are due", lambda: (store.programme.due(20), store.questions.due(20))),
        ("the night of the next day", night),
    ]
    text("stats", "en", days=7, count=0, people=5)  # the first sentence loads the texts
    for name, work in works:
        async with answering(store) as found[name]:
            done = work()
            if isawaitable(done):
                await done
    await store.close()
    return found


@contextmanager
def locations(folder: Path) -> Iterator[dict[str, Callable[[int], Path | str]]]:
    """Where states can be: the database by name → the number of chats → a place for a new one."""
    found: dict[str, Callable[[int], Path | str]] = {"SQLite": lambda chats: folder / f"chats-{chats}.sqlite"}
    if programs() is None:
        print(MISSING, file=sys.stderr)
        yield found
        return
    server = Server()
    try:
        yield found | {"PostgreSQL": lambda chats: server.database()}
    finally:
        server.remove()


def run(folder: Path, sizes: Sequence[int] = SIZES) -> tuple[dict[tuple[str, int], Measured], dict[str, dict[str, Beside]]]:
    """By database: what an update costs with so many chats, and what else is done with the most."""
    knowledge = KnowledgeBase.open(build_if_changed(folder))
    updates: dict[tuple[str, int], Measured] = {}
    besides: dict[str, dict[str, Beside]] = {}
    with locations(folder) as databases:
        for name, place in databases.items():
            for chats in sizes:
                location = place(chats)
                begun = monotonic()
                asyncio.run(fill(location, chats))
                print(f"{name}: {chats:,} chats made in {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
                updates[name, chats] = per_update(location, chats, folder)
                print(name, chats, updates[name, chats], file=sys.stderr, flush=True)
            besides[name] = asyncio.run(beside(location, knowledge, folder))
            print(name, besides[name], file=sys.stderr, flush=True)
    return updates, besides


def update_table(found: dict[tuple[str, int], Measured]) -> Table:
    shown = Table(title=f"A question at {RATE}/s, 80 ms away, by the number of chats in the state")
    for column in ("state", "chats", "answers", "µs of processor", "p50 ms", "p99 ms", "worst ms", "MB"):
        shown.add_column(column, justify="left" if column == "state" else "right")
    for (name, chats), m in found.items():
        figures = (f"{m.cpu * 1e6:,.0f}", *(f"{value * 1000:,.0f}" for value in (m.p50, m.p99, m.worst)), f"{m.memory:.0f}")
        shown.add_row(name, f"{chats:,}", f"{m.answers}/{m.asked}", *figures)
    return shown


def work_table(found: dict[str, dict[str, Beside]], chats: int) -> Table:
    shown = Table(title=f"Other work with {chats:,} chats", caption="loop: the longest that the event loop stood still; answer: the longest that one waited")
    shown.add_column("work")
    for name in found:
        for column in ("s", "loop ms", "answer ms"):
            shown.add_column(f"{name}: {column}", justify="right")
    for work in next(iter(found.values())):
        figures = [(f"{each[work].took:.2f}", f"{each[work].stood * 1000:.0f}", f"{each[work].waited * 1000:.0f}") for each in found.values()]
        shown.add_row(work, *(figure for each in figures for figure in each))
    return shown


def bars(updates: dict[tuple[str, int], Measured], besides: dict[str, dict[str, Beside]]) -> list[Bar]:
    """What is asked: what, the figure, the bar, and whether it is met."""
    rows: list[tuple[str, float, float]] = []
    for name in besides:
        few, many = (found for (database, _), found in updates.items() if database == name)
        rows.append((f"{name}: cost of an update with many chats / with few", many.cpu / few.cpu, DEARER))
        rows.append((f"{name}: its p99, likewise", many.p99 / few.p99, SLOWER))
        rows.append(
            (
                f"{name}: longest wait of an answer beside other work, ms",
                1000 * max(max(found.waited, found.stood) for found in besides[name].values()),
                1000 * LONGEST,
            )
        )
    return [(what, figure, f"<= {bar:g}", figure <= bar) for what, figure, bar in rows]


def main() -> int:
    console = Console(width=160)
    with tempfile.TemporaryDirectory() as folder:
        updates, besides = run(Path(folder))
    console.print(update_table(updates))
    console.print(work_table(besides, SIZES[-1]))
    met = show(console, bars(updates, besides))
    return 0 if met and all(m.answers == m.asked for m in updates.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
