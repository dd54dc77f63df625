"""What the jobs promise among replicas."""

from __future__ import annotations

import asyncio

import pytest

from handlers.state import procrastinate_jobs
from handlers.state.procrastinate_jobs import ProcrastinateJobs
from tests.conftest import WITH_POSTGRESQL
from tests.postgresql import Server
from tests.state.diary import Diary, taking_part, until

pytestmark = [*WITH_POSTGRESQL, pytest.mark.usefixtures("soon")]


async def test_one_does_it_and_another_follows_when_it_stops(postgresql: Server) -> None:
    url, diaries = postgresql.database(), [Diary() for _ in range(3)]
    replicas = [ProcrastinateJobs(url) for _ in diaries]
    for replica, diary in zip(replicas, diaries, strict=True):
        replica.keep("sending", diary.begin)
    tasks = {replica: asyncio.create_task(replica.run()) for replica in replicas}
    most, left = 0, list(replicas)

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, sum(diary.going_on for diary in diaries))
            await asyncio.sleep(0)

    watching = asyncio.create_task(watch())
    while left:
        await until(lambda: any(replica.kept_here for replica in left))
        doing = next(replica for replica in left if replica.kept_here)
        await doing.stop()
        await tasks[doing]
        left.remove(doing)
    watching.cancel()
    assert most == 1 and [diary.begun for diary in diaries] == [1, 1, 1]


async def test_who_cannot_see_the_database_gives_its_work_up_and_finds_it_again(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(procrastinate_jobs, "STALLED", 1.0)
    monkeypatch.setattr(procrastinate_jobs, "BEAT", 0.3)
    diary, some = Diary(), ProcrastinateJobs(postgresql.database())
    some.keep("sending", diary.begin)
    async with taking_part(some):
        await until(lambda: diary.going_on)
        postgresql.stop()
        try:
            await until(lambda: not diary.going_on)
        finally:
            postgresql.start()
        await until(lambda: diary.going_on)
    assert not diary.going_on


async def test_tables_of_another_version_make_room(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = postgresql.database()
    for number in ("1.0", "2.0"):
        monkeypatch.setattr(procrastinate_jobs, "version", lambda _, number=number: number)
        diary, some = Diary(), ProcrastinateJobs(url)
        some.keep("sending", diary.begin)
        async with taking_part(some):
            await until(lambda: diary.going_on)  # noqa: B023
