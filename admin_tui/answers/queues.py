"""Queues of cases with the names that a person reads, and how many there are in each. It decides
nothing about who may see what."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from admin_tui.caseload import Found, Likely, Line, Queue, Tab
from feedback.domain.calendar import Calendar
from feedback.domain.cases.kinds import SEALED
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Scope
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import calendars, followups, places
from feedback.services.authority import Act, may, scope
from feedback.services.cases import colleagues, likening, reading, searching
from feedback.services.cases.reading import MOST_COUNTED, Counts, Mark, Order, Wanted

if TYPE_CHECKING:
    from feedback.store.work import Work

_FOUND = 200
_FARTHEST = 400
"""Days ahead up to which working days are counted."""

_FIXED = {
    Tab.OWED: Wanted(owed=True),
    Tab.WAITING: Wanted(states=frozenset({CaseState.WAITING})),
    Tab.ANSWERED: Wanted(states=frozenset({CaseState.ANSWERED})),
    Tab.SEALED: Wanted(kinds=SEALED),
    Tab.ALL: Wanted(order=Order.NEWEST),
}


def read(
    work: "Work", viewer: Viewer, tab: Tab, size: int, after: Mark | None, floor: int
) -> Queue:
    """Read a page of a queue; the counts come with the first page of it."""
    tabs = _tabs(viewer, scope(work, viewer))
    if tab is Tab.LOW:
        low = followups.listed(work, viewer, floor=floor) if tab in tabs else ()
        return Queue((), None, _counts(work, viewer, tabs), tabs, MOST_COUNTED, work.now, low)
    page = reading.queue(work, viewer, _wanted(work, viewer, tab), size=size, after=after)
    # Up to 1.3 s on SQLite for a million cases (docs/scale.md): not for each further page.
    counts = _counts(work, viewer, tabs) if after is None else {}
    shown = lines(work, viewer, page.cases)
    return Queue(shown, page.after, counts, tabs, MOST_COUNTED, work.now)


def search(work: "Work", viewer: Viewer, text: str) -> Found:
    """Find cases by code or by words."""
    found = searching.search(work, viewer, text, Wanted())
    shown = lines(work, viewer, found.cases[:_FOUND])
    return Found(shown, found.looked_through, found.whole)


def similar(work: "Work", viewer: Viewer, code: str) -> tuple[Likely, ...]:
    """Find cases that may tell the same matter."""
    found = likening.similar(work, viewer, code)
    shown = lines(work, viewer, [one.case for one in found])
    return tuple(
        Likely(line, round(100 * one.likeness), one.same_desk)
        for line, one in zip(shown, found, strict=True)
    )


def lines(work: "Work", viewer: Viewer, cases: Sequence[Case]) -> tuple[Line, ...]:
    """Add to cases the names of their places and people, and how much time they have."""
    today, tree = local_day(work.now), places.tree(work)
    desks = {case.about_desk for case in cases if case.about_desk is not None}
    cards = places.desk_cards(work, desks, today) if desks else {}
    people = colleagues.names(work, viewer)
    calendar = calendars.current(work)

    def line(case: Case) -> Line:
        card = cards.get(case.about_desk) if case.about_desk is not None else None
        return Line(
            case,
            tree.nearest(case.unit, today).name if case.unit is not None else "",
            card.name if card is not None else "",
            people.get(case.assignee, "") if case.assignee is not None else "",
            _left(case, today, calendar),
            (today - case.due_on).days if case.due_on and case.late(today) else None,
        )

    return tuple(line(case) for case in cases)


def _left(case: Case, today: date, calendar: Calendar) -> int | None:
    if case.due_on is None or case.ended_at is not None or case.due_on < today:
        return None
    ahead = min((case.due_on - today).days, _FARTHEST)
    return sum(calendar.worked(today + timedelta(days=n)) for n in range(1, ahead + 1))


def _wanted(work: "Work", viewer: Viewer, tab: Tab) -> Wanted:
    if tab is Tab.MINE:
        return Wanted(owed=True, assignee=viewer.staff)
    if tab is Tab.LATE:
        return Wanted(owed=True, due_before=local_day(work.now))
    return _FIXED[tab]


def _tabs(viewer: Viewer, seen: Scope) -> frozenset[Tab]:
    tabs = set(Tab) - {Tab.SEALED, Tab.LOW}
    # None stands for every unit, and an empty set for none.
    if seen.unrouted or seen.sealed is None or seen.sealed:
        tabs.add(Tab.SEALED)
    if may(viewer.role, Act.HANDLE_CASES):
        tabs.add(Tab.LOW)
    return frozenset(tabs)


def _counts(work: "Work", viewer: Viewer, tabs: frozenset[Tab]) -> dict[Tab, int]:
    found = reading.counts(work, viewer, Wanted())
    counted = {
        Tab.OWED: found.owed,
        Tab.MINE: found.mine,
        Tab.LATE: found.late,
        Tab.WAITING: found.states[CaseState.WAITING],
        Tab.ANSWERED: found.states[CaseState.ANSWERED],
        Tab.SEALED: _sealed(found),
    }
    return {tab: n for tab, n in counted.items() if tab in tabs}


def _sealed(found: Counts) -> int:
    return sum(found.kinds[kind] for kind in SEALED)
