"""Gateway of the signatures by which likely duplicates are found."""

from datetime import date

from sqlalchemy import or_, select

from feedback.domain.cases.likeness import Signature
from feedback.domain.cases.record import Case, Scope
from feedback.domain.ids import CaseId
from feedback.store.case_sight import visible
from feedback.store.cases import case
from feedback.store.tables.cases import cases
from feedback.store.tables.casework import case_likeness
from feedback.store.upsert import replacing
from feedback.store.work import Work


def keep(work: Work, identity: CaseId, signed: Signature) -> None:
    """Store the signature of a case, in place of an earlier one."""
    row = {"case_id": identity, "signature": signed}
    work.connection.execute(replacing(work.connection, case_likeness), [row])


def of_case(work: Work, identity: CaseId) -> Signature | None:
    """Read the signature of a case; None where nothing was said, or it was erased."""
    query = select(case_likeness.c.signature).where(case_likeness.c.case_id == identity)
    found = work.connection.scalar(query)
    return None if found is None else Signature(found)


def near(
    work: Work, scope: Scope, of: Case, first: date, last: date, most: int
) -> list[tuple[Case, Signature]]:
    """Read the newest cases that a scope sees of the same unit or desk, as sealed as this one."""
    place = cases.c.about_unit_id == of.about_unit
    if of.about_desk is not None:
        place = or_(place, cases.c.about_desk_id == of.about_desk)
    query = (
        select(cases, case_likeness.c.signature)
        .join(case_likeness, case_likeness.c.case_id == cases.c.id)
        # What was merged is found by the case that it goes on in.
        .where(visible(scope), place, cases.c.id != of.id, cases.c.merged_into.is_(None))
        # Named beside an open case, a sealed one would be told of to whoever handles the open one.
        .where(cases.c.sealed.is_(of.sealed), cases.c.opened_on.between(first, last))
        .order_by(cases.c.id.desc())
        .limit(most)
    )
    return [(case(row), Signature(row.signature)) for row in work.connection.execute(query)]
