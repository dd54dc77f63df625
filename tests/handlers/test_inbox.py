"""An update is on disk before Telegram hears that it came, is handled once, and leaves; a broken disk holds up no answer."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from handlers.state import Store
from handlers.transport import inbox as inboxes
from handlers.transport.inbox import REMEMBERED, Inbox, person_of
from tests.handlers.conftest import Clock, write_db


def message(update_id: int, user_id: int = 7) -> dict[str, Any]:
    person = {"id": user_id, "is_bot": False, "first_name": "Guest"}
    chat = {"id": user_id, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": update_id, "date": 1, "chat": chat, "from": person, "text": "сәлем"}}


@pytest_asyncio.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    yield store
    await store.close()


async def settle(inbox: Inbox) -> None:
    while inbox._flushing:
        await asyncio.sleep(0.001)


async def test_what_is_accepted_is_on_disk_as_it_came(store: Store) -> None:
    updates = [message(1), message(2)]
    assert await Inbox(store).accept(updates) == updates
    assert [left.update for left in Inbox(store).left()] == updates  # what another process would find after a crash


async def test_what_is_handled_is_gone_but_for_its_number(store: Store) -> None:
    inbox = Inbox(store)
    await inbox.accept([message(1), message(2)])
    assert store.count_of(7)["inbox"] == 2
    inbox.done(1)
    await settle(inbox)
    assert [left.update["update_id"] for left in Inbox(store).left()] == [2]
    assert store.count_of(7)["inbox"] == 1 and "сәлем" not in str(sqlite3.connect(store.path).execute("SELECT * FROM inbox WHERE update_id = 1").fetchall())


async def test_a_repeat_does_nothing(store: Store) -> None:
    inbox = Inbox(store)
    assert len(await inbox.accept([message(1), message(1)])) == 1
    assert await inbox.accept([message(1)]) == []
    inbox.done(1)
    assert await inbox.accept([message(1)]) == []
    await settle(inbox)
    again = Inbox(store)
    assert await again.accept([message(1), message(2)]) == [message(2)]


async def test_a_repeat_of_what_the_last_run_left_does_nothing(store: Store) -> None:
    await Inbox(store).accept([message(1)])
    again = Inbox(store)
    assert len(list(again.left())) == 1
    assert await again.accept([message(1)]) == []


async def test_the_remembered_numbers_are_bounded(store: Store, clock: Clock) -> None:
    inbox = Inbox(store)
    for start in range(0, 2 * REMEMBERED, 100):
        clock.now += 1
        await inbox.accept([message(n) for n in range(start, start + 100)])
        for n in range(start, start + 100):
            inbox.done(n)
        await settle(inbox)
    assert len(store.inbox_handled()) == REMEMBERED
    assert await Inbox(store).accept([message(2 * REMEMBERED - 1)]) == []


async def test_a_full_disk_holds_up_no_answer(store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inboxes, "AGAIN", 0.05)
    inbox = Inbox(store)
    pages = write_db(store).execute("PRAGMA page_count").fetchone()[0]
    write_db(store).execute(f"PRAGMA max_page_count = {pages}")
    big = [message(n) | {"padding": "x" * 5000} for n in range(20)]
    assert len(await inbox.accept(big)) == 20
    assert inbox.unwritten == 20 and "cannot be written (database or disk is full)" in caplog.text
    assert await inbox.accept(big) == []  # known all the same
    write_db(store).execute("PRAGMA max_page_count = 1000000")
    assert len(await inbox.accept([message(30)])) == 1
    assert "can be written again; 20 updates" in caplog.text
    assert [left.update["update_id"] for left in Inbox(store).left()] == [30]


async def test_a_locked_database_holds_up_no_answer_for_long(store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inboxes, "PATIENCE", 0.1)
    inbox = Inbox(store)
    other = sqlite3.connect(store.path)
    other.execute("BEGIN IMMEDIATE")
    begun = asyncio.get_running_loop().time()
    assert len(await inbox.accept([message(1)])) == 1
    assert asyncio.get_running_loop().time() - begun < 1 and inbox.unwritten == 1 and "cannot be written" in caplog.text
    inbox.done(1)
    other.rollback()
    other.close()
    await settle(inbox)
    assert list(Inbox(store).left()) == []


@pytest.mark.parametrize("ticks", range(4))
async def test_a_write_that_ends_at_the_same_time_swallows_no_stop(store: Store, monkeypatch: pytest.MonkeyPatch, ticks: int) -> None:
    written = asyncio.get_running_loop().create_future()

    async def put(rows: object) -> None:
        await written

    monkeypatch.setattr(store, "put_in_inbox", put)
    accepting = asyncio.create_task(Inbox(store).accept([message(1)]))
    await asyncio.sleep(0.01)
    written.set_result(None)
    for _ in range(ticks):
        await asyncio.sleep(0)
    if accepting.cancel():  # False: it had ended before
        with pytest.raises(asyncio.CancelledError):
            await accepting


async def test_what_could_not_be_marked_is_marked_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inboxes, "AGAIN", 0.05)
    inbox = Inbox(store)
    await inbox.accept([message(1)])
    write_db(store).execute("PRAGMA query_only = ON")
    inbox.done(1)
    await asyncio.sleep(0.1)
    assert len(list(Inbox(store).left())) == 1
    write_db(store).execute("PRAGMA query_only = OFF")
    await settle(inbox)
    assert list(Inbox(store).left()) == []


async def test_forget_me_takes_what_waits(store: Store) -> None:
    await Inbox(store).accept([message(1, 7), message(2, 8)])
    await store.forget_person(7)
    assert [left.update["update_id"] for left in Inbox(store).left()] == [2]


async def test_writes_that_come_together_are_committed_together_and_fail_alone(store: Store) -> None:
    commits = []
    write_db(store).set_trace_callback(lambda sql: commits.append(sql) if sql.startswith("COMMIT") else None)
    await asyncio.gather(*(store.set_language(user, "kk") for user in range(100)))
    assert len(commits) <= 2
    good, bad = store.set_language(200, "ru"), store._writer.write([("INSERT INTO people VALUES (:user_id, NULL, 0)", {"user_id": 201})])
    outcomes = await asyncio.gather(good, bad, return_exceptions=True)
    assert outcomes[0] is None and isinstance(outcomes[1], sqlite3.IntegrityError)
    assert store.chats() == 101


@pytest.mark.parametrize(
    ("update", "person"),
    [
        (message(1), 7),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 8}}}, 8),
        ({"update_id": 1, "inline_query": {"id": "1", "from": {"id": 9}}}, 9),
        ({"update_id": 1, "poll_answer": {"poll_id": "1", "user": {"id": 10}}}, 10),
        ({"update_id": 1, "channel_post": {"message_id": 1}}, None),
        ({"update_id": 1}, None),
    ],
)
def test_whose_an_update_is(update: dict[str, Any], person: int | None) -> None:
    assert person_of(update) == person
