"""Gateway of ratings: finds them by who gave them where and when, and writes batches of facts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, exists, insert, select, update

from feedback.domain.given import Giver
from feedback.domain.given import Standing as RatingStanding
from feedback.domain.ids import DeskId, Rater, RatingId
from feedback.domain.scale import Level
from feedback.store.tables.facts import answer, comment, rater_key, rating
from feedback.store.tallying import Placed
from feedback.store.work import Work

Key = tuple[Rater, DeskId, date]

_KEYS = select(
    rater_key.c.rater, rater_key.c.desk_id, rater_key.c.day, rater_key.c.rating_id
).where(rater_key.c.rater.in_(bindparam("raters", expanding=True)))
_RATINGS = select(
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
).where(rating.c.id.in_(bindparam("ids", expanding=True)))
_ANSWERS = select(answer.c.rating_id, answer.c.question, answer.c.value).where(
    answer.c.rating_id.in_(bindparam("ids", expanding=True))
)
_COMMENTED = select(comment.c.rating_id).where(
    comment.c.rating_id.in_(bindparam("ids", expanding=True))
)
_SET_LEVEL = update(rating).where(rating.c.id == bindparam("of")).values(level=bindparam("to"))


@dataclass(slots=True)
class Stored:
    """A rating in the database, or about to be, with its answers."""

    id: RatingId
    level: int
    placed: Placed
    answers: dict[str, int]


def key_of(work: Work, giver: Giver, quarter: str) -> Key:
    """Give the key under which a giver's rating is found."""
    return work.vault.rater(giver.person, quarter), giver.desk, giver.day


def ids_of(work: Work, keys: Collection[Key]) -> dict[Key, RatingId]:
    """Find the ratings of these keys."""
    if not keys:
        return {}
    raters = sorted({rater for rater, _, _ in keys})
    rows = work.connection.execute(_KEYS, {"raters": raters}).all()
    found = {(Rater(row[0]), DeskId(row[1]), row[2]): RatingId(row[3]) for row in rows}
    return {key: found[key] for key in keys if key in found}


def load(work: Work, ids: Collection[RatingId]) -> dict[RatingId, Stored]:
    """Load ratings with their answers."""
    if not ids:
        return {}
    wanted = {"ids": sorted(ids)}
    found = {
        RatingId(row[0]): Stored(
            RatingId(row[0]), row[1], Placed(row[2], row[3], row[4], *row[5:]), {}
        )
        for row in work.connection.execute(_RATINGS, wanted).all()
    }
    for owner, question, value in work.connection.execute(_ANSWERS, wanted).all():
        found[RatingId(owner)].answers[question] = value
    return found


def standing(work: Work, keys: Collection[Key]) -> dict[Key, RatingStanding]:
    """Tell how the ratings of these keys stand."""
    ids = ids_of(work, keys)
    stored = load(work, set(ids.values()))
    commented: set[int] = set()
    if ids:
        commented.update(work.connection.scalars(_COMMENTED, {"ids": sorted(set(ids.values()))}))
    return {
        key: _as_standing(stored[found], found in commented)
        for key, found in ids.items()
        if found in stored
    }


def one(work: Work, identity: RatingId) -> RatingStanding | None:
    """Tell how one rating stands."""
    stored = load(work, [identity]).get(identity)
    if stored is None:
        return None
    commented = bool(
        work.connection.scalar(select(exists().where(comment.c.rating_id == identity)))
    )
    return _as_standing(stored, commented)


def set_levels(work: Work, levels: Iterable[tuple[RatingId, int]]) -> None:
    """Write corrected levels."""
    rows = [{"of": identity, "to": level} for identity, level in sorted(levels)]
    if rows:
        work.connection.execute(_SET_LEVEL, rows)


def add(work: Work, table: Any, rows: list[dict[str, Any]]) -> None:
    """Append rows of one kind of fact."""
    if rows:
        work.connection.execute(insert(table), rows)


def _as_standing(stored: Stored, commented: bool) -> RatingStanding:
    return RatingStanding(
        stored.id,
        DeskId(stored.placed.desk_id),
        stored.placed.day,
        Level(stored.level),
        tuple(stored.answers),
        commented,
    )
