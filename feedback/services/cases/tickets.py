"""Tickets by which a file of a case is seen or heard in a browser: once, within five minutes.

The token is told to whoever asked and kept nowhere; what may be opened is asked again when it is.
"""

import hashlib
import secrets
from datetime import timedelta

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case
from feedback.domain.roles import Role, Viewer
from feedback.services.authority import Act
from feedback.services.cases import attachments
from feedback.services.cases.attachments import Content, Withheld
from feedback.services.cases.casework import because
from feedback.services.cases.holding import hold, named
from feedback.services.refusals import Refusal
from feedback.store import audit, cases, staff, tickets
from feedback.store.case_files import FileRow
from feedback.store.tickets import Ticket
from feedback.store.work import Work

LASTS = timedelta(minutes=5)
_BYTES = 32
_LONGEST = 64
"""Characters of what can be a token at all."""


def issue(work: Work, viewer: Viewer, code: str, file: int, *, reason: str = "") -> str:
    """Give a token that opens a file of a case which the viewer sees; who asked is recorded.

    One that is withheld takes a reason and the right to unlock who filed a case. Raises NotFound,
    Withheld, or Refusal for a file that is not here yet.
    """
    case = named(work, viewer, code)
    row = attachments.found(work, case, file)
    if row.state != "kept":
        raise Refusal("The file is not here yet, or could not be fetched.")
    if row.withheld:
        _unlock(work, viewer, code, row, reason)
    token = secrets.token_urlsafe(_BYTES)
    until = work.now + LASTS
    ticket = Ticket(case.id, row.id, viewer.name, viewer.staff, row.withheld, until)
    tickets.add(work, _digest(token), ticket)
    _record(work, viewer.name, "case.file_asked", case, row.id)
    return token


def valid(work: Work, token: str) -> bool:
    """Say whether a token still opens something; looking uses nothing up."""
    return len(token) <= _LONGEST and tickets.valid(work, _digest(token)) is not None


def redeem(work: Work, token: str) -> Content | None:
    """Use a token up and open its file; None for one that is unknown, used, or too old.

    None also where whoever asked for it may not see the file any more.
    """
    # Used up before it is looked at: whatever follows, the same link opens nothing again.
    ticket = tickets.use(work, _digest(token)) if len(token) <= _LONGEST else None
    viewer = None if ticket is None else _asker(work, ticket)
    case = None if ticket is None else cases.by_id(work, ticket.case)
    if ticket is None or viewer is None or case is None:
        return None
    try:
        opened = _opened(work, viewer, case, ticket)
    except Refusal:
        return None
    _record(work, ticket.by, "case.file_opened", case, ticket.file)
    return opened


def _opened(work: Work, viewer: Viewer, case: Case, ticket: Ticket) -> Content:
    if not ticket.original:
        # Withheld since the ticket was given, the file is refused here.
        return attachments.read(work, viewer, case.code, ticket.file)
    seen = named(work, viewer, case.code)
    return attachments.content(work, seen, attachments.found(work, seen, ticket.file))


def _unlock(work: Work, viewer: Viewer, code: str, row: FileRow, reason: str) -> None:
    if not reason.strip():
        raise Withheld("The file is withheld, since it shows a private person: say why to open it.")
    held = hold(work, viewer, code, CaseAct.UNLOCK, Act.UNLOCK_IDENTITY)
    held.detail |= {"what": "file", "file": str(row.id)}
    held.done(because(reason))


def _asker(work: Work, ticket: Ticket) -> Viewer | None:
    """Give whoever asked as they are by now; None where they may not sign in any more."""
    if ticket.staff is None:
        return Viewer(ticket.by, Role.OPERATOR)
    person = staff.named(work, ticket.by)
    if person is None or person.disabled or person.id != ticket.staff:
        return None
    return Viewer(person.name, person.role, person.unit, person.id)


def _record(work: Work, actor: str, act: str, case: Case, file: int) -> None:
    told = f"file {file}"
    audit.note(work, actor, act, case.code, after=told, case=case.id, sealed=case.sealed)


def _digest(token: str) -> bytes:
    # The token is 256 bits of chance: a plain hash gives nothing of it away.
    # A stranger's text may hold half a surrogate, which has no bytes of its own.
    return hashlib.sha256(token.encode(errors="replace")).digest()
