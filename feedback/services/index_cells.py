"""Gathers the sums a table is made of: live, or in released batches. It rounds nothing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from feedback.domain.days import month_of
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.methods import Method
from feedback.domain.placing import Now, Then
from feedback.domain.query import By, IndexQuery
from feedback.domain.release import Released, place_of
from feedback.domain.rollup import Cell, Placed
from feedback.store import desks, tallies_read
from feedback.store.tallies_read import Key
from feedback.store.work import Work

_ONE_DAY = timedelta(days=1)
_KEYS: dict[By | None, frozenset[Key]] = {
    None: frozenset(),
    By.UNIT: frozenset(),
    By.GROUP: frozenset(),
    By.DESK: frozenset({Key.DESK}),
    By.SERVICE: frozenset({Key.SERVICE}),
    By.FACTOR: frozenset({Key.QUESTIONNAIRE, Key.QUESTION}),
    By.MONTH: frozenset({Key.DAY}),
    By.CHANNEL: frozenset({Key.CHANNEL}),
}
_SPOT = frozenset({Key.DESK, Key.SERVICE, Key.DAY})
_WIDE = frozenset({None, By.UNIT, By.GROUP, By.MONTH})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything resolved: days, definition, places, and what may be seen.

    ``units`` are those whose ratings may count for ``top`` (None: all there are). With ``until``
    only batches released by that day are seen, of at least ``floor`` ratings.
    """

    query: IndexQuery
    method: Method
    first: date
    last: date
    place: Then | Now
    top: UnitId | None
    units: frozenset[UnitId] | None
    until: date | None
    floor: int

    @property
    def listing(self) -> bool:
        """Say whether the rows are units."""
        alone = self.query.by is None and self.query.unit is None and self.query.desk is None
        return alone or self.query.by is By.UNIT


def cells(work: Work, asked: Asked) -> Iterator[Placed]:
    """Give the sums that the question is about, each with the units it counts for."""
    if asked.until is not None:
        found = _released(work, asked, asked.until)
    elif isinstance(asked.place, Now):
        found = _now(work, asked, asked.place)
    else:
        found = _then(work, asked, asked.place)
    top = asked.top
    return found if top is None else (pair for pair in found if top in pair[1])


def _then(work: Work, asked: Asked, place: Then) -> Iterator[Placed]:
    moved = _moved(asked, place)
    # Units that stayed in one place are read once for all days, the others span by span.
    settled = None if asked.units is None else asked.units - moved
    for cell in _read(work, asked, asked.first, asked.last, settled):
        if cell.unit not in moved:
            since, chain = place.home(cell.unit)
            yield _dated(cell, asked, since), chain
    for first, last in place.spans if moved else ():
        for cell in _read(work, asked, first, last, moved):
            if cell.unit in moved:
                yield _dated(cell, asked, first), place.chain(cell.unit, first)


def _now(work: Work, asked: Asked, place: Now) -> Iterator[Placed]:
    for cell in _read(work, asked, asked.first, asked.last, asked.units):
        if cell.unit not in place.torn:
            yield cell, place.chain(cell.unit)
    torn = place.torn if asked.units is None else place.torn & asked.units
    if torn:
        keys = _KEYS[asked.query.by] | {Key.DESK}
        by_desk = list(_by_day(work, asked, asked.first, asked.last, torn, keys))
        homes = _homes(work, by_desk)
        for cell in by_desk:
            if cell.unit in torn:
                yield _monthly(cell, asked), place.chain(cell.unit, homes.get(cell.spot.desk))


def _released(work: Work, asked: Asked, until: date) -> Iterator[Placed]:
    # From the first day on: cut from the asked one, batches would differ from those shown before.
    daily = list(_by_day(work, asked, date.min, until, asked.units, _SPOT))
    released = Released(daily, until, asked.floor)
    # Batches are of ratings; counted by answers they would be of other people.
    if asked.query.by is By.FACTOR:
        keys = _KEYS[By.FACTOR] | _SPOT
        daily = list(_by_day(work, asked, date.min, until, asked.units, keys))
    homes = _homes(work, daily) if isinstance(asked.place, Now) else {}
    span = range(asked.first.toordinal(), asked.last.toordinal() + 1)
    for cell in daily:
        day = released.day(place_of(cell), cell.spot.day)
        # Whole batches only: one lies where its last day lies, and is never taken apart.
        if day is None or day not in span:
            continue
        chain = (
            asked.place.chain(cell.unit, homes.get(cell.spot.desk))
            if isinstance(asked.place, Now)
            else asked.place.chain(cell.unit, date.fromordinal(day))
        )
        yield _monthly(_on(cell, day), asked), chain


def _read(
    work: Work, asked: Asked, first: date, last: date, units: Collection[UnitId] | None
) -> Iterator[Cell]:
    """Sum a span of days: whole months from the wide tally, odd days from the narrow one."""
    keys = _KEYS[asked.query.by]
    whole = _whole_months(first, last)
    if asked.query.desk is not None or asked.query.by not in _WIDE or whole is None:
        odd, months = [(first, last)], None
    else:
        begin, end = whole
        odd = [(first, begin - _ONE_DAY), (end, last)]
        by_month = asked.query.by is By.MONTH
        months = tallies_read.by_month(work, begin, end - _ONE_DAY, units, months=by_month)
    for day, until in odd:
        if day <= until:
            for cell in _by_day(work, asked, day, until, units, keys):
                yield _monthly(cell, asked)
    yield from months or ()


def _by_day(
    work: Work,
    asked: Asked,
    first: date,
    last: date,
    units: Collection[UnitId] | None,
    keys: Collection[Key],
) -> Iterator[Cell]:
    return tallies_read.by_day(work, first, last, units, keys=keys, desk=asked.query.desk)


def _monthly(cell: Cell, asked: Asked) -> Cell:
    if asked.query.by is not By.MONTH:
        return cell
    return _on(cell, month_of(date.fromordinal(cell.spot.day)).toordinal())


def _dated(cell: Cell, asked: Asked, day: date) -> Cell:
    return _on(cell, day.toordinal()) if asked.query.by is By.GROUP else cell


def _on(cell: Cell, day: int) -> Cell:
    return cell._replace(spot=cell.spot._replace(day=day))


def _moved(asked: Asked, place: Then) -> frozenset[UnitId]:
    if len(place.spans) == 1:
        return frozenset()
    return frozenset(unit for unit in asked.units or place.units if not place.settled(unit))


def _homes(work: Work, found: Iterable[Cell]) -> dict[int, UnitId]:
    """Tell where desks were last placed by someone, which may be a unit that is gone."""
    ids = {DeskId(cell.spot.desk) for cell in found}
    return {desk.id: desk.unit for desk in desks.some(work, ids)}


def _whole_months(first: date, last: date) -> tuple[date, date] | None:
    """Give the first whole month and the first day after the last, or None where there is none."""
    begin = first if first.day == 1 else _next_month(first)
    end = month_of(last + _ONE_DAY)
    return (begin, end) if begin < end else None


def _next_month(day: date) -> date:
    # From the first of any month, 31 days lead into the next one and not beyond it.
    return month_of(month_of(day) + timedelta(days=31))
