"""Gateway of registered shared tablets."""

from datetime import datetime

from sqlalchemy import insert, select, update

from feedback.domain.ids import DeskId
from feedback.store.tables.places import tablet
from feedback.store.work import Work


def desk_of(work: Work, serial: int) -> DeskId | None:
    """Give the desk of a tablet that is in use, or None."""
    found = work.connection.scalar(
        select(tablet.c.desk_id).where(tablet.c.id == serial, tablet.c.ended_at.is_(None))
    )
    return None if found is None else DeskId(found)


def add(work: Work, serial: int, desk: DeskId) -> None:
    """Register a tablet."""
    work.connection.execute(insert(tablet).values(id=serial, desk_id=desk, registered_at=work.now))


def end(work: Work, serial: int, at: datetime) -> None:
    """End a tablet's use."""
    work.connection.execute(update(tablet).where(tablet.c.id == serial).values(ended_at=at))
