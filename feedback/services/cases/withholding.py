"""Keeps a file from being shown, whole: a photo of a private person cannot be blacked out in part.

The file stays sealed as it came, for those who may unlock who filed a case, with a reason.
"""

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases import attachments
from feedback.services.cases.attachments import Content
from feedback.services.cases.casework import because
from feedback.services.cases.holding import hold
from feedback.services.refusals import Refusal
from feedback.store import case_files
from feedback.store.work import Work


def withhold(work: Work, viewer: Viewer, code: str, file: int, reason: str) -> Case:
    """Show a file to nobody any more; raise Refusal where that is so already."""
    return _set(work, viewer, code, file, reason, withheld=True)


def release(work: Work, viewer: Viewer, code: str, file: int, reason: str) -> Case:
    """Show a file again."""
    return _set(work, viewer, code, file, reason, withheld=False)


def original(work: Work, viewer: Viewer, code: str, file: int, reason: str) -> Content:
    """Open a file though it is withheld; who looked and why is recorded."""
    held = hold(work, viewer, code, CaseAct.UNLOCK, Act.UNLOCK_IDENTITY)
    opened = attachments.content(work, held.case, attachments.found(work, held.case, file))
    held.detail |= {"what": "file", "file": str(file)}
    held.done(because(reason))
    return opened


def _set(work: Work, viewer: Viewer, code: str, file: int, reason: str, *, withheld: bool) -> Case:
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES)
    why = because(reason)
    row = attachments.found(work, held.case, file)
    if row.withheld is withheld:
        raise Refusal("The file is withheld already." if withheld else "The file is not withheld.")
    case_files.withhold(work, file, withheld=withheld)
    held.detail |= {"what": "withheld" if withheld else "released", "file": str(file)}
    return held.done(why)
