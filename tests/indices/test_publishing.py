"""What the public sees: units, published periods, nothing small, nothing by subtraction."""

from datetime import date

import pytest

from feedback.domain.periods import period
from feedback.domain.query import By, IndexQuery, IndexTable, Note, TreeOf
from feedback.domain.roles import Role
from feedback.services import indices, publishing
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from tests.indices.conftest import OPERATOR, World, viewer

Q2, JUNE = period("2026Q2"), date(2026, 6, 10)


def public(world: World, unit: str | None = None, **query) -> IndexTable:
    """Ask with the public's rules."""
    with world.store.look() as work:
        of = world.units[unit] if unit else None
        return indices.index(work, OPERATOR, IndexQuery(unit=of, public=True, **query))


def shown(table: IndexTable) -> dict[str, int | None]:
    """How many count by row, None where it is suppressed."""
    return {
        row.of_part.code if row.of_part else row.unit_code: (
            None if row.suppressed else row.figure.counts.n
        )
        for row in table.rows
    }


def publish(world: World, name: str, unit: str) -> None:
    with world.store.work() as work:
        publishing.publish(work, OPERATOR, period(name), world.units[unit])


def page(world: World) -> dict[tuple[str, str], dict[str, int | None]]:
    """What stands on the public page, by period and unit."""
    with world.store.look() as work:
        tables = publishing.public_rows(work)
    return {(one.publication.name, one.unit_code): shown(one.table) for one in tables}


def test_a_unit_below_thirty_is_named_and_nothing_else(world: World) -> None:
    """Thirty are enough, twenty-nine are not, and none are as few."""
    world.rate("a1", "A", JUNE, [5] * 29)
    world.rate("b1", "B", JUNE, [5] * 30)
    table = public(world)
    assert shown(table) == {"P": 59, "A": None, "B": 30}
    hidden_ = next(row for row in table.rows if row.unit_code == "A")
    assert (hidden_.figure, hidden_.target, hidden_.unknown) == (None, None, 0)
    assert hidden_.unit_name == "UBND A"
    assert Note.PUBLIC in table.notes


def test_a_handful_cannot_be_had_by_subtraction(world: World) -> None:
    """Where the hidden ones are fewer than five, another unit is hidden with them."""
    world.rate("a1", "A", JUNE, [1] * 3)
    world.rate("b1", "B", JUNE, [5] * 30)
    assert shown(public(world)) == {"P": 33, "A": None, "B": None}


def test_below_a_hidden_unit_nothing_is_shown(world: World) -> None:
    """Its parts would add up to it."""
    world.unit("B1", "B")
    world.desk("x", "B1")
    world.rate("a1", "A", JUNE, [1] * 3)
    world.rate("x", "B1", JUNE, [5] * 40)
    assert shown(public(world)) == {"P": 43, "A": None, "B": None, "B1": None}


def test_a_part_below_five_is_hidden_with_the_next(world: World) -> None:
    """A breakdown of a unit that may be shown."""
    world.rate("a1", "A", date(2026, 4, 1), [5] * 20)
    world.rate("a1", "A", date(2026, 5, 1), [5] * 4)
    world.rate("a1", "A", date(2026, 6, 1), [5] * 9)
    assert shown(public(world, "A", by=By.MONTH)) == {
        "2026-04": 20,
        "2026-05": None,
        "2026-06": None,
    }


def test_no_part_of_a_small_unit_is_shown(world: World) -> None:
    """Parts of five in a unit of twenty: nothing, by factor as well."""
    world.rate("a1", "A", date(2026, 4, 1), [5] * 10, answers={"staff": 5})
    world.rate("a1", "A", date(2026, 5, 1), [5] * 10, answers={"staff": 5, "access": 4})
    for by in (By.MONTH, By.FACTOR, By.CHANNEL):
        assert set(shown(public(world, "A", by=by)).values()) == {None}


def test_by_factor_each_is_judged_alone(world: World) -> None:
    """Factors do not add up to a whole, so that a hidden one takes no other with it."""
    world.rate("a1", "A", JUNE, [5] * 28, answers={"staff": 5})
    world.rate("a1", "A", JUNE, [5] * 4, answers={"access": 5})
    found = shown(public(world, "A", by=By.FACTOR))
    assert (found["staff"], found["access"], found["result"]) == (28, None, None)


def test_the_public_never_sees_a_desk(world: World) -> None:
    """However much it was rated."""
    world.rate("a1", "A", JUNE, [5] * 90)
    assert all(row.suppressed for row in public(world, "A", by=By.DESK).rows)
    assert all(row.suppressed for row in public(world, desk=world.desks["a1"]).rows)


def test_only_published_periods_are_on_the_page(world: World) -> None:
    """A unit with all below it, until it is withdrawn."""
    world.rate("a1", "A", JUNE, [5] * 40)
    world.rate("b1", "B", JUNE, [5] * 31)
    assert page(world) == {}
    publish(world, "2026Q2", "A")
    assert page(world) == {("2026Q2", "A"): {"A": 40}}
    publish(world, "2026Q2", "P")
    assert page(world)["2026Q2", "P"] == {"P": 71, "A": 40, "B": 31}
    with world.store.work() as work:
        publishing.withdraw(work, OPERATOR, "2026Q2", world.units["P"], "nhầm kỳ")
        with pytest.raises(NotFound):
            publishing.withdraw(work, OPERATOR, "2026Q2", world.units["P"])
    assert set(page(world)) == {("2026Q2", "A")}
    with world.store.look() as work:
        assert len(publishing.listed(work, OPERATOR)) == 2


def test_publishing_twice_is_publishing_once(world: World) -> None:
    """The second time tells of the first."""
    publish(world, "2026Q2", "A")
    publish(world, "2026Q2", "A")
    with world.store.look() as work:
        assert len(publishing.listed(work, OPERATOR)) == 1


@pytest.mark.parametrize(
    ("name", "unit"),
    [("2026Q2@tt06", "A"), ("2026-05", "A"), ("2026", "A"), ("2026-05", "P"), ("2026Q2@tt06", "P")],
)
def test_periods_that_share_days_are_refused(world: World, name: str, unit: str) -> None:
    """Two overlapping periods, of a unit or of one above it, would tell a few days by difference."""
    publish(world, "2026Q2", "A")
    with pytest.raises(Refusal):
        publish(world, name, unit)


def test_the_same_days_by_two_trees_are_refused_above_and_below(world: World) -> None:
    """Whom one tree counts below and the other does not, their difference would tell."""
    publish(world, "2026Q2", "A")
    with world.store.work() as work, pytest.raises(Refusal, match="shares days"):
        publishing.publish(work, OPERATOR, Q2, world.units["P"], TreeOf.NOW)
    publish(world, "2026Q2", "P")


def test_other_days_and_other_units_do_not_clash(world: World) -> None:
    """The next quarter, and a neighbour's own periods, can be published."""
    publish(world, "2026Q2", "A")
    publish(world, "2026Q1", "A")
    publish(world, "2026Q2@tt06", "B")


def test_a_period_that_runs_is_shown_in_batches(world: World) -> None:
    """Those who are rated read the public page too: it must not move one by one."""
    today = date(2026, 8, 12)
    world.rate("a1", "A", date(2026, 8, 11), [5] * 30)
    publish(world, "2026Q3", "A")
    world.rate("a1", "A", today, [1])
    assert page(world) == {("2026Q3", "A"): {"A": 30}}
    world.store.clock.move(days=60)
    assert page(world) == {("2026Q3", "A"): {"A": 31}}


def test_a_period_that_has_not_begun_is_refused(world: World) -> None:
    """There is nothing to publish yet."""
    with pytest.raises(Refusal):
        publish(world, "2026Q4", "A")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AUDITOR, Role.INSPECTOR, Role.MODERATOR])
def test_publishing_is_a_right_of_its_own(world: World, role: Role) -> None:
    """Nobody publishes what they are rated by, and an admin only within the own unit."""
    with world.store.work() as work, pytest.raises(NotAllowed):
        publishing.publish(work, viewer(world, role, "A"), Q2, world.units["A"])
    with world.store.work() as work, pytest.raises(NotAllowed):
        publishing.publish(work, viewer(world, Role.ADMIN, "A"), Q2, world.units["B"])


def test_the_tree_that_was_published_is_the_one_shown(world: World) -> None:
    """Then or now is part of what was published."""
    with world.store.work() as work:
        one = publishing.publish(work, OPERATOR, Q2, world.units["A"], TreeOf.NOW)
    assert one.tree is TreeOf.NOW
    with world.store.look() as work:
        (table,) = publishing.public_rows(work)
    assert table.table.query.tree is TreeOf.NOW
