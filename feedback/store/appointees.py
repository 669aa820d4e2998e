"""Gateway of who was appointed to open sealed cases that found no recipient."""

from sqlalchemy import delete, exists, insert, select

from feedback.domain.ids import StaffId
from feedback.store.tables.cases import appointee
from feedback.store.tables.offices import staff
from feedback.store.work import Work


def one(work: Work, identity: StaffId | None) -> bool:
    """Say whether someone is appointed."""
    if identity is None:
        return False
    query = select(exists().where(appointee.c.staff_id == identity))
    return bool(work.connection.scalar(query))


def names(work: Work) -> tuple[str, ...]:
    """Name those who are appointed and may sign in."""
    query = select(staff.c.name).join(appointee, appointee.c.staff_id == staff.c.id)
    rows = work.connection.scalars(query.where(staff.c.disabled.is_(False)).order_by(staff.c.name))
    return tuple(rows)


def add(work: Work, identity: StaffId, by: str, decision: str) -> None:
    """Store an appointment."""
    work.connection.execute(
        insert(appointee).values(staff_id=identity, by=by, at=work.now, decision=decision)
    )


def remove(work: Work, identity: StaffId) -> None:
    """End an appointment."""
    work.connection.execute(delete(appointee).where(appointee.c.staff_id == identity))
