"""getUpdates waits, confirms, filters, and does not suffer a second one."""

from __future__ import annotations

import asyncio

from tests.emulator import Emulator
from tests.emulator.conftest import Bot


async def test_updates_come_again_until_an_offset_confirms_them(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    for text in ("a", "b", "c"):
        guest.write(text)
    first = await bot("getUpdates", limit=2)
    assert [u["message"]["text"] for u in first] == ["a", "b"]
    assert await bot("getUpdates", limit=2) == first
    left = await bot("getUpdates", offset=first[-1]["update_id"] + 1)
    assert [u["message"]["text"] for u in left] == ["c"]
    assert (await bot("getWebhookInfo"))["pending_update_count"] == 1


async def test_a_negative_offset_keeps_only_the_last(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    for text in ("a", "b", "c"):
        guest.write(text)
    assert [u["message"]["text"] for u in await bot("getUpdates", offset=-1)] == ["c"]
    assert len(await bot("getUpdates")) == 1


async def test_it_waits_for_the_next_update(emulator: Emulator, bot: Bot) -> None:
    waiting = asyncio.create_task(bot("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    emulator.person().write("now")
    assert [u["message"]["text"] for u in await asyncio.wait_for(waiting, 1)] == ["now"]


async def test_it_waits_no_longer_than_its_timeout(bot: Bot) -> None:
    started = asyncio.get_running_loop().time()
    assert await bot("getUpdates", timeout=1) == []
    assert 0.9 < asyncio.get_running_loop().time() - started < 4


async def test_a_second_one_ends_the_first(emulator: Emulator, bot: Bot) -> None:
    first, second = Bot(emulator, bot.session), Bot(emulator, bot.session)
    waiting = asyncio.create_task(first.refused("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    other = asyncio.create_task(second("getUpdates", timeout=5))
    assert (await asyncio.wait_for(waiting, 1)).startswith("Conflict: terminated by other getUpdates request")
    assert first.answer["status"] == 409
    emulator.person().write("x")
    assert len(await other) == 1


async def test_set_webhook_ends_it(emulator: Emulator, bot: Bot) -> None:
    first = Bot(emulator, bot.session)
    waiting = asyncio.create_task(first.refused("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    await bot("setWebhook", url="https://e.kz/")
    assert await asyncio.wait_for(waiting, 1) == "Conflict: terminated by setWebhook request"


async def test_allowed_updates_are_remembered(emulator: Emulator, bot: Bot) -> None:
    guest = emulator.person()
    assert await bot("getUpdates", allowed_updates=["edited_message", "inline_query"]) == []
    guest.edit(guest.write("a"), "b")
    guest.inline_query("x")
    assert [set(u) - {"update_id"} for u in await bot("getUpdates")] == [{"edited_message"}, {"inline_query"}]
    await bot("getUpdates", allowed_updates=[])
    guest.write("c")
    assert "message" in (await bot("getUpdates"))[-1]
