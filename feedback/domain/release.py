"""Which ratings the rated may know of, desk by desk, in batches. It never lets one go alone."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from feedback.domain.ids import UnitId
from feedback.domain.rollup import Cell
from feedback.domain.visibility import FLOOR, Batch, batches

Spot = tuple[UnitId, int, int]
"""A unit, a desk and a service: batches are gathered for each, so that sums are of whole ones."""


class Released:
    """The batches released so far, out of all daily sums of some desks."""

    def __init__(self, daily: Iterable[Cell], until: date, floor: int = FLOOR) -> None:
        per_day: dict[Spot, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for cell in daily:
            n = cell.n1 + cell.n2 + cell.n3 + cell.n4 + cell.n5 + cell.set_aside
            if n:
                per_day[cell.unit, cell.desk, cell.service][cell.day] += n
        self._batches: dict[Spot, tuple[Batch, ...]] = {}
        self._lasts: dict[Spot, list[int]] = {}
        for spot, days in per_day.items():
            ordered = ((date.fromordinal(day), days[day]) for day in sorted(days))
            self._batches[spot] = batches(ordered, until, floor)
            self._lasts[spot] = [batch.last.toordinal() for batch in self._batches[spot]]

    def day(self, spot: Spot, day: int) -> int | None:
        """Give the last day of the batch that holds a day, as ordinals; None while it waits."""
        lasts = self._lasts.get(spot, [])
        place = bisect_left(lasts, day)
        return lasts[place] if place < len(lasts) else None

    def batches(self, spot: Spot) -> tuple[Batch, ...]:
        """Give the batches of one desk, oldest first."""
        return self._batches.get(spot, ())
