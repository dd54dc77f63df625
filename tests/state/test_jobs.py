"""What the jobs promise, with each database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.state import Store
from tests.state.diary import Diary, taking_part, until

pytestmark = pytest.mark.usefixtures("soon")


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
