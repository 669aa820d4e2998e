"""What becomes of a case's stored date: moved by a reason of its own, never counted anew."""

from typing import Any

from feedback.domain import deadlines
from feedback.domain.cases.kinds import GUIDED, CaseKind
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.record import Case, Step
from feedback.domain.days import local_day
from feedback.domain.deadlines import CannotExtend
from feedback.domain.dues import Due, read, told
from feedback.services import calendars
from feedback.services.refusals import Refusal
from feedback.store.work import Work

Changes = dict[str, Any]


def classified(work: Work, case: Case, kind: CaseKind) -> Changes:
    """Give the date of a case that is of another kind by now: by the day of its receipt.

    It stands where the other kind has the same time, with all that was added to it.
    """
    due = None if kind in GUIDED else calendars.deadline(work, kind.value, case.opened_on)
    if due is not None and case.due_why:
        before = read(case.due_why).rule
        if (before.unit, before.length) == (due.rule.unit, due.rule.length):
            return {}
    return {"step": Step.NONE, **written(work, due)}


def resumed(work: Work, case: Case) -> Changes:
    """Let the clock go on, moved by the days that the citizen was waited for."""
    if case.suspended_on is None:
        return {}
    # What is guided or praised has no date that could move.
    if not case.due_why:
        return {"suspended_on": None}
    before, today = read(case.due_why), local_day(work.now)
    due = deadlines.resumed(before, case.suspended_on, today, calendars.current(work))
    # Nothing moved, so that the steps that were taken stay taken.
    if due == before:
        return {"suspended_on": None}
    return {"suspended_on": None, "step": Step.NONE, **written(work, due)}


def extended(work: Work, case: Case, reason: str, length: int | None = None) -> Changes:
    """Extend the date by so much of the rule's unit, by default by all that it allows.

    Raises Refusal where it allows nothing.
    """
    if not case.due_why:
        raise Refusal("This case has no date that could be extended.")
    due = read(case.due_why)
    today, calendar = local_day(work.now), calendars.current(work)
    # The date's own explanation is not sealed: nothing private may stand in it.
    told_why = redacted(reason, find(reason))
    more = due.rule.extra if length is None else length
    try:
        longer = deadlines.extended(due, more, told_why, today, calendar)
    except CannotExtend as error:
        raise Refusal(f"{error}.") from error
    return {"step": Step.NONE, **written(work, longer)}


def written(work: Work, due: Due | None) -> Changes:
    """Give the columns of a date with its reasons, and the day of the first step towards it."""
    if due is None:
        return {"due_on": None, "due_why": "", "due_provisional": False, "step_on": None}
    return {
        "due_on": due.on,
        "due_why": told(due),
        "due_provisional": due.provisional,
        "step_on": deadlines.steps(due, calendars.current(work)).remind_on,
    }
