"""Appoints who alone opens sealed reports that nobody outside the unit is enrolled to receive."""

from feedback.domain.ids import StaffId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.refusals import NotFound, Refusal
from feedback.store import appointees, audit, staff
from feedback.store.work import Work


def listed(work: Work, viewer: Viewer) -> tuple[str, ...]:
    """Name those who are appointed."""
    require(work, viewer, Act.MANAGE_STAFF, viewer.unit)
    return appointees.names(work)


def appoint(work: Work, viewer: Viewer, name: str, decision: str) -> None:
    """Appoint someone, by the decision of whoever heads the office."""
    require(work, viewer, Act.MANAGE_STAFF, None)
    if not decision.strip():
        raise Refusal("Name the decision the appointment rests on.")
    person = _person(work, name)
    if appointees.one(work, person):
        raise Refusal(f"{name} is appointed already.")
    appointees.add(work, person, viewer.name, decision.strip())
    audit.note(work, viewer.name, "appointee.add", name, reason=decision.strip())


def end(work: Work, viewer: Viewer, name: str, reason: str) -> None:
    """End an appointment."""
    require(work, viewer, Act.MANAGE_STAFF, None)
    person = _person(work, name)
    if not appointees.one(work, person):
        raise NotFound(f"{name} is not appointed.")
    appointees.remove(work, person)
    audit.note(work, viewer.name, "appointee.end", name, reason=reason)


def _person(work: Work, name: str) -> StaffId:
    found = staff.named(work, name.strip())
    if found is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    return found.id
