"""Lets people in by their password, in three steps: a try is counted, compared, and settled.

Comparing takes a tenth of a second and stands between two short transactions; a try is never
compared before it was counted, so that guessing many times at once gains nothing.
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import timedelta

from feedback.domain.roles import Viewer
from feedback.services import passwords, second_factor
from feedback.store import audit, staff
from feedback.store.staff import Person
from feedback.store.work import Work

_FREE_TRIES = 3
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Try:
    """A try that was counted; ``admitted`` is False for nobody, the disabled and who must wait."""

    name: str
    kept: str | None = field(repr=False)
    admitted: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A try whose password was right or not, with a newer hash of it where one is due."""

    tried: Try
    right: bool
    renewed: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The password was right. With ``must_change`` nothing but a new password should be offered."""

    viewer: Viewer
    must_change: bool


@dataclass(frozen=True, slots=True)
class CodeWanted:
    """The password was right, and a one-time code is wanted too: try again with one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Not let in. Whether the name, the password or the wait was the reason is never said."""


def attempt(work: Work, name: str) -> Try:
    """Count a try as a failure until it is settled, on a transaction that writes and commits.

    From the third failure in a row on a wait must pass, doubling up to a quarter of an hour.
    """
    name = unicodedata.normalize("NFC", name).strip()
    person = staff.locked(work, name)
    if person is None:
        return Try(name, None, admitted=False)
    admitted = not person.disabled and not _waiting(work, person)
    # A try within the wait counts nothing, else whoever goes on failing keeps the owner out.
    if admitted:
        _count(work, person)
    return Try(name, person.password, admitted)


def compare(tried: Try, password: str) -> Compared:
    """Hold a password against a try, outside any transaction; as slow for nobody as for someone."""
    # Asked for in any case: made for nobody alone, the first such try would take twice as long.
    decoy = passwords.decoy()
    right = passwords.matches(tried.kept or decoy, password) and tried.admitted
    due = tried.kept if right else None
    return Compared(tried, right, passwords.renewed(due, password) if due else None)


def sign_in(work: Work, compared: Compared, code: str = "") -> SignedIn | CodeWanted | Refused:
    """Settle a try: let in who was right and is still the same, and forget the failures.

    Where one-time codes are on, a right password without one is answered by ``CodeWanted``.
    """
    person = _same(work, compared)
    if isinstance(person, Refused):
        return person
    if second_factor.on(work, person.id):
        if not code:
            # The password was no guess: only codes that are wrong make one wait.
            staff.failed(work, person.id, max(0, person.failures - 1), None)
            return CodeWanted()
        if not second_factor.accepted(work, person.id, code):
            return _refused(work, person)
    return _let_in(work, person, compared)


def confirm(work: Work, compared: Compared) -> SignedIn | Refused:
    """Settle a try of somebody who is in already: the password alone is asked for."""
    person = _same(work, compared)
    return person if isinstance(person, Refused) else _let_in(work, person, compared)


def _same(work: Work, compared: Compared) -> Person | Refused:
    tried = compared.tried
    person = staff.locked(work, tried.name) if tried.admitted else None
    if person is None:
        return Refused()
    # Between the two transactions the password may have been changed: what was compared is void.
    if not compared.right or person.disabled or person.password != tried.kept:
        return _refused(work, person)
    return person


def _refused(work: Work, person: Person) -> Refused:
    audit.note(work, person.name, "staff.refused", person.name, after=str(person.failures))
    return Refused()


def _let_in(work: Work, person: Person, compared: Compared) -> SignedIn:
    staff.entered(work, person.id)
    if compared.renewed is not None:
        staff.rehash(work, person.id, compared.renewed)
    audit.note(work, person.name, "staff.sign_in", person.name)
    viewer = Viewer(person.name, person.role, person.unit, person.id)
    return SignedIn(viewer, person.must_change)


def _count(work: Work, person: Person) -> None:
    failures = person.failures + 1
    wait = None
    if failures >= _FREE_TRIES:
        # Bounded, since after some dozen failures more no duration could hold the power of two.
        doubled = _FIRST_WAIT * 2 ** min(failures - _FREE_TRIES, 16)
        wait = work.now + min(doubled, _LONGEST_WAIT)
    staff.failed(work, person.id, failures, wait)


def _waiting(work: Work, person: Person) -> bool:
    until = person.locked_until
    # One that is further off than any wait was set by a clock that was ahead.
    return until is not None and work.now < until <= work.now + _LONGEST_WAIT
