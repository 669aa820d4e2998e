"""Time passes for a case: each step once and in order, none while the citizen is asked."""

from datetime import date, timedelta

import pytest

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Step
from feedback.domain.channels import Channel
from feedback.domain.roles import Role
from feedback.services.cases import alerting, casework, filing, following, steps
from feedback.services.cases.filing import Filing
from feedback.store import case_words, cases
from feedback.store.work import Store
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR, World, bare, viewer


@pytest.fixture
def office(store: Store) -> World:
    """Two units, one with a desk, on each of the two databases."""
    made = bare(store)
    made.unit("A")
    made.unit("B")
    made.desk("a1", "A")
    return made


def told(office: World) -> Case:
    """File a case about the desk."""
    with office.store.work() as work:
        given = filing.file(
            work,
            Filing(Choice.REPORT, "Chờ lâu.", Channel.WEB, "vi", work.now, office.desks["a1"]),
        )
    return read(office, given.case)


def read(office: World, identity: int) -> Case:
    with office.store.look() as work:
        case = cases.by_id(work, identity)
    assert case is not None
    return case


def until(office: World, clock: Hands, day: date) -> int:
    """Let time pass to the morning of a day, and take the steps."""
    # Nine in the morning in Viet Nam.
    clock.now = clock.now.replace(year=day.year, month=day.month, day=day.day, hour=2)
    with office.store.work() as work:
        return steps.advance(work)


def taken(office: World, case: Case) -> list[str]:
    """Give the steps in the timeline."""
    with office.store.look() as work:
        events = case_words.timeline(work, case.id)
    return [dict(e.detail)["step"] for e in events if e.act is CaseAct.STEP]


def test_each_step_comes_on_its_day_and_once(office: World, clock: Hands) -> None:
    """Two working days before, on the day, the day after, and five working days after that."""
    case = told(office)
    due = case.due_on
    assert due is not None
    seen = {}
    for n in range(-6, 16):
        if until(office, clock, due + timedelta(days=n)):
            seen[n] = taken(office, case)[-1]
        assert until(office, clock, due + timedelta(days=n)) == 0
    assert list(seen.values()) == ["reminded", "due", "late", "very_late"]
    assert [n for n, step in seen.items() if step in ("due", "late")] == [0, 1]
    assert read(office, case.id).step is Step.VERY_LATE
    assert read(office, case.id).version == case.version


def test_a_server_that_slept_takes_all_steps_in_order(office: World, clock: Hands) -> None:
    """None is left out of the timeline, and staff are told of each."""
    case = told(office)
    assert case.due_on is not None
    assert until(office, clock, case.due_on + timedelta(days=30)) == 4
    assert taken(office, case) == ["reminded", "due", "late", "very_late"]
    own, other = viewer(office, Role.HANDLER, "A"), viewer(office, Role.HANDLER, "B")
    with office.store.work() as work:
        assert [word.what for word in alerting.alerts(work, own)][::-1] == taken(office, case)
        assert alerting.alerts(work, other) == ()
        assert alerting.noticed(work, own) == 4
        assert alerting.alerts(work, own) == ()


def test_the_operator_hears_what_waits_for_anybody(office: World, clock: Hands) -> None:
    """Each thing once, whoever was told of it; and looking takes nothing from who it is for."""
    case = told(office)
    assert case.due_on is not None
    until(office, clock, case.due_on + timedelta(days=30))
    own = viewer(office, Role.HANDLER, "A")
    with office.store.work() as work:
        heard = [word.what for word in alerting.alerts(work, OPERATOR)]
        assert heard[::-1] == taken(office, case)
        alerting.noticed(work, OPERATOR)
        assert len(alerting.alerts(work, own)) == 4


def test_no_step_is_taken_while_the_citizen_is_asked(office: World, clock: Hands) -> None:
    """The date moves by the days of waiting, and the steps with it."""
    case = told(office)
    assert case.due_on is not None
    with office.store.work() as work:
        casework.ask(work, OPERATOR, case.code, "Hôm nào ạ?")
    assert until(office, clock, case.due_on + timedelta(days=7)) == 0
    with office.store.work() as work:
        following.add(work, case.id, "Hôm thứ Hai.")
    moved = read(office, case.id)
    assert moved.due_on is not None
    assert moved.due_on > case.due_on + timedelta(days=7)
    assert moved.suspended_on is None
    assert until(office, clock, moved.due_on) >= 1
    assert taken(office, moved)[-1] == "due"


def test_an_answer_that_nobody_contests_ends_the_case(office: World, clock: Hands) -> None:
    """After thirty days; an answered case takes no further step."""
    case = told(office)
    with office.store.work() as work:
        casework.answer(work, OPERATOR, case.code, "Đã sửa.")
    start = clock.now.date()
    assert until(office, clock, start + timedelta(days=29)) == 0
    assert until(office, clock, start + timedelta(days=31)) == 1
    assert read(office, case.id).state is CaseState.CLOSED
    assert taken(office, case) == []
