"""Gateway of who sits at which desk, with dates."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, or_, select, update

from feedback.domain.ids import DeskId, StaffId
from feedback.store.tables.cases import desk_sitting
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Sitting:
    """Someone at a desk, both days included; ``last`` None as long as it goes on."""

    id: int
    staff: StaffId
    desk: DeskId
    first: date
    last: date | None


_SITTING = select(
    desk_sitting.c.id,
    desk_sitting.c.staff_id,
    desk_sitting.c.desk_id,
    desk_sitting.c.from_day,
    desk_sitting.c.to_day,
).order_by(desk_sitting.c.from_day.desc(), desk_sitting.c.id.desc())


def at(work: Work, desk: DeskId, day: date) -> frozenset[StaffId]:
    """Give who sat at a desk on a day."""
    rows = work.connection.scalars(
        select(desk_sitting.c.staff_id).where(
            desk_sitting.c.desk_id == desk,
            desk_sitting.c.from_day <= day,
            or_(desk_sitting.c.to_day.is_(None), desk_sitting.c.to_day >= day),
        )
    )
    return frozenset(StaffId(one) for one in rows)


def everyone(work: Work, desk: DeskId | None = None) -> list[Sitting]:
    """Read all, newest first, or those at one desk."""
    query = _SITTING if desk is None else _SITTING.where(desk_sitting.c.desk_id == desk)
    return [_sitting(*row) for row in work.connection.execute(query)]


def of_staff(work: Work, staff: StaffId) -> list[Sitting]:
    """Read where someone sat, newest first."""
    query = _SITTING.where(desk_sitting.c.staff_id == staff)
    return [_sitting(*row) for row in work.connection.execute(query)]


def add(work: Work, staff: StaffId, desk: DeskId, first: date, last: date | None) -> Sitting:
    """Store that someone sits at a desk."""
    made = work.connection.execute(
        insert(desk_sitting)
        .values(staff_id=staff, desk_id=desk, from_day=first, to_day=last)
        .returning(desk_sitting.c.id)
    )
    return Sitting(made.scalar_one(), staff, desk, first, last)


def close(work: Work, identity: int, last: date) -> None:
    """Store someone's last day at a desk."""
    work.connection.execute(
        update(desk_sitting).where(desk_sitting.c.id == identity).values(to_day=last)
    )


def _sitting(identity: int, staff: int, desk: int, first: date, last: date | None) -> Sitting:
    return Sitting(identity, StaffId(staff), DeskId(desk), first, last)
