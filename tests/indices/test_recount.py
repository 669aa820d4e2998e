"""The law of the tallies: they always say what a recount of the facts says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from feedback.domain.channels import Channel, Source
from feedback.services.recount import recount, repair
from feedback.store.tables.facts import rating
from feedback.store.tables.tallies import desk_day, unit_month
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare


@pytest.fixture
def office(store: Store) -> World:
    """A unit with a desk, on each of the two databases."""
    made = bare(store)
    made.unit("A")
    made.desk("a1", "A")
    return made


def rate(world: World) -> None:
    """Rate on days at both ends of months, with answers, through several doors."""
    for day in (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29)):
        world.rate("a1", "A", day, [5, 4, 1], answers={"staff": 4, "access": 0})
        world.rate("a1", "A", day, [2], channel=Channel.KIOSK, source=Source.SAMPLE, service=7)


def test_a_recount_finds_the_tallies_right(office: World) -> None:
    """Intake keeps both tallies in the transaction of the facts."""
    rate(office)
    with office.store.look() as work:
        assert recount(work) == ()


@pytest.mark.parametrize("table", [desk_day, unit_month])
def test_a_recount_finds_what_is_wrong_and_repairs_it(office: World, table) -> None:
    """A changed tally is told with what it says and what the facts say, then put right."""
    rate(office)
    column = table.c.n if table is desk_day else table.c.n5
    with office.store.work() as work:
        work.connection.execute(update(table).values({column: column + 1}))
        found = recount(work)
        assert {one.tally for one in found} == {table.name}
        assert all(one.kept != one.counted for one in found)
        assert repair(work, OPERATOR) == found
        assert recount(work) == ()


def test_a_recount_misses_no_fact_and_no_empty_tally(office: World) -> None:
    """A fact without a tally, and a tally without a fact, are both differences."""
    rate(office)
    with office.store.work() as work:
        work.connection.execute(update(rating).values(desk_id=99))
        found = recount(work)
        assert any(sum(one.counted) == 0 for one in found)
        assert any(sum(one.kept) == 0 for one in found)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 5),
            st.integers(0, 400),
            st.sampled_from(Channel),
            st.sampled_from(Source),
            st.dictionaries(st.sampled_from(["staff", "access"]), st.integers(0, 5)),
        ),
        max_size=12,
    )
)
def test_whatever_is_given_the_tallies_equal_the_facts(rated: World, given_) -> None:
    """The law, over any batches in any order."""
    for level, offset, channel, source, answers in given_:
        day = date(2026, 1, 1) + timedelta(days=offset)
        rated.rate("a1", "A", day, [level], channel=channel, source=source, answers=answers)
    with rated.store.look() as work:
        assert recount(work) == ()


@pytest.fixture
def rated(sqlite_store: Store) -> World:
    """A unit with a desk, on SQLite; every example adds to the same facts."""
    made = bare(sqlite_store)
    made.unit("A")
    made.desk("a1", "A")
    return made
