"""What a case is, and what was true of it: sealed when it accuses, guided when the law wants a form."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from feedback.domain.cases.kinds import CaseKind, Choice, Severity, Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case
from feedback.domain.channels import Standing
from feedback.domain.ids import RatingId
from feedback.services.cases import (
    casework,
    concerns,
    following,
    handing,
    merging,
    moderation,
    reading,
)
from feedback.services.cases.reading import Wanted
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import standings
from feedback.store.tables.facts import rating
from tests.casework.bureau import Bureau

WHY = "đã xem xét kỹ"


def seen_by(office: Bureau, name: str) -> list[str]:
    with office.store.look() as work:
        return [one.code for one in reading.listed(work, office.by(name), Wanted())]


def classified(office: Bureau, name: str, case: Case, kind: CaseKind) -> Any:
    return office.does(moderation.classify, name, case.code, kind, WHY)


def test_what_turns_out_to_accuse_leaves_the_unit(office: Bureau) -> None:
    """It goes to the inspector above, out of any hand it was in, and no list of the unit has it."""
    case = office.told("Chuyện ở quầy.")
    office.does(casework.take, "handler A", case.code)
    now = classified(office, "handler A", case, CaseKind.MISCONDUCT)
    assert now.sealed
    assert now.unit == office.world.units["P"]
    assert (now.assignee, now.severity) == (None, Severity.GRAVE)
    assert seen_by(office, "handler A") == seen_by(office, "supervisor A") == []
    assert seen_by(office, "inspector P") == [case.code]
    with pytest.raises(NotFound):
        office.does(casework.note, "handler A", case.code, "Để tôi xem.")


def test_only_who_judges_opens_a_sealed_case_to_the_unit(office: Bureau) -> None:
    """An inspector may; it goes back to the unit it is about, with its own date."""
    case = office.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    assert seen_by(office, "handler A") == []
    back = classified(office, "inspector P", case, CaseKind.REPORT)
    assert not back.sealed
    assert back.unit == office.world.units["A"]
    assert back.due_on == case.due_on
    assert seen_by(office, "handler A") == [case.code]


def test_what_is_about_someone_named_never_comes_to_them(office: Bureau) -> None:
    """An inspector who is named does not receive it; the next one does."""
    case = office.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    office.does(concerns.concern, "operator", case.code, "inspector P", WHY)
    assert office.read(case.id).unit is None
    assert seen_by(office, "inspector P") == []
    assert seen_by(office, "inspector") == [case.code]


def test_a_complaint_is_guided_without_a_clock_and_back_again(office: Bureau) -> None:
    """Back as a report it has the date of the day of its receipt, though that has passed."""
    case = office.told()
    office.clock.move(days=20)
    guided = classified(office, "handler A", case, CaseKind.COMPLAINT)
    assert (guided.due_on, guided.due_why, guided.step_on) == (None, "", None)
    assert guided.guided_on == date(2026, 9, 1)
    assert guided.severity is Severity.SERIOUS
    assert office.pending() == [(case.id, "guided")]
    back = classified(office, "handler A", case, CaseKind.REPORT)
    assert (back.due_on, back.guided_on) == (case.due_on, date(2026, 9, 1))
    assert office.pending()[-1] == (case.id, "handled")
    assert back.due_on is not None
    assert back.due_on < date(2026, 9, 1)
    assert back.severity is Severity.ORDINARY


def test_a_date_stands_where_the_other_kind_has_the_same_time(office: Bureau) -> None:
    """With what was added to it; the lowest level goes on weighing."""
    case = office.told(level=1)
    more = office.does(handing.extend, "handler A", case.code, "chờ xác minh")
    now = classified(office, "handler A", case, CaseKind.PETITION)
    assert (now.due_on, now.due_why) == (more.due_on, more.due_why)
    assert now.severity is Severity.SERIOUS
    assert classified(office, "handler A", case, CaseKind.PRAISE).due_on is None


def test_a_case_that_others_were_merged_into_is_not_sealed_with_them(one: Bureau) -> None:
    """They are parted first: their citizens told nothing that accuses."""
    case, other = one.told("Máy in hỏng."), one.told("Máy in bị hỏng.")
    one.does(merging.merge, "handler A", other.code, case.code, WHY)
    with pytest.raises(Refusal, match="part them"):
        classified(one, "handler A", case, CaseKind.MISCONDUCT)


def test_what_proves_false_counts_against_nobody_and_can_be_found_true_later(
    office: Bureau,
) -> None:
    """The rating that the case came with is set aside with it, and comes back with it."""
    office.world.rate("a1", "A", date(2026, 8, 12), [1])
    with office.store.look() as work:
        given = RatingId(work.connection.scalar(select(rating.c.id)) or 0)
    case = office.told(rating=given, level=1)

    def standing() -> Standing | None:
        with office.store.work() as work:
            return standings.current(work, given)

    with pytest.raises(NotAllowed):
        office.does(moderation.verdict, "handler A", case.code, Verdict.FALSE, WHY)
    false = office.does(moderation.verdict, "moderator", case.code, Verdict.FALSE, WHY)
    assert (false.verdict, standing()) == (Verdict.FALSE, Standing.SET_ASIDE)
    true = office.does(moderation.verdict, "moderator", case.code, Verdict.UPHELD, WHY)
    assert (true.verdict, standing()) == (Verdict.UPHELD, Standing.COUNTED)
    assert office.timeline(case) == ["file", "verdict", "verdict"]


def test_spam_is_marked_and_brought_back_by_those_who_are_not_rated(office: Bureau) -> None:
    """The unit complained about cannot bury anything as spam, nor bring it back."""
    case = office.told()
    with pytest.raises(NotAllowed):
        office.does(moderation.spam, "supervisor A", case.code, WHY)
    ended = office.does(moderation.spam, "moderator", case.code, WHY)
    assert ended.state is CaseState.SPAM
    assert ended.ended_at is not None
    with pytest.raises(NotAllowed):
        office.does(casework.reopen, "supervisor A", case.code, WHY)
    back = office.does(moderation.unspam, "moderator", case.code, WHY)
    assert (back.state, back.ended_at, back.due_on) == (CaseState.ACCEPTED, None, case.due_on)
    office.does(casework.answer, "handler A", case.code, "Đã sửa.")
    answered = case.code
    with pytest.raises(Refusal, match="not marked"):
        office.does(moderation.unspam, "moderator", answered, WHY)


def test_what_is_owed_an_answer_is_not_closed_by_the_unit(office: Bureau) -> None:
    """An answer, or a referral, is what ends it; praise may be closed."""
    case, praise = office.told(), office.told("Cảm ơn cô.", choice=Choice.PRAISE)
    with pytest.raises(NotAllowed, match="owed an answer"):
        office.does(casework.close, "supervisor A", case.code, WHY)
    assert office.does(casework.close, "handler A", praise.code, WHY).state is CaseState.CLOSED
    office.does(casework.answer, "handler A", case.code, "Đã sửa.")
    closed = office.does(casework.close, "handler A", case.code, WHY)
    assert closed.state is CaseState.CLOSED
    again = office.does(casework.reopen, "handler A", case.code, WHY)
    assert (again.ended_at, again.due_on) == (None, case.due_on)


def test_the_unit_does_not_close_unanswered_what_it_calls_praise(office: Bureau) -> None:
    """Praise that its citizen chose it may; what staff made of a report is for who is not rated."""
    case = office.told("Chờ lâu quá.")
    classified(office, "handler A", case, CaseKind.PRAISE)
    with pytest.raises(NotAllowed, match="owed an answer"):
        office.does(casework.close, "handler A", case.code, WHY)
    assert office.does(casework.close, "moderator", case.code, WHY).state is CaseState.CLOSED
    own = office.told("Cô ở quầy tận tình.", choice=Choice.PRAISE)
    assert office.does(casework.close, "handler A", own.code, WHY).state is CaseState.CLOSED


def test_a_rating_stays_aside_while_any_case_with_it_is_untrue(office: Bureau) -> None:
    """Two cases may come with one rating; whichever verdict is taken back first, both decide."""
    office.world.rate("a1", "A", date(2026, 8, 12), [1])
    with office.store.look() as work:
        given = RatingId(work.connection.scalar(select(rating.c.id)) or 0)
    both = [office.told(f"Việc {n}.", rating=given, level=1) for n in (1, 2)]

    def standing() -> Standing | None:
        with office.store.work() as work:
            return standings.current(work, given)

    for case in both:
        office.does(moderation.verdict, "moderator", case.code, Verdict.FALSE, WHY)
    office.does(moderation.verdict, "moderator", both[0].code, Verdict.UPHELD, WHY)
    assert standing() is Standing.SET_ASIDE
    office.does(moderation.verdict, "moderator", both[1].code, Verdict.UNVERIFIED, WHY)
    assert standing() is Standing.COUNTED


def test_naming_a_stranger_never_moves_a_sealed_case(one: Bureau) -> None:
    """Contested, it would come down again to the inspector who answered it."""
    case = one.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    one.does(casework.answer, "inspector P", case.code, "Đã xem.")
    with one.store.work() as work:
        following.contest(work, case.id, "Chưa đúng.")
    before = one.read(case.id)
    assert before.unit is None
    named = one.does(concerns.concern, "inspector", case.code, "handler B", WHY)
    assert (named.unit, named.unrouted) == (None, False)
    assert seen_by(one, "inspector P") == []
