"""Names the staff who can have to do with a case. It tells no role, no unit and no password."""

from feedback.domain.ids import StaffId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, may, require, scope
from feedback.services.cases.holding import named
from feedback.store import cases, staff
from feedback.store.work import Work


def names(work: Work, viewer: Viewer) -> dict[StaffId, str]:
    """Name all of the staff, also those who may not sign in any more."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    return {one.id: one.name for one in staff.everyone(work)}


def handling(work: Work, viewer: Viewer, code: str) -> tuple[str, ...]:
    """Name those who see a case and may handle it, so that it can be given to them."""
    case = named(work, viewer, code)
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    return tuple(
        one.name
        for one in staff.everyone(work)
        if not one.disabled
        and may(one.role, Act.HANDLE_CASES)
        # Asked as that colleague, so that whoever the case is about is left out.
        and cases.by_code(
            work, case.code, scope(work, Viewer(one.name, one.role, one.unit, one.id))
        )
        is not None
    )
