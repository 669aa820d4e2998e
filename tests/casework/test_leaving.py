"""Who leaves hands on what they had: nothing rests with somebody who signs in no more."""

from feedback.domain.cases.kinds import Choice
from feedback.domain.roles import Role
from feedback.services import people
from feedback.services.cases import alerting, casework, following
from tests.casework.bureau import Bureau

ACCUSING = "Cán bộ đòi 500 nghìn mới làm."


def test_what_a_disabled_handler_had_in_hand_is_the_units_again(office: Bureau) -> None:
    """Whoever is left hears of what its citizen adds."""
    case = office.told()
    office.does(casework.take, "handler A", case.code)
    office.does(people.disable, "operator", "handler A")
    with office.store.work() as work:
        following.add(work, case.id, "Hôm nay vẫn vậy.")
    assert office.read(case.id).assignee is None
    assert [word.what for word in office.does(alerting.alerts, "other A")] == ["added"]


def test_a_handler_with_another_role_in_the_unit_keeps_the_cases(office: Bureau) -> None:
    """Nothing changes for those cases."""
    case = office.told()
    office.does(casework.take, "handler A", case.code)
    unit = office.world.units["A"]
    office.does(people.change_role, "operator", "handler A", Role.SUPERVISOR, unit)
    assert office.read(case.id).assignee == office.by("handler A").staff


def test_sealed_cases_climb_when_their_inspector_leaves_and_wait_when_none_is_left(
    office: Bureau,
) -> None:
    """And whoever is let in again receives what waited."""
    case = office.told(ACCUSING, choice=Choice.MISCONDUCT)
    assert case.unit == office.world.units["P"]
    office.does(people.change_role, "operator", "inspector P", Role.AUDITOR, None)
    climbed = office.read(case.id)
    assert (climbed.unit, climbed.unrouted) == (None, False)
    office.does(people.disable, "operator", "inspector")
    assert office.read(case.id).unrouted
    office.does(people.disable, "operator", "inspector", disabled=False)
    back = office.read(case.id)
    assert (back.unit, back.unrouted) == (None, False)
