"""The tree of units on any day, out of versions and events. It decides nothing and changes nothing.

A unit that is gone is followed to its successors; one asked for before its time is itself.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from feedback.domain.ids import UnitId
from feedback.domain.units import ENDING, UnitEvent, UnitVersion, day_after


class Tree:
    """All versions of all units, and what happened to them."""

    def __init__(self, versions: Iterable[UnitVersion], events: Iterable[UnitEvent] = ()) -> None:
        self.events = tuple(sorted(events, key=lambda event: event.on))
        self._versions: dict[UnitId, list[UnitVersion]] = defaultdict(list)
        self._by_code: dict[str, list[UnitVersion]] = defaultdict(list)
        for version in sorted(versions, key=lambda version: version.valid_from):
            self._versions[version.unit].append(version)
            self._by_code[version.code].append(version)
        self._turns = sorted(self._turning_days())
        self._stretches: dict[int, OnDay] = {}

    @property
    def units(self) -> frozenset[UnitId]:
        """All units there ever were."""
        return frozenset(self._versions)

    def versions(self, unit: UnitId) -> tuple[UnitVersion, ...]:
        """Give a unit's versions, oldest first."""
        return tuple(self._versions.get(unit, ()))

    def version(self, unit: UnitId, day: date) -> UnitVersion | None:
        """Give the version in effect on a day, if there is one."""
        return next((v for v in self._versions.get(unit, ()) if v.holds(day)), None)

    def nearest(self, unit: UnitId, day: date) -> UnitVersion:
        """Give the version of a day, else the last one before, else the first; or KeyError."""
        known = self.versions(unit)
        if not known:
            raise KeyError(unit)
        return next((v for v in reversed(known) if v.valid_from <= day), known[0])

    def name(self, unit: UnitId, day: date) -> str:
        """Name a unit as on a day, or as nearest to it."""
        return self.nearest(unit, day).name

    def holders(self, code: str) -> tuple[UnitVersion, ...]:
        """Give all versions that ever had a code, oldest first."""
        return tuple(self._by_code.get(code, ()))

    def by_code(self, code: str, day: date) -> UnitId | None:
        """Find the unit that has a code on a day."""
        return next((v.unit for v in self._by_code.get(code, ()) if v.holds(day)), None)

    def on(self, day: date) -> "OnDay":
        """Give the tree of one day; days between two changes share one."""
        stretch = bisect_right(self._turns, day)
        known = self._stretches.get(stretch)
        if known is None:
            known = self._stretches[stretch] = self._as_of(day)
        return known

    def successors_on(self, unit: UnitId, day: date) -> tuple[UnitId, ...]:
        """Follow a unit to what it is on a day: itself while it lasts, none if nothing took over.

        Several where it was split, ordered by code; chains of events are followed to the end.
        """
        found: set[UnitId] = set()
        self._follow(unit, day, found, set())
        return tuple(sorted(found, key=lambda u: (self.nearest(u, day).code, u)))

    def heir_on(self, unit: UnitId, day: date) -> UnitId | None:
        """Follow one line to what a unit is on a day; None where that line ended with no heir.

        At a split the line goes on with the successor whose code comes first, and stays with it:
        when that one is abolished, its siblings inherit nothing.
        """
        passed: set[UnitId] = set()
        while unit in self._versions and unit not in passed:
            passed.add(unit)
            if self._versions[unit][0].valid_from > day or self.version(unit, day):
                return unit
            heirs = [heir for heir in self._heirs.get(unit, ()) if heir not in passed]
            if not heirs:
                return None
            unit = min(heirs, key=lambda heir: (self.nearest(heir, day).code, heir))
        return None

    def heirs(self, unit: UnitId) -> frozenset[UnitId]:
        """Give the units that took over when a unit ended; none while it lasts or was abolished."""
        return frozenset(self._heirs.get(unit, ()))

    def descent(self, unit: UnitId, day: date) -> frozenset[UnitId]:
        """Give all that a unit became up to a day, in every line, gone or not, without itself."""
        passed: set[UnitId] = set()
        self._follow(unit, day, set(), passed)
        return frozenset(passed - {unit})

    def turns_from(self, day: date) -> tuple[date, ...]:
        """Give a day and all later days on which something changes."""
        return (day, *self._turns[bisect_right(self._turns, day) :])

    def events_of(self, unit: UnitId) -> tuple[UnitEvent, ...]:
        """Give the events that a unit took part in, oldest first."""
        return tuple(e for e in self.events if unit in e.predecessors or unit in e.successors)

    def _turning_days(self) -> set[date]:
        every = [version for known in self._versions.values() for version in known]
        ends = {day_after(version.valid_to) for version in every if version.valid_to}
        return (
            {version.valid_from for version in every} | ends | {event.on for event in self.events}
        )

    def _as_of(self, day: date) -> "OnDay":
        chosen = (self.version(unit, day) for unit in self._versions)
        versions = {v.unit: v for v in chosen if v is not None}
        parents = {u: self._parent_as_of(v, versions, day) for u, v in versions.items()}
        return OnDay(versions, parents)

    def _parent_as_of(
        self, version: UnitVersion, there: dict[UnitId, UnitVersion], day: date
    ) -> UnitId | None:
        if version.parent is None or version.parent in there:
            return version.parent
        heirs = [unit for unit in self.successors_on(version.parent, day) if unit in there]
        # Of several heirs nobody has said which one it stands below: it has no parent until someone
        # does.
        return heirs[0] if len(heirs) == 1 and heirs[0] != version.unit else None

    def _follow(self, unit: UnitId, day: date, found: set[UnitId], seen: set[UnitId]) -> None:
        if unit in seen:
            return
        seen.add(unit)
        known = self._versions.get(unit, ())
        if not known:
            return
        if known[0].valid_from > day or self.version(unit, day):
            found.add(unit)
            return
        for heir in self._heirs.get(unit, ()):
            self._follow(heir, day, found, seen)

    @cached_property
    def _heirs(self) -> dict[UnitId, list[UnitId]]:
        heirs: dict[UnitId, list[UnitId]] = defaultdict(list)
        for event in self.events:
            if event.kind in ENDING:
                for unit in event.predecessors:
                    # One that goes on beside what was parted from it has no heir yet.
                    if unit not in event.successors or not self.version(unit, event.on):
                        heirs[unit] += event.successors - {unit}
        return heirs


@dataclass(frozen=True)
class OnDay:
    """The tree of one day: every unit of that day, once.

    Where a parent is gone and one unit took over, that is the parent.
    """

    version: dict[UnitId, UnitVersion]
    parents: dict[UnitId, UnitId | None]

    @property
    def units(self) -> frozenset[UnitId]:
        """The units of the day."""
        return frozenset(self.version)

    @cached_property
    def roots(self) -> tuple[UnitId, ...]:
        """The units with no parent on this day, by code."""
        return self._ordered(u for u in self.version if self.parent(u) is None)

    def name(self, unit: UnitId) -> str:
        """Name a unit of the day."""
        return self.version[unit].name

    def parent(self, unit: UnitId) -> UnitId | None:
        """Give a unit's parent of this day."""
        return self.parents[unit]

    def children(self, unit: UnitId) -> tuple[UnitId, ...]:
        """Give a unit's children, by code."""
        return self._children.get(unit, ())

    def ancestors(self, unit: UnitId) -> tuple[UnitId, ...]:
        """Give the units above one, nearest first."""
        found: list[UnitId] = []
        above = self.parent(unit)
        # A ring in damaged data must not hang every figure that is asked for.
        while above is not None and above not in found:
            found.append(above)
            above = self.parent(above)
        return tuple(found)

    def below(self, unit: UnitId) -> tuple[UnitId, ...]:
        """Give a unit and all units under it, parents before children."""
        found = [unit]
        for known in found:
            found += self.children(known)
        return tuple(found)

    def cycles(self) -> Iterator[UnitId]:
        """Give every unit that is above itself."""
        safe: set[UnitId] = set()
        for unit in self.version:
            path = [unit]
            while path[-1] not in safe and (above := self.parent(path[-1])) is not None:
                if above in path:
                    yield unit
                    break
                path.append(above)
            else:
                safe.update(path)

    @cached_property
    def _children(self) -> dict[UnitId, tuple[UnitId, ...]]:
        grouped: dict[UnitId, list[UnitId]] = defaultdict(list)
        for unit in self.version:
            parent = self.parent(unit)
            if parent is not None:
                grouped[parent].append(unit)
        return {parent: self._ordered(units) for parent, units in grouped.items()}

    def _ordered(self, units: Iterable[UnitId]) -> tuple[UnitId, ...]:
        return tuple(sorted(units, key=lambda unit: (self.version[unit].code, unit)))
