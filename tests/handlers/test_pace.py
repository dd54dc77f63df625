"""The pace of announcements, with a clock that the tests move."""

from __future__ import annotations

import pytest

from handlers.announcements.pace import RECOVERY_SECONDS, SLOWEST, Pace


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


async def turns(pace: Pace, time: Time, number: int) -> list[float]:
    out = []
    for _ in range(number):
        await pace.turn()
        out.append(time.now)
    return out


@pytest.mark.parametrize("rate", [1, 25, 1000])
async def test_it_keeps_the_rate(time: Time, rate: int) -> None:
    begun = time.now
    at = await turns(Pace(rate, time, time.sleep), time, rate * 3)
    assert at[-1] - begun == pytest.approx(3, abs=2 / rate + 0.03)


async def test_there_is_no_burst_after_a_rest(time: Time) -> None:
    pace = Pace(25, time, time.sleep)
    await turns(pace, time, 5)
    time.now += 60
    at = await turns(pace, time, 27)
    assert at[-1] - at[0] >= 0.98, "no more than the rate in any second"


async def test_a_refusal_holds_everything_and_slows_down(time: Time) -> None:
    pace = Pace(25, time, time.sleep)
    pace.refused(7)
    refused = time.now
    assert pace.pause == pytest.approx(7) and pace.rate == pytest.approx(17.5)
    assert (await turns(pace, time, 1))[0] == pytest.approx(refused + 7)


async def test_refusals_of_one_moment_are_one(time: Time) -> None:
    pace = Pace(25, time, time.sleep)
    for _ in range(10):
        pace.refused(3)
    assert pace.rate == pytest.approx(17.5)


async def test_the_rate_never_falls_below_the_slowest_and_recovers(time: Time) -> None:
    pace = Pace(25, time, time.sleep)
    for _ in range(20):
        pace.refused(1)
        time.now += 1.5
    assert pace.rate == SLOWEST
    time.now += RECOVERY_SECONDS * 25
    await pace.turn()
    assert pace.rate == 25
