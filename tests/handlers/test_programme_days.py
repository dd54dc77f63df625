"""Days and hours on the clock, also where clocks change; every view fits into a button."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.programme.asked import ANY, TYPES
from handlers.programme.days import MINUTES, clock_time, exists, in_days, local, moment, on_the_clock
from handlers.programme.views import DAY, PATTERN, View
from handlers.texts import text
from kb import LANGUAGES

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("day", [date(2031, 3, 30), date(2031, 10, 26), date(2031, 7, 1)])
@pytest.mark.parametrize("minutes", [0, 5 * 60, 18 * 60 + 30, MINUTES, MINUTES + 60])
def test_an_hour_is_that_of_the_clock_whatever_the_day(day: date, minutes: int) -> None:
    shown = local(moment(day, minutes, BERLIN), BERLIN)
    assert (shown.date(), shown.hour * 60 + shown.minute) == (day + timedelta(days=minutes // MINUTES), minutes % MINUTES)


def test_the_day_of_a_change_is_longer_or_shorter() -> None:
    lengths = [moment(day, MINUTES, BERLIN) - moment(day, 0, BERLIN) for day in (date(2031, 3, 30), date(2031, 10, 26), date(2031, 7, 1))]
    assert lengths == [23 * 3600, 25 * 3600, 24 * 3600]


def test_the_hour_that_is_left_out_does_not_exist() -> None:
    assert not exists(date(2031, 3, 30), 150, BERLIN)
    assert exists(date(2031, 3, 30), 180, BERLIN) and exists(date(2031, 10, 26), 150, BERLIN)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)))
def test_every_moment_has_one_day_and_one_hour(at: datetime) -> None:
    seconds = int(at.replace(tzinfo=UTC, second=0, microsecond=0).timestamp())
    shown = local(seconds, BERLIN)
    again = moment(shown.date(), shown.hour * 60 + shown.minute, BERLIN)
    # The hour that comes twice is taken as its first.
    assert seconds - again in (0, 3600)
    assert clock_time(seconds, BERLIN) == f"{shown:%H:%M}"


def test_days_in_words() -> None:
    assert [in_days(date(2031, 10, 3), language) for language in LANGUAGES] == ["3 қазан, жұма", "Пятница, 3 октября", "Friday, 3 October"]


@pytest.mark.parametrize(
    ("minutes", "since", "until"),
    [
        (17 * 60, "17:00-ден бастап", "17:00-ге дейін"),
        (18 * 60 + 10, "18:10-нан бастап", "18:10-ға дейін"),
        (18 * 60 + 15, "18:15-тен бастап", "18:15-ке дейін"),
        (18 * 60 + 20, "18:20-дан бастап", "18:20-ға дейін"),
        (18 * 60 + 30, "18:30-дан бастап", "18:30-ға дейін"),
        (18 * 60 + 40, "18:40-тан бастап", "18:40-қа дейін"),
        (18 * 60 + 50, "18:50-ден бастап", "18:50-ге дейін"),
        (18 * 60 + 9, "18:09-дан бастап", "18:09-ға дейін"),
        (MINUTES, "24:00-ден бастап", "24:00-ге дейін"),
    ],
)
def test_a_time_has_its_kazakh_ending(minutes: int, since: str, until: str) -> None:
    assert [text(key, "kk", **on_the_clock(minutes)) for key in ("programme-from", "programme-until")] == [since, until]


minutes = st.none() | st.integers(0, 1799)
views = st.builds(
    View,
    st.sampled_from(LANGUAGES),
    st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["h", "v"]),
    st.integers(0, 999),
    minutes,
    minutes,
    st.booleans(),
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,7}){0,2}", fullmatch=True) | st.just(""),
    st.none() | st.sampled_from(TYPES),
    st.none() | st.sampled_from(["kk", "en"]),
    st.none() | st.sampled_from(["ru", ANY]),
)


@given(views)
def test_a_view_is_read_back_from_its_button(view: View) -> None:
    import re

    data = f"{DAY}:{view.language}:{view.data}"
    assert len(data.encode()) <= 64 and re.match(PATTERN, data)
    assert View.parse(data) == view
