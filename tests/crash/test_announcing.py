"""`kill -9` in the course of an announcement: nobody is missed, nobody gets it twice, and every doubtful one is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.announcements.content import UnknownPolicy
from tests.crash.announcing import Outcome, kill_while_announcing


def check(outcome: Outcome, policy: UnknownPolicy) -> None:
    print(f"\n{policy}: {outcome}")
    assert outcome.missed == 0 and outcome.state == "done"
    if policy == "resend":
        assert outcome.sent - outcome.chats <= outcome.in_flight
    else:
        assert outcome.doubled == 0 and outcome.unknown <= outcome.in_flight


async def test_two_kills(tmp_path: Path, base_dir: Path) -> None:
    check(await kill_while_announcing("ask", 90, 2, 30, tmp_path, base_dir, "bot.py"), "ask")


@pytest.mark.proof
@pytest.mark.parametrize("policy", ["ask", "skip", "resend"])
async def test_a_hundred_kills(tmp_path: Path, base_dir: Path, policy: UnknownPolicy) -> None:
    check(await kill_while_announcing(policy, 5000, 100, 50, tmp_path, base_dir, "bot.py"), policy)


@pytest.mark.proof
async def test_without_the_write_ahead_somebody_gets_it_twice(tmp_path: Path, base_dir: Path) -> None:
    outcome = await kill_while_announcing("ask", 300, 10, 50, tmp_path, base_dir, "tests/crash/without_write_ahead.py")
    print(f"\n{outcome}")
    assert outcome.doubled
