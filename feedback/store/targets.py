"""Gateway of targets: what was set, for which unit, from when. It decides no inheritance."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from feedback.domain.ids import UnitId
from feedback.domain.query import Target
from feedback.store.tables.offices import target
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class TargetSet:
    """A target as it was set: for a unit and all below it, from a day on."""

    unit: UnitId
    target: Target
    since: date
    set_by: str


_ALL = select(
    target.c.unit_id, target.c.basis_points, target.c.decision, target.c.from_day, target.c.set_by
).order_by(target.c.from_day, target.c.id)


def add(work: Work, unit: UnitId, wanted: Target, since: date, set_by: str) -> None:
    """Set a target from a day on; of two from the same day the later one set holds."""
    work.connection.execute(
        insert(target).values(
            unit_id=unit,
            basis_points=wanted.points,
            decision=wanted.decision,
            from_day=since,
            set_by=set_by,
            set_at=work.now,
        )
    )


def everything(work: Work) -> tuple[TargetSet, ...]:
    """List all targets ever set, oldest first."""
    return tuple(
        TargetSet(UnitId(row[0]), Target(row[1], row[2]), row[3], row[4])
        for row in work.connection.execute(_ALL)
    )


def in_force(work: Work, day: date) -> dict[UnitId, Target]:
    """Give the newest target of each unit on a day."""
    rows = work.connection.execute(_ALL.where(target.c.from_day <= day))
    # Read oldest first, so that the newest of each unit is the one that stays.
    return {UnitId(row[0]): Target(row[1], row[2]) for row in rows}
