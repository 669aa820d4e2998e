"""Gateway of people who may sign in. It never compares a password."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from feedback.domain.ids import StaffId, UnitId
from feedback.domain.roles import Role
from feedback.store.tables.offices import staff
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the staff, with the hash of the password."""

    id: StaffId
    name: str
    password: str
    must_change: bool
    role: Role
    unit: UnitId | None
    disabled: bool
    failures: int
    locked_until: datetime | None
    signed_in_at: datetime | None


_PERSON = select(
    staff.c.id,
    staff.c.name,
    staff.c.password,
    staff.c.must_change,
    staff.c.role,
    staff.c.unit_id,
    staff.c.disabled,
    staff.c.failures,
    staff.c.locked_until,
    staff.c.signed_in_at,
)


def named(work: Work, name: str) -> Person | None:
    """Find someone by name."""
    row = work.connection.execute(_PERSON.where(staff.c.name == name)).one_or_none()
    return None if row is None else _person(row)


def locked(work: Work, name: str) -> Person | None:
    """Find someone by name and keep others from changing them until the end of the work."""
    # Tries that come at once are counted one after the other, or guessing in parallel would pay.
    query = _PERSON.where(staff.c.name == name).with_for_update()
    row = work.connection.execute(query).one_or_none()
    return None if row is None else _person(row)


def everyone(work: Work) -> tuple[Person, ...]:
    """List all, by name."""
    return tuple(_person(row) for row in work.connection.execute(_PERSON.order_by(staff.c.name)))


def add(
    work: Work, name: str, password: str, role: Role, unit: UnitId | None, must_change: bool
) -> None:
    """Add someone."""
    work.connection.execute(
        insert(staff).values(
            name=name,
            password=password,
            must_change=must_change,
            role=role.value,
            unit_id=unit,
            disabled=False,
            failures=0,
            created_at=work.now,
        )
    )


def set_role(work: Work, identity: StaffId, role: Role, unit: UnitId | None) -> None:
    """Give someone another role, for another unit."""
    _set(work, identity, role=role.value, unit_id=unit)


def set_disabled(work: Work, identity: StaffId, disabled: bool) -> None:
    """Let someone in no more, or again."""
    _set(work, identity, disabled=disabled)


def set_password(work: Work, identity: StaffId, password: str, must_change: bool) -> None:
    """Store a new hash and forget failures."""
    _set(work, identity, password=password, must_change=must_change, failures=0, locked_until=None)


def rehash(work: Work, identity: StaffId, password: str) -> None:
    """Store the same password under newer settings of the hash."""
    _set(work, identity, password=password)


def failed(work: Work, identity: StaffId, failures: int, locked_until: datetime | None) -> None:
    """Note a failed attempt."""
    _set(work, identity, failures=failures, locked_until=locked_until)


def entered(work: Work, identity: StaffId) -> None:
    """Note that someone signed in."""
    _set(work, identity, failures=0, locked_until=None, signed_in_at=work.now)


def _set(work: Work, identity: StaffId, **values: Any) -> None:
    work.connection.execute(update(staff).where(staff.c.id == identity).values(**values))


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(
        id=StaffId(row[0]),
        name=row[1],
        password=row[2],
        must_change=row[3],
        role=Role(row[4]),
        unit=None if row[5] is None else UnitId(row[5]),
        disabled=row[6],
        failures=row[7],
        locked_until=row[8],
        signed_in_at=row[9],
    )
