"""What handlers do with a case: take it, ask, answer, close it. One verb, one function.

Each takes the ``version`` the caller read, where it has one: then nobody overwrites another.
"""

from feedback.domain.cases.kinds import CaseKind, Choice
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Delivery, Voice
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, may
from feedback.services.cases import appealing
from feedback.services.cases.holding import Hold, hold
from feedback.services.refusals import NotAllowed, Refusal
from feedback.store import cases
from feedback.store.work import Work

LONGEST = 10_000
"""Characters of a text that staff write."""


def take(work: Work, viewer: Viewer, code: str, *, version: int | None = None) -> Case:
    """Take a case in hand; the day it is first taken is the day it was accepted."""
    held = hold(work, viewer, code, CaseAct.TAKE, Act.HANDLE_CASES, version)
    held.changes |= {"assignee": viewer.staff}
    accept(held)
    return held.done()


def ask(work: Work, viewer: Viewer, code: str, text: str, *, version: int | None = None) -> Case:
    """Ask the citizen for more; the clock stands still until there is a reply."""
    held = hold(work, viewer, code, CaseAct.ASK, Act.HANDLE_CASES, version)
    held.say(Voice.QUESTION, written(text))
    # Asked again, the clock has stood since the first question.
    held.changes |= {"suspended_on": held.case.suspended_on or local_day(work.now)}
    held.tell("asked")
    return held.done()


def answer(
    work: Work,
    viewer: Viewer,
    code: str,
    text: str,
    *,
    template: str = "",
    version: int | None = None,
) -> Case:
    """Answer the citizen; the answer goes out in the channel used, or waits behind the number.

    ``template`` names the one that the text was written from, with its version.
    """
    held = hold(work, viewer, code, CaseAct.ANSWER, Act.HANDLE_CASES, version)
    appealing.decide(held)
    held.say(Voice.ANSWER, written(text))
    # What was judged was the answer before, by those as well whose cases go on in this one.
    held.changes |= {"ended_at": work.now, "satisfaction": None}
    for merged in cases.merged_into(work, held.case.id):
        cases.judge_anew(work, merged)
    held.detail |= {"template": template} if template else {}
    deliver(held, "answered")
    return held.done()


def note(work: Work, viewer: Viewer, code: str, text: str, *, version: int | None = None) -> Case:
    """Add a note that the citizen never sees."""
    held = hold(work, viewer, code, CaseAct.NOTE, Act.HANDLE_CASES, version)
    held.say(Voice.NOTE, written(text))
    return held.done()


def close(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Close a case, with the reason; one that is owed an answer only where the role may judge."""
    held = hold(work, viewer, code, CaseAct.CLOSE, Act.HANDLE_CASES, version)
    if not closes(viewer, held.case):
        raise NotAllowed("This case is owed an answer: answer it, or refer it.")
    appealing.decide(held)
    # An answered case ended with its answer: closing it late must not make that late.
    held.changes |= {"ended_at": held.case.ended_at or work.now}
    held.tell("closed")
    return held.done(because(reason))


def reopen(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Open an ended case again, with the reason; its date stands."""
    held = hold(work, viewer, code, CaseAct.REOPEN, Act.HANDLE_CASES, version)
    if not reopens(viewer, held.case):
        raise NotAllowed("Whoever may mark spam brings it back.")
    held.changes |= {"ended_at": None}
    held.tell("reopened")
    return held.done(because(reason))


def closes(viewer: Viewer, case: Case) -> bool:
    """Say whether someone may close a case: one that is owed an answer only who is not rated.

    Praise is owed none where its citizen chose to praise; where staff say that it is, it may be.
    """
    # Otherwise the unit could close what it owes an answer to.
    made_praise = case.kind is CaseKind.PRAISE and case.choice != Choice.PRAISE
    owed = (case.due_on is not None or made_praise) and case.state is not CaseState.ANSWERED
    return not owed or may(viewer.role, Act.MODERATE_CASES)


def reopens(viewer: Viewer, case: Case) -> bool:
    """Say whether someone may open a case again: spam only who may mark it."""
    return case.state is not CaseState.SPAM or may(viewer.role, Act.MODERATE_CASES)


def accept(held: Hold) -> None:
    """Note the day on which a case is first in someone's hands, and tell the citizen."""
    if held.case.accepted_on is None:
        held.changes |= {"accepted_on": local_day(held.work.now)}
        held.tell("taken")


def deliver(held: Hold, what: str) -> None:
    """Have an answer told to whoever filed the case, or one merged into it."""
    # Behind the number it can be read at once, whatever becomes of the letter.
    held.changes |= {"delivery": Delivery.WAITING}
    for case in cases.merged_into(held.work, held.case.id):
        cases.deliver(held.work, case, Delivery.WAITING)
    held.tell(what)


def written(text: str) -> str:
    """Check a text that staff wrote."""
    text = text.strip()
    if not text:
        raise Refusal("The text is empty.")
    if len(text) > LONGEST:
        raise Refusal(f"The text has {len(text)} characters; {LONGEST} are the most.")
    return text


def because(reason: str) -> str:
    """Check a reason, which every act that ends or moves something needs."""
    reason = reason.strip()
    if not reason:
        raise Refusal("Say the reason.")
    if len(reason) > 500:
        raise Refusal("A reason has at most 500 characters.")
    return reason
