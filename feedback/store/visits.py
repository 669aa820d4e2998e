"""Gateway of the codes of visits, which live for half an hour."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, insert, select

from feedback.domain.ids import DeskId, RatingId
from feedback.store.tables.codes import desk_code, visit_code
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A code as it is stored."""

    serial: int
    short_code: str
    rating: RatingId
    desk: DeskId
    expires_at: datetime


def living(work: Work, rating: RatingId, after: datetime) -> VisitRow | None:
    """Find the code of a rating that outlives an instant."""
    row = work.connection.execute(
        select(visit_code)
        .where(visit_code.c.rating_id == rating, visit_code.c.expires_at > after)
        .order_by(visit_code.c.expires_at.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return VisitRow(
        row.serial, row.short_code, RatingId(row.rating_id), DeskId(row.desk_id), row.expires_at
    )


def taken(work: Work, short_code: str) -> bool:
    """Say whether a short code belongs to a desk, or to a visit that is still alive."""
    # A code that leads to a desk must never mean somebody's visit as well.
    at_desk = exists().where(desk_code.c.short_code == short_code)
    on_visit = exists().where(
        visit_code.c.short_code == short_code, visit_code.c.expires_at > work.now
    )
    return bool(work.connection.scalar(select(at_desk | on_visit)))


def add(work: Work, row: VisitRow) -> None:
    """Store a code."""
    work.connection.execute(
        insert(visit_code).values(
            serial=row.serial,
            short_code=row.short_code,
            rating_id=row.rating,
            desk_id=row.desk,
            expires_at=row.expires_at,
        )
    )
