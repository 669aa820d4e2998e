"""Comments as far as someone may read them. To the rated they come in batches, in no order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.domain.placing import Now
from feedback.domain.release import Released
from feedback.domain.roles import Viewer
from feedback.domain.visibility import FLOOR, Thing, When, when
from feedback.services import calendars
from feedback.services.authority import Act, require
from feedback.services.places import desk_cards, tree
from feedback.services.refusals import NotAllowed, NotFound
from feedback.store import comments_read, tallies_read
from feedback.store.comments_read import Head
from feedback.store.tallies_read import Key
from feedback.store.vault import Unreadable
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as one viewer may see it: the literal text, to be shown literally.

    ``week`` is the Monday of the week it was released or written in; ``day`` and ``level`` are
    None for those who are rated. ``handle`` names the rating without saying when it came.
    ``text`` is None where the key that seals it is lost.
    """

    unit: UnitId
    desk: DeskId
    desk_name: str
    week: date
    day: date | None
    level: int | None
    text: str | None
    accuses: bool
    sample: bool
    handle: str


@dataclass(frozen=True, slots=True)
class CommentPage:
    """One page of comments, the newest week first, and whether another follows."""

    rows: tuple[Comment, ...]
    more: bool


def visible(
    work: Work,
    viewer: Viewer,
    *,
    unit: UnitId | None = None,
    desk: DeskId | None = None,
    page: int = 0,
    size: int = 20,
    floor: int = FLOOR,
) -> CommentPage:
    """Read a page of the comments of a unit and all below it, or of one desk.

    Raises NotAllowed where the viewer reads none there.
    """
    dated, open_day = _dated(work, viewer, unit, desk, floor)
    begin = page * size
    return CommentPage(
        _opened(work, dated[begin : begin + size], open_day=open_day),
        len(dated) > begin + size,
    )


def rating(
    work: Work, viewer: Viewer, unit: UnitId | None, handle: str, floor: int = FLOOR
) -> RatingId:
    """Find the rating that a comment's handle names, among those that the viewer may read."""
    dated, _ = _dated(work, viewer, unit, None, floor)
    # A handle cannot be turned back into a rating, so that each one is tried.
    for head, _ in dated:
        if work.vault.handle(head.rating) == handle.strip().lower():
            return head.rating
    raise NotFound("There is no such comment, or it is not shown to you.")


def _dated(
    work: Work, viewer: Viewer, unit: UnitId | None, desk: DeskId | None, floor: int
) -> tuple[list[tuple[Head, date]], bool]:
    """Give what the viewer may read, with the day it is shown under, and whether days are told."""
    units = _scope(work, viewer, unit, desk)
    accusing = when(viewer.role, Thing.ACCUSATIONS) is not When.NEVER
    heads = comments_read.heads(work, units, desk, accusing=accusing)
    until = calendars.shown_until(work, viewer.role)
    if until is None:
        return [(head, head.day) for head in heads], True
    return _in_batches(heads, _released(work, units, desk, until, floor)), False


def released(
    work: Work, viewer: Viewer, units: frozenset[UnitId] | None, floor: int = FLOOR
) -> Released:
    """Tell which ratings of these units are released to a viewer who is rated."""
    until = calendars.shown_until(work, viewer.role)
    return _released(work, units, None, until or local_day(work.now), floor)


def _scope(
    work: Work, viewer: Viewer, unit: UnitId | None, desk: DeskId | None
) -> frozenset[UnitId] | None:
    """Find the units whose comments are asked for, and see that the viewer may read them."""
    if when(viewer.role, Thing.COMMENTS) is When.NEVER:
        raise NotAllowed(f"A {viewer.role} reads no comments.")
    today = local_day(work.now)
    if desk is not None:
        card = desk_cards(work, {desk}, today).get(desk)
        if card is None:
            raise NotFound("There is no such desk.")
        require(work, viewer, Act.READ_COMMENTS, card.unit)
        return None
    top = unit or viewer.unit
    require(work, viewer, Act.READ_COMMENTS, top)
    if top is None:
        return None
    place = Now(tree(work), today)
    return place.below(top) - (place.torn - {top})


def _released(
    work: Work,
    units: frozenset[UnitId] | None,
    desk: DeskId | None,
    until: date,
    floor: int,
) -> Released:
    keys = {Key.DESK, Key.SERVICE, Key.DAY}
    # From the first day on: batches cut from a later one would overlap those that were shown.
    daily = tallies_read.by_day(work, date.min, until, units, keys=keys, desk=desk)
    return Released(daily, until, floor)


def _in_batches(heads: list[Head], released: Released) -> list[tuple[Head, date]]:
    """Keep what is released, dated by its batch, in an order that says nothing of when."""
    found = []
    for head in heads:
        place = head.unit, head.desk, head.service
        # Batches are cut of what counts; a rating that was set aside lies in none.
        day = released.day(place, head.day.toordinal()) if head.counted else None
        if day is not None:
            found.append((head, date.fromordinal(day)))
    return sorted(found, key=_by_week_then_shuffled)


def _by_week_then_shuffled(dated: tuple[Head, date]) -> tuple[int, bytes]:
    head, day = dated
    # The same order at each look: a new shuffle every time would average out.
    shuffled = blake2b(head.id.to_bytes(8, "big"), digest_size=8).digest()
    return -_monday(day).toordinal(), shuffled


def _opened(work: Work, dated: list[tuple[Head, date]], *, open_day: bool) -> tuple[Comment, ...]:
    read = _reader(work, [head.id for head, _ in dated])
    cards = desk_cards(work, {head.desk for head, _ in dated}, local_day(work.now))
    return tuple(
        Comment(
            head.unit,
            head.desk,
            cards[head.desk].name if head.desk in cards else "",
            _monday(day),
            day if open_day else None,
            head.level if open_day else None,
            read(head.id),
            head.accuses,
            head.sample,
            work.vault.handle(head.rating),
        )
        for head, day in dated
    )


def _reader(work: Work, ids: list[int]) -> Callable[[int], str | None]:
    sealed = comments_read.texts(work, ids)

    def read(identity: int) -> str | None:
        found = sealed.get(identity)
        if found is None:
            return None
        try:
            return work.vault.unseal(found.kid, found.sealed).decode(errors="replace")
        except Unreadable:
            return None

    return read


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
