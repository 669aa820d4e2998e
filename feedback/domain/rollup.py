"""Adds sums of ratings up into rows. It knows neither tables nor who may see them."""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

from feedback.domain.ids import UnitId
from feedback.domain.index import Counts

K = TypeVar("K", bound=Hashable)


class Cell(NamedTuple):
    """Sums of one unit, split by what was asked for; the rest of the keys are 0 or empty.

    ``day`` is an ordinal: of a day, or of the first of a month. ``n1`` to ``n5`` count,
    ``set_aside`` do not; ``samples`` is how many of all came from samples, ``unknown`` how many
    answered "do not know".
    """

    unit: UnitId
    desk: int
    service: int
    day: int
    channel: str
    questionnaire: str
    question: str
    n1: int
    n2: int
    n3: int
    n4: int
    n5: int
    set_aside: int
    samples: int
    unknown: int


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
    sums: dict[UnitId, list[int]] = {}
    for cell, chain in placed:
        values = _values(cell)
        for unit in chain:
            _add(sums, unit, values)
            if unit == top:
                break
    return {unit: _sum(values) for unit, values in sums.items()}


def by_key(placed: Iterable[Placed], key: Callable[[Placed], K]) -> dict[K, Sum]:
    """Add up the cells that share a key."""
    sums: dict[K, list[int]] = {}
    for pair in placed:
        _add(sums, key(pair), _values(pair[0]))
    return {found: _sum(values) for found, values in sums.items()}


def _values(cell: Cell) -> tuple[int, ...]:
    return (
        cell.n1,
        cell.n2,
        cell.n3,
        cell.n4,
        cell.n5,
        cell.set_aside,
        cell.samples,
        cell.unknown,
    )


def _add(sums: dict[K, list[int]], key: K, values: tuple[int, ...]) -> None:
    known = sums.get(key)
    sums[key] = list(values) if known is None else list(map(int.__add__, known, values))


def _sum(values: list[int]) -> Sum:
    one, two, three, four, five, set_aside, samples, unknown = values
    return Sum(Counts((one, two, three, four, five), set_aside), samples, unknown)
