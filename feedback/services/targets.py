"""What an office set itself to reach, and by which decision. It judges no figure."""

from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.names import clean
from feedback.domain.query import Target
from feedback.domain.roles import Viewer
from feedback.domain.rounding import parsed
from feedback.services.authority import Act, require, within
from feedback.services.places import tree
from feedback.services.refusals import Misuse
from feedback.store import audit, targets
from feedback.store.targets import TargetSet
from feedback.store.work import Work

__all__ = ["Shown", "TargetSet", "listed", "set_target"]

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """A target as it was set, with the unit's code and name."""

    unit_code: str
    unit_name: str
    set: TargetSet


def set_target(
    work: Work, viewer: Viewer, unit: UnitId, value: str, decision: str, since: date
) -> Shown:
    """Set the target of a unit, and of all below it that have none of their own, from a day on.

    ``value`` is a percentage such as ``90`` or ``85,5``. Raises Misuse for one that is not, or
    without the decision it rests on.
    """
    require(work, viewer, Act.SET_TARGET, unit)
    try:
        points = parsed(value)
    except ValueError as error:
        raise Misuse(f"{value[:20]!r} is no target: {error}.") from None
    decision = clean(decision)
    if not 1 <= len(decision) <= _LONGEST:
        raise Misuse("A target rests on a decision; name it (its number and date).")
    wanted = Target(points, decision)
    targets.add(work, unit, wanted, since, viewer.name)
    version = tree(work).nearest(unit, since)
    after = f"{points / 100:.2f}% from {since}"
    audit.note(work, viewer.name, "target.set", version.code, after=after, reason=decision)
    return Shown(version.code, version.name, TargetSet(unit, wanted, since, viewer.name))


def listed(work: Work, viewer: Viewer) -> tuple[Shown, ...]:
    """List all targets ever set for units that the viewer may look at, oldest first."""
    require(work, viewer, Act.LOOK, viewer.unit)
    known, today = tree(work), local_day(work.now)
    found = []
    for one in targets.everything(work):
        if within(work, viewer, one.unit):
            # A target may be set ahead for a unit that is yet to begin.
            version = known.nearest(one.unit, max(one.since, today))
            found.append(Shown(version.code, version.name, one))
    return tuple(found)
