"""Sees that every low rating is dealt with: those with words one by one, the others once a month.

To those who were rated an item shows no day and comes only with its batch: a dated one would name
its author.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from feedback.domain.days import local_day, month_of
from feedback.domain.dues import Due, told
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.domain.roles import Viewer
from feedback.domain.visibility import FLOOR, rated
from feedback.services import calendars, comments, places
from feedback.services.authority import Act, may, reach, require
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, followups, said, sittings
from feedback.store.changes import announce
from feedback.store.followups import FollowUp, Low
from feedback.store.work import Work

RULE = "followup"
BACK = timedelta(days=60)
"""How far back a rating may lie to be gathered; what is older was gathered before."""
LONGEST_NOTE = 2000
_MOST = 500


class Outcome(StrEnum):
    """What came of a follow-up."""

    FIXED = "fixed"
    EXPLAINED = "explained"
    CASE = "case"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Item:
    """A follow-up as one viewer may see it.

    ``words`` are the comments, empty in a monthly item. For those who are rated ``day`` is None,
    ``week`` the Monday of the batch, ``due_on`` the Monday of the week it is due in, and ``n`` of
    a monthly item None below 5.
    """

    id: int
    month: date | None
    unit: UnitId
    desk: DeskId
    desk_name: str
    day: date | None
    week: date
    n: int | None
    due_on: date
    late: bool
    words: tuple[str, ...]
    outcome: Outcome | None
    note: str
    done_by: str
    sample: bool


def gather(work: Work) -> int:
    """Make follow-ups of the low ratings that have none yet; give how many."""
    today = local_day(work.now)
    # Until its day has ended, whoever rated may still correct a level.
    yesterday = today - timedelta(days=1)
    made = 0
    for low in followups.worded(work, today - BACK, yesterday):
        _add(work, low, None, low.day)
        made += 1
    ended = month_of(today) - timedelta(days=1)
    month = month_of(ended)
    if not followups.has_month(work, month):
        for low in followups.wordless(work, month, ended):
            _add(work, low, month, month_of(today) - timedelta(days=1))
            made += 1
    if made:
        announce(work)
    return made


def listed(
    work: Work, viewer: Viewer, *, done: bool = False, floor: int = FLOOR
) -> tuple[Item, ...]:
    """List what the viewer may follow up, the most urgent first; or what was dealt with."""
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    found = followups.listed(work, reach(work, viewer), done=done, limit=_MOST)
    dated = _dated(work, viewer, floor)
    cards = places.desk_cards(work, {one.desk for one in found}, local_day(work.now))
    items = []
    for one in found:
        day = dated(one)
        if day is not None and not _concerns(work, viewer, one):
            name = cards[one.desk].name if one.desk in cards else ""
            items.append(_item(work, viewer, one, name, day))
    return tuple(items)


def shown(work: Work, viewer: Viewer, identity: int, *, floor: int = FLOOR) -> Item:
    """Show one follow-up; raise NotFound for one that the viewer may not see."""
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    return _seen(work, viewer, identity, floor)


def done(
    work: Work,
    viewer: Viewer,
    identity: int,
    outcome: Outcome,
    note: str,
    *,
    floor: int = FLOOR,
) -> Item:
    """Record what came of a follow-up; once, and never by someone who sat at the desk then."""
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    # Locked before it is looked at: of two who deal with it at once the second hears of the first.
    followups.one(work, identity, lock=True)
    before = _seen(work, viewer, identity, floor)
    if before.outcome is not None:
        raise Refusal(f"{before.done_by} has dealt with this already.")
    note = note.strip()
    if not 3 <= len(note) <= LONGEST_NOTE:
        raise Refusal(f"Say what was done, in 3 to {LONGEST_NOTE} characters.")
    followups.done(work, identity, outcome.value, note, viewer.name)
    audit.note(work, viewer.name, "followup.done", f"followup {identity}", after=outcome.value)
    return _seen(work, viewer, identity, floor)


def overdue(work: Work) -> int:
    """Count the follow-ups past their day."""
    return followups.count_overdue(work, local_day(work.now))


def _add(work: Work, low: Low, month: date | None, from_day: date) -> None:
    due: Due | None = calendars.deadline(work, RULE, from_day)
    if due is None:
        return
    followups.add(work, low, month, due.on, told(due))


def _seen(work: Work, viewer: Viewer, identity: int, floor: int) -> Item:
    units = reach(work, viewer)
    one = followups.one(work, identity)
    day = None
    if one is not None and (units is None or one.unit in units):
        day = _dated(work, viewer, floor)(one)
    if one is None or day is None or _concerns(work, viewer, one):
        raise NotFound(f"There is no follow-up {identity}.")
    card = places.desk_cards(work, {one.desk}, local_day(work.now)).get(one.desk)
    return _item(work, viewer, one, card.name if card else "", day)


def _concerns(work: Work, viewer: Viewer, one: FollowUp) -> bool:
    if viewer.staff is None:
        return False
    until = one.day if one.month is None else _last_of(one.month)
    return any(
        seat.desk == one.desk
        and seat.first <= until
        # One day at the desk is enough to be among those whom a month's ratings are about.
        and (seat.last is None or seat.last >= (one.month or one.day))
        for seat in sittings.of_staff(work, viewer.staff)
    )


def _last_of(month: date) -> date:
    # From the first of any month, 31 days lead into the next one and not beyond it.
    return month_of(month + timedelta(days=31)) - timedelta(days=1)


def _dated(work: Work, viewer: Viewer, floor: int) -> Callable[[FollowUp], date | None]:
    """Give how a follow-up is dated for a viewer: None where it is not released to them."""
    if not rated(viewer.role):
        return lambda one: one.day
    released = comments.released(work, viewer, reach(work, viewer), floor)

    def day(one: FollowUp) -> date | None:
        if one.month is not None:
            return one.month
        found = released.day((one.unit, one.desk, one.service), one.day.toordinal())
        return None if found is None else date.fromordinal(found)

    return day


def _item(work: Work, viewer: Viewer, one: FollowUp, desk: str, day: date) -> Item:
    hides = rated(viewer.role)
    due = _monday(one.due_on) if hides and one.month is None else one.due_on
    # The day it turns late would give its day away: to the rated it does so with the week.
    until = due + timedelta(days=6) if due is not one.due_on else due
    # Fewer than five in a month would point at visitors whom the desk remembers.
    few = hides and one.month is not None and one.n < FLOOR
    return Item(
        one.id,
        one.month,
        one.unit,
        one.desk,
        desk,
        None if hides else one.day,
        _monday(day),
        None if few else one.n,
        due,
        one.done_at is None and local_day(work.now) > until,
        _words(work, viewer, one),
        Outcome(one.outcome) if one.outcome else None,
        followups.note(work, one.id),
        one.done_by,
        one.sample,
    )


def _words(work: Work, viewer: Viewer, one: FollowUp) -> tuple[str, ...]:
    """Read what was said; words that came later and accuse someone are another's to read."""
    if one.rating is None:
        return ()
    accusing = may(viewer.role, Act.READ_ACCUSATIONS)
    return tuple(said.comments(work, RatingId(one.rating), accusing=accusing))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
