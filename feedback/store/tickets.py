"""Gateway of tickets for files. It never sees a token, only its digest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from feedback.domain.ids import CaseId, StaffId
from feedback.store.tables.tickets import file_ticket
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Ticket:
    """Which file of which case, and whose errand it is."""

    case: CaseId
    file: int
    by: str
    staff: StaffId | None
    original: bool
    until: datetime


def add(work: Work, digest: bytes, ticket: Ticket) -> None:
    """Store a ticket, and drop those whose time is over."""
    # Swept here, since tickets live for minutes and no timer is worth them.
    work.connection.execute(delete(file_ticket).where(file_ticket.c.until < work.now))
    work.connection.execute(
        insert(file_ticket).values(
            digest=digest,
            case_id=ticket.case,
            file_id=ticket.file,
            by=ticket.by,
            staff_id=ticket.staff,
            original=ticket.original,
            until=ticket.until,
        )
    )


def valid(work: Work, digest: bytes) -> Ticket | None:
    """Read a ticket that can still be used."""
    query = select(
        file_ticket.c.case_id,
        file_ticket.c.file_id,
        file_ticket.c.by,
        file_ticket.c.staff_id,
        file_ticket.c.original,
        file_ticket.c.until,
    ).where(
        file_ticket.c.digest == digest,
        file_ticket.c.used_at.is_(None),
        file_ticket.c.until >= work.now,
    )
    row = work.connection.execute(query).one_or_none()
    return None if row is None else Ticket(*row)


def use(work: Work, digest: bytes) -> Ticket | None:
    """Use a ticket up; of two who try at once, one gets it."""
    ticket = valid(work, digest)
    if ticket is None:
        return None
    used = work.connection.execute(
        update(file_ticket)
        .where(file_ticket.c.digest == digest, file_ticket.c.used_at.is_(None))
        .values(used_at=work.now)
    )
    return ticket if used.rowcount else None
