"""Gateway of the members of staff whom a case is about."""

from sqlalchemy import delete, select

from feedback.domain.ids import CaseId, StaffId
from feedback.store.tables.cases import case_party
from feedback.store.upsert import unless_there
from feedback.store.work import Work


def of_case(work: Work, case: CaseId) -> frozenset[StaffId]:
    """Give whom a case is about."""
    rows = work.connection.scalars(
        select(case_party.c.staff_id).where(case_party.c.case_id == case)
    )
    return frozenset(StaffId(one) for one in rows)


def add(work: Work, case: CaseId, staff: StaffId) -> None:
    """Store that a case is about someone."""
    work.connection.execute(
        unless_there(work.connection, case_party), {"case_id": case, "staff_id": staff}
    )


def remove(work: Work, case: CaseId, staff: StaffId) -> None:
    """Take back that a case is about someone."""
    work.connection.execute(
        delete(case_party).where(case_party.c.case_id == case, case_party.c.staff_id == staff)
    )
