"""What the store promises, with each database: SQLite in a file, PostgreSQL for many replicas."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from handlers.state import DatabaseError, Place, Store
from handlers.state.outbox import Step
from handlers.state.programme import Screening, Update, Venue, Was
from handlers.state.schema import newest
from handlers.state.store import DAY, KEEP_SECONDS, MOVED, UNPARSED_SECONDS

HERE = Place(7, 0, 7)
GROUP = -100123
HALL = Venue("hall", {"kk": "Зал", "ru": "Зал", "en": "Hall"}, ("the hall",), {"en": "1, Main street"}, 43.65, 51.16)


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def store(location: Path | str, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(location, clock)
    yield store
    await store.close()


def screening(number: int, clock: Clock, **more: object) -> Screening:
    entry = Screening(f"s{number}", "screening", "hall", int(clock.now) + 3600 * number, names={"en": f"Film {number}"}, languages=("kk",), subtitles=("en",))
    return replace(entry, **more)  # type: ignore[arg-type]


async def test_a_conversation_is_remembered_for_its_time(store: Store, clock: Clock) -> None:
    assert await store.language(7) is None and await store.last_query(HERE) is None
    await store.set_language(7, "kk")
    await store.note_language(7, "ru")
    await store.set_last_query(HERE, "film-a.director")
    await store.set_last_query(HERE, "film-b.director")
    await store.set_answer(7, 1, 2, "film-b.director", 7)
    await store.set_answer(7, 1, 3, None, 7)
    key = await store.keep_query("film-a.director" * 5)
    assert (await store.language(7), await store.last_query(HERE)) == ("ru", "film-b.director")
    assert (await store.answer_to(7, 1), await store.query_of_answer(7, 3), await store.asker_of_answer(7, 3)) == (3, None, 7)
    assert await store.kept_query(key) == "film-a.director" * 5
    clock.now += KEEP_SECONDS + 1
    await store.forget_old()
    assert await store.last_query(HERE, within=2**40) is None and await store.answer_to(7, 1) is None and await store.kept_query(key) is None


@pytest.mark.parametrize("text", ["Әмре: «Qaitadan?» 50% 'o\\'k' \\n :name %s %(x)s -- ; \U0001f3ac", "", "'", "\\", "%"])
async def test_any_text_is_kept_as_it_is(store: Store, text: str) -> None:
    await store.set_last_query(HERE, text)
    await store.keep_unparsed(text)
    assert (await store.last_query(HERE), store.unparsed(store.unparsed_key(text))) == (text, text)


async def test_a_number_has_room_for_telegrams_ids(store: Store) -> None:
    for number in (2**52, -(2**52)):
        await store.set_subscription(number, "supergroup", "subscribed")
        assert await store.subscription(number) == "subscribed"


async def test_a_text_for_a_link_and_the_choices_of_inline_mode(store: Store, clock: Clock) -> None:
    await store.keep_unparsed("who?")
    for query, times in (("a", 1), ("b", 3), ("c", 3)):
        for _ in range(times):
            await store.count_inline_choice(query, "en")
    assert store.unparsed(store.unparsed_key("who?")) == "who?" and store.most_chosen(30, 2) == ["b", "c"]
    clock.now += UNPARSED_SECONDS + 100 * DAY
    await store.forget_old()
    assert store.unparsed(store.unparsed_key("who?")) is None and store.most_chosen(1000, 5) == []


async def test_chats_subscribe_are_seen_and_cannot_be_reached(store: Store, clock: Clock) -> None:
    assert await store.offer_subscription(7, "private") and not await store.offer_subscription(7, "private")
    await store.take_back_offer(7)
    assert await store.offer_subscription(7, "private")
    await store.set_subscription(7, "private", "subscribed")
    await store.take_back_offer(7)
    assert await store.subscription(7) == "subscribed"
    await store.set_reachable(7, False)
    assert store.outbox.wants(7, "") == "blocked"
    store.see_chat(7, "private")
    store.see_chat(7, "private")
    await store.outbox.mute(7, "awards", True)
    assert (store.outbox.wants(7, ""), store.outbox.wants(7, "awards"), store.outbox.wants(8, "")) == ("yes", "muted", "yes")
    assert store.outbox.muted(7) == ["awards"]
    await store.outbox.mute(7, "awards", False)
    assert store.outbox.muted(7) == [] and store.chats() == 0


async def test_a_group_moves_with_all_its_rows_once(store: Store) -> None:
    await store.set_membership(GROUP, "group", "member", True)
    await store.set_group_language(GROUP, "group", "ru")
    await store.set_quiet(GROUP, "group", True)
    await store.set_subscription(GROUP, "group", "subscribed")
    await store.set_last_query(Place(GROUP, 3, 7), "film-a.director")
    await store.set_setting("staff_chat", str(GROUP))
    for _ in range(2):
        await store.migrate_chat(GROUP, -200)
    membership = store.membership(-200)
    assert membership is not None and (membership.type, membership.may_write, membership.language, membership.quiet) == ("supergroup", True, "ru", True)
    assert store.membership(GROUP) is None and await store.subscription(-200) == "subscribed" and store.setting is not None
    assert await store.last_query(Place(-200, 3, 7)) == "film-a.director" and await store.setting("staff_chat") == "-200"
    assert set(MOVED) <= set(store.tables())


async def test_staff_come_by_invitation_once_and_leave(store: Store, clock: Clock) -> None:
    await store.invite("secret", "editor", 1, 3600)
    assert await store.open_invitations() == 1
    used = await asyncio.gather(*(store.use_invitation("secret", person) for person in (2, 3)))
    assert sorted(used) == [False, True]
    person = 2 if used[0] else 3
    assert await store.staff() == [(person, "editor")] and await store.roles(person) == ("editor",)
    assert not await store.add_staff(person, "editor", 1) and await store.add_staff(person, "announcer", 1)
    found = await store.invitation("secret", person)
    assert found is not None and found.used and await store.invitation("secret", 9) is None
    await asyncio.gather(*(store.add_audit(1, "invite", str(number)) for number in range(20)))
    assert await store.audit_size() == 20 and len({entry.subject for entry in await store.audit(50)}) == 20
    await store.note_menu(person, True)
    await store.set_setting("staff_chat", "-5")
    assert (await store.menus(), await store.setting("staff_chat")) == ([person], "-5")
    await store.note_menu(person, False)
    await store.set_setting("staff_chat", None)
    assert (await store.menus(), await store.setting("staff_chat")) == ([], None)
    assert await store.remove_staff(person, "editor") and not await store.remove_staff(person, "editor") and not await store.withdraw_invitations()


async def test_updates_wait_until_they_are_handled(store: Store, clock: Clock) -> None:
    await store.put_in_inbox([(2, 7, '{"b": "ә"}'), (1, None, '{"a": 1}')])
    await store.put_in_inbox([(2, 7, "another")])
    assert store.inbox_unhandled() == [(1, '{"a": 1}', int(clock.now)), (2, '{"b": "ә"}', int(clock.now))]
    await store.take_from_inbox([2, 5], [])
    assert store.inbox_handled() == [2, 5] and [row[0] for row in store.inbox_unhandled()] == [1]
    await store.take_from_inbox([], [2])
    assert store.inbox_handled() == [5]


async def test_what_is_held_of_a_person_can_be_shown_and_forgotten(store: Store, clock: Clock) -> None:
    await store.set_language(7, "kk")
    await store.set_last_query(HERE, "film-a.director")
    await store.set_subscription(7, "private", "subscribed")
    await store.add_audit(7, "invite", "x")
    await store.programme.load(Update((HALL,), (screening(1, clock),)))
    await store.programme.remind(7, "s1", 15, "kk")
    counted = store.count_of(7)
    assert {table for table, number in counted.items() if number} == {"people", "conversations", "chats", "audit", "reminders"}
    assert {table: len(rows) for table, rows in store.rows_of(7).items()} == counted
    assert store.rows_of(7)["people"] == [{"user_id": 7, "language": "kk", "updated_at": int(clock.now)}]
    await store.forget_person(7)
    assert {table for table, number in store.count_of(7).items() if number} == {"audit"}


async def test_an_announcement_is_composed_and_its_steps_are_kept(store: Store) -> None:
    added = await store.outbox.add("{}", 7)
    assert added + 1 == await store.outbox.add("{}", None, "scheduled", due_at=5, expires_at=9)
    await store.outbox.set_step(7, Step(added, "text", None, 4))
    await store.outbox.set_step(7, Step(added, "photo", "{}", None))
    assert store.outbox.step(7) == Step(added, "photo", "{}", None)
    await store.outbox.end_step(7)
    await store.outbox.set_card(added, 7, 8)
    await store.outbox.set_pace(12.5, 99)
    await store.outbox.set_pace(12.25, 98)
    found = store.outbox.get(added)
    assert store.outbox.step(7) is None and found is not None and (found.card_chat_id, found.card_message_id, found.version) == (7, 8, 1)
    assert store.outbox.pace() == (12.25, 98) and store.outbox.number() == 2
    assert [one.id for one in store.outbox.page(1, 1)] == [added] and [one.id for one in store.outbox.at_work()] == [added + 1]
    assert [one.id for one in store.outbox.others_since(added, 0)] == [added + 1] and store.count_deliveries() == {}


async def test_a_programme_is_loaded_and_reminders_are_sent_once(store: Store, clock: Clock) -> None:
    programme = store.programme
    assert not programme.is_loaded() and programme.revision == ""
    first, second = screening(1, clock), screening(2, clock, film="film-qaitadan", access="free", notes={"en": "50 % off"})
    await programme.load(Update((HALL,), (first, second)))
    assert programme.all() == [first, second] and programme.venues() == {"hall": HALL}
    assert await programme.remind(7, "s1", 60, "kk") and await programme.remind(7, "s1", 15, "en") and not await programme.remind(7, "none", 15, "en")
    assert (programme.reminders(7), programme.reminder(7, "s1"), programme.reminded("s1"), programme.due(9)) == ([("s1", 15)], 15, 1, [])
    moved = replace(first, starts_at=first.starts_at + 600)
    was = Was(first.starts_at, HALL.names, {"en": "Film 1"})
    await programme.load(Update((), (moved,), moved=("s1",), told={"s1": was}))
    (due,) = programme.due(9)
    assert (due.what, due.was, due.language) == ("change", was, "en")
    begun = await asyncio.gather(programme.begin(due, "one"), programme.begin(due, "two"))
    assert sorted(begun) == [False, True]
    await programme.end(due, "one" if begun[0] else "two", "sent")
    assert programme.due(9) == []
    clock.now = moved.starts_at - 900
    (due,) = programme.due(9)
    assert due.what == "reminder" and await programme.begin(due, "dead")
    await programme.load(Update((), (), removed=("s1",)))
    assert [entry.id for entry in programme.all()] == ["s2"] and programme.reminders(7) == []


async def test_writes_are_whole_or_not_at_all_and_fail_alone(store: Store) -> None:
    bad = [("INSERT INTO people VALUES (:id, 'kk', 0)", {"id": 5}), ("INSERT INTO people VALUES (:id, NULL, 0)", {"id": 6})]
    good = [store.set_language(number, "ru") for number in range(10, 20)]
    outcomes = await asyncio.gather(store._writer.write(bad), *good, store._writer.write(bad, durable=True), return_exceptions=True)
    assert [isinstance(outcome, DatabaseError) for outcome in outcomes] == [True, *[False] * 10, True]
    assert await store.language(5) is None and store.chats() == 10
    with pytest.raises(DatabaseError):
        await store._writer.write([("SELECT :value", {"value": object()})])
    with pytest.raises(DatabaseError):
        store._read_db.execute("SELECT nothing FROM nowhere")
    await store.set_language(5, "kk")
    assert await store.language(5) == "kk"


async def test_a_patient_write_goes_with_the_next_one_or_by_itself(store: Store) -> None:
    def write(number: int) -> asyncio.Future[Any]:
        return store._writer.write([("INSERT INTO people VALUES (:id, 'kk', 0)", {"id": number})], patient=True)

    first, again = write(5), write(5)
    await store.set_language(6, "ru")
    assert first.done() and isinstance(again.exception(), DatabaseError)
    assert await asyncio.wait_for(write(7), 5)
    store.see_chat(8, "private")
    assert store.count_of(8)["chats"] == 0
    await store.settle()
    assert store.count_of(8)["chats"] == 1


async def test_a_state_is_opened_again_with_all_that_was_written(store: Store, location: Path | str, clock: Clock) -> None:
    await store.set_language(7, "kk")
    again = await Store.open(location, clock)
    assert await again.language(7) == "kk" and again.tables() == store.tables() and len(again.tables()) > 20 and newest() >= 8
    again.probe()
    assert again.driver.size() > 0
    await again.close()


def test_a_state_in_a_file_needs_no_memory_for_postgresql(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys, bot; from handlers.state import Store; from pathlib import Path; asyncio.run(Store.open(Path(sys.argv[1])))\n"
        "sys.exit(' '.join({'psycopg', 'procrastinate', 'psycopg_pool'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "state.sqlite"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
