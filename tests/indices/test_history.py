"""Units have history: mergers, splits, retypes and moves, on the tree of then and of now."""

from datetime import date

import pytest

from feedback.domain.periods import period
from feedback.domain.query import By, IndexTable, Note, TreeOf
from feedback.domain.units import EventKind, UnitVersion
from feedback.store import desks, units
from feedback.store.work import Store
from tests.indices.conftest import World, bare
from tests.indices.test_table import ask, sizes

Q3 = period("2026Q3")
BEFORE, AFTER = date(2026, 7, 10), date(2026, 9, 25)
NOW = TreeOf.NOW


@pytest.fixture
def merged(world: World) -> World:
    """A and B became C on 15 August; desk a1 was rated before, c1 after."""
    cut = date(2026, 8, 15)
    world.rate("a1", "A", BEFORE, [5, 5, 5])
    world.rate("b1", "B", BEFORE, [1])
    world.rate("a1", "A", date(2026, 8, 14), [2])
    world.unit("C", "P", since=cut)
    world.end("A", "P", date(2026, 8, 14))
    world.end("B", "P", date(2026, 8, 14))
    world.become(EventKind.MERGE, cut, ["A", "B"], ["C"])
    world.desk("c1", "C")
    world.rate("c1", "C", date(2026, 8, 15), [4])
    world.rate("c1", "C", AFTER, [4])
    world.store.clock.move(days=60)
    return world


def test_then_predecessors_are_rows_of_their_own(merged: World) -> None:
    """A quarter that holds a merger counts each rating for the unit of its day."""
    assert sizes(ask(merged, period=Q3)) == {"P": 7, "A": 4, "B": 1, "C": 2}
    assert sizes(ask(merged, "P", period=Q3)) == {"P": 7}
    assert sizes(ask(merged, "C", period=Q3)) == {"C": 2}
    assert sizes(ask(merged, "A", period=Q3)) == {"A": 4}


def test_now_predecessors_count_for_their_successor(merged: World) -> None:
    """On the tree of today there is one unit; which tree was taken is said."""
    table = ask(merged, period=Q3, tree=NOW)
    assert sizes(table) == {"P": 7, "C": 7}
    assert table.query.tree is NOW
    assert Note.FOLLOWED in table.notes
    assert sizes(ask(merged, "C", period=Q3, tree=NOW)) == {"C": 7}
    assert sizes(ask(merged, "C", period=Q3, tree=NOW, by=By.MONTH)) == {
        "2026-07": 4,
        "2026-08": 2,
        "2026-09": 1,
    }


def test_asking_for_a_unit_that_is_gone_leads_to_its_successor(merged: World) -> None:
    """On the tree of now a predecessor is its successor."""
    assert sizes(ask(merged, "A", period=Q3, tree=NOW)) == {"C": 7}


def test_both_trees_hold_the_same_ratings(merged: World) -> None:
    """Whatever the tree, the top adds up to everything, for every cut and any days."""
    for first, last in (
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 7, 10), date(2026, 8, 14)),
        (date(2026, 8, 14), date(2026, 8, 15)),
        (date(2026, 8, 15), date(2026, 9, 25)),
    ):
        for by in (By.DESK, By.MONTH, By.CHANNEL, By.GROUP, By.SERVICE):
            then, now = (
                ask(merged, "P", first=first, last=last, by=by, tree=tree) for tree in TreeOf
            )
            whole = ask(merged, "P", first=first, last=last)
            assert total(then) == total(now) == total(whole)


def total(table: IndexTable) -> int:
    return sum(row.figure.counts.n for row in table.rows)


@pytest.fixture
def torn(world: World) -> World:
    """A was split into C and D on 1 September; desk a1 was placed in C, desk a2 nowhere."""
    cut = date(2026, 9, 1)
    world.rate("a1", "A", BEFORE, [5, 5])
    world.rate("a2", "A", BEFORE, [1])
    world.unit("C", "P", since=cut)
    world.unit("D", "P", since=cut)
    world.end("A", "P", date(2026, 8, 31))
    world.become(EventKind.SPLIT, cut, ["A"], ["C", "D"])
    with world.store.work() as work:
        desks.place(work, world.desks["a1"], world.units["C"], cut, "")
    world.rate("a1", "C", AFTER, [4])
    world.store.clock.move(days=60)
    return world


def test_a_split_follows_the_desk_where_its_place_is_known(torn: World) -> None:
    """What is not known stays a row of its own, below what the successors have in common."""
    table = ask(torn, period=Q3, tree=NOW)
    assert sizes(table) == {"P": 4, "A": 1, "C": 3}
    assert Note.SPLIT_STAYS in table.notes
    assert sizes(ask(torn, "C", period=Q3, tree=NOW)) == {"C": 3}
    assert sizes(ask(torn, "P", period=Q3, tree=NOW, by=By.MONTH)) == {"2026-07": 3, "2026-09": 1}
    assert sizes(ask(torn, period=Q3)) == {"P": 4, "A": 3, "C": 1}


def test_siblings_inherit_nothing_of_a_successor_that_ends(torn: World) -> None:
    """C is abolished: D was never all of A, and what C had been given stays C's."""
    torn.end_since("C", "P", date(2026, 9, 1), date(2026, 9, 30))
    torn.become(EventKind.ABOLISH, date(2026, 10, 1), ["C"], [])
    table = ask(torn, period=Q3, tree=NOW)
    assert sizes(table) == {"P": 4, "A": 1, "C": 3}
    assert Note.SPLIT_STAYS in table.notes
    assert sizes(ask(torn, "D", period=Q3, tree=NOW)) == {"D": 0}
    assert sizes(ask(torn, "A", period=Q3, tree=NOW)) == {"A": 1}
    assert sizes(ask(torn, "C", period=Q3, tree=NOW)) == {"C": 3}


def test_parts_that_come_together_again_are_one(torn: World) -> None:
    """Where C and D become E, all that was given to A counts for E."""
    torn.unit("E", "P", since=date(2026, 10, 1))
    for code in "CD":
        torn.end_since(code, "P", date(2026, 9, 1), date(2026, 9, 30))
    torn.become(EventKind.MERGE, date(2026, 10, 1), ["C", "D"], ["E"])
    table = ask(torn, period=Q3, tree=NOW)
    assert sizes(table) == {"P": 4, "E": 4}
    assert Note.SPLIT_STAYS not in table.notes


def test_a_merger_that_is_split_later_keeps_its_ratings_together(merged: World) -> None:
    """A and B became C, C was parted into D and E: a desk's place tells whose its ratings are."""
    cut = date(2026, 9, 1)
    merged.end_since("C", "P", date(2026, 8, 15), date(2026, 8, 31))
    merged.unit("D", "P", since=cut)
    merged.unit("E", "P", since=cut)
    merged.become(EventKind.SPLIT, cut, ["C"], ["D", "E"])
    with merged.store.work() as work:
        desks.place(work, merged.desks["b1"], merged.units["E"], cut, "")
    table = ask(merged, period=Q3, tree=NOW)
    assert sizes(table) == {"P": 7, "C": 6, "E": 1}
    assert Note.SPLIT_STAYS in table.notes
    assert sizes(ask(merged, "A", period=Q3, tree=NOW)) == {"C": 6}
    assert sizes(ask(merged, "E", period=Q3, tree=NOW)) == {"E": 1}
    assert sizes(ask(merged, "P", period=Q3, tree=NOW)) == {"P": 7}


def test_a_split_that_is_still_to_come_changes_nothing_today(merged: World) -> None:
    """What is decided for next year does not part the figures of this one."""
    later = date(2027, 1, 1)
    merged.end_since("C", "P", date(2026, 8, 15), date(2026, 12, 31))
    merged.unit("D", "P", since=later)
    merged.unit("E", "P", since=later)
    merged.become(EventKind.SPLIT, later, ["C"], ["D", "E"])
    assert sizes(ask(merged, period=Q3, tree=NOW)) == {"P": 7, "C": 7}


def test_a_retype_moves_nothing(world: World) -> None:
    """Bắc Ninh on 20 September 2026: a province became a city, twelve communes became wards."""
    cut = date(2026, 9, 20)
    world.rate("a1", "A", date(2026, 9, 19), [5])
    world.end("A", "P", date(2026, 9, 19))
    with world.store.work() as work:
        units.add_versions(
            work,
            [
                UnitVersion(
                    world.units["A"], "A", "Phường A", "any", world.units["P"], valid_from=cut
                )
            ],
        )
    world.become(EventKind.RETYPE, cut, ["A"], ["A"])
    world.rate("a1", "A", date(2026, 9, 20), [4])
    for tree in TreeOf:
        table = ask(world, period=Q3, tree=tree)
        assert sizes(table) == {"P": 2, "A": 2}
        assert table.rows[1].unit_name == ("Phường A" if tree is TreeOf.THEN else "UBND A")
    world.store.clock.move(days=60)
    assert ask(world, period=Q3, tree=NOW).rows[1].unit_name == "Phường A"


def test_a_unit_that_moves_counts_above_on_each_day_where_it_was(world: World) -> None:
    """A commune that changed its province in the middle of a month is split at the day."""
    world.unit("Q")
    world.rate("a1", "A", date(2026, 8, 19), [5, 5])
    world.end("A", "P", date(2026, 8, 19))
    with world.store.work() as work:
        units.add_versions(work, [world.version("A", "Q", since=date(2026, 8, 20))])
    world.rate("a1", "A", date(2026, 8, 20), [4])
    world.rate("b1", "B", date(2026, 8, 20), [4])
    world.store.clock.move(days=60)
    assert sizes(ask(world, "P", period=Q3)) == {"P": 3}
    assert sizes(ask(world, "Q", period=Q3)) == {"Q": 1}
    assert sizes(ask(world, "A", period=Q3)) == {"A": 3}
    assert sizes(ask(world, "P", period=Q3, tree=NOW)) == {"P": 1}
    assert sizes(ask(world, "Q", period=Q3, tree=NOW)) == {"Q": 3}


QUAN_12 = {
    "26767": ("Phường An Phú Đông", ("Thạnh Lộc", "An Phú Đông")),
    "26791": ("Phường Đông Hưng Thuận", ("Tân Thới Nhất", "Tân Hưng Thuận", "Đông Hưng Thuận")),
    "26782": ("Phường Tân Thới Hiệp", ("Hiệp Thành", "Tân Thới Hiệp")),
    "26773": ("Phường Thới An", ("Thạnh Xuân", "Thới An")),
    "26785": ("Phường Trung Mỹ Tây", ("Tân Chánh Hiệp", "Trung Mỹ Tây")),
}


@pytest.fixture
def quan_12(sqlite_store: Store) -> World:
    """Quận 12 on 1 July 2025: a district and its 11 wards gone, 5 wards under the city."""
    cut, start, last = date(2025, 7, 1), date(1997, 4, 1), date(2025, 6, 30)
    made = bare(sqlite_store)
    made.unit("HCM", since=start)
    made.unit("Q12", "HCM", since=start, until=last)
    for code, (_, olds) in QUAN_12.items():
        made.unit(code, "HCM", since=cut)
        made.desk(code, code)
        for old in olds:
            made.unit(old, "Q12", since=start, until=last)
            made.desk(old, old)
        made.become(EventKind.MERGE, cut, olds, [code])
    made.become(EventKind.ABOLISH, cut, ["Q12"], [])
    for code, (_, olds) in QUAN_12.items():
        for old in olds:
            made.rate(old, old, last, [5, 1])
        made.rate(code, code, cut, [4])
    return made


def test_quan_12_then(quan_12: World) -> None:
    """A quarter that holds the reform: eleven old wards under the district, five new ones."""
    found = sizes(ask(quan_12, first=date(2025, 4, 1), last=date(2025, 9, 30)))
    # Two ratings in each of the eleven wards that ended, and one in each of the five that began.
    assert found.pop("HCM") == 27
    assert found.pop("Q12") == 22
    assert len(found) == 16
    assert {found[code] for code in QUAN_12} == {1}
    assert {n for code, n in found.items() if code not in QUAN_12} == {2}


def test_quan_12_now(quan_12: World) -> None:
    """On the tree of today: five wards, with what was given to those they were made of."""
    found = sizes(ask(quan_12, first=date(2025, 4, 1), last=date(2025, 9, 30), tree=NOW))
    assert found == {
        "HCM": 27,
        **{code: 1 + 2 * len(olds) for code, (_, olds) in QUAN_12.items()},
    }
    gone = ask(quan_12, "Q12", first=date(2025, 4, 1), last=date(2025, 6, 30))
    assert sizes(gone) == {"Q12": 22}
