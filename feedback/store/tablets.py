"""Gateway of registered shared tablets."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, insert, select, update

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


def end(work: Work, serial: int, at: datetime) -> bool:
    """End a tablet's use; say whether there was such a use."""
    changed = work.connection.execute(
        update(tablet).where(tablet.c.id == serial, tablet.c.ended_at.is_(None)).values(ended_at=at)
    )
    return changed.rowcount > 0


def of_desk(work: Work, desk: DeskId) -> Sequence[Row[tuple[int, int, datetime, datetime]]]:
    """Read a desk's tablets, oldest first."""
    query = select(tablet).where(tablet.c.desk_id == desk).order_by(tablet.c.registered_at)
    return work.connection.execute(query).all()
