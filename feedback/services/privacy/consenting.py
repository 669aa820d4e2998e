"""Takes back what a citizen agreed to: name, phone and address go, and the case goes on.

Who agreed to what, and when it was taken back, stays provable (Luật 91/2025/QH15 Đ.9, Đ.10).
"""

from feedback.domain.cases.record import Delivery
from feedback.domain.ids import CaseId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.cases.holding import named
from feedback.services.privacy.erasing import checked
from feedback.services.refusals import Refusal
from feedback.store import audit, case_people, cases, consents, erasing
from feedback.store.work import Work


def withdraw(work: Work, identity: CaseId) -> bool:
    """Take a contact away, as whoever holds the case's number wishes; say whether there was any."""
    held = case_people.has_contact(work, identity)
    taken_back = consents.withdraw(work, identity)
    if held:
        case_people.forget_contact(work, [identity])
        _uncalled(work, identity)
        erasing.compact(work)
    return held or bool(taken_back)


def _uncalled(work: Work, identity: CaseId) -> None:
    """Let nobody be rung up any more; the answer waits behind the number."""
    case = cases.by_id(work, identity)
    if case is not None and case.delivery is Delivery.CALL:
        cases.deliver(work, identity, Delivery.WAITING)


def withdraw_for(work: Work, viewer: Viewer, code: str, reason: str) -> None:
    """Take a contact away as the citizen asked the office to; raise Refusal where none was left."""
    require(work, viewer, Act.ERASE, viewer.unit)
    case = named(work, viewer, code)
    why = checked(reason)
    if not withdraw(work, case.id):
        raise Refusal("The citizen left no name, phone or address with this case.")
    act, sealed = "case.withdraw_consent", case.sealed
    audit.note(work, viewer.name, act, case.code, reason=why, case=case.id, sealed=sealed)
