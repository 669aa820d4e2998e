"""Periods: what a name means on each calendar, and on which local day a rating falls."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.days import local_day
from feedback.domain.periods import CALENDARS, BadPeriod, calendar, period, quarter_on

TT06 = calendar("tt06")


# TT 06/2025/TT-TTCP, Điều 7.
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026Q1@tt06", date(2025, 12, 15), date(2026, 3, 14)),
        ("2026Q2@tt06", date(2026, 3, 15), date(2026, 6, 14)),
        ("2026Q3@tt06", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026Q4@tt06", date(2026, 9, 15), date(2026, 12, 14)),
        ("2026@tt06", date(2025, 12, 15), date(2026, 12, 14)),
        ("2026-03@tt06", date(2026, 2, 15), date(2026, 3, 14)),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026M07", date(2026, 7, 1), date(2026, 7, 31)),
        ("2026H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_name_means_these_days(name: str, first: date, last: date) -> None:
    """Both ends are inside."""
    found = period(name)
    assert (found.first, found.last, found.name) == (first, last, name)
    assert found.holds(first)
    assert found.holds(last)


def test_reports_are_due_after_the_cut() -> None:
    """Quarter I of 2026: a commune reports by 17 March, a province by 20 March."""
    assert period("2026Q1@tt06").due == (date(2026, 3, 17), date(2026, 3, 20))
    assert period("2026Q1").due is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 3, 14), "2026Q1@tt06"),
        (date(2026, 3, 15), "2026Q2@tt06"),
        (date(2026, 12, 14), "2026Q4@tt06"),
        (date(2026, 12, 15), "2027Q1@tt06"),
    ],
)
def test_the_last_day_belongs_to_the_quarter_and_the_next_does_not(day: date, name: str) -> None:
    """14 December closes the year; 15 December is of the next."""
    assert quarter_on(day, TT06).name == name


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2024, 11, 30, 17, 0, tzinfo=UTC), date(2024, 12, 1)),
        (datetime(2024, 11, 30, 16, 59, 59, tzinfo=UTC), date(2024, 11, 30)),
    ],
)
def test_a_day_is_a_local_day(at: datetime, day: date) -> None:
    """Five in the afternoon in London is already tomorrow in Viet Nam."""
    assert local_day(at) == day


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2026Q5",
        "2026Q0",
        "26Q1",
        "2026Q1@sipas",
        "2026-13",
        "2026-1",
        "Q1",
        "2٠26Q3",
        "x" * 9999,
    ],
)
def test_anything_else_is_no_period(name: str) -> None:
    """The message says what would be one."""
    with pytest.raises(BadPeriod):
        period(name)


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.sampled_from(CALENDARS))
def test_quarters_of_a_calendar_leave_no_gap_and_no_overlap(day, cut) -> None:
    """Each day lies in exactly one quarter, and the day after a quarter is in the next."""
    found = quarter_on(day, cut)
    assert found.holds(day)
    following = quarter_on(date.fromordinal(found.last.toordinal() + 1), cut)
    assert following.first.toordinal() == found.last.toordinal() + 1
