"""Gateway of who sits at which desk, with dates."""

from datetime import date

from sqlalchemy import or_, select

from feedback.domain.ids import DeskId, StaffId
from feedback.store.tables.cases import desk_sitting
from feedback.store.work import Work


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
