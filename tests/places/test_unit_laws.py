"""Laws of events: whatever is recorded in whatever order, history stays one that can have been."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from feedback.domain import unit_changes
from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.unit_changes import Change, Facets, Impossible
from feedback.domain.units import EventKind, UnitEvent, UnitVersion

FIRST = date(2025, 7, 1)
START = Tree(
    UnitVersion(UnitId(n), f"C{n}", f"Xã {n}", "commune", UnitId(0) if n else None, FIRST)
    for n in range(6)
)
UNIT = st.integers(0, 5).map(UnitId)
DAY = st.integers(0, 6).map(lambda n: FIRST + timedelta(days=10 * n))
ACT = st.tuples(st.sampled_from(EventKind), st.sets(UNIT, min_size=1, max_size=3), UNIT, DAY)


def wanted(
    tree: Tree, kind: EventKind, members: set[UnitId], other: UnitId, event: UnitEvent
) -> Change:
    one = min(members)
    match kind:
        case EventKind.MERGE:
            return unit_changes.merged(tree, members, other, event)
        case EventKind.SPLIT:
            return unit_changes.split(tree, one, [], event)
        case EventKind.ABOLISH:
            return unit_changes.abolished(tree, one, event)
        case EventKind.REPARENT:
            return unit_changes.altered(tree, one, Facets(parent=other), event)
        case EventKind.RENAME:
            return unit_changes.altered(tree, one, Facets(name=f"Xã {event.on}"), event)
        case EventKind.RETYPE:
            return unit_changes.altered(tree, one, Facets(kind="ward"), event)


def event_of(kind: EventKind, members: set[UnitId], other: UnitId, on: date) -> UnitEvent:
    one = frozenset({min(members)})
    match kind:
        case EventKind.MERGE:
            return UnitEvent(kind, on, frozenset(members), frozenset({other}))
        case EventKind.SPLIT:
            return UnitEvent(kind, on, one, frozenset({other, UnitId(5 - other)}))
        case EventKind.ABOLISH:
            return UnitEvent(kind, on, one, frozenset())
        case _:
            return UnitEvent(kind, on, one, one)


def histories(acts: list[tuple[EventKind, set[UnitId], UnitId, date]]) -> Iterator[Tree]:
    tree = START
    for kind, members, other, on in acts:
        event = event_of(kind, members, other, on)
        try:
            tree = unit_changes.checked(tree, wanted(tree, kind, members, other, event))
        except (Impossible, ValueError):
            continue
        yield tree


@given(st.lists(ACT, max_size=12))
def test_no_unit_is_ever_two_things_at_once(
    acts: list[tuple[EventKind, set[UnitId], UnitId, date]],
) -> None:
    for tree in histories(acts):
        for unit in tree.units:
            for one, next_one in pairwise(tree.versions(unit)):
                assert one.valid_to is not None
                assert one.valid_to < next_one.valid_from


@given(st.lists(ACT, max_size=12))
def test_every_day_has_a_tree_without_cycles(
    acts: list[tuple[EventKind, set[UnitId], UnitId, date]],
) -> None:
    for tree in histories(acts):
        for days in range(0, 70, 5):
            on = tree.on(FIRST + timedelta(days=days))
            assert not list(on.cycles())
            below = [unit for root in on.roots for unit in on.below(root)]
            assert sorted(below) == sorted(on.units)


@given(st.lists(ACT, max_size=12))
def test_who_ended_has_heirs_unless_abolished(
    acts: list[tuple[EventKind, set[UnitId], UnitId, date]],
) -> None:
    last = FIRST + timedelta(days=100)
    for tree in histories(acts):
        abolished = any(event.kind is EventKind.ABOLISH for event in tree.events)
        for unit in tree.units:
            heirs = tree.successors_on(unit, last)
            assert heirs or abolished
            assert all(tree.version(heir, last) for heir in heirs)
