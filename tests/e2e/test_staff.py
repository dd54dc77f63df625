"""Staff over real HTTP: an invitation from link to menu, the staff chat, and taking the role again."""

from __future__ import annotations

import re

import pytest

from handlers.settings import Staff
from tests.emulator import Emulator

pytestmark = pytest.mark.usefixtures("bot")
OWNER = 500


@pytest.mark.parametrize("staff", [Staff(owners=(OWNER,))])
async def test_an_owner_invites_tells_and_takes_the_role(emulator: Emulator) -> None:
    owner, guest = emulator.person("Owner <1>", "en", OWNER), emulator.person("Guest", "ru")
    assert "do not know" not in (await owner.ask("/staff")).html
    owner.press("➕ Announcer")
    await owner.sees("Who is to be an announcer?")
    owner.press("🔗 One-time link")
    link = re.search(r"start=(staff-[\w-]+)", (await owner.sees("becomes an announcer")).html)
    assert link
    assert "приглашают" in (await guest.ask(f"/start {link[1]}")).html
    guest.press("Да, принять")
    await guest.sees("Теперь у вас роль автора объявлений")
    await owner.sees("has accepted the invitation of", "Owner &lt;1&gt;")
    group = emulator.group(owner, guest)
    owner.write("/staff_chat", group)
    await group.sees("This is the staff chat now")
    assert "The staff chat is" in (await owner.ask("/staff_chat")).html
    assert "made" in (await owner.ask("/audit")).html
    await owner.ask("/staff")
    owner.press("✖ Guest")
    await owner.sees("no longer be an announcer")
    owner.press("Yes, remove")
    await guest.sees("у вас больше нет")
    assert "Такой команды я не знаю" in (await guest.ask("/audit")).html
