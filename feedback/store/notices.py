"""Gateway of notices: what is to be told to whoever filed a case. Ids only, no text."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from feedback.domain.ids import CaseId, Person
from feedback.store.tables.cases import case_person, notice
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: ``what`` names it, ``text`` the text of the case it carries."""

    id: int
    case: CaseId
    what: str
    text: int | None
    person: Person | None
    state: str


def add(work: Work, case: CaseId, what: str, person: Person | None, text: int | None) -> int:
    """Ask for someone to be told; where nobody can be, it waits behind the number."""
    identity = work.new_id()
    work.connection.execute(
        insert(notice).values(
            id=identity,
            case_id=case,
            what=what,
            text_id=text,
            person=person,
            at=work.now,
            state="pending" if person else "waiting",
        )
    )
    return identity


def pending(work: Work, limit: int) -> list[Notice]:
    """Read notices still to be handed to a conversation, oldest first."""
    query = select(notice).where(notice.c.state == "pending").order_by(notice.c.id).limit(limit)
    return [_notice(row) for row in work.connection.execute(query)]


def one(work: Work, identity: int) -> Notice | None:
    """Read a notice."""
    row = work.connection.execute(select(notice).where(notice.c.id == identity)).one_or_none()
    return None if row is None else _notice(row)


def waiting(work: Work, people: Collection[Person], whats: Collection[str]) -> list[Notice]:
    """Read what of these kinds waits for those of these people who filed a case, newest first.

    The person of each is who filed the case by now.
    """
    if not people:
        return []
    query = (
        select(*(c for c in notice.c if c is not notice.c.person), case_person.c.person)
        .join(case_person, case_person.c.case_id == notice.c.case_id)
        .where(
            case_person.c.person.in_(sorted(people)),
            notice.c.state == "waiting",
            notice.c.what.in_(sorted(whats)),
        )
    )
    return [_notice(row) for row in work.connection.execute(query.order_by(notice.c.id.desc()))]


def drop(work: Work, ids: Collection[int]) -> None:
    """Take notices away."""
    if ids:
        work.connection.execute(delete(notice).where(notice.c.id.in_(list(ids))))


def mark(work: Work, ids: Collection[int], state: str) -> None:
    """Say that notices were handed on, told, or wait."""
    if ids:
        work.connection.execute(
            update(notice).where(notice.c.id.in_(list(ids))).values(state=state)
        )


def _notice(row: Row[*tuple[Any, ...]]) -> Notice:
    person = None if row.person is None else Person(row.person)
    return Notice(row.id, CaseId(row.case_id), row.what, row.text_id, person, row.state)
