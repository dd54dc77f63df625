"""An hour of the festival in four minutes: every update is answered once and in order, memory does not grow, and the log has nothing to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase
from tests.crash.soak import Outcome, soak

# So much more than after the first fifth the bot may hold at the end, in MiB; a leak of 1 kB an update would be more.
GROWTH = 5.0
# In ten seconds most words are still met for the first time.
WARMING = 8.0


def check(outcome: Outcome, growth: float) -> None:
    print(f"\n{outcome}")
    assert outcome.faults == []
    assert outcome.wrong == [] and outcome.presses_unanswered == outcome.inline_unanswered == 0
    assert outcome.missed == outcome.doubled == 0
    assert outcome.memory_late - outcome.memory_early < growth, outcome


async def test_ten_seconds(knowledge: KnowledgeBase, tmp_path: Path, base_dir: Path) -> None:
    check(await soak(knowledge, seconds=10, rate=20, people=200, chats=200, announcing=50, folder=tmp_path, data_dir=base_dir), WARMING)


@pytest.mark.proof
async def test_an_hour(knowledge: KnowledgeBase, tmp_path: Path, base_dir: Path) -> None:
    """Two things a second, as on the evening of an award ceremony: 7,200 of them, and 10,000 chats that hear of it."""
    check(await soak(knowledge, seconds=240, rate=30, people=3000, chats=10_000, announcing=50, folder=tmp_path, data_dir=base_dir), GROWTH)
