"""What was contested is decided by someone else than whoever answered it."""

import pytest

from feedback.domain.cases.kinds import CaseKind, Choice
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case
from feedback.domain.days import local_day
from feedback.services import calendars
from feedback.services.cases import casework, following, handing, moderation
from feedback.services.refusals import NotAllowed, Refusal
from feedback.store import staff
from tests.casework.bureau import Bureau

WHY = "đã xem xét kỹ"


def contested(office: Bureau, by: str, **more: object) -> Case:
    """Have a case answered and contested."""
    case = office.told("Máy in hỏng.", **more)
    office.does(casework.answer, by, case.code, "Đã sửa.")
    with office.store.work() as work:
        following.contest(work, case.id, "Chưa sửa.")
    return office.read(case.id)


def test_it_never_goes_back_to_the_unit_that_answered(one: Bureau) -> None:
    """Nor to one below it; another unit may have it."""
    case = contested(one, "handler A")
    assert case.unit == one.world.units["P"]
    with pytest.raises(Refusal, match="contested"):
        one.does(handing.forward, "handler P", case.code, one.world.units["A"], WHY)
    assert one.read(case.id) == case
    there = one.does(handing.forward, "handler P", case.code, one.world.units["B"], WHY)
    assert there.unit == one.world.units["B"]


def test_whoever_answered_from_above_does_not_decide_either(one: Bureau) -> None:
    """It is for others of the office, and may not be assigned back."""
    case = contested(one, "handler P")
    ends = ((casework.answer, "Vẫn vậy."), (casework.close, WHY))
    for act, words in ends:
        with pytest.raises(NotAllowed):
            one.does(act, "handler P", case.code, words)
    with pytest.raises(NotAllowed):
        one.does(handing.refer, "handler P", case.code, "Công an", WHY)
    with pytest.raises(Refusal, match="cannot handle"):
        one.does(handing.assign, "moderator", case.code, "handler P")
    decided = one.does(casework.answer, "moderator", case.code, "Đã thay máy.")
    assert decided.state is CaseState.ANSWERED
    # The decision is its own: whoever decided may put it right.
    one.does(casework.reopen, "moderator", case.code, WHY)
    again = one.does(casework.answer, "moderator", case.code, "Đã thay máy khác.")
    assert again.state is CaseState.ANSWERED


def test_where_nobody_else_could_decide_nobody_is_barred(one: Bureau) -> None:
    """A sealed case of a single inspector would otherwise never be answered."""
    with one.store.work() as work:
        for person in staff.everyone(work):
            if person.name == "inspector P":
                staff.set_disabled(work, person.id, disabled=True)
    case = contested(one, "inspector", choice=Choice.MISCONDUCT)
    decided = one.does(casework.answer, "inspector", case.code, "Đã xem lại.")
    assert decided.state is CaseState.ANSWERED


def test_opened_to_the_unit_again_it_stays_above_it(one: Bureau) -> None:
    """Sealed by a later word and found plain, it still is not for whoever answered."""
    case = contested(one, "handler A")
    one.does(moderation.classify, "handler P", case.code, CaseKind.MISCONDUCT, WHY)
    back = one.does(moderation.classify, "inspector P", case.code, CaseKind.REPORT, WHY)
    assert (back.sealed, back.unit) == (False, one.world.units["P"])


def test_that_it_ended_undecided_is_told_until_there_is_another_answer(one: Bureau) -> None:
    """The answer that was contested does not count as one to the contesting."""
    case = contested(one, "handler A")

    def undecided() -> bool:
        with one.store.look() as work:
            now = following.status(work, case.id)
        assert now is not None
        return now.undecided

    assert not undecided()
    one.does(casework.close, "moderator", case.code, WHY)
    assert undecided()
    one.does(casework.reopen, "moderator", case.code, WHY)
    one.does(casework.answer, "moderator", case.code, "Đã thay máy.")
    one.does(casework.close, "moderator", case.code, WHY)
    assert not undecided()


def test_what_accuses_in_contesting_praise_has_a_clock_of_its_own(one: Bureau) -> None:
    """Counted from the contesting: by the day of receipt it would be late at birth."""
    case = one.told("Cô ở quầy tận tình.", choice=Choice.PRAISE)
    one.does(casework.answer, "handler A", case.code, "Cảm ơn ông/bà.")
    one.clock.move(days=30)
    with one.store.work() as work:
        following.contest(work, case.id, "Thật ra cô ấy đòi phong bì.")
        due = calendars.deadline(work, CaseKind.MISCONDUCT.value, local_day(work.now))
    now = one.read(case.id)
    assert due is not None
    assert (now.sealed, now.state, now.due_on) == (True, CaseState.CONTESTED, due.on)
