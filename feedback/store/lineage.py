"""Gateway of descent: the chain of units above one on a day. It writes nothing."""

from datetime import date

from sqlalchemy import bindparam, select

from feedback.domain.ids import UnitId
from feedback.store.tables.places import unit_event_link, unit_version
from feedback.store.work import Work

# Typed, or a date would be sent where the column holds a number.
_DAY = bindparam("day", type_=unit_version.c.valid_from.type)
_PARENT = (
    select(unit_version.c.parent_id, unit_version.c.valid_to)
    .where(unit_version.c.unit_id == bindparam("unit"), unit_version.c.valid_from <= _DAY)
    .order_by(unit_version.c.valid_from.desc())
    .limit(1)
)
_MADE_OF = unit_event_link.alias("made_of")
_HEIRS = (
    select(unit_event_link.c.unit_id)
    .join(_MADE_OF, _MADE_OF.c.event_id == unit_event_link.c.event_id)
    .where(_MADE_OF.c.role == "from", unit_event_link.c.role == "to")
    .where(_MADE_OF.c.unit_id == bindparam("unit"))
)


def above(work: Work, unit: UnitId, day: date) -> frozenset[UnitId]:
    """Give a unit, all units above it on a day and, where it ended before, above its successors."""
    found: set[UnitId] = set()
    waiting = [unit]
    while waiting:
        unit = waiting.pop()
        # Merged and split off again, units are each other's heirs: without this it never ends.
        if unit in found:
            continue
        found.add(unit)
        row = work.connection.execute(_PARENT, {"unit": unit, "day": day}).first()
        if row is not None and row[0] is not None:
            waiting.append(UnitId(row[0]))
        if row is not None and row[1] is not None and row[1] < day:
            waiting += [UnitId(heir) for heir in work.connection.scalars(_HEIRS, {"unit": unit})]
    return frozenset(found)
