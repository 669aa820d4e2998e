"""Adds sums of ratings up into rows. It knows neither tables nor who may see them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

from feedback.domain.ids import UnitId
from feedback.domain.index import Counts

K = TypeVar("K", bound=Hashable)


class Spot(NamedTuple):
    """What sums are split by, besides the unit; what was not asked for is 0 or empty.

    ``day`` is an ordinal: of a day, or of the first of a month.
    """

    desk: int = 0
    service: int = 0
    day: int = 0
    channel: str = ""
    questionnaire: str = ""
    question: str = ""


Values = tuple[int, ...]
"""Levels 1 to 5 that count, set aside, from samples, and "do not know"."""


class Cell(NamedTuple):
    """Sums of one unit at one spot."""

    unit: UnitId
    values: Values
    spot: Spot


class Sum(NamedTuple):
    """What a row adds up to."""

    counts: Counts
    samples: int
    unknown: int

    def plus(self, other: "Sum") -> "Sum":
        """Add two sums."""
        return Sum(
            self.counts.plus(other.counts),
            self.samples + other.samples,
            self.unknown + other.unknown,
        )


NOTHING = Sum(Counts(), 0, 0)

Placed = tuple[Cell, tuple[UnitId, ...]]
"""A cell with the units it counts for, nearest first."""


def by_unit(placed: Iterable[Placed], top: UnitId | None) -> dict[UnitId, Sum]:
    """Add up every unit with all that lies below it, no higher than ``top``."""
    gathered: dict[UnitId, list[Values]] = defaultdict(list)
    for cell, chain in placed:
        values = cell.values
        for unit in chain:
            gathered[unit].append(values)
            if unit == top:
                break
    return {unit: _sum(values) for unit, values in gathered.items()}


def by_key(placed: Iterable[Placed], key: Callable[[Placed], K]) -> dict[K, Sum]:
    """Add up the cells that share a key."""
    gathered: dict[K, list[Values]] = defaultdict(list)
    for pair in placed:
        gathered[key(pair)].append(pair[0].values)
    return {found: _sum(values) for found, values in gathered.items()}


def _sum(values: list[Values]) -> Sum:
    added = values[0] if len(values) == 1 else map(sum, zip(*values, strict=True))
    one, two, three, four, five, set_aside, samples, unknown = added
    return Sum(Counts((one, two, three, four, five), set_aside), samples, unknown)
