"""`kill -9` under traffic: no question lost, none out of order in its chat, no answer twice but what was in flight."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase
from tests.crash.traffic import Outcome, kill_under_traffic


def show(outcome: Outcome) -> None:
    print(f"\n{outcome}")


def check(outcome: Outcome) -> None:
    show(outcome)
    assert outcome.lost == [] and outcome.out_of_order == 0, outcome.log
    assert outcome.repeated <= outcome.in_flight, outcome.log


async def test_two_kills(knowledge: KnowledgeBase, tmp_path: Path, base_dir: Path) -> None:
    check(await kill_under_traffic(knowledge, 2, people=60, rate=40, folder=tmp_path, data_dir=base_dir))


@pytest.mark.proof
@pytest.mark.parametrize("rate", [8, 50])
async def test_twenty_kills(knowledge: KnowledgeBase, tmp_path: Path, base_dir: Path, rate: int) -> None:
    check(await kill_under_traffic(knowledge, 20, people=200, rate=rate, folder=tmp_path, data_dir=base_dir))


@pytest.mark.proof
async def test_without_the_inbox_questions_are_lost(knowledge: KnowledgeBase, tmp_path: Path, base_dir: Path) -> None:
    outcome = await kill_under_traffic(knowledge, 8, people=60, rate=50, folder=tmp_path, data_dir=base_dir, program="tests/crash/without_inbox.py")
    show(outcome)
    assert outcome.lost
