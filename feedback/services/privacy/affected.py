"""Says whom a breach reaches: what was kept of how many, over which days. It names nobody.

Luật 91/2025/QH15 Đ.23: the authority is told within 72 hours of the detection.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
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
    """List the cases of these days with what was kept of their citizens."""
    require(work, viewer, Act.ERASE, unit if unit is not None else viewer.unit)
    rows = case_people.between(work, first, last, unit)
    return Affected(tuple(rows), detected_at + NOTIFY_WITHIN)
