"""Where a rating counts: for which units, on the tree of its own day or on that of today."""

from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from feedback.domain.ids import UnitId
from feedback.domain.query import UnitLabel
from feedback.domain.tree import Tree
from feedback.domain.units import UnitVersion

Chain = tuple[UnitId, ...]
"""A unit and all units above it, nearest first: whoever's figure a rating is part of."""


@dataclass(frozen=True, slots=True)
class Label:
    """How a unit is named and where it stands: the units above it, and their codes from the top."""

    unit: UnitLabel
    chain: Chain
    path: tuple[str, ...]


class Labels:
    """What units are called on a day and their order in a list, each below what it belongs to."""

    def __init__(self, tree: Tree, day: date, chain: Callable[[UnitId], Chain]) -> None:
        self._tree = tree
        self._day = day
        self._chain = chain
        self._ranks: dict[UnitId, int] = {}
        self.of = cache(self._label)

    def ordered(self, units: Collection[UnitId]) -> list[UnitId]:
        """Put units in order."""
        if not self._ranks.keys() >= set(units):
            known = self._ranks.keys() | set(units)
            ordered = sorted(known, key=lambda unit: (self.of(unit).path, unit))
            self._ranks = {unit: rank for rank, unit in enumerate(ordered)}
        return sorted(units, key=self._ranks.__getitem__)

    def _label(self, unit: UnitId) -> Label:
        chain = self._chain(unit)
        path = tuple(self._tree.nearest(above, self._day).code for above in reversed(chain))
        name = self._tree.nearest(chain[0], self._day).name
        return Label(
            UnitLabel(chain[0], path[-1], name, path[-2] if len(path) > 1 else None), chain, path
        )


_ONE_DAY = timedelta(days=1)


class Then:
    """Places each rating on the tree of its own day: predecessors are units of their own."""

    def __init__(self, tree: Tree, first: date, last: date) -> None:
        self._tree = tree
        self._starts = [first, *_turns(tree, first, last)]
        self._chains: dict[tuple[UnitId, date], Chain] = {}
        self._homes: dict[UnitId, tuple[date, Chain]] = {}
        self.spans = tuple(
            (start, after - _ONE_DAY)
            for start, after in zip(self._starts, [*self._starts[1:], last + _ONE_DAY], strict=True)
        )
        """Days from and to, between which no unit changes its place."""
        self.labels = Labels(tree, last, lambda unit: self.chain(unit, last))

    def chain(self, unit: UnitId, day: date) -> Chain:
        """Give the units that a rating of a unit counts for, on a day of the period."""
        start = self._starts[max(0, bisect_right(self._starts, day) - 1)]
        key = unit, start
        found = self._chains.get(key)
        if found is None:
            found = self._chains[key] = _chain(self._tree, unit, start)
        return found

    def settled(self, unit: UnitId) -> bool:
        """Say whether a unit stayed in one place while it lasted."""
        if len(self.spans) == 1:
            return True
        lived = [s for s, _ in self.spans if unit in self._tree.on(s).version]
        return len({(self.chain(unit, s), self.group(unit, s)) for s in lived}) <= 1

    @property
    def units(self) -> frozenset[UnitId]:
        """All units there ever were."""
        return self._tree.units

    def home(self, unit: UnitId) -> tuple[date, Chain]:
        """Give the place of a settled unit, and the first day of a span in which it was there."""
        found = self._homes.get(unit)
        if found is None:
            lived = (s for s, _ in self.spans if unit in self._tree.on(s).version)
            since = self._starts[0] if len(self.spans) == 1 else next(lived, self._starts[0])
            found = self._homes[unit] = since, self.chain(unit, since)
        return found

    def group(self, unit: UnitId, day: date) -> str:
        """Name the group of peers that a unit, or the nearest above it, belonged to on a day."""
        return _group(self._tree, self.chain(unit, day), day)

    def below(self, top: UnitId) -> frozenset[UnitId]:
        """Give a unit and all that lay below it at any time of the period."""
        found = {top}
        for start, _ in self.spans:
            found.update(self._tree.on(start).below(top))
        return frozenset(found)


class Now:
    """Places each rating on the tree of today: predecessors count for what became of them.

    A unit that was split keeps its ratings as a row of its own below what its successors have in
    common, whatever became of these, except where it is known at which desk they were given and
    whose that desk is now.
    """

    def __init__(self, tree: Tree, today: date) -> None:
        self._tree = tree
        self._today = today
        self._chains: dict[UnitId, Chain] = {}
        self.labels = Labels(tree, today, self.chain)

    def chain(self, unit: UnitId, desk_home: UnitId | None = None) -> Chain:
        """Give the units that a rating of a unit counts for today."""
        found = self._chains.get(unit)
        if found is None:
            found = self._chains[unit] = self._place(unit)
        if desk_home is None or desk_home == unit or unit not in self.torn:
            return found
        own = self.chain(desk_home)
        return own if own[0] in self._tree.descent(found[0], self._today) else found

    def group(self, unit: UnitId) -> str:
        """Name the group of peers that a unit, or the nearest above it, belongs to today."""
        return _group(self._tree, self.chain(unit), self._today)

    @cached_property
    def torn(self) -> frozenset[UnitId]:
        """The units that were split, whose ratings need their desk to be placed."""
        gone = (unit for unit in self._tree.units if not self._lasts(unit))
        heads = ((unit, self.chain(unit)[0]) for unit in gone)
        return frozenset(u for u, head in heads if not self._lasts(head) and self._tree.heirs(head))

    @cached_property
    def _below(self) -> dict[UnitId, set[UnitId]]:
        found: dict[UnitId, set[UnitId]] = {}
        for unit in self._tree.units:
            homes = {unit}
            if unit in self.torn:
                homes |= self._tree.descent(self.chain(unit)[0], self._today)
            for above in {a for home in homes for a in self.chain(home)}:
                found.setdefault(above, set()).add(unit)
        return found

    def below(self, top: UnitId) -> frozenset[UnitId]:
        """Give every unit some of whose ratings may count for a unit today."""
        return frozenset(self._below.get(top, ())) | {top}

    def _lasts(self, unit: UnitId) -> bool:
        """Say whether a unit is there today or still to come."""
        known = self._tree.versions(unit)
        return bool(known) and (
            known[0].valid_from > self._today or self._tree.version(unit, self._today) is not None
        )

    def _place(self, unit: UnitId, passed: frozenset[UnitId] = frozenset()) -> Chain:
        if self._lasts(unit):
            return _chain(self._tree, unit, self._today)
        # A unit that was merged and split off again is its own heir: its line must not be walked
        # twice.
        passed |= {unit}
        heirs = self._tree.heirs(unit) - passed
        chains = {self._place(heir, passed) for heir in heirs}
        # Parts that were joined again are one place; only lasting parts leave a row of its own.
        if len(chains) == 1:
            return chains.pop()
        if chains:
            # A set comes in any order, and the place must be the same each time.
            return (unit, *_shared(sorted(chains)))
        known = self._tree.versions(unit)
        above = known[-1].parent if known else None
        return (unit,) if above is None else (unit, *self.chain(above))


def ever_below(tree: Tree, top: UnitId) -> frozenset[UnitId]:
    """Give a unit and all that ever lay below it."""
    children: dict[UnitId, set[UnitId]] = {}
    for unit in tree.units:
        for version in tree.versions(unit):
            if version.parent is not None:
                children.setdefault(version.parent, set()).add(unit)
    found, waiting = {top}, [top]
    for unit in waiting:
        waiting += children.get(unit, set()) - found
        found |= children.get(unit, set())
    return frozenset(found)


def _turns(tree: Tree, first: date, last: date) -> list[date]:
    """Find the days after the first on which some unit begins, ends or changes its place."""
    days: set[date] = set()
    for unit in tree.units:
        before: UnitVersion | None = None
        for version in tree.versions(unit):
            # A new name or kind moves no rating: only place, group and being there do.
            if not (before and _continues(before, version)):
                days.add(version.valid_from)
                if before is not None and before.valid_to is not None:
                    days.add(before.valid_to + _ONE_DAY)
            before = version
        if before is not None and before.valid_to is not None:
            days.add(before.valid_to + _ONE_DAY)
    return sorted(day for day in days if first < day <= last)


def _continues(before: UnitVersion, after: UnitVersion) -> bool:
    joined = before.valid_to is not None and before.valid_to + _ONE_DAY == after.valid_from
    return joined and (before.parent, before.group) == (after.parent, after.group)


def _chain(tree: Tree, unit: UnitId, day: date) -> Chain:
    on = tree.on(day)
    if unit in on.version:
        return (unit, *on.ancestors(unit))
    if unit not in tree.units:
        return (unit,)
    # Rated on a day on which it was not there: the nearest day of its own is what is known.
    known = tree.nearest(unit, day)
    near = known.valid_from if known.valid_from > day or known.valid_to is None else known.valid_to
    return (unit, *tree.on(near).ancestors(unit))


def _group(tree: Tree, chain: Chain, day: date) -> str:
    known = (tree.nearest(unit, day).group for unit in chain if unit in tree.units)
    return next(filter(None, known), "")


def _shared(chains: list[Chain]) -> Chain:
    others = [set(chain) for chain in chains[1:]]
    return tuple(u for u in chains[0] if all(u in other for other in others))
