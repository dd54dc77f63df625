"""The subscription: offered once, taken and given back, in three languages."""

from __future__ import annotations

import pytest

from handlers.state import Store
from tests.handlers.conftest import Guest

OFFERS = {"kk": "🔔 Фестиваль", "ru": "🔔 Получать", "en": "🔔 Get"}
TAKES_BACK = {"kk": "🔕 Хабарландырудан", "ru": "🔕 Отписаться", "en": "🔕 Stop"}
SUBSCRIBED = {"kk": "келіп тұрады", "ru": "будут приходить", "en": "You will get the festival"}
UNSUBSCRIBED = {"kk": "хабарландыру келмейді", "ru": "больше приходить не будут", "en": "no more announcements"}
ALREADY = {"kk": "жазылып қойғансыз", "ru": "уже подписаны", "en": "already get"}


def store(guest: Guest) -> Store:
    found: Store = guest.application.bot_data["services"].store
    return found


def offers(guest: Guest) -> bool:
    return any(label.startswith("🔔") for label in guest.labels())


async def test_it_is_offered_once(guest: Guest) -> None:
    await guest.write("/start")
    assert offers(guest)
    await guest.write("/start")
    assert not offers(guest)


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_the_greetings_button_subscribes_and_the_greeting_stays(guest: Guest, code: str) -> None:
    guest.code = code
    await guest.write("/start")
    greeting = guest.last.message_id
    assert SUBSCRIBED[code] in await guest.press(OFFERS[code])
    assert guest.last.method == "sendMessage" and guest.last.message_id != greeting
    assert await store(guest).subscription(7) == "subscribed"
    assert UNSUBSCRIBED[code] in await guest.press(TAKES_BACK[code])
    assert guest.last.method == "editMessageText"
    assert await store(guest).subscription(7) == "unsubscribed"


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_commands_subscribe_and_unsubscribe(guest: Guest, code: str) -> None:
    guest.code = code
    assert SUBSCRIBED[code] in await guest.write("/subscribe")
    assert await store(guest).subscription(7) == "subscribed"
    assert UNSUBSCRIBED[code] in await guest.write("/unsubscribe")
    assert await store(guest).subscription(7) == "unsubscribed"


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_a_second_press_changes_nothing_and_says_so(guest: Guest, code: str) -> None:
    guest.code = code
    await guest.press_data("sub:hi")
    assert ALREADY[code] in await guest.press_data("sub:hi")
    assert guest.request.calls[-1].method == "answerCallbackQuery"


async def test_choosing_the_language_keeps_the_offer(guest: Guest) -> None:
    await guest.write("/start")
    assert "Мен Тырнамын" in await guest.press("Қазақша")
    assert any(label.startswith(OFFERS["kk"]) for label in guest.labels())


async def test_a_newcomer_by_deep_link_is_answered_first_and_greeted_after(guest: Guest) -> None:
    said = await guest.write("/start film-qaitadan__director")
    assert said.index("Duman Yerkimbek") < said.index("Which language shall I speak?")
    assert offers(guest)
    assert "language" not in await guest.write("/start film-qaitadan.director")


async def test_forget_me_takes_the_subscription_too(guest: Guest) -> None:
    await guest.write("/subscribe")
    await guest.press_data("forget:yes:7")
    assert await store(guest).subscription(7) is None
