"""The tree of a day, and what became of a unit, out of versions and events alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import EventKind, UnitEvent, UnitVersion

FIRST = date(2025, 7, 1)
TURN = date(2026, 9, 20)


def version(
    unit: int,
    parent: int | None = None,
    since: date = FIRST,
    until: date | None = None,
    name: str = "",
) -> UnitVersion:
    above = None if parent is None else UnitId(parent)
    name = name or f"Xã {unit}"
    return UnitVersion(UnitId(unit), f"U{unit:02}", name, "commune", above, since, until)


def event(kind: EventKind, before: set[int], after: set[int], on: date = TURN) -> UnitEvent:
    return UnitEvent(kind, on, frozenset(map(UnitId, before)), frozenset(map(UnitId, after)))


def test_a_unit_is_called_what_it_was_called_on_the_day() -> None:
    eve = TURN - timedelta(days=1)
    tree = Tree(
        [version(1, until=eve, name="Xã Bố Hạ"), version(1, since=TURN, name="Phường Bố Hạ")]
    )
    assert tree.on(eve).name(UnitId(1)) == "Xã Bố Hạ"
    assert tree.on(TURN).name(UnitId(1)) == "Phường Bố Hạ"
    assert tree.name(UnitId(1), date(2020, 1, 1)) == "Xã Bố Hạ"


def test_parents_children_and_ancestors_are_those_of_the_day() -> None:
    eve = TURN - timedelta(days=1)
    tree = Tree([version(1), version(2), version(3, 1, until=eve), version(3, 2, since=TURN)])
    assert tree.on(eve).ancestors(UnitId(3)) == (1,)
    assert tree.on(TURN).ancestors(UnitId(3)) == (2,)
    assert tree.on(TURN).children(UnitId(1)) == ()
    assert tree.on(TURN).roots == (1, 2)
    assert tree.on(TURN).below(UnitId(2)) == (2, 3)


def test_successors_are_followed_through_a_chain_of_events() -> None:
    later = TURN + timedelta(days=30)
    tree = Tree(
        [version(1, until=TURN - timedelta(days=1)), version(2, until=later - timedelta(days=1)),
         version(3), version(4)],
        [event(EventKind.MERGE, {1}, {2}), event(EventKind.SPLIT, {2}, {3, 4}, later)],
    )  # fmt: skip
    assert tree.successors_on(UnitId(1), FIRST) == (1,)
    assert tree.successors_on(UnitId(1), TURN) == (2,)
    assert tree.successors_on(UnitId(1), later) == (3, 4)


def test_an_abolished_unit_has_no_successor_and_a_future_one_is_itself() -> None:
    tree = Tree(
        [version(1, until=TURN - timedelta(days=1)), version(2, since=TURN)],
        [event(EventKind.ABOLISH, {1}, set())],
    )
    assert tree.successors_on(UnitId(1), TURN) == ()
    assert tree.successors_on(UnitId(2), FIRST) == (2,)


def test_children_of_a_parent_that_was_merged_stand_under_its_successor() -> None:
    tree = Tree(
        [version(1, until=TURN - timedelta(days=1)), version(2), version(3, 1)],
        [event(EventKind.MERGE, {1}, {2})],
    )
    assert tree.on(TURN).parent(UnitId(3)) == 2


def test_cycles_are_found_and_do_not_hang() -> None:
    tree = Tree([version(1, 2), version(2, 1), version(3, 1), version(4)])
    assert set(tree.on(FIRST).cycles()) >= {1, 2}
    assert 4 not in set(tree.on(FIRST).cycles())
    assert tree.on(FIRST).ancestors(UnitId(3)) == (1, 2)


PARENTS = st.lists(st.integers(0, 20), min_size=1, max_size=20)


@given(PARENTS)
def test_every_unit_lies_below_its_roots_exactly_once(parents: list[int]) -> None:
    """A random forest: each unit's parent is one before it, or none."""
    versions = [version(n, p % n if n and p else None) for n, p in enumerate(parents)]
    day = Tree(versions).on(FIRST)
    below = [unit for root in day.roots for unit in day.below(root)]
    assert sorted(below) == list(range(len(parents)))
    assert not list(day.cycles())
    for unit in below:
        for above in day.ancestors(unit):
            assert unit in day.below(above)


EVENTS = st.lists(
    st.tuples(st.sets(st.integers(0, 6), min_size=1), st.sets(st.integers(0, 6), min_size=1)),
    max_size=8,
)


@given(EVENTS, st.sets(st.integers(0, 6)))
def test_whatever_happened_successors_exist_on_their_day(
    happened: list[tuple[set[int], set[int]]], ended: set[int]
) -> None:
    """Any web of events, cycles included: it is followed to units of the day, or to none."""
    eve = TURN - timedelta(days=1)
    tree = Tree(
        [version(n, until=eve if n in ended else None) for n in range(7)],
        [event(EventKind.MERGE, before, after) for before, after in happened],
    )
    for unit in range(7):
        found = tree.successors_on(UnitId(unit), TURN)
        assert all(tree.version(heir, TURN) for heir in found)
        if unit not in ended:
            assert found == (unit,)
