"""Decides who receives a case: never the one it is about. It changes nothing."""

from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, StaffId, UnitId
from feedback.domain.roles import Role
from feedback.services.places import snapshot
from feedback.store import sittings, staff
from feedback.store.staff import Person
from feedback.store.work import Work

ANSWERING = frozenset({Role.HANDLER, Role.SUPERVISOR})
"""Roles that a unit's ordinary cases wait for."""


@dataclass(frozen=True, slots=True)
class Route:
    """Who receives a case: a unit, or the office as a whole (None).

    ``unrouted``: a sealed case that nobody outside the unit is enrolled to receive.
    """

    unit: UnitId | None
    unrouted: bool = False


def ordinary(
    work: Work,
    unit: UnitId | None,
    desk: DeskId | None,
    day: date,
    named: frozenset[StaffId] = frozenset(),
) -> Route:
    """Route an ordinary case: to its unit, or upward while all who could answer are concerned.

    Concerned are those who sat at the desk that day, and those ``named``. A unit that has nobody
    enrolled keeps its cases: they wait there in sight of those above.
    """
    if unit is None:
        return Route(None)
    concerned = _concerned(work, desk, day) | named
    people = _answerers(work)
    for place in _upward(work, unit):
        own = [one for one in people if one.unit == place]
        if not own or any(one.id not in concerned for one in own):
            return Route(place)
    return Route(None)


def above(work: Work, unit: UnitId | None, named: frozenset[StaffId] = frozenset()) -> Route:
    """Route what is contested to the first unit above that has someone who may answer it.

    Where none has, or the unit is the highest, it goes to the office as a whole.
    """
    if unit is None:
        return Route(None)
    free = {one.unit for one in _answerers(work) if one.id not in named}
    return Route(next((place for place in _upward(work, unit)[1:] if place in free), None))


def _answerers(work: Work) -> list[Person]:
    return [one for one in staff.everyone(work) if one.role in ANSWERING and not one.disabled]


def sealed(
    work: Work,
    unit: UnitId | None,
    desk: DeskId | None,
    day: date,
    named: frozenset[StaffId] = frozenset(),
) -> Route:
    """Route a sealed case to the first inspector outside the unit it is about, climbing.

    Where that unit is not known, it goes to the highest: whoever has other units below.
    """
    inspectors = _inspectors(work, _concerned(work, desk, day) | named)
    # Without the unit itself: nobody of it receives what accuses it, its inspector neither.
    outside = _upward(work, unit)[1:] if unit is not None else _highest(work)
    for place in outside:
        if any(one.unit == place for one in inspectors):
            return Route(place)
    if any(one.unit is None for one in inspectors):
        return Route(None)
    # It waits, sealed, for an inspector to be enrolled or for whoever was appointed.
    return Route(None, unrouted=True)


def inspected(
    work: Work, unit: UnitId | None, desk: DeskId | None, day: date, named: frozenset[StaffId]
) -> bool:
    """Say whether a unit (None: the office) has an inspector whom a case is not about."""
    return any(one.unit == unit for one in _inspectors(work, _concerned(work, desk, day) | named))


def receives_sealed(work: Work, unit: UnitId | None) -> bool:
    """Say whether anyone outside a unit is enrolled to receive what accuses it."""
    return not sealed(work, unit, None, local_day(work.now)).unrouted


def _concerned(work: Work, desk: DeskId | None, day: date) -> frozenset[StaffId]:
    return frozenset() if desk is None else sittings.at(work, desk, day)


def _inspectors(work: Work, concerned: frozenset[StaffId]) -> list[Person]:
    return [
        one
        for one in staff.everyone(work)
        if one.role is Role.INSPECTOR and not one.disabled and one.id not in concerned
    ]


def _highest(work: Work) -> tuple[UnitId, ...]:
    here = snapshot.tree(work).on(local_day(work.now))
    return tuple(
        unit for unit in sorted(here.units) if here.parent(unit) is None and here.children(unit)
    )


def _upward(work: Work, unit: UnitId) -> tuple[UnitId, ...]:
    """Give a unit (or what became of it) and those above it today, nearest first."""
    today = local_day(work.now)
    tree = snapshot.tree(work)
    here = tree.on(today)
    # The unit may be gone by now: whoever took over answers for what it did.
    heir = tree.heir_on(unit, today) or unit
    return (heir, *here.ancestors(heir)) if heir in here.units else (heir,)
