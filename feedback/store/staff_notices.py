"""Gateway of word to the staff: which case came to what, for its handler or for a unit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, insert, or_, select, update

from feedback.domain.cases.record import Scope
from feedback.domain.ids import CaseId, StaffId, UnitId
from feedback.store.case_sight import visible
from feedback.store.tables.cases import cases
from feedback.store.tables.casework import staff_notice
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that staff are told of a case."""

    id: int
    case: CaseId
    code: str
    what: str
    at: datetime


def add(
    work: Work,
    case: CaseId,
    what: str,
    *,
    staff: StaffId | None = None,
    unit: UnitId | None = None,
) -> None:
    """Tell one of the staff, else a unit (None: the office as a whole)."""
    work.connection.execute(
        insert(staff_notice).values(
            id=work.new_id(), case_id=case, staff_id=staff, unit_id=unit, what=what, at=work.now
        )
    )


def unseen(
    work: Work, scope: Scope, staff: StaffId | None, unit: UnitId | None, limit: int
) -> list[Word]:
    """Read what nobody has looked at, newest first: for one of the staff, and for their unit."""
    # None is the office as a whole; in SQL nothing is equal to it, not even itself.
    units = and_(
        staff_notice.c.staff_id.is_(None), staff_notice.c.unit_id.is_not_distinct_from(unit)
    )
    mine = units if staff is None else or_(units, staff_notice.c.staff_id == staff)
    query = (
        select(staff_notice.c.id, cases.c.id, cases.c.code, staff_notice.c.what, staff_notice.c.at)
        .join(cases, cases.c.id == staff_notice.c.case_id)
        # Whoever may no longer see a case, since it was sealed or handed on, hears no more of it.
        .where(staff_notice.c.seen_at.is_(None), mine, visible(scope))
        .order_by(staff_notice.c.id.desc())
        .limit(limit)
    )
    return [
        Word(number, CaseId(case), code, what, at)
        for number, case, code, what, at in work.connection.execute(query)
    ]


def everyones(work: Work, scope: Scope, limit: int) -> list[Word]:
    """Read what nobody has looked at, newest first, whoever it is for; of one thing the newest."""
    newest = func.max(staff_notice.c.id).label("newest")
    query = (
        select(newest, cases.c.id, cases.c.code, staff_notice.c.what, func.max(staff_notice.c.at))
        .join(cases, cases.c.id == staff_notice.c.case_id)
        .where(staff_notice.c.seen_at.is_(None), visible(scope))
        .group_by(cases.c.id, cases.c.code, staff_notice.c.what)
        .order_by(newest.desc())
        .limit(limit)
    )
    return [
        Word(number, CaseId(case), code, what, at)
        for number, case, code, what, at in work.connection.execute(query)
    ]


def seen(work: Work, ids: Collection[int]) -> None:
    """Note that these were looked at."""
    if ids:
        work.connection.execute(
            update(staff_notice).where(staff_notice.c.id.in_(list(ids))).values(seen_at=work.now)
        )
