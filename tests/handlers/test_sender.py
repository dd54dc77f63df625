"""The sender: every outcome of a call, pauses, and a death at every single await. Nobody is missed, nobody gets it twice."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.request import BaseRequest, RequestData

from handlers.announcements.content import Body, Content, UnknownPolicy
from handlers.announcements.pace import Pace
from handlers.announcements.sender import TRIED, Sender, Timing
from handlers.announcements.topics import keyboard
from handlers.state import Store
from handlers.state.outbox import Action, Announcement, Audience, Claim, Outbox
from handlers.transport.outcome import NoAnswer, NotSent
from tests.flaky import fails_once
from tests.handlers.conftest import Clock

AUDIENCE = range(101, 107)


class Killed(BaseException):
    """The process is dead: nothing of it goes on."""


@dataclass
class Fuse:
    """Counts the awaits of the send loop, and kills at one of them."""

    at: int | None = None
    passed: int = 0

    def step(self) -> None:
        self.passed += 1
        if self.at is not None and self.passed >= self.at:
            raise Killed


@dataclass
class Server(BaseRequest):
    """What Telegram's server did: `got` is what each chat has on its screen. `refuse` gives the answer to a chat instead."""

    fuse: Fuse
    got: list[tuple[int, str]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    refuse: dict[int, list[Any]] = field(default_factory=dict)
    _ids: Any = field(default_factory=lambda: count(1))

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        if name == "getMe":
            return _ok({"id": 99, "is_bot": True, "first_name": "T", "username": "t"})
        assert request_data is not None
        chat_id = int(str(request_data.parameters["chat_id"]))
        self.fuse.step()  # the request is on its way
        if answers := self.refuse.get(chat_id):
            answer = answers.pop(0)
            if isinstance(answer, Exception):
                if isinstance(answer, NoAnswer):
                    self.got.append((chat_id, str(request_data.parameters.get("text"))))
                raise answer
            return answer["error_code"], json.dumps({"ok": False, **answer}).encode()
        self.methods.append(name)
        if name == "sendMessage":
            self.got.append((chat_id, str(request_data.parameters["text"])))
        self.fuse.step()  # Telegram has done it, and its answer is on its way
        message = {"message_id": next(self._ids), "date": 1, "chat": {"id": chat_id, "type": "private"}, "text": "…"}
        return _ok(True if name == "deleteMessage" else message)


def _ok(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()


def error(code: int, description: str, **parameters: Any) -> dict[str, Any]:
    return {"error_code": code, "description": description, "parameters": parameters}


class Mortal:
    """An outbox whose every await can be the last: before the write, and after it when nobody hears of it any more."""

    def __init__(self, outbox: Outbox, fuse: Fuse) -> None:
        self._outbox = outbox
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._outbox, name)
        if not asyncio.iscoroutinefunction(found):
            return found

        async def mortal(*args: Any, **kwargs: Any) -> Any:
            self._fuse.step()
            result = await found(*args, **kwargs)
            self._fuse.step()
            return result

        return mortal


@dataclass
class Press:
    """A bot that announces; `run` runs it until nothing is left to do, or until it is killed."""

    store: Store
    clock: Clock
    server: Server
    told: list[str] = field(default_factory=list)
    staff: list[int] = field(default_factory=list)
    doctor: Callable[[Outbox], Any] = lambda outbox: outbox

    async def announce(self, unknown: UnknownPolicy = "ask", **content: Any) -> int:
        bodies = {"kk": Body(text="Сәлем"), "ru": Body(text="Привет"), "en": Body(text="Hello")}
        made = Content(**({"bodies": bodies, "unknown": unknown} | content))
        return await self.store.outbox.add(made.model_dump_json(), 1, "countdown", due_at=0)

    async def run(self, fuse: Fuse | None = None, seconds: float = 5.0) -> bool:
        """Whether it lived to the end. A death ends every task at once, as SIGKILL does."""
        self.server.fuse = fuse or Fuse()
        bot = Bot("99:test", request=self.server, get_updates_request=self.server)
        outbox = Mortal(self.doctor(self.store.outbox), self.server.fuse)

        async def staff() -> list[int]:
            return self.staff

        async def tell(announcement: Announcement, event: str) -> None:
            self.told.append(event)

        sender = Sender(bot, outbox, Pace(10_000), Timing(0, 0), "en", keyboard, staff, tell, self.store.migrate_chat, self.clock)  # type: ignore[arg-type]
        running = asyncio.create_task(sender.run())
        try:
            async with asyncio.timeout(seconds):
                while not running.done() and not any(task.done() and task.exception() for task in sender._flying) and not self._idle():
                    if self.server.fuse.at is not None and self.server.fuse.passed >= self.server.fuse.at:
                        break
                    await asyncio.sleep(0)
        finally:
            died = self.server.fuse.at is not None and self.server.fuse.passed >= self.server.fuse.at
            if not died:
                await sender.stop()
                await asyncio.wait([running], timeout=seconds)
            for task in (running, *sender._flying):
                task.cancel()
            await asyncio.gather(running, *sender._flying, return_exceptions=True)
            # What the dead process had handed to its writer is committed or not by now; this comes after it.
            await self.store.outbox.block(0)
        return not died

    def _idle(self) -> bool:
        return not any(row.state in ("scheduled", "countdown", "sending") for row in self.store.outbox.newest())

    def states(self, announcement_id: int) -> dict[str, int]:
        sql = "SELECT state, count(*) FROM deliveries WHERE announcement_id = :id AND action = (SELECT action FROM announcements WHERE id = :id) GROUP BY state"
        return dict(self.store.driver.reader.execute(sql, {"id": announcement_id}).fetchall())

    def state(self, announcement_id: int) -> str:
        found = self.store.outbox.get(announcement_id)
        assert found is not None
        return found.state


@pytest_asyncio.fixture
async def press(tmp_path: Path, clock: Clock) -> AsyncIterator[Press]:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    for user_id in AUDIENCE:
        await store.set_subscription(user_id, "private", "subscribed")
    yield Press(store, clock, Server(Fuse()))
    await store.close()


async def test_everybody_gets_it_once_in_their_language(press: Press) -> None:
    await press.store.set_language(101, "kk")
    await press.store.set_language(102, "ru")
    added = await press.announce()
    await press.run()
    assert press.states(added) == {"sent": 6} and press.state(added) == "done"
    assert Counter(press.server.got) == Counter([(101, "Сәлем"), (102, "Привет"), *((chat, "Hello") for chat in range(103, 107))])
    assert press.told == ["started", "ended"]


async def test_a_language_left_out_gets_the_fallback(press: Press) -> None:
    await press.store.set_language(101, "kk")
    await press.announce(bodies={"ru": Body(text="Привет")}, fallback="ru")
    await press.run()
    assert {said for _, said in press.server.got} == {"Привет"}


@pytest.mark.parametrize("policy", ["skip", "ask", "resend"])
async def test_a_death_at_every_await(tmp_path: Path, clock: Clock, policy: UnknownPolicy) -> None:
    """Under `skip` and `ask` nobody is missed and nobody gets it twice, but those who are listed as unknown; under `resend` nobody is missed."""
    deaths = 0
    for at in count(1):
        store = await Store.open(tmp_path / f"{at}.sqlite", clock)
        for user_id in AUDIENCE:
            await store.set_subscription(user_id, "private", "subscribed")
        press = Press(store, clock, Server(Fuse()))
        added = await press.announce(policy)
        lived = await press.run(Fuse(at))
        in_flight = press.states(added).get("sending", 0)
        await press.run()
        times = Counter(chat for chat, _ in press.server.got)
        announcement = store.outbox.get(added)
        assert announcement is not None and announcement.state == "done", (at, announcement)
        unknown = {row[0] for row in store.driver.reader.execute("SELECT chat_id FROM deliveries WHERE state = 'unknown'")}
        if policy == "resend":
            assert set(times) == set(AUDIENCE) and not unknown, (at, times)
            assert sum(times.values()) - len(AUDIENCE) <= in_flight, (at, times)
        else:
            assert set(times) | unknown == set(AUDIENCE) and max(times.values(), default=1) == 1, (at, times, unknown)
            assert len(unknown) <= in_flight, (at, unknown)
            assert set(press.states(added)) <= {"sent", "unknown"}
        await store.close()
        if lived:
            break
        deaths += 1
    assert deaths > 6 * len(AUDIENCE), "two awaits of the write-ahead, two of the call, two of its end, for each chat"


async def test_without_the_write_ahead_a_death_doubles(tmp_path: Path, clock: Clock) -> None:
    """The guard of the test above: sent first and written down after, somebody gets it twice."""

    class NoWriteAhead(Mortal):
        async def begin(self, claim: Claim, owner: str) -> bool:
            return True

    doubled = 0
    for at in range(1, 60):
        store = await Store.open(tmp_path / f"{at}.sqlite", clock)
        for user_id in AUDIENCE:
            await store.set_subscription(user_id, "private", "subscribed")
        press = Press(store, clock, Server(Fuse()), doctor=lambda outbox: NoWriteAhead(outbox, Fuse()))
        await press.announce("ask")
        await press.run(Fuse(at))
        await press.run()
        doubled += max(Counter(chat for chat, _ in press.server.got).values()) > 1
        await store.close()
    assert doubled


BLOCKED = error(403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize(
    ("answers", "states"),
    [
        ([BLOCKED], {"sent": 5, "blocked": 1}),
        ([error(403, "Forbidden: user is deactivated")], {"sent": 5, "blocked": 1}),
        ([error(400, "Bad Request: chat not found")], {"sent": 5, "blocked": 1}),
        ([error(400, "Bad Request: not enough rights to send text messages to the chat")], {"sent": 5, "blocked": 1}),
        ([error(400, "Bad Request: need administrator rights in the channel chat")], {"sent": 5, "blocked": 1}),
        ([error(400, "Bad Request: not enough rights to send photos to the chat")], {"sent": 5, "skipped": 1}),
        ([error(400, "Bad Request: message is too long")], {"sent": 5, "failed": 1}),
        ([NoAnswer("No answer in time")], {"sent": 5, "unknown": 1}),
        ([error(500, "Internal Server Error")], {"sent": 5, "unknown": 1}),
    ],
)
async def test_each_outcome_is_written_down(press: Press, answers: list[Any], states: dict[str, int]) -> None:
    press.server.refuse[103] = answers
    added = await press.announce()
    await press.run()
    assert press.states(added) == states
    assert max(Counter(chat for chat, _ in press.server.got).values()) == 1


async def test_who_blocked_is_left_alone_until_they_write(press: Press) -> None:
    press.server.refuse[103] = [BLOCKED]
    await press.announce()
    await press.run()
    again = await press.announce()
    await press.run()
    assert press.states(again) == {"sent": 5}
    press.store.see_chat(103, "private")
    third = await press.announce()
    await press.run()
    assert press.states(third) == {"sent": 6}


async def test_a_group_that_takes_text_only_gets_the_next_text(press: Press) -> None:
    await press.store.set_subscription(-5, "group", "subscribed")
    press.server.refuse[-5] = [error(400, "Bad Request: not enough rights to send photos to the chat")]
    await press.announce()
    await press.run()
    again = await press.announce()
    await press.run()
    assert press.states(again) == {"sent": 7}


async def test_an_unsubscription_counts_until_the_last_moment(press: Press) -> None:
    added = await press.announce()
    announcement = press.store.outbox.get(added)
    assert announcement is not None and await press.store.outbox.start(added, Audience(), (), "en")
    await press.store.set_subscription(104, "private", "unsubscribed")
    await press.run()
    assert press.states(added) == {"sent": 5, "skipped": 1}


@pytest.mark.parametrize("answer", [NotSent("Not connected"), error(429, "Too Many Requests: retry after 1", retry_after=1)])
async def test_what_surely_was_not_sent_is_tried_again(press: Press, answer: Any) -> None:
    press.server.refuse[103] = [answer]
    added = await press.announce()
    running = asyncio.create_task(press.run(seconds=20))
    while not running.done():
        await asyncio.sleep(0.01)
        press.clock.now += 1
    assert press.states(added) == {"sent": 6}


async def test_a_migrated_group_gets_it_under_its_new_id(press: Press) -> None:
    await press.store.set_subscription(-5, "group", "subscribed")
    press.server.refuse[-5] = [error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)]
    added = await press.announce()
    await press.run()
    assert press.states(added) == {"sent": 7} and (-1005, "Hello") in press.server.got


@pytest.mark.parametrize("heard", ["before", "by the refusal"])
@pytest.mark.parametrize(("action", "method"), [("delete", "deleteMessage"), ("edit", "editMessageText")])
async def test_what_a_group_got_before_it_moved_is_changed_nowhere_else(press: Press, action: Action, method: str, heard: str) -> None:
    """In the new chat the number of the message is another one's."""
    await press.store.set_subscription(-5, "group", "subscribed")
    added = await press.announce()
    await press.run()
    if heard == "before":
        await press.store.migrate_chat(-5, -1005)
    press.server.refuse[-5] = [error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)] * 3
    assert await press.store.outbox.follow_up(added, action, since=0)
    await press.run()
    assert press.server.methods.count(method) == 6 and press.states(added) == {"sent": 6, "skipped": 1} and press.state(added) == "done"


@pytest.mark.parametrize("refusal", ["not enough rights to send text messages to the chat", "need administrator rights in the channel chat"])
async def test_chats_that_take_nothing_pause_nothing(press: Press, refusal: str) -> None:
    for chat_id in range(-200 - 2 * TRIED, -200):
        await press.store.set_subscription(chat_id, "channel", "subscribed")
        press.server.refuse[chat_id] = [error(400, f"Bad Request: {refusal}")]
    added = await press.announce()
    await press.run()
    assert press.states(added) == {"sent": 6, "blocked": 2 * TRIED} and press.state(added) == "done"


async def test_too_many_failures_pause_and_tell_staff(press: Press) -> None:
    for user_id in range(200, 200 + 10 * TRIED):
        await press.store.set_subscription(user_id, "private", "subscribed")
        press.server.refuse[user_id] = [error(400, "Bad Request: message is too long")]
    added = await press.announce()
    await press.run()
    assert press.state(added) == "paused" and press.told == ["started", "paused"]
    assert press.states(added)["pending"] > 0


async def test_what_is_past_its_time_expires(press: Press) -> None:
    content = Content(bodies={"en": Body(text="Hello")})
    added = await press.store.outbox.add(content.model_dump_json(), 1, "scheduled", due_at=int(press.clock.now) - 5, expires_at=int(press.clock.now) - 1)
    await press.run()
    assert press.state(added) == "expired" and press.server.got == [] and press.told == ["expired"]


async def test_what_came_due_meanwhile_is_sent(press: Press) -> None:
    content = Content(bodies={"en": Body(text="Hello")})
    added = await press.store.outbox.add(content.model_dump_json(), 1, "scheduled", due_at=int(press.clock.now) - 3600)
    await press.run()
    assert press.states(added) == {"sent": 6}


async def test_staff_get_it_first(press: Press) -> None:
    press.staff = [106, 500]
    await press.announce()
    await press.run()
    assert {chat for chat, _ in press.server.got[:2]} == {106, 500} and len(press.server.got) == 7


async def test_a_recall_deletes_what_was_sent(press: Press) -> None:
    added = await press.announce()
    await press.run()
    assert await press.store.outbox.follow_up(added, "delete", since=0)
    await press.run()
    assert press.server.methods.count("deleteMessage") == 6 and press.states(added) == {"sent": 6} and press.state(added) == "done"


async def test_a_locked_database_sends_nothing_unwritten(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    added = await press.announce()
    locked = 3

    class Locked(Mortal):
        async def begin(self, claim: Claim, owner: str) -> bool:
            nonlocal locked
            if locked:
                locked -= 1
                raise sqlite3.OperationalError("database is locked")
            return await press.store.outbox.begin(claim, owner)

    monkeypatch.setattr("handlers.announcements.sender.DATABASE_PAUSE", 0.01)
    press.doctor = lambda outbox: Locked(outbox, Fuse())
    await press.run()
    assert press.states(added) == {"sent": 6} and max(Counter(chat for chat, _ in press.server.got).values()) == 1


async def test_a_read_that_fails_once_leaves_nobody_out(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the claim, when nothing was sent yet: the same sender gives it back and goes on."""
    monkeypatch.setattr("handlers.announcements.sender.DATABASE_PAUSE", 0.01)
    failed = fails_once(monkeypatch, Outbox, "wants", 103)
    added = await press.announce()
    await press.run()
    assert failed and press.states(added) == {"sent": 6} and press.state(added) == "done"
    assert max(Counter(chat for chat, _ in press.server.got).values()) == 1


async def test_what_cannot_be_made_fails_and_holds_up_nobody(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sender, "_unwanted", lambda self, claim, content: {}[claim.chat_id] if claim.chat_id == 103 else "")
    added = await press.announce()
    await press.run()
    assert press.states(added) == {"sent": 5, "failed": 1} and press.state(added) == "done"


async def test_an_answer_that_cannot_be_read_leaves_it_in_doubt(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Server.do_request

    async def odd(self: Server, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        found = await answer(self, url, method, request_data, *args, **kwargs)
        return _ok(True) if request_data and request_data.parameters.get("chat_id") == 103 else found

    monkeypatch.setattr(Server, "do_request", odd)
    added = await press.announce()
    await press.run()
    assert press.states(added) == {"sent": 5, "unknown": 1} and press.state(added) == "done"
    assert max(Counter(chat for chat, _ in press.server.got).values()) == 1


async def test_a_fault_while_others_are_in_flight_sends_nobody_twice(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was claimed may be given back only when nobody in flight has it: claimed twice, one of the two would give the other's back."""

    class Faulty(Mortal):
        claims = 0

        async def claim(self, *args: Any) -> list[Claim]:
            self.claims += 1
            if self.claims == 2:
                raise sqlite3.OperationalError("canceling statement due to statement timeout")
            return await press.store.outbox.claim(*args)

        async def begin(self, claim: Claim, owner: str) -> bool:
            await asyncio.sleep(0.1)
            return await press.store.outbox.begin(claim, owner)

        async def end(self, *args: Any) -> bool:
            await asyncio.sleep(0.3)
            return await press.store.outbox.end(*args)

    monkeypatch.setattr("handlers.announcements.sender.DATABASE_PAUSE", 0.01)
    monkeypatch.setattr("handlers.announcements.sender.CHAT_SECONDS", 0.0)
    press.doctor = lambda outbox: Faulty(outbox, Fuse())
    added = await press.announce()
    await press.run()
    assert Counter(chat for chat, _ in press.server.got) == Counter(AUDIENCE) and press.states(added) == {"sent": 6}


@dataclass
class Working:
    """A sender that runs beside the test, until the block ends."""

    press: Press
    pace: Pace
    timing: Timing = field(default_factory=lambda: Timing(0, 0))

    async def __aenter__(self) -> Sender:
        bot = Bot("99:test", request=self.press.server, get_updates_request=self.press.server)

        async def staff() -> list[int]:
            return self.press.staff

        async def tell(announcement: Announcement, event: str) -> None:
            self.press.told.append(event)

        store = self.press.store
        self.sender = Sender(bot, store.outbox, self.pace, self.timing, "en", keyboard, staff, tell, store.migrate_chat, self.press.clock)
        self.running = asyncio.create_task(self.sender.run())
        return self.sender

    async def __aexit__(self, *exception: object) -> None:
        await self.sender.stop()
        self.pace.hold(0)
        await asyncio.wait([self.running], timeout=5)
        self.running.cancel()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_recall_overtakes_what_waits_for_its_turn(press: Press) -> None:
    """Claimed before Cancel, held by a 429, and still waiting when the recall begins: it must not be sent any more."""
    added = await press.announce()
    press.server.refuse[102] = [error(429, "Too Many Requests: retry after 1", retry_after=1)]
    pace = Pace(50)
    async with Working(press, pace):
        await until(lambda: pace.pause > 0 and press.states(added).get("sending", 0) == 0)
        sent = len(press.server.got)
        assert await press.store.outbox.move(added, "sending", "cancelled")
        assert await press.store.outbox.follow_up(added, "delete", 0)
        await until(lambda: press.state(added) == "done")
        await asyncio.sleep(0.1)
    assert len(press.server.got) == sent and press.server.methods.count("deleteMessage") == sent


async def test_a_recall_waits_for_what_is_on_its_way(press: Press) -> None:
    added = await press.announce()
    announcement = press.store.outbox.get(added)
    assert announcement is not None and await press.store.outbox.start(added, Audience(), (), "en")
    started = press.store.outbox.get(added)
    assert started is not None
    claim, *_ = await press.store.outbox.claim(started, 1, "one", 1)
    assert await press.store.outbox.begin(claim, "one") and await press.store.outbox.move(added, "sending", "cancelled")
    assert not await press.store.outbox.follow_up(added, "delete", 0)
    await press.store.outbox.end(claim, "one", "sent", 5)
    assert await press.store.outbox.follow_up(added, "delete", 0)


async def test_what_changed_while_another_one_was_sent_is_read_again(press: Press) -> None:
    first, second = await press.announce(), await press.announce()
    outbox = press.store.outbox
    assert await outbox.start(first, Audience(), (), "en") and await outbox.start(second, Audience(), (), "en")
    found = outbox.get(second)
    assert found is not None
    for claim in await outbox.claim(found, 1, "earlier", 6):
        await outbox.begin(claim, "earlier")
        await outbox.end(claim, "earlier", "sent", claim.chat_id)
    pace = Pace(1000)
    pace.hold(0.5)
    async with Working(press, pace):
        await asyncio.sleep(0.1)
        assert await outbox.move(second, "sending", "cancelled") and await outbox.follow_up(second, "delete", 0)
        await until(lambda: press.state(second) == "done" and press.state(first) == "done")
    assert press.server.methods.count("deleteMessage") == 6 and press.states(second) == {"sent": 6}


async def test_a_group_that_is_known_under_both_ids_ends(press: Press) -> None:
    await press.store.set_subscription(-5, "group", "subscribed")
    await press.store.set_subscription(-1005, "supergroup", "subscribed")
    press.server.refuse[-5] = [error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)] * 9
    added = await press.announce()
    await press.run()
    assert press.state(added) == "done" and press.states(added) == {"sent": 7, "skipped": 1}
    assert [chat for chat, _ in press.server.got].count(-1005) == 1


async def test_a_recall_has_no_lead_of_staff(press: Press) -> None:
    press.staff = [101]
    added = await press.announce()
    await press.run()
    assert await press.store.outbox.follow_up(added, "delete", 0)
    async with Working(press, Pace(1000), Timing(0, 3600)):
        await until(lambda: press.state(added) == "done")
    assert press.server.methods.count("deleteMessage") == 6


async def test_an_outage_loses_nobody_however_long_it_is(press: Press) -> None:
    press.server.refuse[103] = [NotSent("Not connected")] * 24
    added = await press.announce()
    pace = Pace(1000)
    pace.hold = lambda seconds: None  # type: ignore[method-assign]
    async with Working(press, pace):
        async with asyncio.timeout(20):
            while press.state(added) != "done":
                await asyncio.sleep(0.005)
                press.clock.now += 70
    assert press.states(added) == {"sent": 6}


async def test_a_crash_in_a_recall_leaves_nothing_undeleted(press: Press) -> None:
    added = await press.announce("skip")
    await press.run()
    assert await press.store.outbox.follow_up(added, "delete", 0)
    found = press.store.outbox.get(added)
    assert found is not None
    for claim in await press.store.outbox.claim(found, 1, "dead", 3):
        await press.store.outbox.begin(claim, "dead")
    await press.run()
    assert press.states(added) == {"sent": 6} and press.server.methods.count("deleteMessage") == 6


async def test_one_bad_value_does_not_stop_the_writer(press: Press) -> None:
    with pytest.raises(sqlite3.Error):
        await press.store.outbox.add("{}", 1, due_at=10**20)
    assert await press.store.outbox.add("{}", 1)
