"""Gateway of cases: rows in, rows out. Whoever reads for staff passes a scope."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, exists, func, insert, literal_column, or_, select, update

from feedback.domain.cases.kinds import CaseKind, Satisfaction, Severity, Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Delivery, Scope, Step
from feedback.domain.channels import Channel
from feedback.domain.ids import CaseId, DeskId, RatingId, StaffId, UnitId
from feedback.store.case_sight import visible
from feedback.store.tables.cases import cases
from feedback.store.work import Work

_COLUMNS = {
    "unit": "unit_id",
    "about_unit": "about_unit_id",
    "about_desk": "about_desk_id",
    "rating": "rating_id",
    "assignee": "assignee_id",
}
"""Fields of ``Case`` whose columns are named otherwise."""


def add(work: Work, case: Case) -> None:
    """Store a new case."""
    work.connection.execute(insert(cases).values(_row(asdict(case))))


def taken(work: Work, code: str) -> bool:
    """Say whether a code is in use."""
    return bool(work.connection.scalar(select(exists().where(cases.c.code == code))))


def by_code(work: Work, code: str, scope: Scope) -> Case | None:
    """Read the case of a code as far as the scope sees it."""
    query = select(cases).where(cases.c.code == code, visible(scope))
    row = work.connection.execute(query).one_or_none()
    return None if row is None else case(row)


def by_id(work: Work, identity: CaseId) -> Case | None:
    """Read a case for the system or for the citizen whose number or chat led to it."""
    query = select(cases).where(cases.c.id == identity)
    row = work.connection.execute(query).one_or_none()
    return None if row is None else case(row)


def merged_into(work: Work, identity: CaseId) -> list[CaseId]:
    """Give the cases that were merged into one."""
    query = select(cases.c.id).where(cases.c.merged_into == identity).order_by(cases.c.id)
    return [CaseId(one) for one in work.connection.scalars(query)]


def lock(work: Work, *identities: CaseId) -> None:
    """Lock cases and all that they are merged with, in one order: nobody then waits in a ring."""
    other = cases.alias()
    into = select(other.c.merged_into).where(other.c.id.in_(identities))
    kin = or_(cases.c.id.in_(identities), cases.c.merged_into.in_(identities), cases.c.id.in_(into))
    query = select(cases.c.id).where(kin).order_by(cases.c.id)
    work.connection.execute(query.with_for_update()).all()


def unrouted(work: Work) -> list[Case]:
    """Read, under a lock, the sealed cases that found no recipient."""
    query = select(cases).where(cases.c.unrouted.is_(True)).order_by(cases.c.id)
    return [case(row) for row in work.connection.execute(query.with_for_update())]


def in_hands(work: Work, person: StaffId) -> list[Case]:
    """Read, under a lock, the owed cases that someone has in hand."""
    owed = (cases.c.assignee_id == person, cases.c.ended_at.is_(None))
    query = select(cases).where(*owed).order_by(cases.c.id)
    return [case(row) for row in work.connection.execute(query.with_for_update())]


def sealed_at(work: Work, unit: UnitId | None) -> list[Case]:
    """Read, under a lock, the owed sealed cases that the inspectors of a unit receive."""
    here = cases.c.unit_id.is_(None) if unit is None else cases.c.unit_id == unit
    owed = (cases.c.sealed.is_(True), cases.c.unrouted.is_(False), cases.c.ended_at.is_(None))
    query = select(cases).where(here, *owed).order_by(cases.c.id)
    return [case(row) for row in work.connection.execute(query.with_for_update())]


def plain_at(work: Work, unit: UnitId) -> list[Case]:
    """Read, under a lock, the owed ordinary cases of a unit."""
    owed = (cases.c.sealed.is_(False), cases.c.ended_at.is_(None))
    query = select(cases).where(cases.c.unit_id == unit, *owed).order_by(cases.c.id)
    return [case(row) for row in work.connection.execute(query.with_for_update())]


def owed_about(work: Work, desk: DeskId, first: date, last: date | None) -> list[Case]:
    """Read, under a lock, the owed cases about a desk on days from one to another."""
    days = [cases.c.about_day >= first, *([] if last is None else [cases.c.about_day <= last])]
    owed = (cases.c.about_desk_id == desk, cases.c.ended_at.is_(None))
    query = select(cases).where(*owed, *days).order_by(cases.c.id)
    return [case(row) for row in work.connection.execute(query.with_for_update())]


def count_late(work: Work, today: date) -> int:
    """Count the cases that are still owed an answer and were due before today."""
    # The sample office alarms nobody.
    query = select(func.count()).where(
        cases.c.ended_at.is_(None), cases.c.due_on < today, cases.c.sample.is_(False)
    )
    return work.connection.scalar(query) or 0


def count_unrouted(work: Work) -> dict[UnitId | None, int]:
    """Count the sealed cases that found no recipient, by the unit they are about."""
    query = (
        select(cases.c.about_unit_id, func.count())
        .where(cases.c.unrouted.is_(True), cases.c.ended_at.is_(None))
        .where(cases.c.sample.is_(False))
        .group_by(cases.c.about_unit_id)
    )
    return {_maybe(UnitId, unit): n for unit, n in work.connection.execute(query)}


def save(work: Work, before: Case, **changes: Any) -> Case:
    """Change a locked case, and give it as it is now; its version grows by one."""
    values = _row(changes | {"version": before.version + 1})
    work.connection.execute(update(cases).where(cases.c.id == before.id).values(values))
    row = work.connection.execute(select(cases).where(cases.c.id == before.id)).one()
    return case(row)


def deliver(work: Work, identity: CaseId, delivery: Delivery) -> None:
    """Note whether the answer arrived. Nobody's reading of the case is outdated by that."""
    work.connection.execute(
        update(cases).where(cases.c.id == identity).values(delivery=delivery.value)
    )


def judge_anew(work: Work, identity: CaseId) -> None:
    """Forget how an answer was judged, since another one takes its place."""
    work.connection.execute(update(cases).where(cases.c.id == identity).values(satisfaction=None))


def proved_false(work: Work, rating: RatingId) -> bool:
    """Say whether any case that came with a rating was found to be untrue."""
    of = (cases.c.rating_id == rating, cases.c.verdict == Verdict.FALSE.value)
    return work.connection.scalar(select(cases.c.id).where(*of).limit(1)) is not None


def of_rating(work: Work, rating: RatingId) -> list[CaseId]:
    """Find the sealed cases that came of a rating's comments, oldest first."""
    query = select(cases.c.id).where(cases.c.rating_id == rating, cases.c.sealed.is_(True))
    return [CaseId(one) for one in work.connection.scalars(query.order_by(cases.c.id))]


def case(row: Row[*tuple[Any, ...]]) -> Case:
    """Read a row of the table."""
    of: Any = row
    return Case(
        id=CaseId(of.id),
        code=of.code,
        kind=CaseKind(of.kind),
        state=CaseState(of.state),
        choice=of.choice,
        unit=_maybe(UnitId, of.unit_id),
        about_unit=_maybe(UnitId, of.about_unit_id),
        about_desk=_maybe(DeskId, of.about_desk_id),
        about_day=of.about_day,
        rating=_maybe(RatingId, of.rating_id),
        channel=Channel(of.channel),
        language=of.language,
        opened_at=of.opened_at,
        opened_on=of.opened_on,
        accepted_on=of.accepted_on,
        due_on=of.due_on,
        due_why=of.due_why,
        due_provisional=of.due_provisional,
        step=Step(of.step),
        suspended_on=of.suspended_on,
        guided_on=of.guided_on,
        severity=Severity(of.severity),
        assignee=_maybe(StaffId, of.assignee_id),
        sealed=of.sealed,
        unrouted=of.unrouted,
        appealed=of.appealed,
        verdict=Verdict(of.verdict),
        satisfaction=_maybe(Satisfaction, of.satisfaction),
        published=of.published,
        delivery=Delivery(of.delivery),
        merged_into=_maybe(CaseId, of.merged_into),
        merged_from=_maybe(CaseState, of.merged_from),
        ended_at=of.ended_at,
        version=of.version,
        sample=of.sample,
        step_on=of.step_on,
    )


def _maybe(make: Any, value: Any) -> Any:
    return None if value is None else make(value)


def _row(fields: dict[str, Any]) -> dict[str, Any]:
    return {_COLUMNS.get(name, name): _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    return value.value if hasattr(value, "value") else value


def stepping(work: Work, today: date, limit: int) -> list[Case]:
    """Read, under a lock, the owed cases whose clock takes a step by today."""
    query = (
        select(cases)
        .where(cases.c.step_on <= today, cases.c.ended_at.is_(None))
        # The longest overdue first, since a round ends at the limit.
        .order_by(cases.c.step_on, cases.c.id)
        .limit(limit)
    )
    # What a clerk holds just now is left to the next round: neither waits for the other.
    return [case(row) for row in work.connection.execute(query.with_for_update(skip_locked=True))]


def settled(work: Work, before: datetime, limit: int) -> list[Case]:
    """Read, under a lock, answered cases that ended before an instant and were not contested."""
    query = (
        select(cases)
        # Spelled out: behind a bound value the planner cannot tell that the partial index serves.
        .where(cases.c.state == literal_column("'answered'"), cases.c.ended_at < before)
        .order_by(cases.c.ended_at)
        .limit(limit)
    )
    return [case(row) for row in work.connection.execute(query.with_for_update(skip_locked=True))]


def step(work: Work, of: Case, to: Step, then: date | None) -> None:
    """Note how far the clock has come; nobody who reads the case is overtaken by that."""
    work.connection.execute(
        update(cases).where(cases.c.id == of.id).values(step=to.value, step_on=then)
    )


def wait(work: Work, of: Case, then: date) -> None:
    """Look at a clock again on a later day."""
    work.connection.execute(update(cases).where(cases.c.id == of.id).values(step_on=then))
