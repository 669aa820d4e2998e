"""Gateway of follow-ups: low ratings that wait for someone, and what came of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, exists, func, select, update

from feedback.domain.channels import Standing
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.store.tables.facts import comment, rating
from feedback.store.tables.followups import followup
from feedback.store.upsert import unless_there
from feedback.store.vault import Unreadable
from feedback.store.work import Work

LOW = 2
"""The highest level that is followed up."""


@dataclass(frozen=True, slots=True)
class Low:
    """A low rating with words, or low ratings of a desk and month without; ``day`` the first."""

    unit: UnitId
    desk: DeskId
    service: int
    day: date
    rating: RatingId | None
    n: int
    sample: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as it is stored; ``outcome`` None as long as nobody has dealt with it."""

    id: int
    rating: RatingId | None
    month: date | None
    unit: UnitId
    desk: DeskId
    service: int
    day: date
    n: int
    due_on: date
    due_why: str
    outcome: str | None
    done_by: str
    done_at: datetime | None
    sample: bool


_WORDED = exists().where(comment.c.rating_id == rating.c.id)
_ACCUSING = exists().where(comment.c.rating_id == rating.c.id, comment.c.screen != "plain")
_FOLLOWED = exists().where(followup.c.rating_id == rating.c.id)


def worded(work: Work, first: date, last: date) -> list[Low]:
    """Find low ratings with words that nobody follows up yet; accusing ones are cases already."""
    query = _low(first, last).where(_WORDED, ~_ACCUSING, ~_FOLLOWED).order_by(rating.c.id)
    return [
        Low(
            UnitId(row.unit_id),
            DeskId(row.desk_id),
            row.service_id,
            row.day,
            RatingId(row.id),
            1,
            row.source == "sample",
        )
        for row in work.connection.execute(query)
    ]


def wordless(work: Work, first: date, last: date) -> list[Low]:
    """Count the low ratings without words of a month, desk by desk."""
    found = _low(first, last).where(~_WORDED).subquery()
    query = select(
        found.c.unit_id,
        found.c.desk_id,
        func.min(found.c.day),
        func.count(),
        func.max(found.c.source),
    ).group_by(found.c.unit_id, found.c.desk_id)
    return [
        # 0: ratings of one month may be of several services.
        Low(UnitId(unit), DeskId(desk), 0, day, None, n, source == "sample")
        for unit, desk, day, n, source in work.connection.execute(query)
    ]


def add(work: Work, low: Low, month: date | None, due_on: date, due_why: str) -> None:
    """Store a follow-up, unless it is there."""
    row = {
        "rating_id": low.rating,
        "month": month,
        "desk_id": low.desk,
        "unit_id": low.unit,
        "service_id": low.service,
        "day": low.day,
        "n": low.n,
        "due_on": due_on,
        "due_why": due_why,
        "sample": low.sample,
    }
    # Two servers may gather at once: the second finds what the first made.
    work.connection.execute(unless_there(work.connection, followup), row)


def has_month(work: Work, month: date) -> bool:
    """Say whether the wordless ones of a month were gathered."""
    return bool(work.connection.scalar(select(exists().where(followup.c.month == month))))


def listed(
    work: Work, units: Collection[UnitId] | None, *, done: bool, limit: int
) -> list[FollowUp]:
    """Read follow-ups, those due first in front; the done ones newest first."""
    query = select(followup).limit(limit)
    if units is not None:
        query = query.where(followup.c.unit_id.in_(sorted(units)))
    if done:
        query = query.where(followup.c.done_at.is_not(None)).order_by(followup.c.done_at.desc())
    else:
        query = query.where(followup.c.done_at.is_(None)).order_by(followup.c.due_on, followup.c.id)
    return [_read(row) for row in work.connection.execute(query)]


def one(work: Work, identity: int, *, lock: bool = False) -> FollowUp | None:
    """Read a follow-up."""
    query = select(followup).where(followup.c.id == identity)
    row = work.connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _read(row)


def count_overdue(work: Work, today: date) -> int:
    """Count what was due before today and is not dealt with."""
    query = select(func.count()).where(
        followup.c.done_at.is_(None), followup.c.due_on < today, followup.c.sample.is_(False)
    )
    return work.connection.scalar(query) or 0


def done(work: Work, identity: int, outcome: str, note: str, by: str) -> None:
    """Store what came of a follow-up; the note is sealed."""
    work.connection.execute(
        update(followup)
        .where(followup.c.id == identity)
        .values(
            outcome=outcome,
            # What staff write about a rating may quote its citizen.
            note=work.vault.seal(note.encode()) if note else None,
            kid=work.vault.kid if note else "",
            done_by=by,
            done_at=work.now,
        )
    )


def note(work: Work, identity: int) -> str:
    """Open the note of a follow-up; empty where there is none, or its key is gone."""
    query = select(followup.c.kid, followup.c.note).where(followup.c.id == identity)
    row = work.connection.execute(query).one_or_none()
    if row is None or row.note is None:
        return ""
    try:
        return work.vault.unseal(row.kid, row.note).decode()
    except Unreadable:
        return ""


def _low(first: date, last: date) -> Select[Any]:
    return select(rating).where(
        rating.c.day >= first,
        rating.c.day <= last,
        rating.c.level <= LOW,
        rating.c.standing == Standing.COUNTED.value,
    )


def _read(row: Row[*tuple[Any, ...]]) -> FollowUp:
    return FollowUp(
        row.id,
        None if row.rating_id is None else RatingId(row.rating_id),
        row.month,
        UnitId(row.unit_id),
        DeskId(row.desk_id),
        row.service_id,
        row.day,
        row.n,
        row.due_on,
        row.due_why,
        row.outcome,
        row.done_by,
        row.done_at,
        row.sample,
    )
