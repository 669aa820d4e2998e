"""One-time codes beside the password, for those who have them on. Each code lets in once."""

import secrets
import unicodedata

from feedback.domain import totp
from feedback.domain.ids import StaffId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, second_factors, staff
from feedback.store.staff import Person
from feedback.store.vault import Unreadable
from feedback.store.work import Work

ISSUER = "Hài Lòng"


def switch_on(work: Work, viewer: Viewer, name: str) -> tuple[str, str]:
    """Make a new secret for someone; give the address that a phone scans, and the secret spelt.

    From now on nobody comes in under that name without a code. An older secret is gone.
    """
    person = _managed(work, viewer, name)
    secret = secrets.token_bytes(totp.BYTES)
    second_factors.put(work, person.id, secret)
    audit.note(work, viewer.name, "staff.codes_on", person.name)
    return totp.address(secret, person.name, ISSUER), totp.spelled(secret)


def switch_off(work: Work, viewer: Viewer, name: str, reason: str) -> None:
    """Let someone in by the password alone again, as when the phone was lost."""
    person = _managed(work, viewer, name)
    if not reason.strip():
        raise Refusal("Say the reason.")
    if not second_factors.remove(work, person.id):
        raise Refusal(f"{person.name} has no one-time codes on.")
    audit.note(work, viewer.name, "staff.codes_off", person.name, reason=reason.strip())


def on(work: Work, identity: StaffId) -> bool:
    """Say whether someone's codes are asked for."""
    return second_factors.on(work, identity)


def accepted(work: Work, identity: StaffId, typed: str) -> bool:
    """Say whether a code is right, and use it up; the caller holds the person's row."""
    try:
        second = second_factors.of(work, identity)
    # A lost key keeps the door shut: `staff totp off` opens it, with a reason and a trace.
    except Unreadable:
        return False
    if second is None:
        return False
    step = totp.matching(second.secret, typed, work.now, second.used_step)
    if step is None:
        return False
    second_factors.use(work, identity, step)
    return True


def _managed(work: Work, viewer: Viewer, name: str) -> Person:
    person = staff.named(work, unicodedata.normalize("NFC", name).strip())
    if person is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    require(work, viewer, Act.MANAGE_STAFF, person.unit)
    return person
