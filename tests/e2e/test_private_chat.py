"""A guest's private chat, from the first contact on, in three languages."""

from __future__ import annotations

import pytest

from tests.emulator import Emulator

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(("code", "greets"), [("kk", "Тырнамын"), ("ru", "Я — Тырна"), ("en", "I am Tyrna")])
async def test_first_contact(emulator: Emulator, code: str, greets: str) -> None:
    guest = emulator.person("Guest", code)
    seen = await guest.ask("/start")
    assert greets in seen.html
    assert {"Қазақша", "Русский", "English"} <= set(seen.labels)
