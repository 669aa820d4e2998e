"""The tree of units with figures: every unit of the period's end, and those of before that were
rated. It computes nothing."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from admin_tui.reading import Forest, Node, Span
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.index import Counts, Figure
from feedback.domain.methods import Method
from feedback.domain.query import By, IndexQuery, IndexRow
from feedback.domain.roles import Viewer
from feedback.domain.tree import OnDay, Tree
from feedback.services import indices, places

if TYPE_CHECKING:
    from feedback.store.work import Work


def read(work: "Work", viewer: Viewer, span: Span, floor: int) -> Forest:
    """Read the tree that a viewer may see."""
    asked = IndexQuery(first=span.first, last=span.last, tree=span.tree, by=By.UNIT)
    table = indices.index(work, viewer, asked, floor=floor)
    # A period may end ahead of today, and nobody knows the tree of a day to come.
    tree, day = places.tree(work), min(table.last, local_day(work.now))
    there = tree.on(day)
    rows = {row.unit: row for row in table.rows if row.unit is not None}
    listed = _listed(there, viewer.unit)
    # In this order: parents stand before their children, and what is gone but was rated follows.
    known = dict.fromkeys((*listed, *rows))
    nodes = tuple(
        _node(tree, unit, day, rows.get(unit), _parent(tree, there, unit, day, known), table.method)
        for unit in known
    )
    return Forest(nodes, table.until, work.now)


def blank(method: Method) -> Figure:
    """Give the figure of a unit that nobody rated."""
    return Figure(Counts(), method)


def lineage(tree: Tree, unit: UnitId, day: date) -> Iterator[UnitId]:
    """Give the units above one on a day, nearest first; above one that is gone, as on its last."""
    there = tree.on(day)
    if unit in there.units:
        yield from there.ancestors(unit)
        return
    version = tree.nearest(unit, day)
    # The nearest version of a unit that is yet to come lies ahead: its first day is looked at.
    gone = version.valid_to if version.valid_from <= day else version.valid_from
    last = tree.on(gone or day)
    yield from last.ancestors(unit) if unit in last.units else ()


def _listed(there: OnDay, top: UnitId | None) -> tuple[UnitId, ...]:
    if top is None:
        return tuple(unit for root in there.roots for unit in there.below(root))
    return there.below(top) if top in there.units else (top,)


def _parent(
    tree: Tree, there: OnDay, unit: UnitId, day: date, known: dict[UnitId, None]
) -> UnitId | None:
    if unit in there.units:
        above = there.parent(unit)
        return above if above in known else None
    return next((above for above in lineage(tree, unit, day) if above in known), None)


def _node(
    tree: Tree,
    unit: UnitId,
    day: date,
    row: IndexRow | None,
    parent: UnitId | None,
    method: Method,
) -> Node:
    version = tree.nearest(unit, day)
    figure = row.figure if row is not None else None
    ended = version.valid_to if not version.holds(day) and version.valid_from <= day else None
    return Node(
        unit,
        parent,
        version.code,
        version.name,
        row is not None and row.sample,
        figure or blank(method),
        ended,
    )
