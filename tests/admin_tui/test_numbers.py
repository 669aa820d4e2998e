"""Figures are written as Vietnamese readers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_tui import numbers


@pytest.mark.parametrize(
    ("points", "written"), [(9126, "91,26%"), (10000, "100,00%"), (5, "0,05%"), (None, "—")]
)
def test_percents_have_a_comma_and_two_decimals(points: int | None, written: str) -> None:
    assert numbers.percent(points) == written


@pytest.mark.parametrize(("points", "written"), [(9000, "90%"), (9250, "92,5%"), (10000, "100%")])
def test_targets_have_no_needless_zeros(points: int, written: str) -> None:
    assert numbers.brief(points) == written


def test_counts_have_dots_between_thousands() -> None:
    assert numbers.whole(1234567) == "1.234.567"


def test_shares_are_rounded_half_up() -> None:
    assert numbers.share(1, 16) == "6,3%"
    assert numbers.share(0, 0) == "—"


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert numbers.read_day(numbers.day(day)) == day


@pytest.mark.parametrize("text", ["", "31/02/2026", "2026-07-01", "1/7", "x", "1/7/26"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert numbers.read_day(text) is None
