"""Tells who would receive a report against each unit, and how many wait for want of anyone."""

from dataclasses import dataclass

from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.domain.tree import OnDay
from feedback.services import places
from feedback.services.authority import Act, require
from feedback.services.cases import routing
from feedback.store import cases, desks
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Receiving:
    """A unit with desks; ``receives`` names where a report against it goes, None: nowhere."""

    unit: UnitId
    code: str
    name: str
    receives: str | None
    waiting: int


def units(work: Work, viewer: Viewer) -> tuple[Receiving, ...]:
    """List the units that have desks, with who receives what accuses them."""
    require(work, viewer, Act.MANAGE_STAFF, viewer.unit)
    today = local_day(work.now)
    here = places.tree(work).on(today)
    waiting = cases.count_unrouted(work)
    found = []
    for unit in sorted({row.unit for row in desks.every(work)} & here.units):
        version = here.version[unit]
        place = _place(here, routing.sealed(work, unit, None, today))
        found.append(Receiving(unit, version.code, version.name, place, waiting.get(unit, 0)))
    return tuple(found)


def _place(here: OnDay, route: routing.Route) -> str | None:
    if route.unrouted:
        return None
    return "office" if route.unit is None else here.name(route.unit)
