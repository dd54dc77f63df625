"""What breaks the Bot API's contract is found, in requests, results and updates; and then the fixture's check fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.emulator import Emulator, Person, contract
from tests.emulator.conftest import Bot, emulator_for_test


@pytest_asyncio.fixture
async def guest(breached: Emulator) -> Person:
    person = breached.person("Guest")
    person.write("/start")
    return person


@pytest_asyncio.fixture
async def breached() -> AsyncIterator[Emulator]:
    """An emulator whose contract the test has to break."""
    async with Emulator() as running:
        yield running
    assert running.violations, "nothing was found"


@pytest_asyncio.fixture
async def bot(breached: Emulator) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(breached, session)


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"txt": "x"}, "SendMessage: unknown 'txt'"),
        ({"link_preview_options": {"is_disabled": True, "off": 1}}, "unknown 'off'"),
        ({"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x", "colour": "red"}]]}}, "unknown 'colour'"),
        ({"reply_parameters": {"message_id": 1, "depth": 2}}, "unknown 'depth'"),
        ({"message_thread_id": "first"}, "message_thread_id"),
        ({"disable_notification": "perhaps"}, "disable_notification"),
        ({"reply_markup": {"inline_keyboard": [{"text": "x"}]}}, "reply_markup"),
    ],
)
async def test_parameters_that_the_method_does_not_have(breached: Emulator, guest: Person, bot: Bot, parameters: dict[str, Any], found: str) -> None:
    assert "contract" in await bot.refused("sendMessage", chat_id=guest.id, text="x", **parameters)
    assert any(found.lower() in violation.lower() for violation in breached.violations), breached.violations
    await guest.sees_nothing(0.01)


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "Bad Request: message text is empty"),
        ("deleteMessage", {"chat_id": 1}, 'Bad Request: parameter "message_id" is required'),
    ],
)
async def test_parameters_that_are_missing(breached: Emulator, bot: Bot, method: str, parameters: dict[str, Any], description: str) -> None:
    assert await bot.refused(method, **parameters) == description


async def test_a_keyboard_of_another_kind_than_edits_take(guest: Person, bot: Bot) -> None:
    sent = await bot("sendMessage", chat_id=guest.id, text="x")
    await bot.refused("editMessageText", chat_id=guest.id, message_id=sent["message_id"], text="y", reply_markup={"keyboard": [[{"text": "x"}]]})


async def test_a_method_that_exists_but_not_in_the_emulator(breached: Emulator, bot: Bot) -> None:
    await bot.refused("sendDice", chat_id=1)
    assert "sendDice: the emulator does not have this method yet" in breached.violations[0]


async def test_a_parse_mode_that_the_emulator_does_not_read(guest: Person, bot: Bot) -> None:
    await bot.refused("sendMessage", chat_id=guest.id, text="*x*", parse_mode="MarkdownV2")


async def test_an_update_that_telegram_would_not_send(breached: Emulator) -> None:
    breached.push("message", {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "mood": "good"})
    breached.push("message", {"message_id": 1})
    assert "unknown 'mood'" in breached.violations[0] and "update: message.date: Field required" in breached.violations


def test_a_result_that_telegram_would_not_give() -> None:
    assert contract.result("getMe", {"id": 1, "is_bot": True, "first_name": "x", "mood": "good"}) == ["result of getMe: unknown 'mood'"]
    assert contract.result("sendMessage", True)
    assert contract.result("getMe", {"id": 1, "is_bot": True, "first_name": "x"}) == []


async def test_the_fixture_fails_after_a_violation() -> None:
    running = emulator_for_test()
    emulator = await anext(running)
    emulator.violations.append("a violation")
    with pytest.raises(AssertionError, match="a violation"):
        await anext(running)


async def test_forms_decode_json_only_where_the_type_is_compound() -> None:
    form = {"chat_id": "1", "text": "[1]", "link_preview_options": '{"is_disabled": true}', "disable_notification": "true"}
    assert contract.request("sendmessage", form, {}) == {
        "chat_id": "1", "text": "[1]", "link_preview_options": {"is_disabled": True}, "disable_notification": True,
    }  # fmt: skip
