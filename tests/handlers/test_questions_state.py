"""The store's side of what is asked: what asks the same, what is counted, what survives, what does not hold up an answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from handlers.state import Store
from handlers.state import questions as module
from handlers.state.questions import ask_the_same
from kb import KnowledgeBase
from tests.conftest import WITH_POSTGRESQL
from tests.handlers.conftest import Clock, guest_of, write_db

SAME = [
    ("vifi lobi", "vi fi lobi"),
    ("rejiser titanik", "titanik rejiser"),
    ("rejiser titanik", "rejiseri titaniktin"),
    ("memorandum uzbekistan", "memorandum uzbekistana"),
    ("biliet kansa", "biliet kansa"),
]
OTHER = [
    ("memorandum iran", "memorandum irak"),
    ("memorandum francia", "memorandum germania"),
    ("festival 2024", "festival 2025"),
    ("rejiser titanik", "aktior titanik"),
    ("rejiser titanik", "rejiser titanik god"),
    ("avstria", "avstralia"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_asks_the_same(one: str, other: str) -> None:
    assert ask_the_same(one, other) and ask_the_same(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_asks_another_thing(one: str, other: str) -> None:
    assert not ask_the_same(one, other) and not ask_the_same(other, one)


async def test_nothing_is_written_until_a_minute_is_over_or_the_store_is_closed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "state.sqlite"
    store = await Store.open(path, clock)
    store.questions.note_reply("answer", "en", ("film-qaitadan",), "film-qaitadan.director", 7)
    number = store.questions.note_unanswered("where is the cloakroom", "kloakrum", "en", keep=True)
    with closing(sqlite3.connect(path)) as db:
        assert not db.execute("SELECT * FROM asked").fetchall() and not db.execute("SELECT * FROM unanswered").fetchall()
    await store.close()
    with closing(sqlite3.connect(path)) as db:
        assert [row[2:] for row in db.execute("SELECT * FROM asked")] == [("en", "answer", 1)]
        assert db.execute("SELECT id FROM unanswered").fetchall() == [(number,)]


@pytest.mark.parametrize("location", [pytest.param("postgresql", marks=WITH_POSTGRESQL)], indirect=True)
async def test_another_replica_knows_at_once_what_was_asked(knowledge: KnowledgeBase, location: str, clock: Clock) -> None:
    async with guest_of(knowledge, location, clock) as one, guest_of(knowledge, location, clock) as other:
        await one.write("Who directed Titanic?")
        (row,) = one.last.parameters["reply_markup"]["inline_keyboard"]
        assert "I will write to you here" in await other.press_data(row[0]["callback_data"], rows=[row])


async def test_a_database_that_takes_no_writes_loses_no_counts(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "state.sqlite"
    store = await Store.open(path, clock)
    write_db(store).execute("PRAGMA query_only = ON")
    for _ in range(2):
        store.questions.note_reply("unknown", "kk", (), None, 7)
        store.questions.note_unanswered("x", "gardirob", "kk", keep=True)
        await store.questions.flush()
    write_db(store).execute("PRAGMA query_only = OFF")
    await store.questions.flush()
    assert [count.times for count in store.questions.asked(0)] == [2]
    (group,) = store.questions.groups()
    found = store.questions.group(group)
    assert found and found.times == 2
    await store.close()


async def test_with_keeping_off_nothing_is_on_the_disk(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "state.sqlite"
    store = await Store.open(path, clock)
    number = store.questions.note_unanswered("where", "gardirob", "en", keep=False)
    wording = await store.questions.wording(number)
    assert wording and wording.text == "where"
    await store.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT * FROM unanswered").fetchall() == []


async def test_people_are_counted_apart_and_never_too_many(tmp_path: Path, clock: Clock) -> None:
    """The bot is started anew at noon: whoever asks again is not counted as another person."""
    path = tmp_path / "state.sqlite"
    for people in ((1, 2, 2, 3), (1, 2, 3, 3)):
        store = await Store.open(path, clock)
        for person in people:
            store.questions.note_reply("answer", "en", ("film-qaitadan",), None, person)
        await store.close()
    store = await Store.open(path, clock)
    assert store.questions.most_asked("record", 0, 3, 10) == [("film-qaitadan", 8)]
    assert store.questions.most_asked("record", 0, 4, 10) == []
    clock.now += 86400
    for person in (1, 2, 3):
        store.questions.note_reply("answer", "en", ("film-qaitadan",), None, person)
    await store.questions.flush()
    assert store.questions.most_asked("record", 0, 4, 10) == []
    await store.close()


async def test_no_table_of_counts_holds_a_person(tmp_path: Path, clock: Clock) -> None:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    store.questions.note_reply("answer", "en", ("film-qaitadan",), "film-qaitadan", 123456789)
    store.questions.note_unanswered("where", "gardirob", "en", keep=True)
    await store.questions.flush()
    with closing(sqlite3.connect(store.path)) as db:
        for table in ("asked", "asked_about", "unanswered"):
            assert "123456789" not in str(db.execute(f"SELECT * FROM {table}").fetchall())
    await store.close()


async def test_what_waits_in_memory_is_bounded(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RECENT", 10)
    monkeypatch.setattr(module, "WAITING", 10)
    monkeypatch.setattr(module, "TOLD_APART", 10)
    store = await Store.open(tmp_path / "state.sqlite", clock)
    for number in range(50):
        store.questions.note_unanswered(f"q {number}", f"q {number}", "en", keep=True)
        store.questions.note_reply("answer", "en", (f"film-{number}",), None, number)
    held = store.questions
    assert (len(held._noted), len(held._recent), len(held._about), held._told_apart) == (10, 10, 10, 10)
    await store.close()


async def test_only_the_most_asked_are_kept(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.state.store.MOST", 2)
    store = await Store.open(tmp_path / "state.sqlite", clock)
    for times, key in ((1, "garderob"), (3, "kloakrum"), (2, "parkovka")):
        for _ in range(times):
            store.questions.note_unanswered(key, key, "en", keep=True)
    await store.questions.flush()
    await store.forget_old()
    assert [wording.text for wording in sorted(store.questions.open_wordings(), key=lambda found: -found.times)] == ["kloakrum", "parkovka"]
    await store.close()


async def test_the_config_says_how_long(tmp_path: Path, clock: Clock) -> None:
    store = await Store.open(tmp_path / "state.sqlite", clock, question_days=10)
    store.questions.note_unanswered("where", "gardirob", "en", keep=True)
    await store.questions.flush()
    clock.now += 9 * 86400
    await store.forget_old()
    assert store.questions.groups()
    clock.now += 2 * 86400
    await store.forget_old()
    assert not store.questions.groups()
    await store.close()


async def test_a_request_is_answered_once_and_the_same_message_may_come_again(tmp_path: Path, clock: Clock) -> None:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    number = await store.questions.request(7, "question", "where", "en")
    assert number and await store.questions.request(7, "question", "where", "en") is None
    assert await store.questions.take_request(number, 1, "-5:10")
    assert not await store.questions.take_request(number, 2, "-5:11")
    assert await store.questions.take_request(number, 1, "-5:10")
    await store.questions.end_request(number, "-5:10", "answered")
    assert not await store.questions.take_request(number, 1, "-5:10")
    await store.close()
