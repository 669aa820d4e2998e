"""Which ratings the rated may know of, desk by desk, in batches. It never lets one go alone."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from feedback.domain.ids import UnitId
from feedback.domain.rollup import Cell
from feedback.domain.visibility import FLOOR, Batch, batches

_GIVEN = 6
"""The first so many values of a cell are ratings: those at each level, and those set aside."""

Place = tuple[UnitId, int, int]
"""A unit, a desk and a service: batches are gathered for each, so that sums are of whole ones."""


def place_of(cell: Cell) -> Place:
    """Tell for which unit, desk and service a cell's ratings are gathered."""
    return cell.unit, cell.spot.desk, cell.spot.service


class Released:
    """The batches released so far, out of all daily sums of some desks."""

    def __init__(self, daily: Iterable[Cell], until: date, floor: int = FLOOR) -> None:
        per_day: dict[Place, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for cell in daily:
            n = sum(cell.values[:_GIVEN])
            if n:
                per_day[place_of(cell)][cell.spot.day] += n
        self._batches: dict[Place, tuple[Batch, ...]] = {}
        self._lasts: dict[Place, list[int]] = {}
        for place, days in per_day.items():
            ordered = ((date.fromordinal(day), days[day]) for day in sorted(days))
            self._batches[place] = batches(ordered, until, floor)
            self._lasts[place] = [batch.last.toordinal() for batch in self._batches[place]]

    def day(self, place: Place, day: int) -> int | None:
        """Give the last day of the batch that holds a day, as ordinals; None while it waits."""
        lasts = self._lasts.get(place, [])
        found = bisect_left(lasts, day)
        return lasts[found] if found < len(lasts) else None

    def batches(self, place: Place) -> tuple[Batch, ...]:
        """Give the batches of one desk, oldest first."""
        return self._batches.get(place, ())
