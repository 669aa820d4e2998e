"""What this process knows of places, as long as their stamp stands. It never outlives a change."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from feedback.domain.desks import DeskCard, Landed
from feedback.domain.ids import DeskId
from feedback.domain.tree import Tree
from feedback.store import stamp, units
from feedback.store.work import Work

_MOST_DAYS = 8

K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class Known:
    """What was read under one stamp: the tree, and by day the desks and codes asked for so far.

    ``few`` are the desks to choose from on a day, where they are at most so many.
    """

    stamp: int
    tree: Tree
    cards: dict[date, dict[DeskId, DeskCard]] = field(default_factory=dict)
    landed: dict[date, dict[str, Landed]] = field(default_factory=dict)
    few: dict[tuple[date, int], tuple[DeskId, ...]] = field(default_factory=dict)

    def cards_of(self, day: date) -> dict[DeskId, DeskCard]:
        """Give the desks known for a day, to read from and add to."""
        return _day_of(self.cards, day)

    def landed_on(self, day: date) -> dict[str, Landed]:
        """Give the desks' codes known for a day, to read from and add to."""
        return _day_of(self.landed, day)


def known(work: Work) -> Known:
    """Give what is known under the stamp of now; reads the tree when that is new."""
    now = stamp.read(work)
    latest = _LATEST[0]
    # Without a stamp nothing would tell of a change, so that nothing is remembered.
    if latest is None or latest.stamp != now or now == 0:
        # The stamp is read first: what another process commits meanwhile carries a newer one.
        latest = _LATEST[0] = Known(now, Tree(units.versions(work), units.events(work)))
    return latest


def tree(work: Work) -> Tree:
    """Give the tree of units of now."""
    return known(work).tree


def _day_of(by_day: dict[date, dict[K, V]], day: date) -> dict[K, V]:
    # Whoever asks for ever new days must not fill memory.
    if day not in by_day and len(by_day) >= _MOST_DAYS:
        by_day.clear()
    return by_day.setdefault(day, {})


_LATEST: list[Known | None] = [None]
"""The newest in this process; swapped whole, so that a reader in another thread keeps its own."""
