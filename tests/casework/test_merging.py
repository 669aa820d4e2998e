"""Cases that tell the same: found alike, made one, parted; each citizen goes on being told."""

from datetime import timedelta
from typing import Any

import pytest

from feedback.domain.cases.kinds import CaseKind, Choice, Satisfaction
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Delivery
from feedback.services.cases import (
    alerting,
    casework,
    following,
    likening,
    merging,
    moderation,
    reading,
)
from feedback.services.privacy import erasing
from feedback.services.refusals import NotFound, Refusal
from tests.casework.bureau import Bureau

WHY = "cùng một việc"
TOLD = "Máy in ở quầy hỏng nên tôi phải chờ đến chiều mới lấy được giấy khai sinh cho cháu."
PLAIN = "May in o quay hong nen toi phai cho den chieu moi lay duoc giay khai sinh cho chau"


def alike(office: Bureau, name: str, code: str) -> list[str]:
    with office.store.look() as work:
        return [one.case.code for one in likening.similar(work, office.by(name), code)]


def test_both_citizens_are_told_and_read_the_answer(office: Bureau) -> None:
    """Each by the own number: one answer, two people, each judging for themselves."""
    first, second = office.told(TOLD), office.told(PLAIN)
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    merged = office.read(second.id)
    assert (merged.state, merged.merged_into) == (CaseState.MERGED, first.id)
    assert merged.ended_at is not None
    assert office.pending() == [(second.id, "merged")]
    office.does(casework.answer, "handler A", first.code, "Máy in đã sửa xong.")
    assert sorted(office.pending()[1:]) == sorted([(first.id, "answered"), (second.id, "answered")])
    for case in (first, second):
        with office.store.work() as work:
            status = following.status(work, case.id)
            assert status is not None
            assert (status.state, status.unseen) == (CaseState.ANSWERED, True)
            assert status.words[-1].text == "Máy in đã sửa xong."
            assert {CaseAct.JUDGE, CaseAct.CONTEST} <= status.may
    with office.store.work() as work:
        following.judge(work, second.id, Satisfaction.NO)
    assert office.read(second.id).satisfaction is Satisfaction.NO
    assert office.read(second.id).state is CaseState.MERGED
    assert office.read(first.id).satisfaction is None


def test_one_of_both_contests_alone(office: Bureau) -> None:
    """It goes to the level above with a date of its own; the other stays answered."""
    first, second = office.told(TOLD), office.told(PLAIN)
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    office.does(casework.answer, "handler A", first.code, "Máy in đã sửa xong.")
    with office.store.work() as work:
        following.contest(work, second.id, "Hôm nay vẫn hỏng.")
    gone, stays = office.read(second.id), office.read(first.id)
    assert (gone.state, gone.unit) == (CaseState.CONTESTED, office.world.units["P"])
    assert (gone.merged_into, gone.ended_at) == (None, None)
    assert stays.state is CaseState.ANSWERED
    assert [w.what for w in office.does(alerting.alerts, "handler P")] == ["contested"]


def test_what_the_merged_citizen_adds_reaches_who_has_the_other(office: Bureau) -> None:
    """And it is the reply that the other waited for."""
    first, second = office.told(TOLD), office.told(PLAIN)
    office.does(casework.take, "handler A", first.code)
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    office.does(casework.ask, "handler A", first.code, "Hôm nào ạ?")
    with office.store.work() as work:
        following.add(work, second.id, "Sáng thứ Hai.")
    assert office.read(first.id).state is CaseState.ACCEPTED
    with office.store.look() as work:
        file = reading.opened(work, office.by("handler A"), first.code)
        other = reading.opened(work, office.by("handler A"), second.code)
    (merged,) = file.merged
    assert merged.code == second.code
    assert [one.text for one in merged.words] == [PLAIN, "Sáng thứ Hai."]
    assert other.merged_into == first.code
    assert [w.what for w in office.does(alerting.alerts, "handler A")] == ["added"]


def test_the_earlier_of_both_dates_holds(office: Bureau) -> None:
    """Nobody waits longer for having been merged."""
    first = office.told(TOLD)
    office.clock.move(days=3)
    later = office.told(PLAIN)
    assert first.due_on != later.due_on
    office.does(merging.merge, "handler A", first.code, later.code, WHY)
    kept = office.read(later.id)
    assert (kept.due_on, kept.due_why, kept.step_on) == (first.due_on, first.due_why, first.step_on)


@pytest.mark.parametrize("before", [CaseState.NEW, CaseState.ACCEPTED, CaseState.WAITING])
def test_parted_a_case_stands_as_before(office: Bureau, before: CaseState) -> None:
    """What waited for the citizen waits no more: the question fell away with the merging."""
    first, second = office.told(TOLD), office.told(PLAIN)
    if before is not CaseState.NEW:
        office.does(casework.take, "handler A", second.code)
    if before is CaseState.WAITING:
        office.does(casework.ask, "handler A", second.code, "Hôm nào ạ?")
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    apart = office.does(merging.unmerge, "handler A", second.code, "việc khác")
    wanted = CaseState.ACCEPTED if before is CaseState.WAITING else before
    assert (apart.state, apart.merged_into, apart.ended_at) == (wanted, None, None)
    assert apart.due_on == second.due_on
    assert office.pending()[-1] == (second.id, "unmerged")
    office.does(casework.answer, "handler A", first.code, "Đã sửa.")
    assert office.read(second.id).delivery is Delivery.NONE


def test_what_is_unlike_is_not_merged(office: Bureau) -> None:
    """Neither into itself, nor into what has ended, nor sealed with open, nor as a chain."""
    first, second, third = office.told(TOLD), office.told(PLAIN), office.told("Chờ lâu.")
    sealed = office.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    office.does(merging.merge, "operator", second.code, first.code, WHY)
    for code, into in (
        (first.code, first.code),
        (third.code, sealed.code),
        (sealed.code, third.code),
        (first.code, third.code),
        (third.code, second.code),
    ):
        with pytest.raises(Refusal):
            office.does(merging.merge, "operator", code, into, WHY)
    with pytest.raises(NotFound):
        office.does(merging.merge, "handler A", third.code, sealed.code, WHY)


def test_likely_duplicates_are_found_with_and_without_marks(office: Bureau) -> None:
    """The same desk first; not what is far in place or time, and not what was merged already."""
    case = office.told(TOLD, "a1")
    here, beside = office.told(PLAIN, "a1"), office.told(f"{TOLD} Mong sửa sớm.", "a2")
    office.told(TOLD, "b1")
    office.told("Bãi xe chật, không có mái che.", "a1")
    assert alike(office, "handler A", case.code) == [here.code, beside.code]
    assert alike(office, "handler A", here.code)[0] == case.code
    office.does(merging.merge, "handler A", here.code, case.code, WHY)
    assert alike(office, "handler A", case.code) == [beside.code]
    office.clock.now += timedelta(days=61)
    assert alike(office, "handler A", office.told(TOLD, "a1").code) == []


def test_a_sealed_case_is_likened_only_to_sealed_ones_that_the_viewer_sees(office: Bureau) -> None:
    """Whoever sees one of them learns nothing of the others."""
    plain = office.told(TOLD)
    sealed = [office.told(TOLD, choice=Choice.MISCONDUCT) for _ in range(2)]
    assert alike(office, "handler A", plain.code) == []
    assert alike(office, "inspector P", sealed[0].code) == [sealed[1].code]
    assert alike(office, "operator", plain.code) == []
    with pytest.raises(NotFound):
        alike(office, "handler A", sealed[0].code)


def test_what_turns_out_sealed_is_likened_anew(office: Bureau) -> None:
    """Its signature is under the key of sealed words from then on."""
    from feedback.domain.cases.kinds import CaseKind
    from feedback.services.cases import moderation

    sealed = office.told(TOLD, choice=Choice.MISCONDUCT)
    case = office.told(PLAIN)
    office.does(moderation.classify, "operator", case.code, CaseKind.MISCONDUCT, WHY)
    assert alike(office, "inspector P", case.code) == [sealed.code]


def test_merged_into_a_case_that_waits_nobody_waits_longer(office: Bureau) -> None:
    """The other was asked, not this one: the clock goes on, and the earlier date holds."""
    first, second = office.told(TOLD), office.told(PLAIN)
    office.does(casework.ask, "handler A", first.code, "Hôm nào ạ?")
    office.clock.move(days=9)
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    now = office.read(first.id)
    assert (now.state, now.suspended_on) == (CaseState.ACCEPTED, None)
    assert now.due_on == second.due_on
    cited(office, first, following.add, "Sáng thứ Hai.")
    assert office.read(first.id).due_on == second.due_on


def pair(office: Bureau) -> tuple[Case, Case]:
    """Tell the same twice, and let the second go on in the first."""
    first, second = office.told(TOLD), office.told(PLAIN)
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    return first, office.read(second.id)


def cited(office: Bureau, case: Case, act: Any, *more: str) -> following.Status:
    """Let the citizen of a case act."""
    with office.store.work() as work:
        status = act(work, case.id, *more)
    assert status is not None
    return status


def test_what_was_merged_is_not_left_waiting_for_a_case_that_is_withdrawn(office: Bureau) -> None:
    """It goes on by itself, with its own date; its citizen and the unit are told."""
    first, second = pair(office)
    cited(office, first, following.withdraw)
    parted = office.read(second.id)
    assert (parted.state, parted.merged_into, parted.ended_at) == (CaseState.NEW, None, None)
    assert parted.due_on == second.due_on
    assert office.pending()[-1] == (second.id, "unmerged")
    assert "unmerged" in [word.what for word in office.does(alerting.alerts, "handler A")]


@pytest.mark.parametrize("ending", ["spam", "erasure"])
def test_spam_and_erasure_let_go_what_was_merged(office: Bureau, ending: str) -> None:
    """Another's matter is no spam, and is not erased, because it was told alike."""
    first, second = pair(office)
    if ending == "spam":
        office.does(moderation.spam, "moderator", first.code, WHY)
    else:
        with office.store.work() as work:
            erasing.erase_own(work, first.id)
    assert office.read(second.id).state is CaseState.NEW
    assert office.texts(second)[0] == PLAIN


def test_an_erased_citizen_comes_not_back_when_the_other_is_withdrawn(office: Bureau) -> None:
    """There is nothing left that could be answered."""
    first, second = pair(office)
    with office.store.work() as work:
        erasing.erase_own(work, second.id)
    cited(office, first, following.withdraw)
    assert office.read(second.id).state is CaseState.WITHDRAWN


def test_a_merged_citizen_who_accuses_is_heard_alone(office: Bureau) -> None:
    """The inspector owes an answer; it is not settled by the unit's answer to the other."""
    first, second = pair(office)
    cited(office, second, following.add, "Cán bộ còn đòi tôi 500 nghìn tiền bôi trơn.")
    gone = office.read(second.id)
    assert (gone.state, gone.sealed, gone.merged_into) == (CaseState.NEW, True, None)
    assert gone.ended_at is None
    office.does(casework.answer, "handler A", first.code, "Máy in đã sửa xong.")
    assert office.read(second.id).state is CaseState.NEW
    assert [w.what for w in office.does(alerting.alerts, "inspector P")] == ["added"]


def test_what_was_merged_into_an_accusation_stays_with_the_unit(office: Bureau) -> None:
    """Only what accuses leaves it."""
    first, second = pair(office)
    cited(office, first, following.add, "Cán bộ còn đòi tôi 500 nghìn tiền bôi trơn.")
    assert office.read(first.id).sealed
    stays = office.read(second.id)
    assert (stays.state, stays.sealed, stays.merged_into) == (CaseState.NEW, False, None)


def test_an_accusation_after_the_answer_is_owed_one_of_its_own(office: Bureau) -> None:
    """Counted from the day it came, not left to be closed as answered."""
    case = office.told(TOLD)
    office.does(casework.answer, "handler A", case.code, "Máy in đã sửa xong.")
    office.clock.move(days=14)
    cited(office, case, following.add, "Cán bộ còn đòi tôi 500 nghìn tiền bôi trơn.")
    now = office.read(case.id)
    assert (now.state, now.sealed, now.ended_at) == (CaseState.NEW, True, None)
    assert now.due_on is not None
    assert case.due_on is not None
    assert now.due_on > case.due_on


@pytest.mark.parametrize("parted", ["contest", "unmerge"])
def test_the_answer_that_was_read_stays_with_who_goes_on(office: Bureau, parted: str) -> None:
    """The level above reads what is contested, and the citizen finds it again."""
    first, second = pair(office)
    office.does(casework.answer, "handler A", first.code, "Máy in đã sửa xong.")
    if parted == "contest":
        cited(office, second, following.contest, "Hôm nay vẫn hỏng.")
    else:
        office.does(merging.unmerge, "handler A", second.code, WHY)
    with office.store.look() as work:
        status = following.status(work, second.id)
        file = reading.opened(work, office.by("handler P"), second.code)
    assert status is not None
    for words in (status.words, file.words):
        assert "Máy in đã sửa xong." in [one.text for one in words]


def test_who_withdraws_after_the_answer_leaves_the_others_theirs(office: Bureau) -> None:
    """They stay answered and may still judge and contest."""
    first, second = pair(office)
    office.does(casework.answer, "handler A", first.code, "Máy in đã sửa xong.")
    cited(office, first, following.withdraw)
    with office.store.look() as work:
        status = following.status(work, second.id)
    assert status is not None
    assert status.state is CaseState.ANSWERED
    assert {CaseAct.JUDGE, CaseAct.CONTEST} <= status.may
    assert status.words[-1].text == "Máy in đã sửa xong."


def test_another_answer_is_judged_anew_by_everyone(office: Bureau) -> None:
    """Whoever was content with the first answer may judge, and contest, the one in its place."""
    first, second = office.told("Máy in hỏng."), office.told("Máy in bị hỏng.")
    office.does(merging.merge, "handler A", second.code, first.code, WHY)
    office.does(casework.answer, "handler A", first.code, "Đã sửa.")
    cited(office, second, following.judge, Satisfaction.YES)
    office.does(casework.reopen, "handler A", first.code, WHY)
    office.does(casework.answer, "handler A", first.code, "Chưa sửa được.")
    assert office.read(second.id).satisfaction is None
    with office.store.look() as work:
        now = following.status(work, second.id)
    assert now is not None
    assert now.satisfaction is None
    assert CaseAct.CONTEST in now.may


def test_what_needs_a_signed_form_is_not_merged_with_what_is_answered(one: Bureau) -> None:
    """Else the one would be promised a day, or the other lose it."""
    report = one.told("Máy in hỏng.")
    guided = one.told("Tôi khiếu nại quyết định thu hồi đất số 12 của chủ tịch xã.")
    assert guided.kind is CaseKind.COMPLAINT
    for code, into in ((report, guided), (guided, report)):
        with pytest.raises(Refusal, match="signed form"):
            one.does(merging.merge, "handler A", code.code, into.code, WHY)
    assert one.read(guided.id).due_on is None


def test_what_was_contested_is_not_merged_into_what_its_unit_answers(one: Bureau) -> None:
    """The level above decides, and merges it with what it answers itself."""
    case, other = one.told("Máy in hỏng."), one.told("Máy in bị hỏng.")
    above = one.told("Máy in hỏng ở tỉnh.", None, unit=one.world.units["P"])
    one.does(casework.answer, "handler A", case.code, "Đã sửa.")
    cited(one, case, following.contest, "Chưa sửa.")
    with pytest.raises(Refusal, match="contested"):
        one.does(merging.merge, "handler P", case.code, other.code, WHY)
    one.does(merging.merge, "handler P", case.code, above.code, WHY)
