"""People who may sign in: added, changed, disabled. A password is never kept, shown or logged."""

import secrets
import unicodedata
from dataclasses import dataclass

from feedback.domain.ids import StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import passwords
from feedback.services.authority import Act, may, require, within
from feedback.services.cases import concerns
from feedback.services.passwords import PasswordHash
from feedback.services.refusals import Misuse, NotFound, Refusal
from feedback.services.signing_in import Compared, Refused, confirm
from feedback.store import audit, staff
from feedback.store.staff import Person
from feedback.store.work import Work

# Without letters and digits that look alike on paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
# Whoever has no unit reaches all of them: those who are rated never do.
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
    password: PasswordHash,
    *,
    must_change: bool = True,
) -> Member:
    """Let someone new sign in; raise Refusal for a taken name, Misuse for a bad one.

    The password comes hashed: that is slow on purpose, and others wait for this transaction.
    """
    require(work, viewer, Act.MANAGE_STAFF, unit)
    name = _name(name)
    _check_role(role, unit)
    if staff.named(work, name) is not None:
        raise Refusal(f"There is someone named {name} already; choose another name.")
    staff.add(work, name, password, role, unit, must_change)
    _receive(work, role)
    audit.note(work, viewer.name, "staff.add", name, after=_post(role, unit))
    return _member(_found(work, name))


def change_role(work: Work, viewer: Viewer, name: str, role: Role, unit: UnitId | None) -> Member:
    """Give someone another role and unit."""
    person = _managed(work, viewer, name)
    # Rights are handed on only within one's own unit.
    require(work, viewer, Act.MANAGE_STAFF, unit)
    _check_role(role, unit)
    if role is not Role.ADMIN:
        _spare_the_only_admin(work, person)
    staff.set_role(work, person.id, role, unit)
    leaves = person.role is Role.INSPECTOR and role is not Role.INSPECTOR
    if leaves or person.unit != unit or not may(role, Act.HANDLE_CASES):
        concerns.hand_on(work, person)
    _receive(work, role)
    before, after = _post(person.role, person.unit), _post(role, unit)
    audit.note(work, viewer.name, "staff.role", person.name, before, after)
    return _member(_found(work, name))


def disable(work: Work, viewer: Viewer, name: str, *, disabled: bool = True) -> Member:
    """Let someone in no more, or again; their cases go on in other hands."""
    person = _managed(work, viewer, name)
    if person.id == viewer.staff:
        raise Refusal("Nobody can disable the own account; ask another admin.")
    if disabled:
        _spare_the_only_admin(work, person)
    staff.set_disabled(work, person.id, disabled)
    if disabled:
        concerns.hand_on(work, person)
    else:
        _receive(work, person.role)
    audit.note(work, viewer.name, "staff.disable" if disabled else "staff.enable", person.name)
    return _member(_found(work, name))


def set_password(
    work: Work, viewer: Viewer, name: str, password: PasswordHash, *, must_change: bool = True
) -> Member:
    """Give someone a new password, hashed; also ends a wait after failures."""
    person = _managed(work, viewer, name)
    staff.set_password(work, person.id, password, must_change)
    audit.note(work, viewer.name, "staff.password", person.name)
    return _member(_found(work, name))


def replacement(old: str, new: str) -> PasswordHash:
    """Hash a password that is to replace the own one, outside any transaction.

    Raises Refusal where it is the old one, Misuse where it is too short or too long.
    """
    if passwords.same(old, new):
        raise Refusal("The new password is the old one; choose another.")
    return passwords.hashed(new)


def change_own_password(work: Work, viewer: Viewer, old: Compared, new: PasswordHash) -> bool:
    """Replace the viewer's own password by a new hash; False when the old one was wrong."""
    # Compared outside of this transaction, it may have been for another name.
    if old.tried.name != viewer.name or isinstance(confirm(work, old), Refused):
        return False
    person = _found(work, viewer.name)
    staff.set_password(work, person.id, new, must_change=False)
    audit.note(work, viewer.name, "staff.password", person.name)
    return True


def still(work: Work, viewer: Viewer) -> bool:
    """Say whether a signed-in viewer still holds the same role, unit and right to be here."""
    person = staff.named(work, viewer.name)
    if person is None or person.disabled:
        return False
    return (person.id, person.role, person.unit) == (viewer.staff, viewer.role, viewer.unit)


def new_password() -> str:
    """Make a password of 80 bits that can be read aloud: four groups of four."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


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


def _spare_the_only_admin(work: Work, person: Person) -> None:
    """Raise Refusal where only the operator's commands could let anybody in afterwards."""
    admins = [one.id for one in staff.everyone(work) if one.role is Role.ADMIN and not one.disabled]
    if admins == [person.id]:
        raise Refusal(f"{person.name} is the only admin; add another one first.")


def _check_role(role: Role, unit: UnitId | None) -> None:
    if role is Role.OPERATOR:
        raise Misuse("The operator is the account that runs the commands; choose another role.")
    if unit is None and role not in _UNITLESS:
        raise Misuse(f"A {role} belongs to a unit; name it with --unit.")


def _receive(work: Work, role: Role) -> None:
    """Let a new inspector receive the sealed cases that waited for one."""
    if role is Role.INSPECTOR:
        concerns.route_waiting(work)


def _post(role: Role, unit: UnitId | None) -> str:
    return role.value if unit is None else f"{role.value} of unit {unit}"


def _member(person: Person) -> Member:
    return Member(
        person.id, person.name, person.role, person.unit, person.disabled, person.must_change
    )
