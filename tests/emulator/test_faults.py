"""Each fault strikes as asked, where asked, so often as asked; and the record tells."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from tests.emulator import Emulator, Person, Rate, Rates
from tests.emulator.conftest import Bot
from tests.emulator.floods import Floods


@pytest_asyncio.fixture
async def guest(emulator: Emulator) -> AsyncIterator[Person]:
    person = emulator.person("Guest")
    person.write("/start")
    yield person


async def test_500_and_429_have_telegrams_envelope(emulator: Emulator, guest: Person, bot: Bot) -> None:
    emulator.fault("500", "sendMessage")
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x") == "Internal Server Error"
    emulator.fault("429", retry_after=7)
    assert await bot.refused("sendMessage", chat_id=guest.id, text="x") == "Too Many Requests: retry after 7"
    assert bot.answer["parameters"] == {"retry_after": 7} and bot.answer["headers"]["Retry-After"] == "7"
    await guest.sees_nothing(0.01)
    assert await bot("sendMessage", chat_id=guest.id, text="x"), "the faults are spent"


async def test_502_has_a_page_instead(emulator: Emulator, guest: Person, bot: Bot) -> None:
    emulator.fault("502", "sendMessage")
    async with bot.session.post(f"{emulator.url}{emulator.token}/sendMessage", json={"chat_id": guest.id, "text": "x"}) as response:
        assert response.status == 502 and "<html>" in await response.text()
    await guest.sees_nothing(0.01)


async def test_timeout_never_answers_and_does_nothing(emulator: Emulator, guest: Person, bot: Bot) -> None:
    emulator.fault("timeout", "sendMessage")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot("sendMessage", chat_id=guest.id, text="x"), 0.2)
    await guest.sees_nothing(0.01)


async def test_reset_breaks_the_connection_and_does_nothing(emulator: Emulator, guest: Person, bot: Bot) -> None:
    emulator.fault("reset", "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=guest.id, text="x")
    await guest.sees_nothing(0.01)
    assert [(call.fault, call.status) for call in emulator.called("sendMessage")] == [("reset", 0)]


async def test_lost_does_it_but_the_answer_is_lost(emulator: Emulator, guest: Person, bot: Bot) -> None:
    emulator.fault("lost", "sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=guest.id, text="x")
    assert (await guest.next_message(0.1)).text == "x"
    [call] = emulator.called("sendMessage")
    assert (call.fault, call.status, call.result["text"]) == ("lost", 0, "x")


async def test_a_fault_strikes_only_its_method_chat_and_count(emulator: Emulator, guest: Person, bot: Bot) -> None:
    other = emulator.person("Other")
    other.write("/start")
    emulator.fault("500", "sendmessage", guest.id, times=2, skip=1)
    sent = [bool(await bot("sendMessage", chat_id=chat, text="x")) for chat in (guest.id, other.id, guest.id, guest.id, guest.id)]
    assert sent == [True, True, False, False, True]
    emulator.fault("500")
    assert await bot("getUpdates"), "a fault of no method spares getUpdates"
    assert not await bot("getMe")


async def test_every_call_is_recorded(emulator: Emulator, guest: Person, bot: Bot) -> None:
    await bot("sendmessage", chat_id=guest.id, text="x")
    await bot("sendMessage", chat_id=guest.id, text="")
    well, refused = emulator.called("sendMessage")
    assert (well.method, well.parameters, well.status, well.result["text"]) == ("sendMessage", {"chat_id": guest.id, "text": "x"}, 200, "x")
    assert (refused.status, refused.error, refused.result) == (400, "Bad Request: message text is empty", None)
    assert abs(well.at - emulator.now()) < 5


# ---------------------------------------------------------------- rate limits


def test_buckets_fill_with_time() -> None:
    now = 0.0
    floods = Floods(Rates(overall=Rate(30, 1, 30), chat=Rate(1, 1, 3), group=Rate(20, 60, 20)), lambda: now)
    assert [floods.take(1, False) for _ in range(5)] == [0, 0, 0, 1, 1]
    now = 1.0
    assert [floods.take(1, False) for _ in range(2)] == [0, 1]
    now = 3.0
    assert [floods.take(chat, False) for chat in range(10, 41)].count(0) == 30, "30 a second to all"
    sent = 0
    for second in range(60):
        now = 100.0 + second
        sent += not floods.take(-1, True)
    assert 38 <= sent <= 40, "20 at once, and 20 a minute to a group"


def test_limits_can_be_off() -> None:
    floods = Floods(Rates(None, None, None), lambda: 0.0)
    assert not any(floods.take(1, True) for _ in range(1000))


async def test_too_many_messages_are_refused() -> None:
    async with Emulator(rates=Rates()) as emulator, aiohttp.ClientSession() as session:
        bot, guest = Bot(emulator, session), emulator.person()
        guest.write("/start")
        sent = [await bot("sendMessage", chat_id=guest.id, text="x") is not None for _ in range(5)]
        assert sent == [True, True, True, False, False]
        assert bot.answer["parameters"] == {"retry_after": 1} and bot.answer["status"] == 429
        emulator.advance(1)
        assert await bot("sendMessage", chat_id=guest.id, text="x")
