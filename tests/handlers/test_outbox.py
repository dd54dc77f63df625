"""The outbox: who is in an audience, and that each change of a state happens once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from handlers.announcements.content import Body, Content
from handlers.state import DatabaseError, Store, steps
from handlers.state.driver import Done, Write
from handlers.state.outbox import URGENT_DAYS, Announcement, Audience
from handlers.state.store import DELIVERIES_SECONDS
from tests.handlers.conftest import Clock

CONTENT = Content(bodies={"kk": Body(text="Сәлем"), "ru": Body(text="Привет"), "en": Body(text="Hello")}).model_dump_json()


@pytest_asyncio.fixture
async def store(location: Path | str, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(location, clock)
    for user_id, language in ((1, "kk"), (2, "ru"), (3, "en"), (4, None)):
        await store.set_subscription(user_id, "private", "subscribed")
        if language:
            await store.set_language(user_id, language)  # type: ignore[arg-type]
    await store.set_subscription(5, "private", "unsubscribed")
    await store.offer_subscription(6, "private")
    await store.set_subscription(-7, "supergroup", "subscribed")
    await store.set_subscription(-8, "channel", "subscribed")
    await store.set_subscription(9, "private", "subscribed")
    await store.outbox.block(9)
    yield store
    await store.close()


async def started(store: Store, audience: Audience | None = None, staff: tuple[int, ...] = ()) -> Announcement:
    added = await store.outbox.add(CONTENT, 1, "countdown", due_at=0)
    assert await store.outbox.start(added, audience or Audience(), staff, "en")
    announcement = store.outbox.get(added)
    assert announcement is not None and announcement.state == "sending"
    return announcement


def chats(store: Store, announcement: Announcement) -> set[int]:
    return set(languages(store, announcement))


def languages(store: Store, announcement: Announcement) -> dict[int, str]:
    """The language of each chat's delivery."""
    return dict(store.driver.reader.execute("SELECT chat_id, language FROM deliveries WHERE announcement_id = :id", {"id": announcement.id}).fetchall())


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience(), {1, 2, 3, 4, -7, -8}),
        (Audience(types=("private",)), {1, 2, 3, 4}),
        (Audience(types=("groups", "channels")), {-7, -8}),
        (Audience(types=("private",), languages=("kk", "ru")), {1, 2}),
        (Audience(everyone=False), set()),
    ],
)
async def test_everyone_is_who_is_subscribed_and_not_blocked(store: Store, audience: Audience, expected: set[int]) -> None:
    assert chats(store, await started(store, audience)) == expected
    assert sum(number for *_, number in await store.outbox.count_audience(audience, "en")) == len(expected)


async def test_a_person_without_a_language_gets_the_default(store: Store) -> None:
    found = languages(store, await started(store))
    assert found[1] == "kk" and found[4] == "en" and found[-7] == "en"


async def test_staff_get_it_subscribed_or_not_and_once(store: Store) -> None:
    announcement = await started(store, staff=(1, 50))
    assert chats(store, announcement) == {1, 2, 3, 4, -7, -8, 50}
    assert [len(await store.outbox.claim(announcement, wave, "one", 99)) for wave in (0, 1)] == [2, 5]
    assert store.outbox.open_in_wave(announcement, 0) and store.outbox.has_staff(announcement)


async def test_a_muted_topic_is_left_out(store: Store) -> None:
    await store.outbox.mute(2, "awards", True)
    assert 2 not in chats(store, await started(store, Audience(topic="awards")))
    assert 2 in chats(store, await started(store, Audience(topic="programme")))


async def test_urgent_reaches_who_wrote_lately_and_did_not_unsubscribe(store: Store, clock: Clock) -> None:
    for user_id in (5, 6, 10):
        store.see_chat(user_id, "private")
    assert {6, 10} <= chats(store, await started(store, Audience(urgent=True))) and 5 not in chats(store, await started(store, Audience(urgent=True)))
    clock.now += (URGENT_DAYS + 1) * 86400
    assert not {6, 10} & chats(store, await started(store, Audience(urgent=True)))


async def test_two_who_press_at_once_start_it_once(store: Store) -> None:
    added = await store.outbox.add(CONTENT, 1, "review")
    moved = await asyncio.gather(*(store.outbox.move(added, "review", "countdown", by=by) for by in (1, 2)))
    assert sorted(moved) == [False, True]
    announcement = store.outbox.get(added)
    assert announcement is not None and announcement.sent_by == (1 if moved[0] else 2)
    assert sorted(await asyncio.gather(*(store.outbox.start(added, Audience(), (), "en") for _ in range(2)))) == [False, True]


async def test_an_edit_needs_the_version_that_was_read(store: Store) -> None:
    added = await store.outbox.add(CONTENT, 1)
    assert await store.outbox.edit(added, 1, CONTENT)
    assert not await store.outbox.edit(added, 1, CONTENT)
    assert await store.outbox.move(added, "draft", "review", version=2)
    assert await store.outbox.approve(added, 2, by=8) and not await store.outbox.approve(added, 1, by=8)
    assert await store.outbox.edit(added, 2, CONTENT)
    announcement = store.outbox.get(added)
    assert announcement is not None and announcement.state == "draft" and announcement.approved_version != announcement.version


async def test_a_delivery_is_in_one_hand(store: Store) -> None:
    announcement = await started(store)
    first = await store.outbox.claim(announcement, 1, "one", 4)
    second = await store.outbox.claim(announcement, 1, "two", 10)
    assert len(first) == 4 and len(second) == 2 and not {c.chat_id for c in first} & {c.chat_id for c in second}
    assert not await store.outbox.begin(first[0], "two")
    assert await store.outbox.begin(first[0], "one") and not await store.outbox.begin(first[0], "one")
    assert await store.outbox.end(first[0], "one", "sent", 77) and not await store.outbox.end(first[0], "one", "sent", 78)


async def test_nothing_begins_once_it_is_paused_or_cancelled(store: Store) -> None:
    announcement = await started(store)
    claim, *_ = await store.outbox.claim(announcement, 1, "one", 1)
    assert await store.outbox.move(announcement.id, "sending", "paused")
    assert not await store.outbox.begin(claim, "one")
    await store.outbox.give_back(claim, "one")
    assert await store.outbox.counts_by_state(announcement) == {"pending": 6}
    assert await store.outbox.move(announcement.id, "paused", "cancelled")
    assert await store.outbox.counts_by_state(announcement) == {"skipped": 6}


async def test_what_a_dead_sender_left_is_taken_up(store: Store) -> None:
    announcement = await started(store)
    one, *_ = await store.outbox.claim(announcement, 1, "dead", 3)
    assert await store.outbox.begin(one, "dead")
    assert await store.outbox.recover("dead", lambda _: False) == []
    assert await store.outbox.counts_by_state(announcement) == {"claimed": 2, "pending": 3, "sending": 1}
    assert await store.outbox.recover("alive", lambda _: False) == [announcement.id]
    assert await store.outbox.counts_by_state(announcement) == {"pending": 5, "unknown": 1}


async def test_a_claim_whose_answer_was_lost_is_given_back(store: Store) -> None:
    announcement = await started(store)
    begun, *_ = await store.outbox.claim(announcement, 1, "one", 3)
    assert await store.outbox.begin(begun, "one")
    await store.outbox.release("one")
    assert await store.outbox.counts_by_state(announcement) == {"pending": 5, "sending": 1}
    await store.outbox.give_back(begun, "one")  # nothing was sent
    assert await store.outbox.counts_by_state(announcement) == {"pending": 6}


@pytest.mark.parametrize(("again", "state"), [(True, "retry"), (False, "skipped")])
async def test_the_doubtful_ones_are_settled(store: Store, again: bool, state: str) -> None:
    announcement = await started(store, Audience(types=("channels",)))
    claim, *_ = await store.outbox.claim(announcement, 1, "dead", 1)
    await store.outbox.begin(claim, "dead")
    await store.outbox.recover("alive", lambda _: False)
    assert await store.outbox.move(announcement.id, "sending", "done")
    assert await store.outbox.settle_unknown(announcement.id, "send", again)
    assert await store.outbox.counts_by_state(announcement) == {state: 1}
    found = store.outbox.get(announcement.id)
    assert found is not None and found.state == ("sending" if again else "done")


async def test_what_was_sent_is_taken_up_again(store: Store, clock: Clock) -> None:
    announcement = await started(store, Audience(types=("private",)))
    for number, claim in enumerate(await store.outbox.claim(announcement, 1, "one", 3)):
        await store.outbox.begin(claim, "one")
        await store.outbox.end(claim, "one", "sent" if number else "failed", 100 + number)
    assert await store.outbox.move(announcement.id, "sending", "cancelled")
    assert await store.outbox.follow_up(announcement.id, "delete", since=int(clock.now) - 10)
    assert not await store.outbox.follow_up(announcement.id, "delete", since=int(clock.now) - 10), "it is at work already"
    found = store.outbox.get(announcement.id)
    assert found is not None and found.action == "delete" and found.state == "sending"
    assert [claim.message_id for claim in await store.outbox.claim(found, 1, "one", 9)] == [101, 102]


async def test_to_forget_a_person_forgets_their_deliveries(store: Store) -> None:
    announcement = await started(store)
    await store.forget_person(1)
    assert 1 not in chats(store, announcement)


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MANY", 2)


async def cut_off(store: Store, work: Coroutine[Any, Any, Any], after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do some work whose writes fail after some of them, as at a crash."""
    write, left = store.driver.writer.write, [after]

    def failing(writes: Sequence[Write], durable: bool = False) -> asyncio.Future[list[Done]]:
        left[0] -= 1
        if left[0] < 0:
            raise DatabaseError("gone")
        return write(writes, durable)

    monkeypatch.setattr(store.driver.writer, "write", failing)
    with pytest.raises(DatabaseError):
        await work
    monkeypatch.setattr(store.driver.writer, "write", write)


@pytest.mark.usefixtures("small_steps")
async def test_a_start_that_a_crash_cut_off_is_gone_on_with(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    added = await store.outbox.add(CONTENT, 1, "countdown", due_at=0)
    await cut_off(store, store.outbox.start(added, Audience(), (50,), "en"), 3, monkeypatch)
    found = store.outbox.get(added)
    assert found is not None and found.state == "countdown" and 1 < len(chats(store, found)) < 7
    assert await store.outbox.start(added, Audience(), (50,), "en")
    assert chats(store, found) == {1, 2, 3, 4, -7, -8, 50}


@pytest.mark.usefixtures("small_steps")
async def test_a_start_that_is_taken_back_half_way_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    added = await store.outbox.add(CONTENT, 1, "countdown", due_at=0)
    await cut_off(store, store.outbox.start(added, Audience(), (50,), "en"), 3, monkeypatch)
    assert await store.outbox.move(added, "countdown", "review")
    found = store.outbox.get(added)
    assert found is not None and not chats(store, found)
    assert not await store.outbox.start(added, Audience(), (50,), "en") and not chats(store, found)


@pytest.mark.usefixtures("small_steps")
async def test_what_a_crash_left_of_a_cancelled_one_is_skipped_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    announcement = await started(store)
    await cut_off(store, store.outbox.move(announcement.id, "sending", "cancelled"), 2, monkeypatch)
    left = await store.outbox.counts_by_state(announcement)
    assert left["pending"] > 0 and left["skipped"] > 0
    await store.outbox.recover("another", lambda _: False)
    assert await store.outbox.counts_by_state(announcement) == {"skipped": 6}


@pytest.mark.usefixtures("small_steps")
async def test_a_recall_reaches_all_that_was_sent(store: Store) -> None:
    announcement = await started(store)
    for claim in await store.outbox.claim(announcement, 1, "one", 9):
        await store.outbox.begin(claim, "one")
        await store.outbox.end(claim, "one", "sent", 5)
    assert await store.outbox.move(announcement.id, "sending", "done")
    assert await store.outbox.follow_up(announcement.id, "delete", 0)
    found = store.outbox.get(announcement.id)
    assert found is not None and await store.outbox.counts_by_state(found) == {"pending": 6}


async def test_what_an_ended_announcement_gave_back_goes_with_the_rest(store: Store, clock: Clock) -> None:
    announcement = await started(store)
    (claim, *_) = await store.outbox.claim(announcement, 1, "one", 10)
    assert await store.outbox.move(announcement.id, "sending", "cancelled")
    await store.outbox.give_back(claim, "one")
    await store.outbox.release("one")
    await _is_purged(store, clock, announcement)


async def test_what_stays_paused_is_purged(store: Store, clock: Clock) -> None:
    announcement = await started(store)
    (claim, *_) = await store.outbox.claim(announcement, 1, "one", 1)
    assert await store.outbox.begin(claim, "one") and await store.outbox.end(claim, "one", "sent", 5)
    assert await store.outbox.move(announcement.id, "sending", "paused")
    await _is_purged(store, clock, announcement)


async def test_what_is_at_work_is_not_purged(store: Store, clock: Clock) -> None:
    announcement = await started(store)
    clock.now += DELIVERIES_SECONDS + 1
    await store.forget_old()
    assert chats(store, announcement)


async def _is_purged(store: Store, clock: Clock, announcement: Announcement) -> None:
    clock.now += DELIVERIES_SECONDS - 1
    await store.forget_old()
    assert chats(store, announcement)
    clock.now += 2
    await store.forget_old()
    assert not chats(store, announcement)
