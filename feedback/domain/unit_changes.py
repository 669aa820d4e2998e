"""What an event means for the versions of units. It stores nothing; who may decide is not asked.

Units begin and end at the start of a day; whatever would contradict what is known is Impossible.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import UnitEvent, UnitVersion, day_before


class Impossible(ValueError):
    """The event contradicts what is known; the message says how."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What of a unit an event changes; None leaves it as it is."""

    name: str | None = None
    kind: str | None = None
    code: str | None = None
    parent: UnitId | None = None

    def applied(self, version: UnitVersion, on: date, basis: str) -> UnitVersion:
        """Give the version that begins on a day with these changes."""
        return replace(
            version,
            name=self.name or version.name,
            kind=self.kind or version.kind,
            code=self.code or version.code,
            parent=version.parent if self.parent is None else self.parent,
            valid_from=on,
            basis=basis,
        )


NO_CHANGE = Facets()


@dataclass(frozen=True, slots=True)
class Change:
    """Versions to write over those of the same unit and first day, versions to add, the event."""

    event: UnitEvent
    replaced: tuple[UnitVersion, ...] = ()
    added: tuple[UnitVersion, ...] = ()


def altered(tree: Tree, unit: UnitId, facets: Facets, event: UnitEvent) -> Change:
    """Change a unit from the event's day on: a new name, kind, code or parent."""
    old = _lasting(tree, unit, event.on)
    new = facets.applied(old, event.on, event.basis)
    if new == replace(old, valid_from=event.on, basis=event.basis):
        raise Impossible(f"{old.code} {old.name} is so already")
    if old.valid_from == event.on:
        return Change(event, (new,))
    return Change(event, (replace(old, valid_to=day_before(event.on)),), (new,))


def merged(
    tree: Tree,
    predecessors: Collection[UnitId],
    successor: UnitId,
    event: UnitEvent,
    facets: Facets = NO_CHANGE,
) -> Change:
    """End the predecessors (but for the successor itself); their children go to the successor."""
    ended = _ended(tree, set(predecessors) - {successor}, event.on)
    if facets == NO_CHANGE:
        _lasting(tree, successor, event.on)
        kept = Change(event)
    else:
        kept = altered(tree, successor, facets, event)
    gone = frozenset(predecessors) - {successor}
    moved = _adopted(tree, gone, successor, event)
    return Change(event, (*ended, *kept.replaced, *moved.replaced), (*kept.added, *moved.added))


def founded(
    tree: Tree, new: UnitVersion, predecessors: Collection[UnitId], event: UnitEvent
) -> Change:
    """Merge units into one that begins on the event's day."""
    ended = _ended(tree, predecessors, event.on)
    moved = _adopted(tree, frozenset(predecessors), new.unit, event)
    return Change(event, (*ended, *moved.replaced), (new, *moved.added))


def split(tree: Tree, unit: UnitId, new: Iterable[UnitVersion], event: UnitEvent) -> Change:
    """Part a unit among its successors; it ends unless it is one of them."""
    begun = tuple(new)
    for heir in event.successors - {version.unit for version in begun}:
        _lasting(tree, heir, event.on)
    if unit in event.successors:
        return Change(event, (), begun)
    _childless(tree, unit, event.on)
    return Change(event, _ended(tree, [unit], event.on), begun)


def abolished(tree: Tree, unit: UnitId, event: UnitEvent) -> Change:
    """End a unit that nothing takes over."""
    _childless(tree, unit, event.on)
    return Change(event, _ended(tree, [unit], event.on))


def checked(tree: Tree, change: Change) -> Tree:
    """Give the tree after a change; raise Impossible for a cycle or a code held twice."""
    written = {(version.unit, version.valid_from): version for version in change.replaced}
    kept = (
        version
        for unit in tree.units
        for version in tree.versions(unit)
        if (version.unit, version.valid_from) not in written
    )
    after = Tree([*kept, *written.values(), *change.added], [*tree.events, change.event])
    for unit in after.on(change.event.on).cycles():
        raise Impossible(f"{after.nearest(unit, change.event.on).code} would be above itself")
    for new in (*change.added, *change.replaced):
        for other in after.holders(new.code):
            if other.unit != new.unit and (
                other.holds(new.valid_from) or new.holds(other.valid_from)
            ):
                raise Impossible(
                    f"the code {new.code} belongs to {other.name} from {other.valid_from}"
                )
    return after


def _lasting(tree: Tree, unit: UnitId, on: date) -> UnitVersion:
    version = tree.version(unit, on)
    if version is None:
        near = tree.nearest(unit, on)
        raise Impossible(f"{near.code} {near.name} does not exist on {on}")
    _nothing_after(tree, version, on)
    return version


def _nothing_after(tree: Tree, version: UnitVersion, on: date) -> None:
    later = [v for v in tree.versions(version.unit) if v.valid_from > version.valid_from]
    if later:
        known = f"{later[0].name} from {later[0].valid_from}"
        raise Impossible(f"{version.code} {version.name} has a later version ({known}) than {on}")


def _ended(tree: Tree, units: Collection[UnitId], on: date) -> tuple[UnitVersion, ...]:
    last_day = day_before(on)
    ended = []
    for unit in sorted(units):
        version = tree.version(unit, last_day)
        if version is None:
            near = tree.nearest(unit, last_day)
            raise Impossible(
                f"{near.code} {near.name} does not exist on {last_day}, the day before"
            )
        _nothing_after(tree, version, on)
        if version.valid_to != last_day:
            ended.append(replace(version, valid_to=last_day))
    return tuple(ended)


def _adopted(tree: Tree, gone: frozenset[UnitId], parent: UnitId, event: UnitEvent) -> Change:
    replaced, added = [], []
    for unit in sorted(tree.units - gone - {parent}):
        for version in tree.versions(unit):
            ends = version.valid_to is not None and version.valid_to < event.on
            if version.parent not in gone or ends:
                continue
            new = replace(version, parent=parent, valid_from=max(version.valid_from, event.on))
            if version.valid_from < event.on:
                replaced.append(replace(version, valid_to=day_before(event.on)))
                added.append(replace(new, basis=event.basis))
            else:
                replaced.append(new)
    return Change(event, tuple(replaced), tuple(added))


def _childless(tree: Tree, unit: UnitId, on: date) -> None:
    day = tree.on(on)
    children = day.children(unit) if unit in day.units else ()
    if children:
        named = ", ".join(day.version[child].code for child in children[:10])
        raise Impossible(f"{day.version[unit].code} still has {len(children)} units below: {named}")
