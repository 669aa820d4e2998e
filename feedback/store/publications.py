"""Gateway of publications: which periods of which units the public may see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from feedback.domain.ids import UnitId
from feedback.domain.query import TreeOf
from feedback.store.tables.offices import publication
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Publication:
    """A period that was published for a unit and all below it."""

    id: int
    unit: UnitId
    name: str
    first: date
    last: date
    tree: TreeOf
    published_at: datetime
    published_by: str
    withdrawn_at: datetime | None


_ALL = select(
    publication.c.id,
    publication.c.unit_id,
    publication.c.name,
    publication.c.from_day,
    publication.c.to_day,
    publication.c.tree,
    publication.c.published_at,
    publication.c.published_by,
    publication.c.withdrawn_at,
).order_by(publication.c.from_day.desc(), publication.c.id)


def everything(work: Work) -> tuple[Publication, ...]:
    """List all publications, also withdrawn ones, the newest period first."""
    return tuple(_read(row) for row in work.connection.execute(_ALL))


def living(work: Work) -> tuple[Publication, ...]:
    """List the publications that stand, the newest period first."""
    rows = work.connection.execute(_ALL.where(publication.c.withdrawn_at.is_(None)))
    return tuple(_read(row) for row in rows)


def add(
    work: Work, unit: UnitId, name: str, first: date, last: date, tree: TreeOf, actor: str
) -> None:
    """Publish a period of a unit."""
    work.connection.execute(
        insert(publication).values(
            unit_id=unit,
            name=name,
            from_day=first,
            to_day=last,
            tree=tree.value,
            published_at=work.now,
            published_by=actor,
        )
    )


def withdraw(work: Work, ids: Collection[int]) -> None:
    """End publications."""
    work.connection.execute(
        update(publication).where(publication.c.id.in_(sorted(ids))).values(withdrawn_at=work.now)
    )


def _read(row: Row[*tuple[Any, ...]]) -> Publication:
    return Publication(
        row[0], UnitId(row[1]), row[2], row[3], row[4], TreeOf(row[5]), row[6], row[7], row[8]
    )
