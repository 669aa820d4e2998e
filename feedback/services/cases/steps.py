"""Lets time pass for cases: reminder, due, late, very late, each once; closes what is settled."""

from datetime import date, timedelta

from feedback.domain import deadlines
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Step
from feedback.domain.days import local_day
from feedback.domain.deadlines import Steps
from feedback.domain.dues import read
from feedback.domain.roles import Viewer
from feedback.services import calendars
from feedback.services.authority import Act, require, scope
from feedback.services.cases.filing import SYSTEM
from feedback.store import case_words, cases, staff_notices
from feedback.store.staff_notices import Word
from feedback.store.work import Work

SETTLED_AFTER = timedelta(days=30)
"""An answer that nobody contested for so long ends its case."""
_AT_ONCE = 500
_MOST = 100
_ORDER = (Step.REMINDED, Step.DUE, Step.LATE, Step.VERY_LATE)


def advance(work: Work) -> int:
    """Take every step that has come due, in its order; give how many."""
    today, taken = local_day(work.now), 0
    for case in cases.stepping(work, today, _AT_ONCE):
        taken += _advance(work, case, today)
    for case in cases.settled(work, work.now - SETTLED_AFTER, _AT_ONCE):
        cases.save(work, case, state=CaseState.CLOSED)
        case_words.note(work, case.id, CaseAct.CLOSE, SYSTEM, {"settled": "yes"})
        taken += 1
    return taken


def alerts(work: Work, viewer: Viewer) -> tuple[Word, ...]:
    """Give what the viewer has not looked at yet, of own cases and those in nobody's hands."""
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    return tuple(staff_notices.unseen(work, scope(work, viewer), _MOST))


def noticed(work: Work, viewer: Viewer) -> int:
    """Note that the viewer has looked at all of it; give how many there were."""
    found = alerts(work, viewer)
    staff_notices.seen(work, [word.id for word in found])
    return len(found)


def _advance(work: Work, case: Case, today: date) -> int:
    if case.suspended_on is not None:
        # The clock stands; when it goes on, the date and its steps are counted anew.
        cases.wait(work, case, today + timedelta(days=1))
        return 0
    days = _days(deadlines.steps(read(case.due_why), calendars.current(work)))
    passed = _ORDER.index(case.step) + 1 if case.step in _ORDER else 0
    taken = 0
    while passed < len(_ORDER) and days[passed] <= today:
        step = _ORDER[passed]
        case_words.note(work, case.id, CaseAct.STEP, SYSTEM, {"step": step.value})
        staff_notices.add(work, case, step.value)
        passed, taken = passed + 1, taken + 1
    now = _ORDER[passed - 1] if passed else Step.NONE
    cases.step(work, case, now, days[passed] if passed < len(_ORDER) else None)
    return taken


def _days(steps: Steps) -> tuple[date, date, date, date]:
    return steps.remind_on, steps.due_on, steps.late_from, steps.very_late_from
