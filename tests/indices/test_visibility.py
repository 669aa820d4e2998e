"""Who may see what when: the table, the batches, and what subtraction must not give away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.roles import Role
from feedback.domain.visibility import (
    FLOOR,
    PUBLIC_CELL,
    Thing,
    When,
    batches,
    hidden,
    rated,
    shown_until,
    when,
)
from feedback.services.calendars import shipped

BATCHED, LIVE, NEVER, PUBLISHED = When.BATCHED, When.LIVE, When.NEVER, When.PUBLISHED
ORDER = tuple(Thing)
# unit figures, desk figures, figures by channel, comments, accusations, evidence
TABLE = {
    Role.SUPERVISOR: (BATCHED, BATCHED, NEVER, BATCHED, NEVER, NEVER),
    Role.HANDLER: (BATCHED, BATCHED, NEVER, BATCHED, NEVER, NEVER),
    Role.MODERATOR: (LIVE, LIVE, LIVE, LIVE, NEVER, NEVER),
    Role.ADMIN: (LIVE, LIVE, LIVE, LIVE, NEVER, NEVER),
    Role.AUDITOR: (LIVE, LIVE, LIVE, LIVE, NEVER, NEVER),
    Role.INSPECTOR: (LIVE, LIVE, LIVE, LIVE, LIVE, NEVER),
    Role.INTEGRITY: (LIVE, LIVE, LIVE, NEVER, NEVER, LIVE),
    Role.OPERATOR: (LIVE,) * 6,
    None: (PUBLISHED, NEVER, NEVER, NEVER, NEVER, NEVER),
}


@pytest.mark.parametrize("role", [*Role, None])
def test_the_whole_table(role: Role | None) -> None:
    """Every role and the public, against every thing."""
    assert tuple(when(role, thing) for thing in ORDER) == TABLE[role]


def test_only_supervisors_and_handlers_are_rated() -> None:
    """Everyone else rates nobody and may look live."""
    assert {role for role in Role if rated(role)} == {Role.SUPERVISOR, Role.HANDLER}


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 8, 12), date(2026, 8, 11)),  # Wednesday: until Tuesday
        (date(2026, 8, 14), date(2026, 8, 13)),
        (date(2026, 8, 15), date(2026, 8, 13)),  # Saturday: Friday waits for Monday
        (date(2026, 8, 16), date(2026, 8, 13)),
        (date(2026, 8, 17), date(2026, 8, 16)),  # Monday: the whole weekend
        (date(2026, 9, 2), date(2026, 8, 27)),  # National Day; two days before may be off too
        (date(2026, 9, 3), date(2026, 9, 2)),
        (date(2026, 2, 22), date(2026, 2, 12)),  # the lunar new year: off from 14 to 22 February
        (date(2026, 2, 23), date(2026, 2, 22)),
    ],
)
def test_the_rated_see_a_day_from_the_next_working_day(today: date, until: date) -> None:
    """Never the same day; those who rate nobody have no such limit."""
    assert shown_until(Role.SUPERVISOR, today, shipped()) == until
    assert shown_until(Role.ADMIN, today, shipped()) is None


@given(st.dates(date(2025, 1, 1), date(2040, 1, 1)))
def test_today_is_never_shown_to_the_rated(today: date) -> None:
    """Whatever the calendar of holidays knows, the next day is the floor."""
    until = shown_until(Role.HANDLER, today, shipped())
    assert until < today
    assert shipped().surely_worked(until + timedelta(days=1))


def days(*counts: int) -> list[tuple[date, int]]:
    return [(date(2026, 7, 1) + timedelta(days=n), count) for n, count in enumerate(counts)]


@pytest.mark.parametrize(
    ("counts", "floor", "sizes"),
    [
        ((), 5, []),
        ((4,), 5, []),
        ((5,), 5, [5]),
        ((3, 1, 1), 5, [5]),
        ((3, 1, 2, 5, 4), 5, [6, 5]),
        ((9, 9), 10, [18]),
        ((1, 1, 1, 1, 1), 1, [5]),  # the floor cannot be set below 5
        ((1, 1, 1, 1, 1), -3, [5]),
    ],
)
def test_a_batch_holds_at_least_five(counts: tuple[int, ...], floor: int, sizes: list[int]) -> None:
    """What has not gathered five waits for more."""
    found = batches(days(*counts), date(2027, 1, 1), floor)
    assert [batch.n for batch in found] == sizes


@given(st.lists(st.integers(0, 8), max_size=40), st.integers(0, 45), st.integers(-2, 12))
def test_batches_only_grow_and_never_by_fewer_than_five(counts, cut, floor) -> None:
    """From one day to the next a desk's released ratings stay, or gain at least a whole batch."""
    given_ = days(*counts)
    earlier = batches(given_, date(2026, 7, 1) + timedelta(days=cut), floor)
    later = batches(given_, date(2026, 7, 1) + timedelta(days=cut + 1), floor)
    assert later[: len(earlier)] == earlier
    assert all(batch.n >= max(FLOOR, floor) for batch in later)


@given(st.lists(st.integers(0, 60), max_size=7), st.sampled_from([5, 30]), st.integers(0, 3))
def test_no_difference_gives_a_handful_of_people_away(parts, floor, rest) -> None:
    """Total minus all that is shown: nobody, at least five people, or nothing is shown at all."""
    concealed = hidden(parts, floor, rest=rest)
    assert {place for place, n in enumerate(parts) if n < floor} <= concealed
    left = rest + sum(parts[place] for place in concealed)
    shown = [n for place, n in enumerate(parts) if place not in concealed]
    assert left == 0 or left >= PUBLIC_CELL or not shown


@given(st.lists(st.integers(0, 60), max_size=7), st.sampled_from([5, 30]))
def test_no_more_is_hidden_than_must_be(parts, floor) -> None:
    """Showing any one of those hidden besides the small ones would leave a handful."""
    concealed = hidden(parts, floor)
    extra = [place for place in concealed if parts[place] >= floor]
    small = sum(n for n in parts if n < floor)
    assert len(extra) <= 1
    assert not extra or 0 < small < PUBLIC_CELL


def test_one_small_part_takes_a_second_with_it() -> None:
    """If only the part of three were hidden, the total would tell it."""
    assert hidden([40, 3, 50], 5) == {0, 1}
    assert hidden([40, 3, 4, 50], 5) == {1, 2}
    assert hidden([40, 50], 5) == frozenset()
