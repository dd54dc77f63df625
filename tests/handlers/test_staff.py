"""Who is staff and what they may: every command and button, for each role, in private and in groups."""

from __future__ import annotations

import asyncio
from pathlib import Path

from handlers.state import Store
from handlers.state.store import AUDIT_SECONDS
from tests.handlers.conftest import Clock


async def test_of_two_changes_at_once_one_is_made(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "state.sqlite")
    assert sorted(await asyncio.gather(*(store.add_staff(8, "editor", owner) for owner in (1, 2)))) == [False, True]
    assert sorted(await asyncio.gather(*(store.remove_staff(8, "editor") for _ in (1, 2)))) == [False, True]
    await store.invite("secret", "announcer", 1, 60)
    assert sorted(await asyncio.gather(*(store.use_invitation("secret", person) for person in (8, 9)))) == [False, True]
    assert len(await store.staff()) == 1
    await store.close()


async def test_what_staff_did_is_kept_for_a_year(tmp_path: Path, clock: Clock) -> None:
    store = await Store.open(tmp_path / "state.sqlite", clock)
    await store.add_audit(1, "editor-added", "8")
    clock.now += AUDIT_SECONDS
    await store.add_audit(1, "editor-removed", "8")
    await store.forget_person(1)
    await store.forget_old()
    assert [entry.action for entry in await store.audit(20)] == ["editor-removed", "editor-added"]
    clock.now += 1
    await store.forget_old()
    assert [entry.action for entry in await store.audit(20)] == ["editor-removed"]
    await store.close()
