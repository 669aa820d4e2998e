"""Gateway of what was kept beside ratings, to find many of one hand. It gives no hash away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from feedback.domain.channels import Channel, Source, Standing
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.store.tables.facts import rating, rating_evidence
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Near:
    """A rating that came with others; ``group`` is the same for those that came together."""

    group: int
    rating: RatingId
    desk: DeskId
    unit: UnitId
    day: date
    level: int
    standing: Standing
    quarter_hour: datetime
    delay_seconds: int | None


def near(
    work: Work,
    units: Collection[UnitId] | None,
    first: date,
    last: date,
    least: int,
    limit: int,
) -> tuple[Near, ...]:
    """Read web ratings of one desk, one network and one quarter of an hour, ``least`` together.

    The largest groups come first, each whole but for the last where ``limit`` cuts it.
    """
    one_hand = (rating.c.desk_id, rating_evidence.c.network, rating_evidence.c.quarter_hour)
    together = (
        select(
            func.count().over(partition_by=one_hand).label("n"),
            func.min(rating.c.id).over(partition_by=one_hand).label("group"),
            rating.c.id,
            rating.c.desk_id,
            rating.c.unit_id,
            rating.c.day,
            rating.c.level,
            rating.c.standing,
            rating_evidence.c.quarter_hour,
            rating_evidence.c.delay_seconds,
        )
        .join(rating_evidence, rating_evidence.c.rating_id == rating.c.id)
        .where(rating.c.day >= first, rating.c.day <= last)
        # A shared tablet gives all its ratings from one network by its nature; messengers show
        # none.
        .where(rating.c.channel == Channel.WEB.value, rating.c.source == Source.LIVE.value)
        .where(rating_evidence.c.network.is_not(None))
    )
    if units is not None:
        together = together.where(rating.c.unit_id.in_(sorted(units)))
    found = together.subquery()
    query = (
        select(*(column for column in found.c if column.key != "n"))
        .where(found.c.n >= least)
        .order_by(found.c.n.desc(), found.c.group.desc(), found.c.id)
        .limit(limit)
    )
    return tuple(
        Near(row[0], row[1], row[2], row[3], row[4], row[5], Standing(row[6]), row[7], row[8])
        for row in work.connection.execute(query)
    )
