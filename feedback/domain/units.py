"""A unit of administration in its versions, and the events that changed it.

The official code is an attribute of a version, never the key: codes end, move on and return.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from feedback.domain.ids import UnitId

TWO_LEVELS = date(2025, 7, 1)
"""The day from which the country has two levels of local government (NQ 202/2025/QH15)."""

_ONE_DAY = timedelta(days=1)


class EventKind(StrEnum):
    """What happened to units on a day."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    REPARENT = "reparent"
    ABOLISH = "abolish"


ENDING = frozenset({EventKind.MERGE, EventKind.SPLIT, EventKind.ABOLISH})
"""The events after which a predecessor may be no more."""


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit, as data: its rank in the tree, and whether it belongs to the past."""

    code: str
    name_vi: str
    name_en: str
    rank: int
    historical: bool = False


@dataclass(frozen=True, slots=True)
class UnitVersion:
    """What a unit was called, of which kind and under which parent, from one day to another.

    ``valid_to`` is the last day on which it holds; None where no end is known.
    """

    unit: UnitId
    code: str
    name: str
    kind: str
    parent: UnitId | None
    valid_from: date
    valid_to: date | None = None
    group: str = ""
    basis: str = ""

    def __post_init__(self) -> None:
        if not self.code or not self.name:
            raise ValueError("a unit has a code and a name")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"{self.code} ends on {self.valid_to}, before {self.valid_from}")
        if self.parent == self.unit:
            raise ValueError(f"{self.code} cannot be its own parent")

    def holds(self, day: date) -> bool:
        """Say whether this version is in effect on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class UnitEvent:
    """What happened on a day: many predecessors, many successors, and its legal basis."""

    kind: EventKind
    on: date
    predecessors: frozenset[UnitId]
    successors: frozenset[UnitId]
    basis: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.predecessors:
            raise ValueError("an event happens to at least one unit")
        if not self.successors and self.kind is not EventKind.ABOLISH:
            raise ValueError(f"a {self.kind} leaves at least one unit")


def day_before(day: date) -> date:
    """Give the day before, which is the last day of whatever ends when this day begins."""
    return day - _ONE_DAY


def day_after(day: date) -> date:
    """Give the day after."""
    return day + _ONE_DAY
