"""Acts that change units on a day: merge, split, rename, retype, move, abolish, each recorded.

Desks are left where they are: they follow the events by themselves.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from feedback.domain import unit_changes
from feedback.domain.ids import UnitId
from feedback.domain.names import LONGEST_NAME, clean
from feedback.domain.roles import Viewer
from feedback.domain.tree import Tree
from feedback.domain.unit_changes import NO_CHANGE, Change, Facets, Impossible
from feedback.domain.units import EventKind, UnitEvent, UnitVersion
from feedback.services.authority import Act, require
from feedback.services.places import kinds, snapshot, unit_lines
from feedback.services.refusals import Misuse, Refusal
from feedback.store import audit, units
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Decided:
    """The day an event takes effect, and the decision it rests on."""

    on: date
    basis: str = ""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that begins with an event; kind and parent are its predecessor's where not given."""

    code: str
    name: str
    kind: str = ""
    parent: UnitId | None = None


def merge(
    work: Work,
    viewer: Viewer,
    predecessors: Sequence[UnitId],
    into: UnitId | NewUnit,
    decided: Decided,
    facets: Facets = NO_CHANGE,
) -> UnitEvent:
    """Merge units into one of them, into another, or into a new one."""
    # What takes over is changed as well: it too must be the viewer's to change.
    known = [] if isinstance(into, NewUnit) else [into]
    tree = _tree(work, viewer, predecessors, known)
    if facets.name is not None:
        facets = replace(facets, name=_named(facets.name))
    if isinstance(into, NewUnit):
        new = _begun(work, tree, into, predecessors[0], decided)
        event = _event(EventKind.MERGE, decided, predecessors, [new.unit])
        return _write(
            work, viewer, tree, lambda: unit_changes.founded(tree, new, predecessors, event)
        )
    event = _event(EventKind.MERGE, decided, predecessors, [into])
    return _write(
        work, viewer, tree, lambda: unit_changes.merged(tree, predecessors, into, event, facets)
    )


def split(
    work: Work, viewer: Viewer, unit: UnitId, into: Sequence[UnitId | NewUnit], decided: Decided
) -> UnitEvent:
    """Part a unit among others, existing or new; it goes on if it is one of them."""
    kept = [one for one in into if not isinstance(one, NewUnit)]
    tree = _tree(work, viewer, [unit], kept)
    if len(set(into)) < 2:
        raise Misuse("A split has at least two successors.")
    new = [_begun(work, tree, one, unit, decided) for one in into if isinstance(one, NewUnit)]
    event = _event(EventKind.SPLIT, decided, [unit], [*kept, *(version.unit for version in new)])
    return _write(work, viewer, tree, lambda: unit_changes.split(tree, unit, new, event))


def rename(work: Work, viewer: Viewer, unit: UnitId, name: str, decided: Decided) -> UnitEvent:
    """Give a unit another name; its code stays."""
    return _alter(work, viewer, EventKind.RENAME, unit, Facets(name=_named(name)), decided)


def retype(
    work: Work, viewer: Viewer, unit: UnitId, kind: str, decided: Decided, name: str | None = None
) -> UnitEvent:
    """Make a unit one of another kind; its code stays, its name follows (Xã X to Phường X)."""
    tree = _tree(work, viewer, [unit])
    code = kinds.code_of(work, kind)
    if name is None:
        name = _retyped_name(work, tree, unit, code, decided.on)
    facets = Facets(kind=code, name=_named(name))
    return _alter(work, viewer, EventKind.RETYPE, unit, facets, decided)


def move(work: Work, viewer: Viewer, unit: UnitId, parent: UnitId, decided: Decided) -> UnitEvent:
    """Put a unit under another parent; both must be the viewer's to change."""
    require(work, viewer, Act.MANAGE_UNITS, parent)
    return _alter(work, viewer, EventKind.REPARENT, unit, Facets(parent=parent), decided)


def upside_down(work: Work, unit: UnitId, on: date) -> str:
    """Say that a unit stands below one of a lower kind on a day; empty where it does not."""
    there = snapshot.tree(work).on(on)
    parent = there.parent(unit)
    if parent is None:
        return ""
    ranks = {kind.code: kind.rank for kind in kinds.known(work).all}
    own, above = there.version[unit], there.version[parent]
    if ranks[own.kind] >= ranks[above.kind]:
        return ""
    return f"{own.name} ({own.kind}) is of a higher kind than {above.name} ({above.kind})"


def abolish(work: Work, viewer: Viewer, unit: UnitId, decided: Decided) -> UnitEvent:
    """End a unit that nothing takes over; the codes of its desks become tombstones."""
    tree = _tree(work, viewer, [unit])
    event = _event(EventKind.ABOLISH, decided, [unit], [])
    return _write(work, viewer, tree, lambda: unit_changes.abolished(tree, unit, event))


def _alter(
    work: Work, viewer: Viewer, kind: EventKind, unit: UnitId, facets: Facets, decided: Decided
) -> UnitEvent:
    tree = _tree(work, viewer, [unit])
    event = _event(kind, decided, [unit], [unit])
    return _write(work, viewer, tree, lambda: unit_changes.altered(tree, unit, facets, event))


def _tree(
    work: Work, viewer: Viewer, members: Sequence[UnitId], heirs: Sequence[UnitId] = ()
) -> Tree:
    if not members:
        raise Misuse("An event happens to at least one unit.")
    for unit in (*members, *heirs):
        require(work, viewer, Act.MANAGE_UNITS, unit)
    return snapshot.tree(work)


def _event(
    kind: EventKind, decided: Decided, before: Iterable[UnitId], after: Iterable[UnitId]
) -> UnitEvent:
    return UnitEvent(kind, decided.on, frozenset(before), frozenset(after), decided.basis)


def _begun(work: Work, tree: Tree, new: NewUnit, model: UnitId, decided: Decided) -> UnitVersion:
    like = tree.nearest(model, decided.on)
    kind = kinds.code_of(work, new.kind) if new.kind else like.kind
    unit = units.add_units(work, 1)[0]
    parent = like.parent if new.parent is None else new.parent
    code, name = clean(new.code), _named(new.name)
    if not unit_lines.is_code(code):
        raise Misuse(f"{new.code[:80]!r} is no code: {unit_lines.CODE_RULE}.")
    return UnitVersion(
        unit, code, name, kind, parent, decided.on, group=like.group, basis=decided.basis
    )


def _named(name: str) -> str:
    cleaned = clean(name)
    if not 0 < len(cleaned) <= LONGEST_NAME:
        raise Misuse(f"A name has 1 to {LONGEST_NAME} characters.")
    return cleaned


def _retyped_name(work: Work, tree: Tree, unit: UnitId, kind: str, on: date) -> str:
    known = {one.code: one.name_vi for one in kinds.known(work).all}
    old = tree.nearest(unit, on)
    word = re.compile(rf"(?<!\w){re.escape(known[old.kind])}(?!\w)", re.IGNORECASE)

    def other(match: re.Match[str]) -> str:
        # Within a name the word for the kind is written small.
        return known[kind].lower() if match[0].islower() else known[kind]

    return word.sub(other, old.name, count=1)


def _write(work: Work, viewer: Viewer, tree: Tree, made: Callable[[], Change]) -> UnitEvent:
    try:
        change = made()
        after = unit_changes.checked(tree, change)
    except Impossible as error:
        raise Refusal(f"This cannot be recorded: {error}.") from None
    event = change.event
    # In this order, since a unit has one version a day: what goes makes room for what comes.
    units.drop_versions(work, change.dropped)
    units.replace_versions(work, change.replaced)
    units.add_versions(work, change.added)
    units.add_events(work, [event])
    before = _listed(tree, event.predecessors, event.on, -1)
    told = _listed(after, event.successors, event.on, 0)
    audit.note(work, viewer.name, f"unit {event.kind}", before, before, told, event.basis)
    return event


def _listed(tree: Tree, members: Iterable[UnitId], on: date, days: int) -> str:
    day = on + timedelta(days=days)
    versions = sorted((tree.nearest(unit, day) for unit in members), key=lambda v: v.code)
    return "; ".join(f"{version.code} {version.name} ({version.kind})" for version in versions)
