"""How matters were handled: in time or late by the local day, and judged; false ones count for none."""

from datetime import date, timedelta

import pytest

from feedback.domain.cases.kinds import Choice, Satisfaction, Verdict
from feedback.domain.channels import Channel
from feedback.domain.roles import Role
from feedback.services import handling
from feedback.services.cases import casework, filing, following, moderation
from feedback.services.cases.filing import Filing
from feedback.store import cases
from feedback.store.cases import Case
from feedback.store.work import Store
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR, World, bare, viewer

FROM, TO = date(2026, 8, 1), date(2026, 12, 31)


@pytest.fixture
def office(store: Store) -> World:
    """One unit with a desk, on each of the two databases."""
    made = bare(store)
    made.unit("A")
    made.desk("a1", "A")
    return made


def told(office: World) -> Case:
    """File a case about the desk."""
    with office.store.work() as work:
        given = filing.file(
            work,
            Filing(Choice.REPORT, "Chờ lâu.", Channel.WEB, "vi", work.now, desk=office.desks["a1"]),
        )
        case = cases.by_id(work, given.case)
    assert case is not None
    return case


def row(office: World) -> handling.Row:
    """Give the unit's figures to the operator."""
    with office.store.look() as work:
        (found,) = handling.figures(work, OPERATOR, FROM, TO)
    return found


def test_the_end_of_the_due_day_in_viet_nam_is_in_time_and_a_minute_later_is_late(
    office: World, clock: Hands
) -> None:
    """17:00 UTC is midnight there."""
    one, other = told(office), told(office)
    assert one.due_on is not None
    days = one.due_on - one.opened_on
    clock.now = clock.now.replace(hour=16, minute=59) + days
    with office.store.work() as work:
        casework.answer(work, OPERATOR, one.code, "Đã sửa.")
    clock.now += timedelta(minutes=1)
    assert row(office).handled.late == 1
    with office.store.work() as work:
        casework.answer(work, OPERATOR, other.code, "Đã sửa.")
    handled = row(office).handled
    assert (handled.received, handled.in_time, handled.late) == (2, 1, 1)
    assert row(office).on_time == 5000


def test_both_shares_of_satisfied_stand_side_by_side(office: World) -> None:
    """Silence counts as satisfied in one and not at all in the other."""
    for how in (Satisfaction.YES, Satisfaction.NO, None, None):
        case = told(office)
        with office.store.work() as work:
            casework.answer(work, OPERATOR, case.code, "Đã sửa.")
            if how is not None:
                following.judge(work, case.id, how)
    found = row(office)
    assert (found.satisfied, found.by_766) == (5000, 7500)


def test_what_was_late_and_judged_no_is_taken_off_once(office: World, clock: Hands) -> None:
    """QĐ 766: those judged "no" or late, of all; one of three was both."""
    both, silent = told(office), told(office)
    told(office)
    with office.store.work() as work:
        casework.answer(work, OPERATOR, silent.code, "Đã sửa.")
    assert both.due_on is not None
    clock.now += (both.due_on - both.opened_on) * 2
    with office.store.work() as work:
        casework.answer(work, OPERATOR, both.code, "Đã sửa.")
        following.judge(work, both.id, Satisfaction.NO)
    found = row(office)
    assert (found.handled.owed, found.handled.late, found.handled.no) == (3, 2, 1)
    assert found.by_766 == 3333


def test_what_proved_false_counts_for_nobody_until_the_verdict_changes(office: World) -> None:
    """The figures follow the verdict there and back."""
    case = told(office)
    told(office)
    with office.store.work() as work:
        moderation.verdict(work, OPERATOR, case.code, Verdict.FALSE, "camera cho thấy khác")
    assert row(office).handled.received == 1
    with office.store.work() as work:
        moderation.verdict(work, OPERATOR, case.code, Verdict.UPHELD, "xem lại thì đúng")
    assert row(office).handled.received == 2


def test_the_rated_do_not_learn_what_one_person_judged(office: World) -> None:
    """Below five judgements the shares are hidden from them."""
    case = told(office)
    with office.store.work() as work:
        casework.answer(work, OPERATOR, case.code, "Đã sửa.")
        following.judge(work, case.id, Satisfaction.NO)
    with office.store.look() as work:
        (found,) = handling.figures(work, viewer(office, Role.SUPERVISOR, "A"), FROM, TO)
    assert found.hidden
    assert (found.satisfied, found.by_766, found.handled.no) == (None, None, 0)


def test_a_sealed_report_is_not_even_counted_for_the_unit_it_accuses(office: World) -> None:
    """One more in the figures would tell of it as well as the report itself."""
    told(office)
    with office.store.work() as work:
        filing.file(
            work,
            Filing(
                Choice.MISCONDUCT,
                "Đòi tiền mới làm.",
                Channel.WEB,
                "vi",
                work.now,
                desk=office.desks["a1"],
            ),
        )
        (seen,) = handling.figures(work, viewer(office, Role.SUPERVISOR, "A"), FROM, TO)
        (all_there_is,) = handling.figures(work, viewer(office, Role.ADMIN), FROM, TO)
    assert (seen.handled.received, all_there_is.handled.received) == (1, 1)
