"""Opens who filed a case: for those who may, with a reason, and never without a trace."""

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Contact
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases.casework import because
from feedback.services.cases.holding import hold
from feedback.services.refusals import NotFound
from feedback.store import case_people
from feedback.store.work import Work


def unlock(work: Work, viewer: Viewer, code: str, reason: str) -> Contact:
    """Show the name, phone and address that a citizen left, and record who looked and why.

    Raises NotFound where nothing was left, or it was erased; that look is not recorded.
    """
    held = hold(work, viewer, code, CaseAct.UNLOCK, Act.UNLOCK_IDENTITY)
    contact = case_people.contact(work, held.case.id)
    if contact is None:
        raise NotFound("The citizen left no name and no phone, or they were erased.")
    held.done(because(reason))
    return contact
