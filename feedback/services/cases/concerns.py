"""Keeps a case from those whom it is about, and brings it to someone else when that is needed."""

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case
from feedback.domain.ids import CaseId, StaffId
from feedback.domain.roles import Role, Viewer
from feedback.services.authority import Act
from feedback.services.cases import routing
from feedback.services.cases.holding import Hold, hold, named
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
    _away_from(held, person)
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

    What they had in hand is the unit's again; a sealed case that no inspector there may open any
    more climbs to the next one, or waits sealed.
    """
    for case in cases.in_hands(work, person.id):
        cases.save(work, case, assignee=None)
    if person.role is not Role.INSPECTOR:
        return
    for case in cases.sealed_at(work, person.unit):
        if routing.inspected(
            work, person.unit, case.about_desk, case.about_day, _named(work, case)
        ):
            continue
        route = _climbed(work, case)
        cases.save(work, case, unit=route.unit, unrouted=route.unrouted, assignee=None)


def _climbed(work: Work, case: Case) -> routing.Route:
    if not case.appealed or case.unit is None:
        return _sealed_route(work, case)
    desk, day = case.about_desk, case.about_day  # contested: never down to who answered it
    return routing.sealed(work, case.unit, desk, day, _named(work, case))


def _named(work: Work, case: Case) -> frozenset[StaffId]:
    return case_parties.of_case(work, case.id)


def _away_from(held: Hold, person: StaffId) -> None:
    case = held.case
    if case.assignee == person:
        held.changes |= {"assignee": None}
    route = _sealed_route(held.work, case) if case.sealed else _ordinary_route(held.work, case)
    if (route.unit, route.unrouted) != (case.unit, case.unrouted):
        held.changes |= {"unit": route.unit, "unrouted": route.unrouted, "assignee": None}


def _sealed_route(work: Work, case: Case) -> routing.Route:
    named_in = case_parties.of_case(work, case.id)
    return routing.sealed(work, case.about_unit, case.about_desk, case.about_day, named_in)


def _ordinary_route(work: Work, case: Case) -> routing.Route:
    named_in = case_parties.of_case(work, CaseId(case.id))
    # It stays where it was forwarded to, as long as someone there may answer it.
    return routing.ordinary(work, case.unit, case.about_desk, case.about_day, named_in)


def _staff(work: Work, name: str) -> StaffId:
    found = staff.named(work, name.strip())
    if found is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    return found.id
