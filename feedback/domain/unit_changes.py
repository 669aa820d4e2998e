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
    """An event with the versions to replace (same unit, same first day), to add and to drop."""

    event: UnitEvent
    replaced: tuple[UnitVersion, ...] = ()
    added: tuple[UnitVersion, ...] = ()
    dropped: tuple[UnitVersion, ...] = ()

    def plus(self, other: "Change") -> "Change":
        """Give both changes of one event."""
        return Change(
            self.event,
            self.replaced + other.replaced,
            self.added + other.added,
            self.dropped + other.dropped,
        )


def altered(tree: Tree, unit: UnitId, facets: Facets, event: UnitEvent) -> Change:
    """Change a unit from the event's day on: a new name, kind, code or parent."""
    old = _there(tree, unit, event.on)
    _nothing_after(tree, old, event.on)
    if facets.parent == unit:
        raise Impossible(f"{old.code} cannot stand below itself")
    new = facets.applied(old, event.on, event.basis)
    if new == replace(old, valid_from=event.on, basis=event.basis):
        raise Impossible(f"{old.code} {old.name} is so already")
    # A version that began this very morning never held: it is written over.
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
    gone = frozenset(predecessors) - {successor}
    if not gone:
        raise Impossible("a merger ends at least one unit besides the one that remains")
    _there(tree, successor, event.on)
    kept = Change(event) if facets == NO_CHANGE else altered(tree, successor, facets, event)
    return _ended(tree, gone, event).plus(kept).plus(_adopted(tree, gone, successor, event))


def founded(
    tree: Tree, new: UnitVersion, predecessors: Collection[UnitId], event: UnitEvent
) -> Change:
    """Merge units into one that begins on the event's day."""
    gone = frozenset(predecessors)
    begun = Change(event, added=(new,))
    return _ended(tree, gone, event).plus(begun).plus(_adopted(tree, gone, new.unit, event))


def split(tree: Tree, unit: UnitId, new: Iterable[UnitVersion], event: UnitEvent) -> Change:
    """Part a unit among its successors; it ends unless it is one of them."""
    begun = tuple(new)
    for heir in event.successors - {version.unit for version in begun}:
        _there(tree, heir, event.on)
    if unit in event.successors:
        return Change(event, added=begun)
    # Nobody has said which of the successors its children would belong to.
    _childless(tree, unit, event.on)
    return _ended(tree, {unit}, event).plus(Change(event, added=begun))


def abolished(tree: Tree, unit: UnitId, event: UnitEvent) -> Change:
    """End a unit that nothing takes over."""
    _childless(tree, unit, event.on)
    return _ended(tree, {unit}, event)


def checked(tree: Tree, change: Change) -> Tree:
    """Give the tree after a change; raise Impossible where that contradicts itself."""
    written = {(version.unit, version.valid_from): version for version in change.replaced}
    gone = written.keys() | {(version.unit, version.valid_from) for version in change.dropped}
    stored = (version for unit in tree.units for version in tree.versions(unit))
    kept = (version for version in stored if (version.unit, version.valid_from) not in gone)
    after = Tree([*kept, *written.values(), *change.added], [*tree.events, change.event])
    _check_cycles(after, change.event.on)
    _check_codes(after, change)
    _check_heirs(after)
    return after


def _check_cycles(after: Tree, on: date) -> None:
    # What is recorded late meets what was recorded before it for later days.
    for day in after.turns_from(on):
        for unit in after.on(day).cycles():
            raise Impossible(f"{after.nearest(unit, day).code} would be above itself on {day}")


def _check_codes(after: Tree, change: Change) -> None:
    for new in (*change.added, *change.replaced):
        for other in after.holders(new.code):
            if other.unit != new.unit and _meet(new, other):
                known = f"{other.name} from {other.valid_from}"
                raise Impossible(f"the code {new.code} belongs to {known}")


def _check_heirs(after: Tree) -> None:
    for event in after.events:
        for heir in event.successors:
            if not after.successors_on(heir, event.on):
                code = after.nearest(heir, event.on).code
                raise Impossible(f"{code} would be gone when the {event.kind} of {event.on} comes")


def _meet(one: UnitVersion, other: UnitVersion) -> bool:
    return one.holds(other.valid_from) or other.holds(one.valid_from)


def _there(tree: Tree, unit: UnitId, on: date) -> UnitVersion:
    version = tree.version(unit, on)
    if version is None:
        near = tree.nearest(unit, on)
        raise Impossible(f"{near.code} {near.name} does not exist on {on}")
    return version


def _nothing_after(tree: Tree, version: UnitVersion, day: date) -> None:
    # History is written in order: an event before a known one would change what that rested on.
    later = [v for v in tree.versions(version.unit) if v.valid_from > day]
    if later:
        known = f"{later[0].name}, from {later[0].valid_from}"
        raise Impossible(f"{version.code} {version.name} has a later version already: {known}")


def _ended(tree: Tree, units: Collection[UnitId], event: UnitEvent) -> Change:
    last_day, replaced, dropped = day_before(event.on), [], []
    for unit in sorted(units):
        version = _there(tree, unit, last_day)
        _nothing_after(tree, version, event.on)
        if version.valid_to != last_day:
            replaced.append(replace(version, valid_to=last_day))
        # Another event of the same day may have begun a version that now never was.
        dropped += [v for v in tree.versions(unit) if v.valid_from == event.on]
    return Change(event, tuple(replaced), (), tuple(dropped))


def _adopted(tree: Tree, gone: frozenset[UnitId], parent: UnitId, event: UnitEvent) -> Change:
    replaced, added = [], []
    for unit in sorted(tree.units - gone - {parent}):
        # Those of later days as well: none may come to hang below what is gone.
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
        raise Impossible(
            f"{day.version[unit].code} still has units below it: {named};"
            " put them elsewhere with `units move` first"
        )
