"""Lets time pass for cases: reminder, due, late, very late, each once; closes what is settled."""

from dataclasses import dataclass
from datetime import date, timedelta

from feedback.domain import deadlines
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Step
from feedback.domain.days import local_day
from feedback.domain.deadlines import Steps
from feedback.domain.dues import read
from feedback.services import calendars
from feedback.services.cases import clock
from feedback.services.cases.alerting import alert, escalate
from feedback.services.cases.filing import SYSTEM
from feedback.store import audit, case_people, case_words, cases, notices
from feedback.store.work import Work

_AT_ONCE = 500
_ORDER = (Step.REMINDED, Step.DUE, Step.LATE, Step.VERY_LATE)


@dataclass(frozen=True, slots=True)
class Patience:
    """For how many days something is waited for.

    ``settled``: an answer that nobody contested for so long ends its case. ``asked``: a citizen who
    was asked and says nothing for so long is waited for no more, and the clock goes on.
    """

    settled: int = 30
    asked: int = 30

    def __post_init__(self) -> None:
        if min(self.settled, self.asked) < 1:
            raise ValueError("waiting takes at least one day")


def advance(work: Work, patience: Patience | None = None) -> int:
    """Take every step that has come due, in its order; give how many."""
    today, waits = local_day(work.now), patience or Patience()
    taken = 0
    for case in cases.stepping(work, today, _AT_ONCE):
        taken += _advance(work, case, today, waits)
    for case in cases.settled(work, work.now - timedelta(days=waits.settled), _AT_ONCE):
        _settle(work, case)
        taken += 1
    return taken


def _advance(work: Work, case: Case, today: date, waits: Patience) -> int:
    if case.suspended_on is not None:
        return _wait(work, case, today, case.suspended_on + timedelta(days=waits.asked))
    days = _days(deadlines.steps(read(case.due_why), calendars.current(work)))
    first = _ORDER.index(case.step) + 1 if case.step in _ORDER else 0
    passed = first
    # After days without a server each step is taken, so that none is missing from the timeline.
    while passed < len(_ORDER) and days[passed] <= today:
        _take(work, case, _ORDER[passed])
        passed += 1
    now = _ORDER[passed - 1] if passed else Step.NONE
    cases.step(work, case, now, days[passed] if passed < len(_ORDER) else None)
    return passed - first


def _take(work: Work, case: Case, step: Step) -> None:
    case_words.note(work, case.id, CaseAct.STEP, SYSTEM, {"step": step.value})
    _record(work, case, CaseAct.STEP, step.value)
    (escalate if step in (Step.LATE, Step.VERY_LATE) else alert)(work, case, step.value)
    if step is Step.LATE:
        for one in (case.id, *cases.merged_into(work, case.id)):
            notices.add(work, one, Step.LATE.value, case_people.person(work, one), None)


def _wait(work: Work, case: Case, today: date, until: date) -> int:
    """Let the clock stand; after too long without a reply it goes on, in the handler's hands."""
    if today <= until:
        # Put off by a day: left due, those that wait would fill every batch.
        cases.wait(work, case, today + timedelta(days=1))
        return 0
    changes = {"state": CaseState.ACCEPTED} | clock.resumed(work, case)
    now = cases.save(work, case, **changes)
    case_words.note(work, case.id, CaseAct.STEP, SYSTEM, {"step": "unanswered"})
    _record(work, case, CaseAct.STEP, "unanswered")
    alert(work, now, "unanswered")
    return 1


def _settle(work: Work, case: Case) -> None:
    cases.save(work, case, state=CaseState.CLOSED)
    case_words.note(work, case.id, CaseAct.CLOSE, SYSTEM, {"settled": "yes"})
    _record(work, case, CaseAct.CLOSE, CaseState.CLOSED.value)


def _record(work: Work, case: Case, act: CaseAct, after: str) -> None:
    name = f"case.{act.value}"
    audit.note(work, SYSTEM, name, case.code, case.state, after, case=case.id, sealed=case.sealed)


def _days(steps: Steps) -> tuple[date, date, date, date]:
    return steps.remind_on, steps.due_on, steps.late_from, steps.very_late_from
