"""How citizens' matters were handled: in time or late, and how citizens judged the answers.

Two shares of satisfied citizens stand side by side, since they differ by how they are made: of
those who judged, and QĐ 766/QĐ-TTg's (2022), where silence counts as satisfied.
"""

from dataclasses import dataclass, replace
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.domain.rounding import points
from feedback.domain.visibility import FLOOR, rated
from feedback.services.authority import Act, reach, require, scope
from feedback.services.places import snapshot
from feedback.store import case_figures
from feedback.store.case_figures import Handled
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Row:
    """A unit's figures; shares in basis points, None where nothing can be shared out.

    ``on_time`` is of those owed an answer whose date has come or that were answered;
    ``satisfied`` of those who judged (yes); ``by_766`` of all owed (not judged "no", not late).
    ``hidden`` where a rated viewer would learn how few people judged.
    """

    unit: UnitId | None
    handled: Handled
    on_time: int | None
    satisfied: int | None
    by_766: int | None
    hidden: bool


def figures(
    work: Work,
    viewer: Viewer,
    first: date,
    last: date,
    *,
    unit: UnitId | None = None,
) -> tuple[Row, ...]:
    """Give the figures of the viewer's units, or of one and those below it."""
    require(work, viewer, Act.READ_CASES, unit if unit is not None else viewer.unit)
    units = reach(work, viewer)
    if unit is not None:
        below = frozenset(snapshot.tree(work).on(local_day(work.now)).below(unit))
        units = below if units is None else below & units
    today, seen = local_day(work.now), scope(work, viewer)
    found = case_figures.by_unit(work, first, last, today, units, seen)
    return tuple(_row(one, hides=rated(viewer.role)) for one in found)


def _row(one: Handled, *, hides: bool) -> Row:
    judged = one.yes + one.partly + one.no
    # Where nobody judged, there is nobody to be found out.
    hidden = hides and 0 < judged < FLOOR
    # QĐ 766/QĐ-TTg: "không hài lòng hoặc quá hạn", so that a case that was both is taken off once.
    content = one.owed - one.failed
    return Row(
        one.unit,
        # What failed goes as well: beside what was late it would tell who said no.
        replace(one, yes=0, partly=0, no=0, failed=0) if hidden else one,
        _share(one.in_time, one.in_time + one.late),
        None if hidden else _share(one.yes, judged),
        None if hidden else _share(content, one.owed),
        hidden,
    )


def _share(part: int, whole: int) -> int | None:
    return points(part, whole, None) if whole else None
