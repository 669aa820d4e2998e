"""Gateway of who filed a case, apart from its words: number, messenger, name and phone, sealed."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, insert, or_, select, update

from feedback.domain.cases.record import Contact
from feedback.domain.ids import CaseId, Person, UnitId
from feedback.store.tables.cases import case_key, case_person, cases
from feedback.store.vault import Unreadable
from feedback.store.work import Work


def add(
    work: Work, case: CaseId, number: bytes, channel: str, person: Person | None, contact: Contact
) -> None:
    """Store who filed a case; the number as its keyed hash."""
    told = any(asdict(contact).values())
    work.connection.execute(
        insert(case_person).values(
            case_id=case,
            number=number,
            channel=channel,
            person=person,
            # An empty contact stays null, so that it is seen without a key that nothing was left.
            sealed=work.vault.seal(json.dumps(asdict(contact)).encode()) if told else None,
            kid=work.vault.kid if told else "",
        )
    )


def by_number(work: Work, number: bytes) -> CaseId | None:
    """Find the case of a number's hash."""
    query = select(case_person.c.case_id).where(case_person.c.number == number)
    found = work.connection.scalar(query)
    return None if found is None else CaseId(found)


def of_person(work: Work, person: Person) -> list[CaseId]:
    """Find the cases that someone filed in a chat, newest first."""
    query = select(case_person.c.case_id).where(case_person.c.person == person)
    return [
        CaseId(n) for n in work.connection.scalars(query.order_by(case_person.c.case_id.desc()))
    ]


def person(work: Work, case: CaseId) -> Person | None:
    """Give the messenger's pseudonym of who filed a case."""
    query = select(case_person.c.person).where(case_person.c.case_id == case)
    found = work.connection.scalar(query)
    return None if found is None else Person(found)


def owed(work: Work, people: Collection[Person], since: datetime) -> frozenset[Person]:
    """Give those of these people who have a case that is open, or ended since an instant.

    A case that was merged into another lives as long as that one does.
    """
    if not people:
        return frozenset()
    other = cases.alias()
    ended = func.coalesce(other.c.ended_at, cases.c.ended_at)
    open_yet = or_(
        and_(cases.c.merged_into.is_(None), cases.c.ended_at.is_(None)),
        and_(cases.c.merged_into.is_not(None), other.c.ended_at.is_(None)),
    )
    query = (
        select(case_person.c.person)
        .join(cases, cases.c.id == case_person.c.case_id)
        .join(other, other.c.id == cases.c.merged_into, isouter=True)
        .where(case_person.c.person.in_(sorted(people)), or_(open_yet, ended > since))
    )
    return frozenset(Person(one) for one in work.connection.scalars(query))


def has_contact(work: Work, case: CaseId) -> bool:
    """Say whether a name, phone or address was left."""
    query = select(case_person.c.sealed.is_not(None)).where(case_person.c.case_id == case)
    return bool(work.connection.scalar(query))


def contact(work: Work, case: CaseId) -> Contact | None:
    """Open what a citizen left; None where nothing was, or it was erased, or its key is lost."""
    query = select(case_person.c.kid, case_person.c.sealed).where(case_person.c.case_id == case)
    row = work.connection.execute(query).one_or_none()
    if row is None or row.sealed is None:
        return None
    try:
        return Contact(**json.loads(work.vault.unseal(row.kid, row.sealed)))
    except Unreadable:
        return None


@dataclass(frozen=True, slots=True)
class Reached:
    """A case and what is kept of its citizen, whose words may name anybody; it names nobody."""

    code: str
    unit: UnitId | None
    channel: str
    opened_on: date
    messenger: bool
    contact: bool
    words: bool


def between(work: Work, first: date, last: date, units: Collection[UnitId] | None) -> list[Reached]:
    """Read the cases of some days of which a messenger, a contact or words are kept."""
    query = (
        select(
            cases.c.code,
            cases.c.about_unit_id,
            cases.c.channel,
            cases.c.opened_on,
            case_person.c.person.is_not(None),
            case_person.c.sealed.is_not(None),
            case_key.c.case_id.is_not(None),
        )
        .outerjoin(case_person, case_person.c.case_id == cases.c.id)
        .outerjoin(case_key, case_key.c.case_id == cases.c.id)
        .where(cases.c.opened_on >= first, cases.c.opened_on <= last)
        .where(
            or_(
                case_person.c.person.is_not(None),
                case_person.c.sealed.is_not(None),
                case_key.c.case_id.is_not(None),
            )
        )
        .order_by(cases.c.id)
    )
    if units is not None:
        query = query.where(cases.c.about_unit_id.in_(sorted(units)))
    return [
        Reached(code, None if of is None else UnitId(of), channel, on, *map(bool, left))
        for code, of, channel, on, *left in work.connection.execute(query)
    ]


def forget_contact(work: Work, ids: Collection[CaseId]) -> None:
    """Take names, phones and addresses away; messenger and number still lead to the case."""
    if ids:
        work.connection.execute(
            update(case_person)
            .where(case_person.c.case_id.in_(sorted(ids)))
            .values(sealed=None, kid="")
        )


def forget(work: Work, case: CaseId) -> None:
    """Erase who filed a case; the row stays, empty."""
    work.connection.execute(
        update(case_person)
        .where(case_person.c.case_id == case)
        .values(number=None, person=None, sealed=None, kid="")
    )
