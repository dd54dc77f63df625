"""What several replicas on one PostgreSQL need beyond the contract, and what happens when it is away."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, time
from zoneinfo import ZoneInfo

import psycopg
import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from bot import cli
from handlers import state
from handlers.announcements.content import Body, Content
from handlers.state import DatabaseError, StateFault, Store
from handlers.state.editing import BASE
from handlers.state.editing import Update as Edited
from handlers.state.nightly import Nightly
from handlers.state.outbox import LEASE_SECONDS, Announcement, Audience
from handlers.state.postgresql import PATIENCE, PostgresqlDriver, translated
from handlers.state.programme import Screening, Update, Venue
from handlers.state.schema import newest
from handlers.state.sql import statements
from handlers.transport.handed import HandedInStore
from handlers.transport.startup import StartFault, only_poller
from kb.changes import Change
from tests.conftest import WITH_POSTGRESQL
from tests.postgresql import Server

pytestmark = WITH_POSTGRESQL
CONTENT = Content(bodies={"en": Body(text="Hello")}).model_dump_json()
FILES = sorted(path.name for path in Path(state.__file__).parent.glob("*.sql") if path.name not in ("sqlite.sql", "backup.sql"))


@pytest_asyncio.fixture
async def replicas(postgresql: Server) -> AsyncIterator[tuple[Store, Store]]:
    """Two stores as two replicas open them."""
    url = postgresql.database()
    both = await asyncio.gather(*(asyncio.create_task(Store.open(url)) for _ in range(2)))
    yield both[0], both[1]
    for store in both:
        await store.close()


async def until_there(store: Store) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                store.probe()
                return
            except DatabaseError:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT :a, ':a', a::text FROM t WHERE b LIKE '%x' -- of :b\n;", "SELECT %(a)s, ':a', a::text FROM t WHERE b LIKE '%%x'"),
        ("SELECT 'it''s :a' || :a_2 % 3;\n\n-- The next one.", "SELECT 'it''s :a' || %(a_2)s %% 3"),
    ],
)
def test_a_name_becomes_a_place_for_a_value(sql: str, expected: str) -> None:
    assert translated(sql) == expected


@pytest.mark.parametrize("file", FILES)
async def test_postgresql_takes_every_statement(replicas: tuple[Store, Store], file: str) -> None:
    driver = replicas[0].driver
    assert isinstance(driver, PostgresqlDriver)
    with psycopg.connect(driver._url, cursor_factory=psycopg.ClientCursor) as db:
        for name, sql in statements(file).items():
            if not sql.rstrip().endswith(";") and name in ("columns", "audience"):
                continue  # a part of others
            try:
                db.execute(translated(sql), dict.fromkeys(re.findall(r"%\((\w+)\)s", translated(sql))) | {"now": 0})
            except psycopg.IntegrityError:
                pass  # nothing is NULL in earnest
            except psycopg.Error as error:
                raise AssertionError(f"{file}, {name}: {error}") from error
            db.rollback()


async def test_replicas_that_start_together_make_the_schema_once(replicas: tuple[Store, Store]) -> None:
    assert replicas[0].driver.reader.execute("SELECT version FROM schema_version").fetchall() == [(newest(),)]


async def test_a_state_of_a_newer_version_is_refused(replicas: tuple[Store, Store]) -> None:
    driver = replicas[0].driver
    assert isinstance(driver, PostgresqlDriver)
    driver.note("UPDATE schema_version SET version = version + 1", {})
    with pytest.raises(StateFault, match=rf"schema {newest() + 1}"):
        await Store.open(driver._url)


@pytest.mark.parametrize(
    "wrong", ["postgresql://tests:0f-the-word@127.0.0.1:1/x", "postgresql://tests:0f-the-word@127.0.0.1:{port}/x", "postgresql://:::0f-the-word"]
)
async def test_a_server_that_takes_nobody_is_a_fault_without_the_password(postgresql: Server, wrong: str) -> None:
    with pytest.raises(StateFault, match=r"check state\.url") as found:
        await Store.open(wrong.format(port=postgresql.port))
    assert "0f-the-word" not in str(found.value)


async def started(store: Store, chats: int) -> Announcement:
    for chat in range(1, chats + 1):
        await store.set_subscription(chat, "private", "subscribed")
    added = await store.outbox.add(CONTENT, 1, "countdown", due_at=0)
    assert await store.outbox.start(added, Audience(), (), "en")
    found = store.outbox.get(added)
    assert found is not None
    return found


async def test_of_replicas_that_press_at_once_one_succeeds(replicas: tuple[Store, Store]) -> None:
    one, two = replicas
    for _ in range(20):
        added = await one.outbox.add(CONTENT, 1, "review")
        assert sorted(await asyncio.gather(*(store.outbox.move(added, "review", "countdown") for store in replicas))) == [False, True]
        assert sorted(await asyncio.gather(*(store.outbox.start(added, Audience(), (), "en") for store in replicas))) == [False, True]
    await one.invite("secret", "editor", 1, 100)
    assert sorted(await asyncio.gather(one.use_invitation("secret", 2), two.use_invitation("secret", 3))) == [False, True]


async def test_what_counts_on_other_rows_counts_on_those_of_all_replicas(replicas: tuple[Store, Store]) -> None:
    # Each takes the next number after the highest.
    writes = [store.add_audit(1, "edit", f"{number}") for number in range(100) for store in replicas]
    ids = await asyncio.gather(*(store.outbox.add(CONTENT, 1) for _ in range(50) for store in replicas), *writes)
    assert set(ids[:100]) == set(range(1, 101)) and await replicas[0].audit_size() == 200


async def test_replicas_that_write_the_same_rows_the_other_way_round_wait_for_each_other(replicas: tuple[Store, Store]) -> None:
    people = range(300)
    await asyncio.gather(*(replicas[0].set_language(n, "kk") for n in people), *(replicas[1].set_language(n, "ru") for n in reversed(people)))
    assert replicas[0].chats() == 300


async def test_a_delivery_is_in_the_hands_of_one_replica(replicas: tuple[Store, Store]) -> None:
    announcement = await started(replicas[0], 200)
    claimed = await asyncio.gather(*(store.outbox.claim(announcement, 1, f"sender {n}", 40) for _ in range(4) for n, store in enumerate(replicas)))
    chats = [claim.chat_id for claims in claimed for claim in claims]
    assert len(chats) == len(set(chats)) == 200


async def test_what_a_living_sender_has_in_hand_stays_there_for_its_lease(replicas: tuple[Store, Store]) -> None:
    one, two = replicas
    announcement = await started(one, 3)
    claim, *_ = await one.outbox.claim(announcement, 1, "a sender", 2)
    assert one.driver.hold("a sender") and await one.outbox.begin(claim, "a sender")
    assert await two.outbox.recover("another", lambda _: False) == []
    two.outbox._clock = lambda: time() + LEASE_SECONDS + 2
    assert await two.outbox.recover("another", lambda _: False) == [announcement.id]
    assert await two.outbox.counts_by_state(announcement) == {"pending": 2, "unknown": 1}
    assert not await one.outbox.end(claim, "a sender", "sent", 5), "it is out of its hands"


async def test_of_a_reminder_in_doubt_all_replicas_know_whether_it_was_handed_on(replicas: tuple[Store, Store]) -> None:
    one, two = replicas
    at = int(time()) + 60
    venue = Venue("hall", {"kk": "Зал", "ru": "Зал", "en": "Hall"})
    await one.programme.load(Update((venue,), (Screening("s1", "screening", "hall", at, names={"en": "Film"}),)))
    for person in (7, 8):
        await one.programme.remind(person, "s1", 15, "en")
    assert one.driver.hold("a sender")
    for due in one.programme.due(9):
        assert await one.programme.begin(due, "a sender")
        this_try = replace(due, attempts=due.attempts + 1)
        if due.user_id == 7:
            HandedInStore(one.programme.note_handed, one.programme.was_handed).note(this_try)
    assert two.programme.doubtful("another") == []
    await one.close()
    async with asyncio.timeout(5):
        while two.driver.is_held("a sender"):
            await asyncio.sleep(0.01)
    assert {due.user_id: two.programme.was_handed(due) for due in two.programme.doubtful("another")} == {7: True, 8: False}


async def test_a_programme_that_one_replica_loads_all_have(replicas: tuple[Store, Store]) -> None:
    one, two = replicas
    assert not two.programme.is_loaded()
    venue = Venue("hall", {"kk": "Зал", "ru": "Зал", "en": "Hall"})
    await one.programme.load(Update((venue,), (Screening("s1", "screening", "hall", 2_000_000_000, names={"en": "Film"}),)))
    assert [entry.id for entry in two.programme.all()] == ["s1"] and two.programme.revision == one.programme.revision


async def test_the_night_is_worked_once_whichever_replica_does_it(replicas: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    purged: list[Store] = []
    nights = [Nightly(store, ZoneInfo("Asia/Aqtau")) for store in replicas]
    for store in replicas:

        async def forget_old(store: Store = store) -> None:
            purged.append(store)

        monkeypatch.setattr(store, "forget_old", forget_old)
    assert [await night.look() for night in nights] == [True, True] and len(purged) == 1
    for store in replicas:
        store.clock = lambda: time() + 86400
    assert [await night.look() for _ in range(2) for night in nights] == [True] * 4 and len(purged) == 2


async def test_a_name_is_held_by_one_replica_until_it_lets_go_or_ends(replicas: tuple[Store, Store]) -> None:
    one, two = (store.driver for store in replicas)
    assert one.hold("a") and one.hold("a") and one.hold("b") and not two.hold("a") and two.is_held("a") and not one.is_held("a")
    one.let_go(["a", "never held"])
    assert not two.hold("a"), "it was held twice"
    one.let_go(["a"])
    assert two.hold("a") and one.is_held("a") and two.is_held("b")
    await one.close()
    async with asyncio.timeout(5):  # the server hears of the end of a session by itself
        while two.is_held("b"):
            await asyncio.sleep(0.01)
    assert two.hold("b")


async def test_a_server_that_comes_back_is_found(postgresql: Server, replicas: tuple[Store, Store], caplog: pytest.LogCaptureFixture) -> None:
    one, two = replicas
    await one.outbox.set_pace(3, 4)
    assert one.driver.hold("a")
    postgresql.stop()
    try:
        began = monotonic()
        for _ in range(50):
            with pytest.raises(DatabaseError):
                await one.language(7)
        with pytest.raises(DatabaseError):
            await one.set_language(7, "ru")
        await one.note_language(7, "ru")
        assert monotonic() - began < 1 and one.unnoted == 1
    finally:
        postgresql.start()
    await asyncio.gather(until_there(one), until_there(two))
    assert "is there again" in caplog.text and one.outbox.pace() == (3, 4)
    await one.set_language(7, "ru")
    assert await two.language(7) == "ru" and not two.driver.hold("a") and one.driver.hold("c")


async def test_a_server_that_hangs_holds_up_the_loop_once_and_not_for_long(replicas: tuple[Store, Store]) -> None:
    one, _ = replicas
    await one.set_language(7, "kk")
    (backend,) = one.driver.reader.execute("SELECT pg_backend_pid()").fetchone()
    os.kill(backend, signal.SIGSTOP)
    try:
        began = monotonic()
        with pytest.raises(DatabaseError, match="did not answer"):
            await one.language(7)
        assert monotonic() - began < PATIENCE + 1.5
    finally:
        os.kill(backend, signal.SIGCONT)
    await until_there(one)
    assert await one.language(7) == "kk"


async def test_a_replica_that_hangs_within_a_write_holds_up_the_others_not_for_long(replicas: tuple[Store, Store]) -> None:
    one, _ = replicas
    assert isinstance(one.driver, PostgresqlDriver)
    hung = psycopg.connect(one.driver._url, options="-c idle_in_transaction_session_timeout=500")
    hung.execute(statements("postgresql.sql")["alone"].encode())
    began = monotonic()
    await one.outbox.set_pace(3, 4)
    assert 0.2 < monotonic() - began < 5
    hung.close()


async def change(store: Store, edit_id: str) -> None:
    proposal = await store.editing.add_proposal(7, "{}")
    await store.editing.apply(Edited(edit_id, (Change("film-qaitadan", "director", "en", None, "…"),)), 7, proposal)


async def test_a_change_of_the_base_reaches_the_other_replicas_at_once_also_after_a_crash_of_the_server(
    postgresql: Server, replicas: tuple[Store, Store]
) -> None:
    heard: dict[Store, asyncio.Event] = {store: asyncio.Event() for store in replicas}
    listening = [asyncio.create_task(store.driver.listen(BASE, heard[store].set)) for store in replicas]
    one, two = replicas
    try:
        for number in range(2):
            async with asyncio.timeout(20):
                for store in replicas:  # a new connection may have missed something, and says so
                    await heard[store].wait()
                    heard[store].clear()
            began = monotonic()
            await change(one, f"edit {number}")
            async with asyncio.timeout(5):
                await heard[two].wait()
            assert monotonic() - began < 1 and [kept.edit_id for kept in two.editing.changes()][-1] == f"edit {number}"
            await asyncio.sleep(0.1)
            assert not heard[one].is_set(), "it knows what it did itself"
            heard[two].clear()
            if number == 0:
                postgresql.stop()
                postgresql.start()
                await asyncio.gather(until_there(one), until_there(two))
                with pytest.raises(DatabaseError):  # the writer learns of the crash by its next write
                    await one.set_language(7, "kk")
    finally:
        for each in listening:
            each.cancel()


async def test_what_is_not_committed_tells_nobody(replicas: tuple[Store, Store]) -> None:
    one, two = replicas
    heard = asyncio.Event()
    listening = asyncio.create_task(two.driver.listen(BASE, heard.set))
    await asyncio.wait_for(heard.wait(), 5)
    heard.clear()
    with pytest.raises(DatabaseError):
        await one.driver.writer.write([*one.driver.telling(BASE), ("SELECT 1 / 0", {})], durable=True)
    await asyncio.sleep(0.2)
    assert not heard.is_set()
    listening.cancel()


async def test_the_command_line_knows_the_state_and_its_limits(replicas: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = replicas
    assert isinstance(one.driver, PostgresqlDriver)
    monkeypatch.setenv("TYRNA_STATE__URL", one.driver._url)
    announcement = await started(one, 1)

    async def called(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, cli, list(arguments))

    for refused in (["backup"], ["restore", str(tmp_path)]):
        result = await called(*refused)
        assert result.exit_code == 2 and "README.md" in result.output
    assert f"{announcement.id}  sending  1 pending" in (await called("announcements")).output
    assert "1 announcements" in (await called("restore", "--restored")).output
    found = two.outbox.get(announcement.id)
    assert found is not None and (found.state, found.reason) == ("paused", "restored")
    only_poller(one)
    with pytest.raises(StartFault, match="Another process polls"):
        only_poller(two)
    monkeypatch.setenv("TYRNA_STATE__URL", "postgres://tests:0f-the-word@x/y")
    refusal = await called("check")
    assert "state.url" in refusal.output and "0f-the-word" not in refusal.output


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_cannot_hold_every_name_is_refused(postgresql: Server, encoding: str) -> None:
    with pytest.raises(StateFault, match=f"The database is in {encoding}.*ENCODING 'UTF8'"):
        PostgresqlDriver(postgresql.database("template0", encoding))
