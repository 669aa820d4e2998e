"""Keeps a case from those whom it is about, and brings it to someone else when that is needed."""

from collections.abc import Iterable
from datetime import date

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case
from feedback.domain.ids import DeskId, StaffId
from feedback.domain.roles import Role, Viewer
from feedback.services.authority import Act
from feedback.services.cases import routing
from feedback.services.cases.alerting import alert
from feedback.services.cases.clock import Changes
from feedback.services.cases.holding import hold, named
from feedback.services.refusals import NotFound, Refusal
from feedback.store import case_parties, cases, staff
from feedback.store.staff import Person
from feedback.store.work import Work


def concerned(work: Work, viewer: Viewer, code: str) -> tuple[str, ...]:
    """Name the members of staff whom a case is said to be about."""
    case = named(work, viewer, code)
    ids = case_parties.of_case(work, case.id)
    return tuple(person.name for person in staff.everyone(work) if person.id in ids)


def concern(work: Work, viewer: Viewer, code: str, name: str, reason: str) -> Case:
    """Say that a case is about someone of the staff: they neither see nor handle it from now on.

    Where they had it in hand, or were alone to receive it, it goes to the next who may.
    """
    held = hold(work, viewer, code, CaseAct.CONCERN, Act.MODERATE_CASES)
    person = _staff(work, name)
    if person == viewer.staff:
        raise Refusal("A case about yourself is for someone else to mark; hand it on.")
    # First, since the new route is found by whom the case is about.
    case_parties.add(work, held.case.id, person)
    held.changes |= _away_from(work, held.case, person)
    held.detail |= {"concerns": name}
    return held.done(reason)


def clear(work: Work, viewer: Viewer, code: str, name: str, reason: str) -> Case:
    """Say that a case is not about someone after all."""
    held = hold(work, viewer, code, CaseAct.CONCERN, Act.MODERATE_CASES)
    case_parties.remove(work, held.case.id, _staff(work, name))
    held.detail |= {"cleared": name}
    return held.done(reason)


def route_waiting(work: Work) -> int:
    """Give sealed cases that found no recipient to an inspector enrolled since; give how many."""
    moved = 0
    for case in cases.unrouted(work):
        route = _sealed_route(work, case)
        if not route.unrouted:
            cases.save(work, case, unit=route.unit, unrouted=False)
            moved += 1
    return moved


def hand_on(work: Work, person: Person) -> None:
    """Hand on what someone leaves behind who works for a unit no more.

    What they had in hand is the unit's again, and where those who are left there are whom it is
    about it goes to those above. A sealed case that no inspector there may open any more climbs to
    the next one, or waits sealed.
    """
    for case in cases.in_hands(work, person.id):
        cases.save(work, case, assignee=None)
    if person.role in routing.ANSWERING and person.unit is not None:
        _lead_on(work, cases.plain_at(work, person.unit))
    if person.role is Role.INSPECTOR:
        _lead_on(work, cases.sealed_at(work, person.unit))


def seated(work: Work, person: StaffId, desk: DeskId, first: date, last: date | None) -> None:
    """Keep what is owed about a desk from someone who, as is known now, sat there on its day."""
    _lead_on(work, cases.owed_about(work, desk, first, last), person)


def _lead_on(work: Work, those: Iterable[Case], person: StaffId | None = None) -> None:
    """Bring cases away from someone, and on to the next who may where nobody is left here."""
    for case in those:
        changes = _away_from(work, case, person)
        if changes:
            now = cases.save(work, case, **changes)
            if now.unit != case.unit:
                alert(work, now, "forwarded")


def _climbed(work: Work, case: Case) -> routing.Route:
    if not case.appealed or case.unit is None:
        return _sealed_route(work, case)
    desk, day = case.about_desk, case.about_day  # contested: never down to who answered it
    return routing.sealed(work, case.unit, desk, day, _named(work, case))


def _named(work: Work, case: Case) -> frozenset[StaffId]:
    return case_parties.of_case(work, case.id)


def _away_from(work: Work, case: Case, person: StaffId | None) -> Changes:
    changes: Changes = {}
    if person is not None and case.assignee == person:
        changes["assignee"] = None
    route = _route(work, case)
    if (route.unit, route.unrouted) != (case.unit, case.unrouted):
        changes |= {"unit": route.unit, "unrouted": route.unrouted, "assignee": None}
    return changes


def _route(work: Work, case: Case) -> routing.Route:
    """Give where a case belongs: where it is, as long as someone there may answer it."""
    desk, day, named_in = case.about_desk, case.about_day, _named(work, case)
    if not case.sealed:
        return routing.ordinary(work, case.unit, desk, day, named_in)
    if not case.unrouted and routing.inspected(work, case.unit, desk, day, named_in):
        return routing.Route(case.unit)
    return _climbed(work, case)


def _sealed_route(work: Work, case: Case) -> routing.Route:
    desk, day = case.about_desk, case.about_day
    return routing.sealed(work, case.about_unit, desk, day, _named(work, case))


def _staff(work: Work, name: str) -> StaffId:
    found = staff.named(work, name.strip())
    if found is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    return found.id
