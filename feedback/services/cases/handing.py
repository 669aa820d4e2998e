"""Brings a case into other hands, or gives it more time: assign, forward, refer, extend."""

from datetime import timedelta

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case, Voice
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.names import clean
from feedback.domain.roles import Viewer
from feedback.services import calendars, places
from feedback.services.authority import Act, may, scope
from feedback.services.cases import appealing, clock, routing
from feedback.services.cases.alerting import alert
from feedback.services.cases.casework import accept, because, deliver
from feedback.services.cases.holding import Hold, hold
from feedback.services.refusals import NotFound, Refusal
from feedback.store import case_parties, cases, staff
from feedback.store.staff import Person
from feedback.store.work import Work

LONGEST_NAME = 200
TRANSFER = "transfer"
"""The rule of time for what is not within one's competence (NĐ 20/2008 Đ.9-10)."""


def assign(work: Work, viewer: Viewer, code: str, to: str, *, version: int | None = None) -> Case:
    """Give a case to someone of the staff who sees it and may handle it."""
    held = hold(work, viewer, code, CaseAct.ASSIGN, Act.HANDLE_CASES, version)
    person = staff.named(work, clean(to))
    if person is None:
        raise NotFound(f"There is nobody named {clean(to)[:60]}; see `hailong staff list`.")
    if not _handles(held, person):
        raise Refusal(f"{person.name} cannot handle this case; choose someone else.")
    held.changes |= {"assignee": person.id}
    held.detail |= {"assignee": person.name}
    accept(held)
    given = held.done()
    # Who takes a case in hand oneself needs no word of it.
    if person.id != viewer.staff:
        alert(work, given, "assigned")
    return given


def forward(
    work: Work,
    viewer: Viewer,
    code: str,
    to: UnitId,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Hand a case to another unit; the day of receipt and the date stand."""
    held = hold(work, viewer, code, CaseAct.FORWARD, Act.HANDLE_CASES, version)
    here = places.tree(work).on(local_day(work.now))
    if to not in here.units:
        raise NotFound("There is no such unit today.")
    appealing.never_back(held, to)
    unit = (_sealed_to if held.case.sealed else _ordinary_to)(held, to)
    if unit == held.case.unit:
        raise Refusal("The case is there already, or whoever is there may not handle it.")
    held.changes |= {"unit": unit, "assignee": None}
    held.detail |= {"to_unit": here.version[unit].code if unit in here.units else ""}
    held.tell("forwarded")
    given = held.done(because(reason))
    alert(work, given, "forwarded")
    return given


def refer(
    work: Work, viewer: Viewer, code: str, to: str, reason: str, *, version: int | None = None
) -> Case:
    """End a case that is not the office's, and tell the citizen to whom it was sent.

    The law gives five working days for that; the timeline says where it took longer.
    """
    held = hold(work, viewer, code, CaseAct.REFER, Act.HANDLE_CASES, version)
    appealing.decide(held)
    name = because(clean(to))[:LONGEST_NAME]
    # It stands as an answer, since that is what the citizen reads by the number.
    held.say(Voice.ANSWER, f"{name}: {because(reason)}")
    held.changes |= {"ended_at": work.now}
    held.detail |= {"outside": name} | _in_time(held)
    deliver(held, "referred")
    return held.done(because(reason))


def extend(
    work: Work,
    viewer: Viewer,
    code: str,
    reason: str,
    *,
    length: int | None = None,
    version: int | None = None,
) -> Case:
    """Extend the date by what the rule allows (by default all of it), and tell the citizen."""
    held = hold(work, viewer, code, CaseAct.EXTEND, Act.HANDLE_CASES, version)
    reason = because(reason)
    held.changes |= clock.extended(work, held.case, reason, length)
    held.detail |= {"due_on": str(held.changes["due_on"]), "was": str(held.case.due_on)}
    held.tell("extended")
    return held.done(reason)


def _handles(held: Hold, person: Person) -> bool:
    other = Viewer(person.name, person.role, person.unit, person.id)
    if person.disabled or not may(person.role, Act.HANDLE_CASES):
        return False
    if not appealing.decides(held.work, held.case, person.name):
        return False
    # By the very condition that shows cases, so that whoever sat at the desk that day is left out.
    return cases.by_code(held.work, held.case.code, scope(held.work, other)) is not None


def _ordinary_to(held: Hold, to: UnitId) -> UnitId | None:
    """Give who receives it there: where all who could answer are concerned, those above."""
    case, work = held.case, held.work
    named = case_parties.of_case(work, case.id)
    return routing.ordinary(work, to, case.about_desk, case.about_day, named).unit


def _sealed_to(held: Hold, to: UnitId) -> UnitId:
    """Give the unit, where an inspector outside of what is accused is enrolled; else refuse."""
    case, work = held.case, held.work
    here = places.tree(work).on(local_day(work.now))
    if case.about_unit in (to, *here.ancestors(to)):
        raise Refusal("A sealed case never goes to the unit it is about, nor below it.")
    named = case_parties.of_case(work, case.id)
    if not routing.inspected(work, to, case.about_desk, case.about_day, named):
        raise Refusal("A sealed case goes only to an inspector; none is enrolled there.")
    return to


def _in_time(held: Hold) -> dict[str, str]:
    due = calendars.deadline(held.work, TRANSFER, held.case.opened_on)
    if due is None:
        return {}
    late = local_day(held.work.now) - due.on > timedelta(0)
    return {"transfer_by": due.on.isoformat()} | ({"late": "yes"} if late else {})
