"""Tables of the index: rolled up through the tree, cut by every key, over any days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from feedback.domain.channels import Channel, Source
from feedback.domain.index import Confidence
from feedback.domain.periods import period
from feedback.domain.query import By, IndexQuery, IndexTable, Note, Target, TreeOf
from feedback.domain.roles import Role
from feedback.services import indices, targets
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store.tables.places import service
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare, viewer

JULY = date(2026, 7, 6)


def ask(world: World, unit: str | None = None, **query) -> IndexTable:
    """Ask as the operator, who sees everything."""
    with world.store.look() as work:
        wanted = IndexQuery(unit=world.units[unit] if unit else None, **query)
        return indices.index(work, OPERATOR, wanted)


def sizes(table: IndexTable) -> dict[str, int]:
    """How many count, by the row's part, desk or unit."""
    return {
        row.of_part.code if row.of_part else row.of_desk.name if row.of_desk else row.unit_code: (
            row.figure.counts.n
        )
        for row in table.rows
    }


def test_a_unit_is_the_sum_of_all_below_it(world: World) -> None:
    """A province's figure holds its communes' ratings; each commune only its own."""
    world.rate("a1", "A", JULY, [5, 5, 1])
    world.rate("a2", "A", JULY, [4])
    world.rate("b1", "B", JULY, [3, 2])
    assert sizes(ask(world)) == {"P": 6, "A": 4, "B": 2}
    (only,) = ask(world, "P").rows
    assert only.figure.counts.levels == (1, 1, 1, 1, 2)
    assert only.figure.index == 5000
    assert sizes(ask(world, "A")) == {"A": 4}
    assert sizes(ask(world, "P", by=By.UNIT)) == {"P": 6, "A": 4, "B": 2}


def test_rows_stand_below_what_they_belong_to(world: World) -> None:
    """Parents come before children, and each row names its parent."""
    world.rate("b1", "B", JULY, [5])
    world.rate("a1", "A", JULY, [5])
    rows = ask(world).rows
    assert [row.unit_code for row in rows] == ["P", "A", "B"]
    assert [row.of_unit.parent_code for row in rows] == [None, "P", "P"]


def test_a_unit_nobody_rated_still_answers(world: World) -> None:
    """The one asked for and the roots are there, with nothing in them."""
    assert sizes(ask(world, "A")) == {"A": 0}
    table = ask(world)
    assert sizes(table) == {"P": 0}
    assert table.rows[0].figure.index is None


def test_without_days_it_runs_from_the_first_rating_to_today(world: World) -> None:
    """The days it used are told; a unit's own first rating counts."""
    world.rate("b1", "B", date(2026, 3, 30), [5])
    world.rate("a1", "A", JULY, [5])
    assert (ask(world).first, ask(world).last) == (date(2026, 3, 30), date(2026, 8, 12))
    assert ask(world, "A").first == JULY
    assert ask(world, desk=world.desks["a1"]).first == JULY
    assert ask(world, "A", last=date(2026, 1, 1)).first == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("name", "n"),
    [("2026Q3", 3), ("2026Q3@tt06", 4), ("2026Q2@tt06", 1), ("2026-06", 3), ("2026", 6)],
)
def test_a_period_counts_its_own_days_only(world: World, name: str, n: int) -> None:
    """Odd days at the ends are counted day by day, whole months from the wide tally."""
    for day in (date(2026, 6, 14), date(2026, 6, 15), date(2026, 6, 30), date(2026, 7, 1)):
        world.rate("a1", "A", day, [5])
    world.rate("a1", "A", date(2026, 9, 14), [5])
    world.rate("a1", "A", date(2026, 9, 15), [5])
    assert sizes(ask(world, "A", period=period(name))) == {"A": n}


@given(
    st.lists(st.tuples(st.integers(0, 150), st.integers(1, 5)), max_size=25),
    st.integers(0, 150),
    st.integers(0, 150),
)
def test_any_days_give_what_counting_by_hand_gives(hand: World, given_, one, other) -> None:
    """Whole months, odd days and no whole month at all: always the same as a plain count."""
    begin = date(2026, 1, 20)
    hand.given = getattr(hand, "given", [])
    for offset, level in given_:
        hand.rate("a1", "A", begin + timedelta(days=offset), [level])
    hand.given += given_
    first, last = (begin + timedelta(days=n) for n in sorted((one, other)))
    table = ask(hand, "A", first=first, last=last)
    levels = [lv for off, lv in hand.given if first <= begin + timedelta(days=off) <= last]
    assert table.rows[0].figure.counts.levels == tuple(levels.count(n) for n in range(1, 6))


@pytest.fixture
def hand(sqlite_store: Store) -> World:
    """A unit with a desk; every example adds to the same facts."""
    made = bare(sqlite_store)
    made.unit("A")
    made.desk("a1", "A")
    return made


def test_by_desk_each_desk_has_a_row(world: World) -> None:
    """Named, and under the unit it counted for."""
    world.rate("a1", "A", JULY, [5, 1])
    world.rate("a2", "A", JULY, [4])
    world.rate("b1", "B", JULY, [4])
    assert sizes(ask(world, "A", by=By.DESK)) == {"a1": 2, "a2": 1}
    assert sizes(ask(world, by=By.DESK)) == {"a1": 2, "a2": 1, "b1": 1}
    (only,) = ask(world, desk=world.desks["a2"]).rows
    assert (only.unit_code, only.of_desk.name, only.figure.counts.n) == ("A", "a2", 1)


def test_by_month_channel_and_service(world: World) -> None:
    """Cuts of one whole: they add up to it."""
    with world.store.work() as work:
        work.connection.execute(
            insert(service).values(id=7, code="HOTICH", name_vi="Hộ tịch", name_en="", factors="")
        )
    world.rate("a1", "A", date(2026, 6, 30), [5, 1], service=7)
    world.rate("a1", "A", JULY, [4], channel=Channel.KIOSK)
    world.rate("b1", "B", JULY, [4, 2])
    assert sizes(ask(world, "P", by=By.MONTH)) == {"2026-06": 2, "2026-07": 3}
    assert sizes(ask(world, "A", by=By.CHANNEL)) == {"kiosk": 1, "web": 2}
    table = ask(world, "A", by=By.SERVICE)
    assert sizes(table) == {"": 1, "HOTICH": 2}
    assert table.rows[1].of_part.name == "Hộ tịch"
    assert table.rows[1].unit_code == "A"


def test_months_at_the_ends_hold_their_own_days_only(world: World) -> None:
    """A month cut in two by the period shows what lies inside."""
    for day in (date(2026, 6, 9), date(2026, 6, 10), date(2026, 7, 1), date(2026, 8, 5)):
        world.rate("a1", "A", day, [5])
    table = ask(world, "A", by=By.MONTH, first=date(2026, 6, 10), last=date(2026, 8, 4))
    assert sizes(table) == {"2026-06": 1, "2026-07": 1}


def test_by_factor_unknown_counts_nowhere(world: World) -> None:
    """ "Do not know" is in neither numerator nor denominator; each factor is its own question."""
    world.rate("a1", "A", JULY, [1, 1, 1], answers={"staff": 5, "access": 0})
    world.rate("a1", "A", JULY, [5], answers={"staff": 2})
    rows = {row.of_part.code: row for row in ask(world, "A", by=By.FACTOR).rows}
    assert rows["staff"].figure.counts.levels == (0, 1, 0, 0, 3)
    assert rows["staff"].figure.index == 7500
    assert rows["access"].figure.index is None
    assert rows["access"].unknown == 3
    assert set(rows) == {"access", "procedure", "staff", "result", "feedback"}
    assert Note.ANSWERS in ask(world, by=By.FACTOR).notes


def test_by_group_of_peers(world: World) -> None:
    """A unit without a group belongs to that of the nearest unit above."""
    world.unit("C", "P", group="Cụm 1")
    world.unit("C1", "C")
    world.desk("c1", "C1")
    world.rate("c1", "C1", JULY, [5, 5])
    world.rate("a1", "A", JULY, [5])
    assert sizes(ask(world, by=By.GROUP)) == {"": 1, "Cụm 1": 2}
    assert sizes(ask(world, by=By.GROUP, tree=TreeOf.NOW)) == {"": 1, "Cụm 1": 2}


def test_samples_are_marked(world: World) -> None:
    """Where samples are among the ratings, the row and the notes say so."""
    world.rate("a1", "A", JULY, [5], source=Source.SAMPLE)
    world.rate("b1", "B", JULY, [5])
    table = ask(world)
    assert {row.unit_code: row.sample for row in table.rows} == {"P": True, "A": True, "B": False}
    assert Note.SAMPLES in table.notes
    assert Note.SAMPLES not in ask(world, "B").notes


def test_a_target_holds_for_all_below_that_have_none(world: World) -> None:
    """The nearest one above, the newest that has begun, with the decision it rests on."""
    world.rate("a1", "A", JULY, [5] * 40)
    world.rate("b1", "B", JULY, [5] * 40)
    with world.store.work() as work:
        targets.set_target(work, OPERATOR, world.units["P"], "90", "QĐ 1", date(2026, 1, 1))
        targets.set_target(work, OPERATOR, world.units["B"], "85,5", "QĐ 2", date(2026, 2, 1))
        targets.set_target(work, OPERATOR, world.units["B"], "95", "QĐ 3", date(2027, 1, 1))
    rows = {row.unit_code: row for row in ask(world).rows}
    assert rows["P"].target == rows["A"].target == Target(9000, "QĐ 1")
    assert rows["B"].target == Target(8550, "QĐ 2")
    assert rows["A"].figure.confidence is Confidence.ABOVE
    assert {row.target for row in ask(world, "A", by=By.FACTOR).rows} == {None}
    early = ask(world, "B", first=date(2025, 8, 1), last=date(2025, 8, 2))
    assert early.rows[0].target is None


def test_what_cannot_be_computed_is_refused(world: World) -> None:
    """Days in the wrong order, a method that does not exist, a desk that does not exist."""
    with pytest.raises(Refusal):
        ask(world, first=date(2026, 8, 2), last=date(2026, 8, 1))
    with pytest.raises(Refusal):
        ask(world, method="sipas")
    with pytest.raises(NotFound):
        ask(world, desk=99)


def test_nobody_sees_another_unit(world: World) -> None:
    """A role held for a commune reaches neither its neighbour nor the province."""
    world.rate("a1", "A", JULY, [5] * 5)
    auditor = viewer(world, Role.AUDITOR, "A")
    for query in (
        IndexQuery(unit=world.units["B"]),
        IndexQuery(unit=world.units["P"]),
        IndexQuery(desk=world.desks["b1"]),
    ):
        with world.store.look() as work, pytest.raises(NotAllowed):
            indices.index(work, auditor, query)
    with world.store.look() as work:
        assert sizes(indices.index(work, auditor, IndexQuery())) == {"A": 5}
