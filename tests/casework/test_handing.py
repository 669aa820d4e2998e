"""Into other hands: only theirs who may handle it, with the day of receipt and the date as they were."""

from datetime import date, timedelta

import pytest

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Delivery, Step
from feedback.domain.dues import read
from feedback.services import sittings
from feedback.services.cases import alerting, casework, following, handing, reading
from feedback.services.cases.reading import Wanted
from feedback.services.refusals import NotFound, Refusal
from tests.casework.bureau import Bureau

WHY = "việc của nơi khác"


def test_a_case_is_assigned_to_who_sees_and_may_handle_it(office: Bureau) -> None:
    """It is accepted with that, the citizen is told, and the handler finds it in the alerts."""
    case = office.told()
    given = office.does(handing.assign, "supervisor A", case.code, "other A")
    assert (given.state, given.assignee) == (CaseState.ACCEPTED, office.by("other A").staff)
    assert given.accepted_on == date(2026, 8, 12)
    assert office.pending() == [(case.id, "taken")]
    words = office.does(alerting.alerts, "other A")
    assert [(word.code, word.what) for word in words] == [(case.code, "assigned")]


@pytest.mark.parametrize("name", ["handler B", "auditor", "sitter"])
def test_nobody_gets_a_case_who_may_not_handle_it(office: Bureau, name: str) -> None:
    """Neither someone of another unit, nor the auditor, nor whoever sat at the desk that day."""
    with office.store.work() as work:
        desk = office.world.desks["a1"]
        sittings.seat(work, office.by("operator"), "other A", desk, date(2026, 8, 1))
    case = office.told()
    to = "other A" if name == "sitter" else name
    with pytest.raises(Refusal, match="cannot handle"):
        office.does(handing.assign, "supervisor A", case.code, to)
    assert office.read(case.id) == case


def test_a_forwarded_case_keeps_its_receipt_and_date(office: Bureau) -> None:
    """The other unit finds it, takes it and answers; the first sees it no more."""
    case = office.told()
    office.clock.move(days=1)
    there = office.world.units["B"]
    given = office.does(handing.forward, "handler A", case.code, there, WHY)
    assert (given.state, given.unit) == (CaseState.FORWARDED, there)
    assert (given.opened_on, given.due_on) == (case.opened_on, case.due_on)
    with office.store.look() as work:
        assert reading.listed(work, office.by("handler A"), Wanted()) == ()
    assert [w.what for w in office.does(alerting.alerts, "handler B")] == ["forwarded"]
    taken = office.does(casework.take, "handler B", case.code)
    assert taken.state is CaseState.ACCEPTED
    assert office.does(casework.answer, "handler B", case.code, "Đã sửa.").ended_at is not None


def test_a_sealed_case_goes_only_to_an_inspector_outside_of_what_it_accuses(office: Bureau) -> None:
    """Not to the unit accused, and nowhere where no inspector is."""
    case = office.told("Anh ở quầy đòi 500 nghìn.", choice=Choice.MISCONDUCT)
    assert case.unit == office.world.units["P"]
    for there in ("A", "B"):
        with pytest.raises(Refusal):
            office.does(handing.forward, "inspector P", case.code, office.world.units[there], WHY)
    assert office.read(case.id) == case


def test_what_is_not_the_offices_is_referred_and_ended(office: Bureau) -> None:
    """The citizen reads where it went; what took longer than five working days says so."""
    case = office.told()
    office.clock.move(days=9)
    ended = office.does(handing.refer, "handler A", case.code, "Công an  huyện B", WHY)
    assert (ended.state, ended.delivery) == (CaseState.CLOSED, Delivery.WAITING)
    assert ended.ended_at == office.clock.now
    with office.store.look() as work:
        status = following.status(work, case.id)
        file = reading.opened(work, office.by("handler A"), case.code)
    assert status is not None
    assert status.words[-1].text == f"Công an huyện B: {WHY}"
    detail = dict(file.timeline[-1].detail)
    assert (detail["transfer_by"], detail["late"]) == ("2026-08-19", "yes")


def test_an_extension_is_the_rules_and_says_why(office: Bureau) -> None:
    """Once, by at most five working days; the first explanation stays within the new one."""
    case = office.told()
    with pytest.raises(Refusal, match="1 to 5"):
        office.does(handing.extend, "handler A", case.code, "chờ xác minh", length=6)
    with pytest.raises(Refusal, match="1 to 5"):
        office.does(handing.extend, "handler A", case.code, "chờ xác minh", length=0)
    more = office.does(handing.extend, "handler A", case.code, "chờ xác minh", length=2)
    assert case.due_on is not None
    assert more.due_on is not None
    before, after = read(case.due_why), read(more.due_why)
    assert (after.rule, after.start) == (before.rule, before.start)
    assert [(one.length, one.reason) for one in after.extensions] == [(2, "chờ xác minh")]
    assert more.due_on > case.due_on
    assert more.step is Step.NONE
    assert office.pending() == [(case.id, "extended")]
    with pytest.raises(Refusal, match="already"):
        office.does(handing.extend, "handler A", case.code, "vẫn chờ")


def test_a_time_that_has_ended_is_not_extended(one: Bureau) -> None:
    """Late stays late."""
    case = one.told()
    assert case.due_on is not None
    one.clock.now += timedelta(days=(case.due_on - case.opened_on).days + 1)
    with pytest.raises(Refusal, match="ended"):
        one.does(handing.extend, "handler A", case.code, "chờ xác minh")


def test_the_clock_stands_while_the_citizen_is_asked(office: Bureau) -> None:
    """It goes on with the reply, or with whatever else ends the waiting, and never silently."""
    replied, forwarded, answered = office.told(), office.told(), office.told()
    for case in (replied, forwarded, answered):
        office.does(casework.ask, "handler A", case.code, "Hôm nào ạ?")
    office.clock.move(days=7)
    with office.store.work() as work:
        following.add(work, replied.id, "Hôm thứ Hai.")
    office.does(handing.forward, "handler A", forwarded.code, office.world.units["B"], WHY)
    office.does(casework.answer, "handler A", answered.code, "Đã sửa.")
    for case in (replied, forwarded, answered):
        now = office.read(case.id)
        assert now.suspended_on is None
        assert case.due_on is not None
        assert now.due_on is not None
        assert now.due_on > case.due_on
        assert [pause.days for pause in read(now.due_why).pauses] == [5]


def test_an_unknown_unit_or_person_is_not_found(one: Bureau) -> None:
    """Whatever was typed, it is told back without what could harm a terminal."""
    case = one.told()
    with pytest.raises(NotFound):
        one.does(handing.forward, "handler A", case.code, 99, WHY)
    with pytest.raises(NotFound) as caught:
        one.does(handing.assign, "handler A", case.code, "a\x1b[31m\u202eb")
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)
