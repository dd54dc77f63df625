"""What the jobs promise, in one process and among replicas."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.state import Store, jobs, procrastinate_jobs
from handlers.state.jobs import Jobs
from handlers.state.procrastinate_jobs import ProcrastinateJobs
from tests.conftest import WITH_POSTGRESQL
from tests.postgresql import Server


class Diary:
    """Work that notes what is done with it; `breaks_off`: it fails so often at once."""

    def __init__(self, breaks_off: int = 0) -> None:
        self.begun = self.ended = 0
        self.breaks_off = breaks_off

    @property
    def going_on(self) -> int:
        return self.begun - self.ended

    def begin(self) -> Page:
        return Page(self)


class Page:
    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._stop = asyncio.Event()

    async def run(self) -> None:
        self._diary.begun += 1
        try:
            if self._diary.begun <= self._diary.breaks_off:
                raise ValueError("broken off")
            await self._stop.wait()
        finally:
            self._diary.ended += 1

    async def stop(self) -> None:
        self._stop.set()


async def until(condition: Callable[[], object], seconds: float = 15) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def taking_part(some: Jobs) -> AsyncIterator[None]:
    task = asyncio.create_task(some.run())
    try:
        yield
    finally:
        await some.stop()
        await task


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "AGAIN", 0.1)
    monkeypatch.setattr(procrastinate_jobs, "AGAIN", 0.1)
    monkeypatch.setattr(procrastinate_jobs, "LOOK", 0.2)


@pytest_asyncio.fixture
async def store(location: Path | str) -> AsyncIterator[Store]:
    store = await Store.open(location)
    yield store
    await store.close()


async def test_works_go_on_together_until_the_stop(store: Store) -> None:
    first, second, other = Diary(), Diary(), Diary()
    some = store.driver.jobs()
    some.keep("sending", first.begin, second.begin)
    some.keep("nightly", other.begin)
    async with taking_part(some):
        await until(lambda: first.going_on == second.going_on == other.going_on == 1)
        assert sorted(some.kept_here) == ["nightly", "sending"]
    assert (first.begun, second.begun, other.begun) == (1, 1, 1)
    assert first.going_on == second.going_on == other.going_on == 0 and not some.kept_here


async def test_work_that_breaks_off_is_begun_again_with_what_goes_with_it(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    broken, beside, other = Diary(breaks_off=2), Diary(), Diary()
    some = store.driver.jobs()
    some.keep("sending", broken.begin, beside.begin)
    some.keep("nightly", other.begin)
    async with taking_part(some):
        await until(lambda: broken.begun == 3 and broken.going_on == beside.going_on == other.going_on == 1)
    assert (beside.begun, other.begun) == (3, 1) and caplog.text.count("Page broke off") == 2


async def test_a_stop_before_the_start_ends_at_once(store: Store) -> None:
    diary, some = Diary(), store.driver.jobs()
    some.keep("sending", diary.begin)
    async with asyncio.timeout(10), taking_part(some):
        pass
    assert diary.going_on == 0


class TestReplicas:
    pytestmark = WITH_POSTGRESQL

    async def test_one_does_it_and_another_follows_when_it_stops(self, postgresql: Server) -> None:
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

    async def test_who_cannot_see_the_database_gives_its_work_up_and_finds_it_again(self, postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
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

    async def test_tables_of_another_version_make_room(self, postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        url = postgresql.database()
        for number in ("1.0", "2.0"):
            monkeypatch.setattr(procrastinate_jobs, "version", lambda _, number=number: number)
            diary, some = Diary(), ProcrastinateJobs(url)
            some.keep("sending", diary.begin)
            async with taking_part(some):
                await until(lambda: diary.going_on)  # noqa: B023
