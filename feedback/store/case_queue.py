"""Reads queues of cases a page at a time; each page costs the same however many cases there are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, ColumnElement, Integer, bindparam, select, tuple_

from feedback.domain.cases.kinds import CaseKind, Severity
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Scope
from feedback.domain.ids import CaseId, StaffId, UnitId
from feedback.store import case_lanes, shelves
from feedback.store.case_lanes import Going, Lane
from feedback.store.case_sight import concerned, foreign, visible
from feedback.store.cases import case
from feedback.store.shelves import Chosen, Drawer
from feedback.store.tables.cases import cases
from feedback.store.work import Work

_MOST_RUNS = 5_000
"""More runs than this cost more than passing over what is not wanted."""
_ABOVE = cases.c.urgency < bindparam("below", type_=Integer)
_OLDER = cases.c.id < bindparam("last", type_=BigInteger)
_LAST = tuple_(bindparam("last_urgency", type_=Integer), bindparam("last", type_=BigInteger))
_AFTER = tuple_(cases.c.urgency, cases.c.id) > _LAST
_FOREIGN = foreign(bindparam("viewer", type_=Integer))
_WITHIN = cases.c.place.in_(bindparam("places", expanding=True, type_=Integer))
_PASSING = cases.c.shelf.in_(bindparam("shelves", expanding=True, type_=Integer))


class Order(StrEnum):
    """What comes first in a queue."""

    URGENT = "urgent"
    """Late, then by the day due, then the graver; what has ended comes last, newest first."""
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a queue is narrowed to; empty means all.

    ``owed``: only where somebody still owes something. ``due_before``: only what is owed, whose
    clock runs, and whose day is before that one.
    """

    states: frozenset[CaseState] = frozenset()
    kinds: frozenset[CaseKind] = frozenset()
    units: frozenset[UnitId] | None = None
    due_before: date | None = None
    severities: frozenset[Severity] = frozenset()
    assignee: StaffId | None = None
    owed: bool = False
    order: Order = Order.URGENT

    @property
    def chosen(self) -> Chosen:
        """What of it stands on the shelves."""
        return Chosen(self.states, self.kinds, self.severities)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page ended; the next one begins after it."""

    urgency: int
    id: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some cases of a queue in its order, and the mark of the last; None where there is no more."""

    cases: tuple[Case, ...]
    after: Mark | None


def page(work: Work, scope: Scope, wanted: Wanted, size: int, after: Mark | None = None) -> Page:
    """Read a page of the cases that a scope sees."""
    found = {
        Mark(one.urgency, one.id)
        for lane, going in _lanes(work, scope, wanted, after)
        # One more than is shown tells whether a page follows, without counting.
        for one in case_lanes.first(work, lane, going, size + 1)
    }
    marks = sorted(found, key=lambda mark: _place(mark, wanted.order))[: size + 1]
    shown = marks[:size]
    rows = {one.id: one for one in _read(work, scope, [mark.id for mark in shown])}
    # While it writes, PostgreSQL sees others' commits between two reads: one may be sealed by now.
    ordered = tuple(rows[CaseId(mark.id)] for mark in shown if mark.id in rows)
    return Page(ordered, shown[-1] if len(marks) > size else None)


def count(work: Work, scope: Scope, wanted: Wanted, most: int) -> int:
    """Count the cases of a queue, up to a number."""
    lanes = _lanes(work, scope, wanted, None)
    return min(most, sum(case_lanes.count(work, lane, going, most) for lane, going in lanes))


def _read(work: Work, scope: Scope, ids: list[int]) -> list[Case]:
    # The scope is asked again of the rows themselves: lanes are for speed, this is the lock.
    query = select(cases).where(cases.c.id.in_(ids), visible(scope))
    return [case(row) for row in work.connection.execute(query)]


def _place(mark: Mark, order: Order) -> tuple[int, int]:
    return (0, -mark.id) if order is Order.NEWEST else (mark.urgency, mark.id)


@dataclass(slots=True)
class _Way:
    """Conditions gathered for a lane, with the values that they leave open."""

    newest: bool
    narrowed: list[ColumnElement[bool]] = field(default_factory=list)
    bound: dict[str, object] = field(default_factory=dict)

    def only(self, condition: ColumnElement[bool], **values: object) -> None:
        self.narrowed.append(condition)
        self.bound |= values

    def going(self) -> Going:
        return Going(tuple(self.narrowed), self.bound, self.newest)


def _lanes(
    work: Work, scope: Scope, wanted: Wanted, after: Mark | None
) -> Iterator[tuple[Lane, Going]]:
    """Give lanes that together hold just the cases that a scope sees and a queue wants."""
    for units, drawers in _drawers(scope):
        places = _places(units, wanted.units)
        if places is None or places:
            way = _way(work, scope, wanted, after)
            yield _lane(wanted, places, drawers, way), way.going()


def _way(work: Work, scope: Scope, wanted: Wanted, after: Mark | None) -> _Way:
    way = _Way(wanted.order is Order.NEWEST)
    if wanted.due_before is not None:
        way.only(_ABOVE, below=shelves.due_before(wanted.due_before))
    elif wanted.owed:
        way.only(_ABOVE, below=shelves.OWED_BELOW)
    if after is not None and way.newest:
        way.only(_OLDER, last=after.id)
    elif after is not None:
        way.only(_AFTER, last_urgency=after.urgency, last=after.id)
    # The exclusion costs two look-ups a row: who never sat and was never named is spared them.
    if scope.staff is not None and concerned(work, scope.staff):
        way.only(_FOREIGN, viewer=scope.staff)
    return way


def _lane(
    wanted: Wanted, places: tuple[int, ...] | None, drawers: tuple[Drawer, ...], way: _Way
) -> Lane:
    chosen = shelves.shelves(drawers, wanted.chosen)
    if wanted.assignee is not None:
        if places is not None:
            way.only(_WITHIN, places=places)
        return Lane((cases.c.assignee_id, cases.c.shelf), ((wanted.assignee,), chosen))
    if places is None:
        return Lane((cases.c.shelf,), (chosen,))
    if wanted.chosen and len(places) * len(chosen) <= _MOST_RUNS:
        return Lane((cases.c.place, cases.c.shelf), (places, chosen))
    if wanted.chosen:
        way.only(_PASSING, shelves=chosen)
    return Lane((cases.c.place, cases.c.drawer), (places, tuple(map(int, drawers))))


def _drawers(scope: Scope) -> Iterator[tuple[frozenset[UnitId] | None, tuple[Drawer, ...]]]:
    """Give the drawers that a scope opens, with the units for which it does."""
    if scope.plain == scope.sealed:
        yield scope.plain, (Drawer.PLAIN, Drawer.SEALED)
    else:
        yield scope.plain, (Drawer.PLAIN,)
        yield scope.sealed, (Drawer.SEALED,)
    if scope.unrouted:
        yield None, (Drawer.UNROUTED,)


def _places(
    seen: frozenset[UnitId] | None, wanted: frozenset[UnitId] | None
) -> tuple[int, ...] | None:
    if wanted is None:
        return None if seen is None else tuple(sorted(seen))
    return tuple(sorted(wanted if seen is None else wanted & seen))
