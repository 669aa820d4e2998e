"""Gateway of ratings: finds them by who gave them where and when, and writes batches of facts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, exists, func, select, update

from feedback.domain.given import Giver
from feedback.domain.ids import DeskId, Rater, RatingId
from feedback.store.prepared import inserting, write_many
from feedback.store.tables.facts import answer, comment, rater_key, rating
from feedback.store.tallying import Placed
from feedback.store.upsert import replacing
from feedback.store.work import Work

Key = tuple[Rater, DeskId, date]

_RATING = (
    rating.c.id,
    rating.c.level,
    rating.c.day,
    rating.c.desk_id,
    rating.c.unit_id,
    rating.c.standing,
    rating.c.channel,
    rating.c.source,
    rating.c.service_id,
    rating.c.questionnaire,
    exists().where(comment.c.rating_id == rating.c.id),
)
_BY_ID = select(*_RATING).where(rating.c.id.in_(bindparam("ids", expanding=True)))
_BY_RATER = (
    select(rater_key.c.rater, rater_key.c.desk_id, rater_key.c.day, *_RATING)
    .join(rating, rating.c.id == rater_key.c.rating_id)
    .where(rater_key.c.rater.in_(bindparam("raters", expanding=True)))
)
_ANSWERS = select(answer.c.rating_id, answer.c.question, answer.c.value).where(
    answer.c.rating_id.in_(bindparam("ids", expanding=True))
)
_SET_LEVEL = update(rating).where(rating.c.id == bindparam("of")).values(level=bindparam("to"))


@dataclass(slots=True)
class Stored:
    """A rating in the database, or about to be, with its answers."""

    id: RatingId
    level: int
    placed: Placed
    answers: dict[str, int]
    commented: bool = False


def key_of(work: Work, giver: Giver, quarter: str) -> Key:
    """Give the key under which a giver's rating is found."""
    return work.vault.rater(giver.person, quarter), giver.desk, giver.day


def of_keys(
    work: Work, keys: Collection[Key]
) -> tuple[dict[Key, RatingId], dict[RatingId, Stored]]:
    """Find the ratings of these keys, and load them."""
    if not keys:
        return {}, {}
    # Asked for by rater alone, which is a short list; desk and day are compared here.
    raters = sorted({rater for rater, _, _ in keys})
    ids, found = {}, {}
    for rater, desk, day, *row in work.connection.execute(_BY_RATER, {"raters": raters}).all():
        key = (Rater(rater), DeskId(desk), day)
        if key in keys:
            ids[key] = RatingId(row[0])
            found[RatingId(row[0])] = _stored(row)
    return ids, _with_answers(work, found)


def load(work: Work, ids: Collection[RatingId]) -> dict[RatingId, Stored]:
    """Load ratings with their answers."""
    if not ids:
        return {}
    rows = work.connection.execute(_BY_ID, {"ids": sorted(ids)}).all()
    return _with_answers(work, {RatingId(row[0]): _stored(row) for row in rows})


def givers(work: Work, identity: RatingId) -> int:
    """Count the keys under which a rating is found."""
    of = select(func.count()).where(rater_key.c.rating_id == identity)
    return work.connection.scalar(of) or 0


def set_levels(work: Work, levels: Iterable[tuple[RatingId, int]]) -> None:
    """Write corrected levels."""
    # In key order: two batches that correct the same ratings would wait crosswise otherwise.
    rows = [{"of": identity, "to": level} for identity, level in sorted(levels)]
    if rows:
        work.connection.execute(_SET_LEVEL, rows)


def add(work: Work, table: Any, rows: list[dict[str, Any]]) -> None:
    """Append rows of one kind of fact."""
    write_many(work.connection, inserting(table), rows)


def put_answers(work: Work, rows: list[dict[str, Any]]) -> None:
    """Write answers, each in place of an earlier one to the same question."""
    write_many(work.connection, replacing(work.connection, answer), rows)


def _stored(row: Sequence[Any]) -> Stored:
    return Stored(RatingId(row[0]), row[1], Placed(*row[2:10]), {}, bool(row[10]))


def _with_answers(work: Work, found: dict[RatingId, Stored]) -> dict[RatingId, Stored]:
    if found:
        rows = work.connection.execute(_ANSWERS, {"ids": sorted(found)}).all()
        for owner, question, value in rows:
            found[RatingId(owner)].answers[question] = value
    return found
