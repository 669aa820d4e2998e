"""People who may sign in: added, changed, let in. A password is never kept, shown or logged."""

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from feedback.domain.ids import StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services.authority import Act, require, within
from feedback.services.refusals import Misuse, NotFound, Refusal
from feedback.store import audit, staff
from feedback.store.staff import Person
from feedback.store.work import Work

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
LONGEST = 200
_FREE_TRIES = 3
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=15)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_UNITLESS = frozenset({Role.ADMIN, Role.INSPECTOR, Role.INTEGRITY, Role.AUDITOR, Role.MODERATOR})


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the staff, as others may know them."""

    id: StaffId
    name: str
    role: Role
    unit: UnitId | None
    disabled: bool
    must_change: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The password was right. With ``must_change`` nothing but a new password should be offered."""

    viewer: Viewer
    must_change: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Not let in. Whether the name, the password or the wait was the reason is never said."""


def listed(work: Work, viewer: Viewer) -> tuple[Member, ...]:
    """List the staff that the viewer manages, by name."""
    require(work, viewer, Act.MANAGE_STAFF, viewer.unit)
    return tuple(
        _member(person) for person in staff.everyone(work) if within(work, viewer, person.unit)
    )


def add(
    work: Work,
    viewer: Viewer,
    name: str,
    role: Role,
    unit: UnitId | None,
    password: str,
    *,
    must_change: bool = True,
) -> Member:
    """Let someone new sign in; raise Refusal for a taken name, Misuse for a bad one."""
    require(work, viewer, Act.MANAGE_STAFF, unit)
    name = _name(name)
    _check_role(role, unit)
    if staff.named(work, name) is not None:
        raise Refusal(f"There is someone named {name} already; choose another name.")
    hashed = _hasher().hash(_checked(password))
    staff.add(work, name, hashed, role, unit, must_change)
    audit.note(work, viewer.name, "staff.add", name, after=_post(role, unit))
    return _member(_found(work, name))


def change_role(work: Work, viewer: Viewer, name: str, role: Role, unit: UnitId | None) -> Member:
    """Give someone another role and unit."""
    person = _managed(work, viewer, name)
    require(work, viewer, Act.MANAGE_STAFF, unit)
    _check_role(role, unit)
    staff.set_role(work, person.id, role, unit)
    before, after = _post(person.role, person.unit), _post(role, unit)
    audit.note(work, viewer.name, "staff.role", person.name, before, after)
    return _member(_found(work, name))


def disable(work: Work, viewer: Viewer, name: str, *, disabled: bool = True) -> Member:
    """Let someone in no more, or again."""
    person = _managed(work, viewer, name)
    if person.id == viewer.staff:
        raise Refusal("Nobody can disable the own account; ask another admin.")
    admins = [one.id for one in staff.everyone(work) if one.role is Role.ADMIN and not one.disabled]
    if disabled and admins == [person.id]:
        raise Refusal(f"{person.name} is the only admin; add another one first.")
    staff.set_disabled(work, person.id, disabled)
    audit.note(work, viewer.name, "staff.disable" if disabled else "staff.enable", person.name)
    return _member(_found(work, name))


def set_password(
    work: Work, viewer: Viewer, name: str, password: str, *, must_change: bool = True
) -> Member:
    """Give someone a new password; also ends a wait after failures."""
    person = _managed(work, viewer, name)
    staff.set_password(work, person.id, _hasher().hash(_checked(password)), must_change)
    audit.note(work, viewer.name, "staff.password", person.name)
    return _member(_found(work, name))


def change_own_password(work: Work, viewer: Viewer, old: str, new: str) -> bool:
    """Replace the viewer's own password, given the old one; False when that was wrong."""
    if isinstance(sign_in(work, viewer.name, old), Refused):
        return False
    person = _found(work, viewer.name)
    if _normal(old) == _normal(new):
        raise Refusal("The new password is the old one; choose another.")
    staff.set_password(work, person.id, _hasher().hash(_checked(new)), must_change=False)
    audit.note(work, viewer.name, "staff.password", person.name)
    return True


def sign_in(work: Work, name: str, password: str) -> SignedIn | Refused:
    """Check a name and a password, on a transaction that writes and commits either way.

    From the third failure in a row on a wait must pass, doubling up to a quarter of an hour; a
    name that does not exist takes as long to refuse as a wrong password.
    """
    person = staff.locked(work, unicodedata.normalize("NFC", name).strip())
    hashed = _dummy() if person is None else person.password
    right = len(password) <= LONGEST and _matches(hashed, _normal(password))
    if person is None or person.disabled or _waiting(work, person):
        return Refused()
    if not right:
        _fail(work, person)
        return Refused()
    staff.entered(work, person.id)
    if _hasher().check_needs_rehash(hashed):
        staff.rehash(work, person.id, _hasher().hash(_normal(password)))
    viewer = Viewer(person.name, person.role, person.unit, person.id)
    audit.note(work, person.name, "staff.sign_in", person.name)
    return SignedIn(viewer, person.must_change)


def still(work: Work, viewer: Viewer) -> bool:
    """Say whether a signed-in viewer still holds the same role, unit and right to be here."""
    person = staff.named(work, viewer.name)
    if person is None or person.disabled:
        return False
    return (person.id, person.role, person.unit) == (viewer.staff, viewer.role, viewer.unit)


def new_password() -> str:
    """Make a password of 80 bits that can be read aloud: four groups of four."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def _fail(work: Work, person: Person) -> None:
    failures = person.failures + 1
    wait = None
    if failures >= _FREE_TRIES:
        doubled = _FIRST_WAIT * 2 ** min(failures - _FREE_TRIES, 16)
        wait = work.now + min(doubled, _LONGEST_WAIT)
    staff.failed(work, person.id, failures, wait)
    audit.note(work, person.name, "staff.refused", person.name, after=str(failures))


def _waiting(work: Work, person: Person) -> bool:
    return person.locked_until is not None and work.now < person.locked_until


def _matches(hashed: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        return _hasher().verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 (most commands never need it)

    return PasswordHasher()


@cache
def _dummy() -> str:
    return _hasher().hash(secrets.token_hex(16))


def _managed(work: Work, viewer: Viewer, name: str) -> Person:
    person = _found(work, name)
    require(work, viewer, Act.MANAGE_STAFF, person.unit)
    return person


def _found(work: Work, name: str) -> Person:
    person = staff.named(work, unicodedata.normalize("NFC", name).strip())
    if person is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    return person


def _name(name: str) -> str:
    cleaned = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(cleaned) <= 60 or not cleaned.isprintable():
        raise Misuse("A name has 1 to 60 printable characters.")
    return cleaned


def _check_role(role: Role, unit: UnitId | None) -> None:
    if role is Role.OPERATOR:
        raise Misuse("The operator is the account that runs the commands; choose another role.")
    if unit is None and role not in _UNITLESS:
        raise Misuse(f"A {role} belongs to a unit; name it with --unit.")


def _checked(password: str) -> str:
    normal = _normal(password)
    if not SHORTEST <= len(normal) <= LONGEST:
        raise Misuse(f"A password has {SHORTEST} to {LONGEST} characters.")
    return normal


def _normal(password: str) -> str:
    # Two keyboards may spell the same Vietnamese letter in two ways.
    return unicodedata.normalize("NFC", password)


def _post(role: Role, unit: UnitId | None) -> str:
    return role.value if unit is None else f"{role.value} of unit {unit}"


def _member(person: Person) -> Member:
    return Member(
        person.id, person.name, person.role, person.unit, person.disabled, person.must_change
    )
