"""Queues: what a viewer sees and asked for, all of it once, in its order, however it is paged."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from feedback.domain.cases.kinds import SEALED, CaseKind, Choice, Severity, severities
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Scope
from feedback.domain.ids import StaffId, UnitId
from feedback.services.cases import casework, reading
from feedback.store import case_queue, shelves
from feedback.store.case_queue import Order, Wanted
from feedback.store.case_sight import visible
from feedback.store.cases import case
from feedback.store.shelves import Chosen, Drawer
from feedback.store.tables.cases import case_party, cases, desk_sitting
from feedback.store.work import Work
from tests.casework.bureau import Bureau

TODAY = date(2026, 8, 12)
UNITS = (1, 2, 3)
PERSON = StaffId(1)
_ENDED = {CaseState.ANSWERED, CaseState.CLOSED, CaseState.WITHDRAWN, CaseState.MERGED}
_ENDED |= {CaseState.SPAM}


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw cases of all kinds, in all states, in three units and in none."""
    return [draw(_row(n)) for n in range(1, draw(st.integers(0, 60)) + 1)]


@st.composite
def _row(draw: st.DrawFn, n: int) -> dict[str, Any]:
    kind = draw(st.sampled_from(CaseKind))
    state = draw(st.sampled_from(CaseState))
    due = draw(st.none() | st.integers(-20, 20).map(lambda d: TODAY + timedelta(days=d)))
    sealed = kind in SEALED
    unrouted = sealed and draw(st.booleans())
    waits = state is CaseState.WAITING and draw(st.booleans())
    ended = draw(st.integers(0, 3)) if state in _ENDED else None
    return {
        "id": n,
        "code": f"HS-{n}",
        "kind": kind.value,
        "state": state.value,
        "choice": "report",
        "unit_id": None if unrouted else draw(st.sampled_from((None, *UNITS))),
        "about_desk_id": draw(st.sampled_from((None, 1, 2))),
        "about_day": TODAY - timedelta(days=draw(st.integers(0, 4))),
        "channel": "web",
        "language": "vi",
        "opened_at": datetime(2026, 8, 1, tzinfo=UTC),
        "opened_on": date(2026, 8, 1),
        "due_on": due,
        "suspended_on": TODAY - timedelta(days=3) if waits else None,
        "severity": draw(st.sampled_from(sorted(severities(kind)))).value,
        "assignee_id": draw(st.sampled_from((None, 1, 2))),
        "sealed": sealed,
        "unrouted": unrouted,
        "ended_at": None if ended is None else datetime(2026, 8, 1 + ended, 3, tzinfo=UTC),
    }


scopes = st.builds(
    Scope,
    st.none() | st.frozensets(st.sampled_from(UNITS).map(UnitId)),
    st.none() | st.frozensets(st.sampled_from(UNITS).map(UnitId)),
    st.booleans(),
    st.sampled_from((None, PERSON)),
)
queues = st.builds(
    Wanted,
    st.frozensets(st.sampled_from(CaseState), max_size=4),
    st.frozensets(st.sampled_from(CaseKind), max_size=3),
    st.none() | st.frozensets(st.sampled_from(UNITS).map(UnitId)),
    st.none() | st.integers(-5, 5).map(lambda d: TODAY + timedelta(days=d)),
    st.frozensets(st.sampled_from(Severity), max_size=2),
    st.sampled_from((None, StaffId(1))),
    st.booleans(),
    st.sampled_from(Order),
)


class Undo(Exception):
    """Ends a transaction without keeping anything of it."""


@given(rows(), scopes, queues, st.integers(1, 7))
def test_pages_hold_all_that_is_seen_and_wanted_once_and_in_order(
    office: Bureau, told: list[dict[str, Any]], scope: Scope, wanted: Wanted, size: int
) -> None:
    """Against a plain reading of the whole table through the one condition of sight."""
    try:
        with office.store.work() as work:
            _fill(work, told)
            every = work.connection.execute(select(cases).where(visible(scope)))
            seen = [one for one in map(case, every) if _wants(wanted, one)]
            expected = [one.id for one in sorted(seen, key=_key(wanted))]
            assert list(_paged(work, scope, wanted, size)) == expected
            for most in (3, 1000):
                counted = case_queue.count(work, scope, wanted, most)
                assert counted == min(most, len(expected))
            raise Undo
    except Undo:
        return


def _paged(work: Work, scope: Scope, wanted: Wanted, size: int) -> Iterator[int]:
    after = None
    while True:
        page = case_queue.page(work, scope, wanted, size, after)
        yield from (one.id for one in page.cases)
        assert len(page.cases) == size or page.after is None
        after = page.after
        if after is None:
            return


def _fill(work: Work, told: list[dict[str, Any]]) -> None:
    """Store the cases; the person sat at desk 1 on some days, and every seventh names them."""
    if told:
        work.connection.execute(insert(cases), told)
    sat = {"staff_id": PERSON, "desk_id": 1, "from_day": TODAY - timedelta(days=2)}
    work.connection.execute(insert(desk_sitting).values(**sat))
    named = [{"case_id": row["id"], "staff_id": PERSON} for row in told if row["id"] % 7 == 0]
    if named:
        work.connection.execute(insert(case_party), named)


def _wants(wanted: Wanted, one: Case) -> bool:
    running = one.due_on is not None and not (
        one.suspended_on is not None and one.suspended_on <= one.due_on
    )
    before = wanted.due_before
    return (
        (not wanted.states or one.state in wanted.states)
        and (not wanted.kinds or one.kind in wanted.kinds)
        and (not wanted.severities or one.severity in wanted.severities)
        and (wanted.units is None or (one.unit in wanted.units and not one.unrouted))
        and (wanted.assignee is None or one.assignee == wanted.assignee)
        and (not wanted.owed or one.ended_at is None)
        and (before is None or (one.ended_at is None and running and one.due_on < before))
    )


def _key(wanted: Wanted) -> Callable[[Case], Any]:
    if wanted.order is Order.NEWEST:
        return lambda one: -one.id

    def urgency(one: Case) -> tuple[Any, ...]:
        if one.ended_at is not None:
            return (3, -(one.ended_at.timestamp() // 86400), 0, one.id)
        if one.due_on is None:
            return (1, 0, -one.severity, one.id)
        waits = one.suspended_on is not None and one.suspended_on <= one.due_on
        return (2 if waits else 0, one.due_on.toordinal(), -one.severity, one.id)

    return urgency


def test_late_comes_first_then_the_day_due_then_the_graver(office: Bureau) -> None:
    """What has no date comes after, then what waits for the citizen, then what has ended."""
    later, graver = office.told("Chờ lâu."), office.told("Chờ rất lâu.", level=1)
    office.clock.move(days=1)
    next_day = office.told("Phải chờ.")
    praise = office.told("Cảm ơn cô.", choice=Choice.PRAISE)
    asked, done = office.told("Mất giấy."), office.told("Máy hỏng.")
    office.does(casework.ask, "operator", asked.code, "Hôm nào ạ?")
    office.does(casework.answer, "operator", done.code, "Đã sửa.")
    with office.store.look() as work:
        found = reading.listed(work, office.by("operator"), Wanted())
    wanted = [graver, later, next_day, praise, asked, done]
    assert [one.id for one in found] == [one.id for one in wanted]


def test_shelves_are_numbered_for_ever() -> None:
    """The numbers stand in stored columns: a change would put every case elsewhere."""
    first = Chosen(frozenset({CaseState.NEW}), frozenset({CaseKind.REPORT}))
    last = Chosen(frozenset({CaseState.SPAM}), frozenset({CaseKind.DENUNCIATION}))
    assert shelves.shelves([Drawer.PLAIN], first) == (1, 2)
    # The last of three drawers, ten states, seven kinds and four weights: ((2·10 + 9)·7 + 6)·4 + 3.
    assert shelves.shelves([Drawer.UNROUTED], last) == (839,)
    assert shelves.shelves([Drawer.PLAIN], last) == ()
    everything = shelves.shelves(list(Drawer), Chosen())
    assert len(everything) == len(set(everything)) == 130
    assert shelves.due_before(date(2026, 8, 12)) == 4 * date(2026, 8, 12).toordinal()
