"""Units as rows of plain values, for tables and JSON. It decides nothing."""

from collections.abc import Iterable
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import UnitEvent, UnitVersion
from feedback.services import places
from feedback.services.places.listing import units_on
from feedback.store.work import Work

Row = dict[str, object]


def listed(work: Work, on: date | None, under: str | None) -> list[Row]:
    """Give the units of a day, or those at and below one."""
    day = on or local_day(work.now)
    top = places.unit_id(work, under, day) if under else None
    return [version_row(one.version, one.parent_code) for one in units_on(work, day, top)]


def searched(work: Work, text: str, on: date | None) -> list[Row]:
    """Give the units that answer to a text."""
    day = on or local_day(work.now)
    on_day = places.tree(work).on(day)
    rows: list[Row] = []
    for found in places.find_units(work, text, day):
        above = on_day.parent(found.unit)
        parent_code = on_day.version[above].code if above is not None else ""
        row = version_row(on_day.version[found.unit], parent_code)
        rows.append({**row, "parent": found.parent, "formerly": found.formerly})
    return rows


def told(work: Work, text: str, on: date | None) -> tuple[list[Row], Row]:
    """Give a unit's versions, and beside them events, successors, children, desks and sources."""
    day = on or local_day(work.now)
    tree, unit = places.tree(work), places.unit_id(work, text, day)
    on_day = tree.on(day)
    heirs = tree.successors_on(unit, day)
    extra: Row = {
        "events": [event_row(tree, event) for event in tree.events_of(unit)],
        "now": [_named(tree, heir, day) for heir in heirs if heir != unit],
        "formed_from": sorted(places.formed_from(work, unit)),
        "children": len(on_day.children(unit)) if unit in on_day.units else 0,
        "desks": [card.name for card in places.desks_of(work, unit, day)],
    }
    return [version_row(v, _parent_code(tree, v)) for v in tree.versions(unit)], extra


def event_row(tree: Tree, event: UnitEvent) -> Row:
    """Give an event with its units by code and name of their time."""
    before = event.on.fromordinal(event.on.toordinal() - 1)
    return {
        "kind": event.kind.value,
        "on": event.on,
        "from": _all_named(tree, event.predecessors, before),
        "to": _all_named(tree, event.successors, event.on),
        "basis": event.basis,
    }


def version_row(version: UnitVersion, parent_code: str) -> Row:
    """Give a version under the names of the columns of a file of units."""
    return {
        "code": version.code,
        "name": version.name,
        "kind": version.kind,
        "parent_code": parent_code,
        "group": version.group,
        "valid_from": version.valid_from,
        "valid_to": version.valid_to,
        "legal_basis": version.basis,
    }


def _parent_code(tree: Tree, version: UnitVersion) -> str:
    parent = version.parent
    return "" if parent is None else tree.nearest(parent, version.valid_from).code


def _all_named(tree: Tree, units: Iterable[UnitId], day: date) -> str:
    return "; ".join(sorted(_named(tree, unit, day) for unit in units))


def _named(tree: Tree, unit: UnitId, day: date) -> str:
    version = tree.nearest(unit, day)
    return f"{version.code} {version.name}"
