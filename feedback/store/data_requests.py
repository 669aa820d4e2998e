"""Gateway of what citizens ask about their own data, with the dates of the law."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, update

from feedback.domain.ids import CaseId, Person
from feedback.domain.requests import Request, RequestKind, RequestState
from feedback.store.tables.cases import cases
from feedback.store.tables.privacy import data_request
from feedback.store.work import Work

_DONE = RequestState.DONE.value


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it comes in, with the dates by which it is answered and acted on."""

    kind: RequestKind
    received_on: date
    answer_by: date
    act_by: date
    why: str
    case: CaseId | None = None
    person: Person | None = None
    by: str = ""


def add(work: Work, asked: Asked) -> int:
    """Store a request; gives its id."""
    identity = work.new_id()
    work.connection.execute(
        insert(data_request).values(
            id=identity,
            kind=asked.kind.value,
            case_id=asked.case,
            person=asked.person,
            received_on=asked.received_on,
            answer_by=asked.answer_by,
            act_by=asked.act_by,
            why=asked.why,
            state=RequestState.OPEN.value,
            by=asked.by,
        )
    )
    return identity


def one(work: Work, identity: int) -> Request | None:
    """Read a request."""
    row = work.connection.execute(_all().where(data_request.c.id == identity)).one_or_none()
    return None if row is None else _request(*row)


def listed(work: Work, *, all_of_them: bool, limit: int) -> tuple[Request, ...]:
    """Read the requests that are not done, the most urgent first; or all, newest first."""
    query = _all().limit(limit)
    if all_of_them:
        query = query.order_by(data_request.c.id.desc())
    else:
        query = query.where(data_request.c.state != _DONE)
        query = query.order_by(data_request.c.act_by, data_request.c.id)
    return tuple(_request(*row) for row in work.connection.execute(query))


def wishes(work: Work, limit: int) -> list[tuple[int, Person, date]]:
    """Read who of the messengers is to be erased or forgotten: id, person, latest day."""
    c = data_request.c
    query = (
        select(c.id, c.person, c.act_by)
        .where(c.state != _DONE, c.kind == RequestKind.DELETE.value, c.person.is_not(None))
        .order_by(c.id)
        .limit(limit)
    )
    return [(row[0], Person(row[1]), row[2]) for row in work.connection.execute(query)]


def asked_before(work: Work, kind: RequestKind, on: ColumnElement[bool]) -> bool:
    """Say whether such a request is there already."""
    query = select(func.count()).where(data_request.c.kind == kind.value, on)
    return bool(work.connection.scalar(query))


def of(case: CaseId | None, person: Person | None, since: date | None) -> ColumnElement[bool]:
    """Pick the requests about a case or a person: since a day, or None for those not done."""
    c = data_request.c
    whose = c.person == person if person is not None else c.case_id == case
    return and_(whose, c.state != _DONE if since is None else c.received_on >= since)


def told(work: Work, identity: int) -> None:
    """Store that whoever asked was told."""
    work.connection.execute(
        update(data_request)
        # A word that comes late must not open again what is done.
        .where(data_request.c.id == identity, data_request.c.state == RequestState.OPEN.value)
        .values(state=RequestState.TOLD.value)
    )


def done(work: Work, identity: int, by: str) -> None:
    """Store that a request was acted on; who in a messenger asked is not kept any longer."""
    _end(work, data_request.c.id == identity, by)


def done_with(work: Work, ids: Collection[CaseId], person: Person | None, by: str) -> None:
    """End all requests about what was erased."""
    these: list[ColumnElement[bool]] = [data_request.c.case_id.in_(sorted(ids))]
    if person is not None:
        these.append(data_request.c.person == person)
    _end(work, or_(*these), by)


def count_late(work: Work, today: date) -> int:
    """Count the requests with a date that has passed."""
    c = data_request.c
    untold = and_(c.state == RequestState.OPEN.value, c.answer_by < today)
    undone = and_(c.state != _DONE, c.act_by < today)
    return work.connection.scalar(select(func.count()).where(or_(untold, undone))) or 0


def _end(work: Work, these: ColumnElement[bool], by: str) -> None:
    work.connection.execute(
        update(data_request)
        .where(these, data_request.c.state != _DONE)
        .values(state=_DONE, done_by=by, done_at=work.now, person=None)
    )


def _all() -> Select[Any]:
    c = data_request.c
    # An outer join: what somebody wishes in a messenger is about no case.
    return select(
        c.id,
        c.kind,
        c.case_id,
        cases.c.code,
        c.person,
        c.received_on,
        c.answer_by,
        c.act_by,
        c.why,
        c.state,
        c.by,
        c.done_by,
        c.done_at,
    ).join(cases, cases.c.id == c.case_id, isouter=True)


def _request(
    identity: int,
    kind: str,
    case: int | None,
    code: str | None,
    person: bytes | None,
    received_on: date,
    answer_by: date,
    act_by: date,
    why: str,
    state: str,
    by: str,
    done_by: str,
    done_at: datetime | None,
) -> Request:
    return Request(
        identity,
        RequestKind(kind),
        None if case is None else CaseId(case),
        code,
        None if person is None else Person(person),
        received_on,
        answer_by,
        act_by,
        why,
        RequestState(state),
        by,
        done_by,
        done_at,
    )
