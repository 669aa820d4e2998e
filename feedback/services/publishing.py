"""Publishes periods, and gives the public what was published. It shows nothing else to anyone."""

from dataclasses import dataclass

from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.periods import BadPeriod, Period, period
from feedback.domain.query import By, IndexQuery, IndexTable, TreeOf
from feedback.domain.roles import Role, Viewer
from feedback.domain.visibility import FLOOR
from feedback.services import indices
from feedback.services.authority import Act, require, within
from feedback.services.places import tree
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, lineage, publications
from feedback.store.publications import Publication
from feedback.store.work import Work

__all__ = ["PublicTable", "Publication", "listed", "public_rows", "publish", "withdraw"]

_WHOLE = Viewer("public", Role.OPERATOR)
_RUNNING = Viewer("public", Role.SUPERVISOR)
"""Whose figures are then suppressed for the public. A period that still runs is shown in batches,
as to those who are rated: they read the public page too, and it must not move one by one."""


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A published period of a unit and all below it, as the public may see it."""

    publication: Publication
    unit_code: str
    unit_name: str
    table: IndexTable


def publish(
    work: Work, viewer: Viewer, wanted: Period, unit: UnitId, on: TreeOf = TreeOf.THEN
) -> Publication:
    """Let the public see a period of a unit and of all below it.

    Raises Refusal before the period has begun, and for one that shares days with another that is
    published for the same unit, one above or one below: from the difference of two overlapping
    periods a few days, and so a few people, could be worked out.
    """
    require(work, viewer, Act.PUBLISH, unit)
    if wanted.first > local_day(work.now):
        raise Refusal(f"{wanted.name} begins on {wanted.first}; there is nothing to publish yet.")
    for other in publications.living(work):
        # Asked for twice, a period is published once.
        if _same(other, wanted, unit, on):
            return other
        if _overlap(work, other, wanted, unit, on):
            raise Refusal(
                f"{wanted.name} shares days with {other.name}, which is published;"
                " withdraw that first."
            )
    publications.add(work, unit, wanted.name, wanted.first, wanted.last, on, viewer.name)
    _note(work, viewer, "period.publish", unit, wanted.name)
    return next(one for one in publications.living(work) if _same(one, wanted, unit, on))


def withdraw(work: Work, viewer: Viewer, name: str, unit: UnitId, reason: str = "") -> None:
    """Take a published period of a unit back; raise NotFound when it is not published."""
    require(work, viewer, Act.PUBLISH, unit)
    try:
        wanted = period(name)
    except BadPeriod as error:
        raise Refusal(f"{error}.") from error
    standing = [
        one.id
        for one in publications.living(work)
        if one.unit == unit and (one.first, one.last) == (wanted.first, wanted.last)
    ]
    if not standing:
        raise NotFound(f"{name} is not published for this unit; see `hailong periods list`.")
    publications.withdraw(work, standing)
    _note(work, viewer, "period.withdraw", unit, name, reason)


def listed(work: Work, viewer: Viewer) -> tuple[Publication, ...]:
    """List all publications of units that the viewer may look at, also withdrawn ones."""
    require(work, viewer, Act.LOOK, viewer.unit)
    return tuple(one for one in publications.everything(work) if within(work, viewer, one.unit))


def public_rows(work: Work, *, floor: int = FLOOR) -> tuple[PublicTable, ...]:
    """Give every published period as the public may see it, the newest first."""
    known = tree(work)
    found = []
    for one in publications.living(work):
        query = IndexQuery(
            unit=one.unit, period=_period(one), by=By.UNIT, tree=one.tree, public=True
        )
        version = known.nearest(one.unit, one.last)
        whole = one.last < local_day(work.now)
        table = indices.index(work, _WHOLE if whole else _RUNNING, query, floor=floor)
        found.append(PublicTable(one, version.code, version.name, table))
    return tuple(found)


def _period(one: Publication) -> Period:
    return Period(one.name, one.first, one.last, period(one.name).calendar)


def _same(other: Publication, wanted: Period, unit: UnitId, on: TreeOf) -> bool:
    days = (other.first, other.last) == (wanted.first, wanted.last)
    return days and other.unit == unit and other.tree is on


def _overlap(work: Work, other: Publication, wanted: Period, unit: UnitId, on: TreeOf) -> bool:
    if other.last < wanted.first or wanted.last < other.first:
        return False
    # The same days of a unit and of one below it leave no difference of days to work from; counted
    # by two trees they leave one of people.
    days = (other.first, other.last) == (wanted.first, wanted.last)
    if days and other.unit != unit and other.tree is on:
        return False
    day = local_day(work.now)
    return other.unit in lineage.above(work, unit, day) or unit in lineage.above(
        work, other.unit, day
    )


def _note(work: Work, viewer: Viewer, act: str, unit: UnitId, name: str, reason: str = "") -> None:
    code = tree(work).nearest(unit, local_day(work.now)).code
    audit.note(work, viewer.name, act, code, after=name, reason=reason)
