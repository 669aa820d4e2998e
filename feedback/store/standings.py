"""Gateway of whether a rating counts: changes it with its trace, and moves both tallies."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Row, insert, select, update

from feedback.domain.channels import Standing
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.store import ratings
from feedback.store.changes import announce
from feedback.store.tables.facts import rating, rating_standing
from feedback.store.tallying import Changes, write
from feedback.store.work import Work


def current(work: Work, identity: RatingId) -> Standing | None:
    """Read a rating's standing under a lock that lasts until the end of the work."""
    query = select(rating.c.standing).where(rating.c.id == identity).with_for_update()
    found = work.connection.scalar(query)
    return None if found is None else Standing(found)


def latest(work: Work, identity: RatingId) -> tuple[str, str] | None:
    """Give the reason and the actor of the newest change of a rating's standing."""
    query = (
        select(rating_standing.c.reason, rating_standing.c.actor)
        .where(rating_standing.c.rating_id == identity)
        .order_by(rating_standing.c.id.desc())
        .limit(1)
    )
    row = work.connection.execute(query).one_or_none()
    return None if row is None else (row[0], row[1])


def change(work: Work, identity: RatingId, to: Standing, reason: str, actor: str) -> None:
    """Count a rating no more, or again; the fact stays, and says why."""
    stored = ratings.load(work, [identity])[identity]
    moved = stored.placed._replace(standing=to.value)
    changes = Changes()
    # Tallies are kept by standing: taken back under the one, counted under the other.
    for placed, by in ((stored.placed, -1), (moved, 1)):
        changes.level(placed, stored.level, by)
        for question, value in stored.answers.items():
            changes.answer(placed, question, value, by)
    work.connection.execute(update(rating).where(rating.c.id == identity).values(standing=to.value))
    work.connection.execute(
        insert(rating_standing).values(
            id=work.new_id(),
            rating_id=identity,
            standing=to.value,
            reason=reason,
            actor=actor,
            at=work.now,
        )
    )
    write(work, changes)
    announce(work)


def unit_of(work: Work, identity: RatingId) -> UnitId | None:
    """Give the unit that a rating counts for."""
    found = work.connection.scalar(select(rating.c.unit_id).where(rating.c.id == identity))
    return None if found is None else UnitId(found)


def listed(
    work: Work,
    units: Collection[UnitId] | None,
    desk: DeskId | None,
    first: date,
    last: date,
    standing: Standing | None,
    limit: int,
) -> list[Row[*tuple[object, ...]]]:
    """Read ratings, newest first."""
    query = (
        select(rating)
        .where(rating.c.day >= first, rating.c.day <= last)
        .order_by(rating.c.id.desc())
        .limit(limit)
    )
    if units is not None:
        query = query.where(rating.c.unit_id.in_(sorted(units)))
    if desk is not None:
        query = query.where(rating.c.desk_id == desk)
    if standing is not None:
        query = query.where(rating.c.standing == standing.value)
    return list(work.connection.execute(query))
