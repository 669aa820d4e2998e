"""Gateway of ratings set aside: why, and how many. It sets none aside."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select

from feedback.domain.channels import Standing
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.query import SetAside
from feedback.store.tables.facts import rating, rating_standing
from feedback.store.tallies_read import MOST_NAMED
from feedback.store.work import Work


def reasons(
    work: Work,
    first: date,
    last: date,
    units: Collection[UnitId] | None,
    desk: DeskId | None,
) -> tuple[SetAside, ...]:
    """Count the ratings set aside between two days by the reason last given, most first."""
    newest = (
        select(rating_standing.c.reason)
        .where(rating_standing.c.rating_id == rating.c.id)
        .order_by(rating_standing.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    inner = (
        select(func.coalesce(newest, "").label("reason"), rating.c.unit_id)
        .where(rating.c.standing == Standing.SET_ASIDE.value)
        .where(rating.c.day >= first, rating.c.day <= last)
    )
    if desk is not None:
        inner = inner.where(rating.c.desk_id == desk)
    # A longer list is slower than none: what is not wanted is passed over below.
    if units is not None and len(units) <= MOST_NAMED:
        inner = inner.where(rating.c.unit_id.in_(sorted(units)))
    given = inner.subquery()
    query = select(given.c.reason, given.c.unit_id, func.count()).group_by(
        given.c.reason, given.c.unit_id
    )
    found: dict[str, int] = {}
    for reason, unit, n in work.connection.execute(query):
        if units is None or unit in units:
            found[reason] = found.get(reason, 0) + n
    return tuple(
        SetAside(reason, found[reason]) for reason in sorted(found, key=lambda r: -found[r])
    )
