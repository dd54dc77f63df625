"""`kill -9` of replicas: no question lost, none out of order in its chat, no answer twice but what was in flight; the same for an announcement."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import KnowledgeBase
from tests.conftest import WITH_POSTGRESQL
from tests.crash.replicas import Announced, kill_replicas
from tests.crash.traffic import Outcome
from tests.postgresql import Server

pytestmark = WITH_POSTGRESQL


def check(asked: Outcome, announced: Announced) -> None:
    print(f"\n{asked}\n{announced}")
    assert asked.lost == [] and asked.out_of_order == 0, asked.log
    assert asked.repeated <= asked.in_flight, asked.log
    assert (announced.missed, announced.doubled, announced.state) == (0, 0, "done"), asked.log
    assert announced.unknown <= announced.in_flight, asked.log


async def test_one_kill_of_the_one_that_sends(knowledge: KnowledgeBase, postgresql: Server, tmp_path: Path, base_dir: Path) -> None:
    check(*await kill_replicas(knowledge, postgresql.database(), 1, people=20, rate=10, chats=40, announcing=30, folder=tmp_path, data_dir=base_dir))


@pytest.mark.proof
@pytest.mark.parametrize("rate", [8, 50])
async def test_twenty_kills(knowledge: KnowledgeBase, postgresql: Server, tmp_path: Path, base_dir: Path, rate: int) -> None:
    check(*await kill_replicas(knowledge, postgresql.database(), 20, people=200, rate=rate, chats=2000, announcing=30, folder=tmp_path, data_dir=base_dir))
