"""What handlers do with a case: take it, ask, answer, hand it on, close it. One verb, one function.

Each takes the ``version`` the caller read, where it has one: then nobody overwrites another.
"""

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case, Delivery, Voice
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases import clock
from feedback.services.cases.holding import hold
from feedback.services.refusals import Refusal
from feedback.store.work import Work

LONGEST = 10_000
"""Characters of a text that staff write."""


def take(work: Work, viewer: Viewer, code: str, *, version: int | None = None) -> Case:
    """Take a case in hand; the day it is first taken is the day it was accepted."""
    held = hold(work, viewer, code, CaseAct.TAKE, Act.HANDLE_CASES, version)
    today = local_day(work.now)
    held.changes |= clock.resumed(work, held.case) | {
        "assignee": viewer.staff,
        "accepted_on": held.case.accepted_on or today,
    }
    held.tell("taken")
    return held.done()


def ask(work: Work, viewer: Viewer, code: str, text: str, *, version: int | None = None) -> Case:
    """Ask the citizen for more; the clock stands still until there is a reply."""
    held = hold(work, viewer, code, CaseAct.ASK, Act.HANDLE_CASES, version)
    held.say(Voice.QUESTION, written(text))
    held.changes |= {"suspended_on": held.case.suspended_on or local_day(work.now)}
    held.tell("asked")
    return held.done()


def answer(work: Work, viewer: Viewer, code: str, text: str, *, version: int | None = None) -> Case:
    """Answer the citizen; the answer goes out in the channel used, or waits behind the number."""
    held = hold(work, viewer, code, CaseAct.ANSWER, Act.HANDLE_CASES, version)
    held.say(Voice.ANSWER, written(text))
    held.changes |= clock.resumed(work, held.case)
    held.changes |= {"ended_at": work.now, "delivery": Delivery.WAITING, "satisfaction": None}
    held.tell("answered")
    return held.done()


def close(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Close a case, with the reason."""
    held = hold(work, viewer, code, CaseAct.CLOSE, Act.HANDLE_CASES, version)
    held.changes |= {"ended_at": held.case.ended_at or work.now}
    held.tell("closed")
    return held.done(because(reason))


def reopen(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Open an ended case again, with the reason; its date stands."""
    held = hold(work, viewer, code, CaseAct.REOPEN, Act.HANDLE_CASES, version)
    held.changes |= {"ended_at": None}
    held.tell("reopened")
    return held.done(because(reason))


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
