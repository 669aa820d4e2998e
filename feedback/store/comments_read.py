"""Gateway that reads comments: first what they belong to, then the sealed texts asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from feedback.domain.channels import Standing
from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.store.tables.facts import comment, rating
from feedback.store.work import Work

MOST = 5000
"""The newest so many are looked at; older ones are for an export."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a comment belongs to, without its text. ``day`` is the local day it was written."""

    id: int
    rating: RatingId
    day: date
    unit: UnitId
    desk: DeskId
    service: int
    level: int
    counted: bool
    accuses: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed text and the key that opens it."""

    kid: str
    sealed: bytes


_HEADS = (
    select(
        comment.c.id,
        comment.c.rating_id,
        comment.c.at,
        rating.c.unit_id,
        rating.c.desk_id,
        rating.c.service_id,
        rating.c.level,
        rating.c.standing,
        comment.c.screen,
        rating.c.source,
    )
    .join(rating, rating.c.id == comment.c.rating_id)
    .order_by(comment.c.id.desc())
    .limit(MOST)
)
_TEXTS = select(comment.c.id, comment.c.kid, comment.c.sealed).where(
    comment.c.id.in_(bindparam("ids", expanding=True))
)


def heads(
    work: Work, units: Collection[UnitId] | None, desk: DeskId | None, *, accusing: bool
) -> list[Head]:
    """List the newest comments of these units, or of a desk, newest first.

    Without ``accusing`` those that the screen held back are left out.
    """
    query = _HEADS
    if desk is not None:
        query = query.where(rating.c.desk_id == desk)
    if units is not None:
        # However many: the newest are cut off before anybody could choose among them afterwards.
        query = query.where(rating.c.unit_id.in_(sorted(units)))
    if not accusing:
        query = query.where(comment.c.screen == "plain")
    return [
        Head(
            row[0],
            RatingId(row[1]),
            # Not the rating's day: written later, it would be missed from a batch that was shown
            # before.
            local_day(row[2]),
            UnitId(row[3]),
            DeskId(row[4]),
            row[5],
            row[6],
            row[7] == Standing.COUNTED.value,
            row[8] != "plain",
            row[9] == "sample",
        )
        for row in work.connection.execute(query)
    ]


def texts(work: Work, ids: Collection[int]) -> dict[int, Sealed]:
    """Read the sealed texts of these comments."""
    if not ids:
        return {}
    rows = work.connection.execute(_TEXTS, {"ids": sorted(ids)})
    return {row[0]: Sealed(row[1], row[2]) for row in rows}
