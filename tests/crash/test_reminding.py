"""`kill -9` in the course of reminding: nobody is missed but who was handed on, nobody is told twice; and many reminders of one start keep the pace."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase
from tests.crash.reminding import Outcome, remind_many
from tests.emulator import Rates


@pytest.fixture(scope="session")
def base_dir(knowledge: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the base is compiled already."""
    return next(path.parent for path in tmp_path_factory.getbasetemp().rglob("*.sqlite") if path.name.startswith("kb"))


def check(outcome: Outcome) -> None:
    print(f"\n{outcome}")
    assert outcome.lost == 0 and outcome.doubled == 0 and outcome.cut <= outcome.kills and outcome.order


async def test_two_kills(tmp_path: Path, base_dir: Path) -> None:
    check(await remind_many(60, 2, 30, tmp_path, base_dir))


@pytest.mark.proof
async def test_thirty_kills(tmp_path: Path, base_dir: Path) -> None:
    check(await remind_many(1000, 30, 30, tmp_path, base_dir))


@pytest.mark.proof
async def test_five_thousand_reminders_of_one_start(tmp_path: Path, base_dir: Path) -> None:
    outcome = await remind_many(5000, 0, 25, tmp_path, base_dir, rates=Rates())
    print(f"\n{outcome}")
    assert outcome.lost == 0 and outcome.doubled == 0 and outcome.order and 23 < outcome.rate <= 25.5
