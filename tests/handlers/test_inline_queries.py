"""Of the letters that a person types only the latest are answered, at most three times a second, and never late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import pytest
import pytest_asyncio
from telegram import Update

from handlers.transport import inline_queries
from handlers.transport.inline_queries import LATE, PER_SECOND, SIDE_BY_SIDE
from handlers.transport.processor import LaneProcessor
from tests.handlers.conftest import Clock, Guest


class Typing:
    """Letters go in; what is begun and what is done with is kept."""

    def __init__(self, guest: Guest, clock: Clock) -> None:
        self.guest = guest
        self.begun: list[str] = []
        self.handled: list[int] = []
        self.processor = LaneProcessor(self.handled.append, clock)
        self.gate = asyncio.Event()
        self._ids = count(1)

    async def type(self, text: str, person: int = 7) -> int:
        update_id = next(self._ids)
        query = {"id": str(update_id), "from": {"id": person, "is_bot": False, "first_name": "G"}, "query": text, "offset": ""}
        update = Update.de_json({"update_id": update_id, "inline_query": query}, self.guest.application.bot)
        await self.processor.process_update(update, self._work(text))
        return update_id

    async def _work(self, text: str) -> None:
        self.begun.append(text)
        await self.gate.wait()

    async def turn(self) -> None:
        """Let the loop look at everything a few times."""
        for _ in range(20):
            await asyncio.sleep(0)

    @property
    def empty_lists(self) -> list[Any]:
        calls = [call.parameters for call in self.guest.request.calls if call.method == "answerInlineQuery"]
        return [call["inline_query_id"] for call in calls if not call["results"]]


@pytest_asyncio.fixture
async def typing(guest: Guest, clock: Clock) -> AsyncIterator[Typing]:
    line = Typing(guest, clock)
    yield line
    await line.processor.drain(0)


async def test_the_latest_query_of_a_person_wins(typing: Typing) -> None:
    await typing.type("q")
    await typing.turn()
    for text in ("qa", "qai", "qait"):
        await typing.type(text)
        await typing.turn()
    typing.gate.set()
    await typing.turn()
    assert typing.begun == ["q", "qait"]
    assert typing.processor.inline.overtaken == 2 and sorted(typing.handled) == [1, 2, 3, 4]


async def test_no_more_than_three_a_second(typing: Typing, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def wait_for(work: Any, seconds: float) -> Any:
        if seconds != inline_queries.LONGEST:
            pauses.append(seconds)
            clock.now += seconds
        return await original(work, seconds if seconds == inline_queries.LONGEST else 0)

    original = asyncio.wait_for
    monkeypatch.setattr(asyncio, "wait_for", wait_for)
    typing.gate.set()
    for text in ("q", "qa", "qai", "qait"):
        await typing.type(text)
        await typing.turn()
    assert typing.begun == ["q", "qa", "qai", "qait"]
    assert pauses == [0, 0, 0, 1] and PER_SECOND == 3


async def test_people_do_not_wait_for_each_other(typing: Typing) -> None:
    for person in range(1, SIDE_BY_SIDE + 3):
        await typing.type(f"of {person}", person)
    await typing.turn()
    assert len(typing.begun) == SIDE_BY_SIDE
    typing.gate.set()
    await typing.turn()
    assert len(typing.begun) == SIDE_BY_SIDE + 2


async def test_an_empty_list_rather_than_a_late_answer(typing: Typing, clock: Clock) -> None:
    for person in range(1, SIDE_BY_SIDE + 1):
        await typing.type("q", person)
    await typing.turn()
    late = await typing.type("too late", 100)
    clock.now += LATE + 0.1
    typing.gate.set()
    await typing.turn()
    assert typing.empty_lists == [str(late)] and "too late" not in typing.begun
    assert late in typing.handled and typing.processor.inline.late == 1


async def test_work_that_takes_too_long_gives_an_empty_list(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline_queries, "LONGEST", 0.01)
    slow = await typing.type("slow")
    await asyncio.sleep(0.05)
    assert typing.empty_lists == [str(slow)] and typing.handled == [slow]


async def test_at_the_end_what_waits_stays_in_the_inbox(typing: Typing) -> None:
    await typing.type("q")
    await typing.turn()
    await typing.type("qa")
    await typing.processor.drain(0)
    assert typing.begun == ["q"] and typing.handled == [] and typing.processor.in_flight == 0
