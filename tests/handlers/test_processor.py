"""One chat's updates in order, chats side by side, floods held off with one notice, undelivered answers given again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
import pytest_asyncio
from telegram import Update
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.ext import TypeHandler

from handlers.context import Context, TyrnaApplication
from handlers.transport import processor as lanes
from handlers.transport.outcome import GatewayFailed, NoAnswer, NotSent, OutcomeUnknown
from handlers.transport.processor import GROUP_MUTED, GROUP_PER_MINUTE, IN_FLIGHT, MUTED, PER_MINUTE, WAITING, LaneProcessor
from tests.handlers.conftest import BOT, Clock, Guest


@dataclass
class Line:
    """A processor under test: updates go in, what is handled is kept in order."""

    application: TyrnaApplication
    processor: LaneProcessor
    calls: list[Any]
    begun: list[int] = field(default_factory=list)
    handled: list[int] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: Any = field(default_factory=lambda: count(1))

    def message(self, user_id: int, code: str = "en", chat: dict[str, Any] | None = None, text: str = "hello") -> Update:
        update_id = next(self._ids)
        person = {"id": user_id, "is_bot": False, "first_name": "Guest", "language_code": code}
        place = chat or {"id": user_id, "type": "private", "first_name": "Guest"}
        message = {"message_id": update_id, "date": 1_760_000_000, "chat": place, "from": person, "text": text}
        message |= {"entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]} if text.startswith("/") else {}
        update = Update.de_json({"update_id": update_id, "message": message}, self.application.bot)
        return update

    def press(self, user_id: int) -> Update:
        person = {"id": user_id, "is_bot": False, "first_name": "Guest", "language_code": "en"}
        button = {"id": "1", "from": person, "chat_instance": "1", "data": "x", "inline_message_id": "i"}
        return Update.de_json({"update_id": next(self._ids), "callback_query": button}, self.application.bot)

    def inline(self, user_id: int) -> Update:
        query = {"id": "1", "from": {"id": user_id, "is_bot": False, "first_name": "Guest"}, "query": "q", "offset": ""}
        return Update.de_json({"update_id": next(self._ids), "inline_query": query}, self.application.bot)

    async def send(self, update: Update, work: Coroutine[Any, Any, None] | None = None) -> Update:
        await self.processor.process_update(update, work or self._work(update))
        return update

    async def _work(self, update: Update) -> None:
        self.begun.append(update.update_id)
        await self.gate.wait()

    async def settle(self) -> None:
        self.gate.set()
        while self.processor.in_flight:
            await asyncio.sleep(0.001)

    def notices(self) -> list[str]:
        return [call.parameters["text"] for call in self.calls if call.method in ("sendMessage", "answerCallbackQuery")]


@pytest_asyncio.fixture
async def line(guest: Guest, clock: Clock) -> AsyncIterator[Line]:
    handled: list[int] = []
    processor = LaneProcessor(handled.append, clock)
    processor.application = guest.application
    yield Line(guest.application, processor, guest.request.calls, handled=handled)
    await processor.drain(0)


async def test_a_chat_is_in_order_and_holds_up_nobody_else(line: Line) -> None:
    first, second, other = [await line.send(line.message(user)) for user in (7, 7, 8)]
    await asyncio.sleep(0.01)
    assert line.begun == [first.update_id, other.update_id]
    await line.settle()
    assert line.begun == [first.update_id, other.update_id, second.update_id]


async def test_many_chats_keep_their_order(line: Line) -> None:
    done: dict[int, list[int]] = {}

    async def work(user: int, number: int) -> None:
        await asyncio.sleep(0.001 * (number % 3))
        done.setdefault(user, []).append(number)

    for number in range(5):
        for user in range(50):
            await line.send(line.message(user), work(user, number))
    await line.settle()
    assert done == {user: list(range(5)) for user in range(50)}


async def test_what_has_no_chat_goes_by_the_person(line: Line) -> None:
    await line.send(line.press(7))
    await line.send(line.press(7))
    await line.send(line.press(8))
    await asyncio.sleep(0.01)
    assert line.begun == [1, 3]


async def test_inline_queries_stand_in_no_chats_way(line: Line) -> None:
    await line.send(line.inline(7))
    await line.send(line.message(7))
    await asyncio.sleep(0.01)
    assert sorted(line.begun) == [1, 2]


@pytest.mark.parametrize(("code", "says"), [("kk", "жылдам жазып"), ("ru", "быстрее, чем"), ("en", "faster than")])
async def test_beyond_eight_waiting_there_is_one_notice_in_the_chats_language(line: Line, code: str, says: str) -> None:
    for _ in range(1 + WAITING + 5):
        await line.send(line.message(7, code))
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    assert len(line.notices()) == 1 and says in line.notices()[0]
    assert line.handled == [10, 11, 12, 13, 14]  # the dropped ones leave the inbox
    await line.settle()
    assert line.begun == list(range(1, 10)) and line.processor.dropped == 5


async def test_a_press_too_many_is_told_over_the_button(line: Line) -> None:
    for _ in range(1 + WAITING + 2):
        await line.send(line.press(7))
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    assert [call.method for call in line.calls if call.method != "getMe"] == ["answerCallbackQuery"]


GROUP = {"id": -100, "type": "supergroup", "title": "Group"}


async def test_talk_in_a_group_takes_no_place_and_counts_for_nobody(line: Line) -> None:
    for _ in range(2 * PER_MINUTE):
        await line.send(line.message(7, chat=GROUP))
    assert line.begun == [] and line.notices() == [] and line.processor.dropped == 0 and len(line.handled) == 2 * PER_MINUTE
    asked = await line.send(line.message(7, chat=GROUP, text="/ask"))
    await asyncio.sleep(0.01)
    assert line.begun == [asked.update_id]


async def test_a_group_that_asks_too_much_is_told_once(line: Line, clock: Clock) -> None:
    line.gate.set()
    for user in range(GROUP_PER_MINUTE + 5):
        await line.send(line.message(user, chat=GROUP, text="/ask"))
        await asyncio.sleep(0.001)
    await line.settle()
    assert len(line.begun) == GROUP_PER_MINUTE and len(line.notices()) == 1 and "too much at once for this group" in line.notices()[0]
    clock.now += GROUP_MUTED + 1
    await line.send(line.message(99, chat=GROUP, text="/ask"))
    await line.settle()
    assert len(line.begun) == GROUP_PER_MINUTE + 1


async def test_the_exempt_are_never_too_fast(line: Line, guest: Guest) -> None:
    async def is_seven(person: int) -> bool:
        return person == 7

    line.processor = LaneProcessor(line.handled.append, exempt=is_seven)
    line.processor.application = guest.application
    line.gate.set()
    for _ in range(2 * PER_MINUTE):
        await line.send(line.message(7))
        await line.send(line.message(7, chat=GROUP))
        await line.settle()
    assert len(line.begun) == 4 * PER_MINUTE and line.notices() == []


async def test_more_than_thirty_a_minute_mutes_for_five(line: Line, clock: Clock) -> None:
    line.gate.set()
    for _ in range(PER_MINUTE + 10):
        await line.send(line.message(7))
        await line.settle()
    assert len(line.begun) == PER_MINUTE
    assert len(line.notices()) == 1 and "5 minutes" in line.notices()[0]
    clock.now += MUTED - 1
    await line.send(line.message(7))
    await line.settle()
    assert len(line.begun) == PER_MINUTE
    clock.now += 2
    await line.send(line.message(7))
    await line.settle()
    assert len(line.begun) == PER_MINUTE + 1


async def test_thirty_a_minute_are_read(line: Line, clock: Clock) -> None:
    line.gate.set()
    for _ in range(3 * PER_MINUTE):
        clock.now += 2.01
        await line.send(line.message(7))
        await line.settle()
    assert len(line.begun) == 3 * PER_MINUTE and line.notices() == []


async def test_a_flood_does_not_delay_another_person(line: Line) -> None:
    for _ in range(2000):
        await line.send(line.message(7))
    other = await line.send(line.message(8))
    await asyncio.sleep(0.01)
    assert other.update_id in line.begun and line.processor.in_flight <= 2 * (2 + WAITING)


async def test_leaving_and_blocking_is_never_dropped(line: Line) -> None:
    person = {"id": 7, "is_bot": False, "first_name": "Guest"}
    change = {
        "chat": {"id": 7, "type": "private"},
        "from": person,
        "date": 1,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": "kicked", "until_date": 0},
    }
    for update_id in range(1, 2 * PER_MINUTE):
        await line.send(Update.de_json({"update_id": update_id, "my_chat_member": change}, line.application.bot))
    await line.settle()
    assert line.begun == list(range(1, 2 * PER_MINUTE))


async def test_what_is_in_memory_is_bounded(line: Line) -> None:
    async def flood() -> None:
        for user in range(2 * IN_FLIGHT):
            await line.send(line.message(user))

    sending = asyncio.create_task(flood())
    while len(line.begun) < IN_FLIGHT:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    assert not sending.done() and len(line.begun) == IN_FLIGHT
    line.gate.set()
    await sending
    await line.settle()
    assert len(line.begun) == 2 * IN_FLIGHT


async def test_a_stop_finishes_what_runs_and_leaves_what_waits(line: Line) -> None:
    first, _ = [await line.send(line.message(7)) for _ in range(2)]
    await asyncio.sleep(0)
    stopping = asyncio.create_task(line.processor.drain(5))
    await asyncio.sleep(0)
    await line.send(line.message(8))
    line.gate.set()
    assert await stopping == 0
    assert line.handled == [first.update_id] == line.begun


async def test_a_stop_breaks_off_what_takes_too_long(line: Line) -> None:
    await line.send(line.message(7))
    await asyncio.sleep(0)
    assert await line.processor.drain(0.01) == 1
    assert line.handled == []  # it is handled at the next start


@pytest.mark.parametrize(
    ("errors", "tries"),
    [
        ([NotSent("refused")] * 3, 4),
        ([NotSent("refused")] * 20, len(lanes.AGAIN) + 1),
        ([RetryAfter(0)], 2),
        ([NoAnswer()], 2),
        ([OutcomeUnknown("reset")] * 5, 2),
        ([NetworkError("Internal Server Error (500)")] * 5, 6),
        ([GatewayFailed("HTTP 502")] * 5, 6),
        ([NotSent("refused"), OutcomeUnknown("reset"), NotSent("refused")], 4),
        ([RetryAfter(100_000)], 1),
        ([TelegramError("something else")], 1),
    ],
)
async def test_an_answer_that_did_not_arrive_is_given_again(line: Line, errors: list[TelegramError], tries: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "AGAIN", (0.001,) * len(lanes.AGAIN))
    left = list(errors)
    tried = 0

    async def answer(update: Update, context: Context) -> None:
        nonlocal tried
        tried += 1
        if left:
            raise left.pop(0)

    handler = TypeHandler(Update, answer)
    for group in list(line.application.handlers):
        line.application.handlers.pop(group)
    line.application.add_handler(handler)
    update = line.message(7)
    await line.send(update, line.application.process_update(update))
    await line.settle()
    assert tried == tries and line.handled == [update.update_id]


async def test_a_stop_does_not_wait_for_another_try(line: Line) -> None:
    async def answer(update: Update, context: Context) -> None:
        raise NotSent("refused")

    line.application.handlers.clear()
    line.application.add_handler(TypeHandler(Update, answer))
    update = line.message(7)
    await line.send(update, line.application.process_update(update))
    await asyncio.sleep(0.05)
    assert await line.processor.drain(0.5) == 0
    assert line.handled == []  # it stays in the inbox
