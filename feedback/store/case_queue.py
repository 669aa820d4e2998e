"""Reads queues of cases a page at a time, in an order that an index serves."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Scope
from feedback.domain.ids import UnitId
from feedback.store.case_sight import visible
from feedback.store.cases import case
from feedback.store.tables.cases import cases
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a queue is narrowed to; empty means all."""

    states: frozenset[CaseState] = frozenset()
    kinds: frozenset[CaseKind] = frozenset()
    units: frozenset[UnitId] | None = None
    due_before: date | None = None


def page(work: Work, scope: Scope, wanted: Wanted, size: int, skip: int = 0) -> list[Case]:
    """Read a page of cases, newest first."""
    query = _narrowed(select(cases).where(visible(scope)), wanted)
    rows = work.connection.execute(query.order_by(cases.c.id.desc()).limit(size).offset(skip))
    return [case(row) for row in rows]


def near(work: Work, scope: Scope, of: Case, since: date, most: int) -> list[Case]:
    """Read the newest cases that a scope sees about the same desk, or else the same unit."""
    place = (
        cases.c.about_unit_id == of.about_unit
        if of.about_desk is None
        else cases.c.about_desk_id == of.about_desk
    )
    query = (
        select(cases)
        .where(visible(scope), place, cases.c.id != of.id, cases.c.merged_into.is_(None))
        .where(cases.c.opened_on >= since)
        .order_by(cases.c.id.desc())
        .limit(most)
    )
    return [case(row) for row in work.connection.execute(query)]


def _narrowed(query: Select[tuple[object, ...]], wanted: Wanted) -> Select[tuple[object, ...]]:
    if wanted.states:
        query = query.where(cases.c.state.in_(sorted(wanted.states)))
    if wanted.kinds:
        query = query.where(cases.c.kind.in_(sorted(wanted.kinds)))
    if wanted.units is not None:
        query = query.where(cases.c.unit_id.in_(sorted(wanted.units)))
    if wanted.due_before is not None:
        query = query.where(cases.c.due_on < wanted.due_before)
    return query
