"""Says in SQL which cases a scope sees. Every query about cases for staff goes through it."""

from sqlalchemy import BindParameter, ColumnElement, and_, exists, false, or_, select, true

from feedback.domain.cases.record import Scope
from feedback.domain.ids import StaffId, UnitId
from feedback.store.tables.cases import case_party, cases, desk_sitting
from feedback.store.work import Work


def visible(scope: Scope) -> ColumnElement[bool]:
    """Give the condition under which a row of ``cases`` is seen."""
    plain = and_(cases.c.sealed.is_(False), _of(scope.plain))
    sealed = and_(cases.c.sealed.is_(True), cases.c.unrouted.is_(False), _of(scope.sealed))
    lost = cases.c.unrouted.is_(True) if scope.unrouted else false()
    seen = or_(plain, sealed, lost)
    return seen if scope.staff is None else and_(seen, foreign(scope.staff))


def _of(units: frozenset[UnitId] | None) -> ColumnElement[bool]:
    if units is None:
        return true()
    return cases.c.unit_id.in_(sorted(units)) if units else false()


def foreign(staff: StaffId | BindParameter[int]) -> ColumnElement[bool]:
    """Give the condition that a case is not about someone's own desk and day, nor names them."""
    # Whatever their role, those a case is about know who stood before them: they never read it.
    sat = exists(
        select(1).where(
            desk_sitting.c.staff_id == staff,
            desk_sitting.c.desk_id == cases.c.about_desk_id,
            desk_sitting.c.from_day <= cases.c.about_day,
            or_(desk_sitting.c.to_day.is_(None), desk_sitting.c.to_day >= cases.c.about_day),
        )
    )
    named = exists(
        select(1).where(case_party.c.case_id == cases.c.id, case_party.c.staff_id == staff)
    )
    return and_(~sat, ~named)


def concerned(work: Work, staff: StaffId) -> bool:
    """Say whether any case at all may be about someone: whether they ever sat, or were named."""
    sat = select(1).where(desk_sitting.c.staff_id == staff)
    named = select(1).where(case_party.c.staff_id == staff)
    return bool(work.connection.scalar(select(or_(exists(sat), exists(named)))))
