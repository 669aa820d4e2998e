"""Says whom a breach reaches: what was kept of how many, over which days. It names nobody.

Luật 91/2025/QH15 Đ.23: the authority is told within 72 hours of the detection.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, below, require
from feedback.store import case_people
from feedback.store.case_people import Reached
from feedback.store.work import Work

NOTIFY_WITHIN = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Affected:
    """The cases whose citizens left data, one line each, and when the authority must be told."""

    rows: tuple[Reached, ...]
    notify_by: datetime


def affected(
    work: Work,
    viewer: Viewer,
    first: date,
    last: date,
    detected_at: datetime,
    *,
    unit: UnitId | None = None,
) -> Affected:
    """List the cases of these days with what was kept of their citizens.

    A unit stands for all below it and what they were formed from: their data lie together.
    """
    of = unit if unit is not None else viewer.unit
    require(work, viewer, Act.ERASE, of)
    rows = case_people.between(work, first, last, None if of is None else below(work, of))
    return Affected(tuple(rows), detected_at + NOTIFY_WITHIN)
