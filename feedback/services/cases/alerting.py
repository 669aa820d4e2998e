"""Word to the staff: what time brought to a case, and what its citizen did. It changes no case."""

from feedback.domain.cases.record import Case
from feedback.domain.roles import Role, Viewer
from feedback.services.authority import Act, require, scope
from feedback.services.cases import routing
from feedback.store import case_parties, staff_notices
from feedback.store.staff_notices import Word
from feedback.store.work import Work

MOST = 100


def alert(work: Work, case: Case, what: str) -> None:
    """Tell whoever has a case in hand, else the unit that answers for it."""
    if case.assignee is not None:
        staff_notices.add(work, case.id, what, staff=case.assignee)
    else:
        staff_notices.add(work, case.id, what, unit=case.unit)


def escalate(work: Work, case: Case, what: str) -> None:
    """Tell whoever has a case in hand, the unit as well, and the one above that may answer it."""
    alert(work, case, what)
    if case.assignee is not None:
        staff_notices.add(work, case.id, what, unit=case.unit)
    # A sealed case is known to whoever received it, and to nobody by rank alone.
    if case.unit is not None and not case.sealed:
        above = routing.above(work, case.unit, case_parties.of_case(work, case.id))
        staff_notices.add(work, case.id, what, unit=above.unit)


def alerts(work: Work, viewer: Viewer) -> tuple[Word, ...]:
    """Give what the viewer has not looked at: of own cases, and of the own unit's in no hands.

    Of a case that the viewer does not see, nothing is told. The operator, who is of no unit, is
    given what waits for anybody.
    """
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    if viewer.role is Role.OPERATOR:
        return tuple(staff_notices.everyones(work, scope(work, viewer), MOST))
    return _own(work, viewer)


def noticed(work: Work, viewer: Viewer) -> int:
    """Note that the viewer has looked at all of it; give how many there were.

    What the operator saw of others' stays: nobody looks in their place.
    """
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    found = _own(work, viewer)
    staff_notices.seen(work, [word.id for word in found])
    return len(found)


def _own(work: Work, viewer: Viewer) -> tuple[Word, ...]:
    return tuple(staff_notices.unseen(work, scope(work, viewer), viewer.staff, viewer.unit, MOST))
