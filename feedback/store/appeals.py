"""Gateway of units' appeals against ratings they hold untrue."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, exists, insert, select, update

from feedback.domain.ids import RatingId, StaffId, UnitId
from feedback.store.tables.followups import rating_appeal
from feedback.store.vault import Unreadable
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal; ``decision`` None as long as nobody decided."""

    id: int
    rating: RatingId
    unit: UnitId
    reason: str
    by: str
    by_staff: StaffId | None
    at: datetime
    decision: str | None
    decided_by: str
    decided_at: datetime | None
    why: str


def add(
    work: Work, rating: RatingId, unit: UnitId, reason: str, by: str, staff: StaffId | None
) -> int:
    """Store an appeal, its reason sealed: it may quote the citizen."""
    made = work.connection.execute(
        insert(rating_appeal)
        .values(
            rating_id=rating,
            unit_id=unit,
            reason=work.vault.seal(reason.encode()),
            kid=work.vault.kid,
            by=by,
            by_staff_id=staff,
            at=work.now,
        )
        .returning(rating_appeal.c.id)
    )
    return int(made.scalar_one())


def standing(work: Work, rating: RatingId) -> bool:
    """Say whether there is an appeal against a rating, decided or not."""
    query = select(exists().where(rating_appeal.c.rating_id == rating))
    return bool(work.connection.scalar(query))


def one(work: Work, identity: int, *, lock: bool = False) -> Appeal | None:
    """Read an appeal."""
    query = select(rating_appeal).where(rating_appeal.c.id == identity)
    row = work.connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _read(work, row)


def listed(work: Work, units: frozenset[UnitId] | None, *, decided: bool) -> list[Appeal]:
    """Read appeals of units, oldest first; the decided ones newest first."""
    query = select(rating_appeal)
    if units is not None:
        query = query.where(rating_appeal.c.unit_id.in_(sorted(units)))
    if decided:
        query = query.where(rating_appeal.c.decision.is_not(None))
        query = query.order_by(rating_appeal.c.decided_at.desc())
    else:
        query = query.where(rating_appeal.c.decision.is_(None)).order_by(rating_appeal.c.id)
    return [_read(work, row) for row in work.connection.execute(query.limit(500))]


def decide(work: Work, identity: int, decision: str, by: str, why: str) -> None:
    """Store what was decided."""
    work.connection.execute(
        update(rating_appeal)
        .where(rating_appeal.c.id == identity)
        .values(decision=decision, decided_by=by, decided_at=work.now, why=why)
    )


def _read(work: Work, row: Row[*tuple[Any, ...]]) -> Appeal:
    return Appeal(
        row.id,
        RatingId(row.rating_id),
        UnitId(row.unit_id),
        _reason(work, row),
        row.by,
        None if row.by_staff_id is None else StaffId(row.by_staff_id),
        row.at,
        row.decision,
        row.decided_by,
        row.decided_at,
        row.why,
    )


def _reason(work: Work, row: Row[*tuple[Any, ...]]) -> str:
    try:
        return work.vault.unseal(row.kid, row.reason).decode(errors="replace")
    # An office restored without its keys still has to list and decide what stands.
    except Unreadable:
        return ""
