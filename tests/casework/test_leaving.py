"""Who leaves hands on what they had: nothing rests with somebody who signs in no more."""

from datetime import date, timedelta

from feedback.domain.cases.kinds import Choice
from feedback.domain.roles import Role
from feedback.services import people, sittings
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


def test_who_may_handle_no_more_hands_on_within_the_unit_too(one: Bureau) -> None:
    """An auditor has nothing in hand."""
    case = one.told()
    one.does(casework.take, "handler A", case.code)
    one.does(people.change_role, "operator", "handler A", Role.AUDITOR, one.world.units["A"])
    assert one.read(case.id).assignee is None


def test_a_seat_told_later_takes_the_case_out_of_hand(office: Bureau) -> None:
    """It stays with the unit as long as somebody there did not sit at the desk on its day."""
    case = office.told()
    office.does(casework.take, "handler A", case.code)
    desk, day = office.world.desks["a1"], date(2026, 8, 12)
    office.does(sittings.seat, "operator", "handler A", desk, day - timedelta(days=2), day)
    now = office.read(case.id)
    assert (now.assignee, now.unit) == (None, office.world.units["A"])
    for name in ("other A", "supervisor A"):
        office.does(sittings.seat, "operator", name, desk, day)
    assert office.read(case.id).unit == office.world.units["P"]
    assert [word.what for word in office.does(alerting.alerts, "handler P")] == ["forwarded"]


def test_a_seat_on_other_days_moves_nothing(one: Bureau) -> None:
    """Nor what is answered, nor what is about another desk."""
    case, other, done = one.told(), one.told(desk="a2"), one.told()
    for each in (case, other, done):
        one.does(casework.take, "handler A", each.code)
    one.does(casework.answer, "handler A", done.code, "Đã sửa.")
    before = [one.read(each.id) for each in (case, other, done)]
    desk, day = one.world.desks["a1"], date(2026, 8, 12)
    earlier = day - timedelta(days=1)
    one.does(sittings.seat, "operator", "handler A", desk, date(2026, 8, 1), earlier)
    assert [one.read(each.id) for each in (case, other, done)] == before
    one.does(sittings.seat, "operator", "handler A", desk, day)
    assert [one.read(each.id) for each in (other, done)] == before[1:]


def test_where_only_those_are_left_whom_it_is_about_a_case_goes_up(office: Bureau) -> None:
    """In a small office the one who leaves may have been the only one free to answer."""
    for name in ("handler A", "supervisor A"):
        office.does(sittings.seat, "operator", name, office.world.desks["a1"], date(2026, 8, 1))
    case, free = office.told(), office.told(desk="a2")
    assert case.unit == office.world.units["A"]
    office.does(people.disable, "operator", "other A")
    assert office.read(case.id).unit == office.world.units["P"]
    assert office.read(free.id).unit == office.world.units["A"]
