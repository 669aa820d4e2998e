"""Gateway of word to the staff: which case came to what, for its handler or its unit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, insert, or_, select, update

from feedback.domain.cases.record import Case, Scope
from feedback.domain.ids import CaseId
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


def add(work: Work, case: Case, what: str) -> None:
    """Tell whoever has a case in hand, else its unit."""
    work.connection.execute(
        insert(staff_notice).values(
            id=work.new_id(),
            case_id=case.id,
            staff_id=case.assignee,
            unit_id=case.unit,
            what=what,
            at=work.now,
        )
    )


def unseen(work: Work, scope: Scope, limit: int) -> list[Word]:
    """Read what nobody has looked at, newest first: one's own, and of cases in nobody's hands."""
    mine = or_(staff_notice.c.staff_id.is_(None), staff_notice.c.staff_id == scope.staff)
    query = (
        select(staff_notice.c.id, cases.c.id, cases.c.code, staff_notice.c.what, staff_notice.c.at)
        .join(cases, cases.c.id == staff_notice.c.case_id)
        .where(and_(staff_notice.c.seen_at.is_(None), mine, visible(scope)))
        .order_by(staff_notice.c.id.desc())
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
