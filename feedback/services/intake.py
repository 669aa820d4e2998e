"""Stores what citizens gave, a batch at a time, each rating once; the tallies move with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, assert_never

from feedback.domain.channels import Standing
from feedback.domain.days import local_day, quarter_of
from feedback.domain.given import (
    LONGEST_COMMENT,
    AnswerGiven,
    CommentGiven,
    Evidence,
    Given,
    Giver,
    Joined,
    LevelGiven,
    PhotoGiven,
)
from feedback.domain.given import Standing as RatingStanding
from feedback.domain.ids import RatingId
from feedback.domain.screen import accuses
from feedback.store import ratings
from feedback.store.ratings import Key, Stored
from feedback.store.tables import facts
from feedback.store.tallying import Changes, Placed, write
from feedback.store.upsert import replacing
from feedback.store.work import Work

_QUARTER_HOUR = 15 * 60
_APPENDED = (
    "rating",
    "rater_key",
    "rating_evidence",
    "rating_change",
    "comment",
    "rating_file",
)


@dataclass(slots=True)
class _Batch:
    """What one call will write, gathered before the first statement."""

    work: Work
    evidence_days: int
    ids: dict[Key, RatingId]
    stored: dict[RatingId, Stored]
    changes: Changes = field(default_factory=Changes)
    levels: dict[RatingId, int] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    answers: dict[tuple[RatingId, str], dict[str, Any]] = field(default_factory=dict)

    def add(self, table: str, **values: Any) -> None:
        self.rows.setdefault(table, []).append(values)

    def of(self, giver: Giver) -> Stored | None:
        found = self.ids.get(_key(self.work, giver))
        return None if found is None else self.stored.get(found)


def record(work: Work, given: Sequence[Given], *, evidence_days: int = 90) -> int:
    """Store a batch in its order and give how many of them found no rating to belong to.

    A level for a person, desk and day that already has one corrects it, with a trace. Raises
    nothing of its own: a clash with another process comes up as the database's IntegrityError.
    """
    keys = {_key(work, fact.giver) for fact in given}
    ids = ratings.ids_of(work, keys)
    joined = {fact.rating for fact in given if isinstance(fact, Joined)}
    batch = _Batch(work, evidence_days, ids, ratings.load(work, set(ids.values()) | joined))
    lost = sum(not _take(batch, fact) for fact in given)
    _write(batch)
    return lost


def standing(work: Work, givers: Sequence[Giver]) -> dict[Giver, RatingStanding]:
    """Tell how the ratings of these givers stand; those who gave none are left out."""
    keys = {_key(work, giver): giver for giver in givers}
    return {keys[key]: found for key, found in ratings.standing(work, keys).items()}


def ratings_of(work: Work, ids: Sequence[RatingId]) -> dict[RatingId, RatingStanding]:
    """Tell how these ratings stand, whoever gave them."""
    found = {identity: ratings.one(work, identity) for identity in ids}
    return {identity: standing for identity, standing in found.items() if standing}


def _key(work: Work, giver: Giver) -> Key:
    return ratings.key_of(work, giver, quarter_of(giver.day))


def _take(batch: _Batch, fact: Given) -> bool:
    match fact:
        case LevelGiven():
            return _level(batch, fact)
        case AnswerGiven():
            return _answer(batch, fact)
        case CommentGiven():
            return _comment(batch, fact)
        case PhotoGiven():
            return _photo(batch, fact)
        case Joined():
            return _join(batch, fact)
        case _:
            assert_never(fact)


def _level(batch: _Batch, fact: LevelGiven) -> bool:
    stored = batch.of(fact.giver)
    if stored is None:
        _first_level(batch, fact)
    elif stored.level != fact.level:
        _trace(batch, stored, "overall", stored.level, fact)
        batch.changes.level(stored.placed, stored.level, -1)
        batch.changes.level(stored.placed, fact.level)
        stored.level = fact.level
        batch.levels[stored.id] = fact.level
    return True


def _first_level(batch: _Batch, fact: LevelGiven) -> None:
    identity = RatingId(batch.work.new_id())
    placed = Placed(
        fact.giver.day,
        fact.giver.desk,
        fact.card.unit,
        Standing.COUNTED.value,
        fact.channel.value,
        fact.source.value,
        fact.card.service,
        fact.questionnaire,
    )
    rater, desk, day = key = _key(batch.work, fact.giver)
    batch.ids[key] = identity
    batch.stored[identity] = Stored(identity, fact.level, placed, {})
    batch.changes.level(placed, fact.level)
    batch.add(
        "rating",
        id=identity,
        given_at=fact.at,
        language=fact.language,
        level=int(fact.level),
        **placed._asdict(),
    )
    batch.add("rater_key", rater=rater, desk_id=desk, day=day, rating_id=identity)
    if fact.evidence is not None:
        batch.add("rating_evidence", **_hashed(batch, identity, fact.evidence, fact.at))


def _hashed(batch: _Batch, identity: RatingId, evidence: Evidence, at: datetime) -> dict[str, Any]:
    day = local_day(at)
    week = "{}W{:02}".format(*day.isocalendar()[:2])
    seconds = int(at.timestamp())
    vault = batch.work.vault
    return {
        "rating_id": identity,
        "device": evidence.device and vault.evidence(week, "device", evidence.device),
        "network": evidence.network and vault.evidence(week, "network", evidence.network),
        "quarter_hour": datetime.fromtimestamp(seconds - seconds % _QUARTER_HOUR, UTC),
        "delay_seconds": evidence.delay_seconds,
        "expires_on": day + timedelta(days=batch.evidence_days),
    }


def _answer(batch: _Batch, fact: AnswerGiven) -> bool:
    stored = batch.of(fact.giver)
    if stored is None:
        return False
    before = stored.answers.get(fact.question)
    if before == fact.value:
        return True
    if before is not None:
        _trace(batch, stored, fact.question, before, fact)
        batch.changes.answer(stored.placed, fact.question, before, -1)
    batch.changes.answer(stored.placed, fact.question, fact.value)
    stored.answers[fact.question] = fact.value
    batch.answers[stored.id, fact.question] = {
        "rating_id": stored.id,
        "question": fact.question,
        "value": fact.value,
        "at": fact.at,
    }
    return True


def _trace(
    batch: _Batch, stored: Stored, question: str, before: int, fact: LevelGiven | AnswerGiven
) -> None:
    batch.add(
        "rating_change",
        id=batch.work.new_id(),
        rating_id=stored.id,
        question=question,
        before=before,
        after=int(fact.level if isinstance(fact, LevelGiven) else fact.value),
        at=fact.at,
        channel=fact.channel.value,
    )


def _comment(batch: _Batch, fact: CommentGiven) -> bool:
    stored = batch.of(fact.giver)
    if stored is None:
        return False
    text = fact.text[:LONGEST_COMMENT]
    batch.add(
        "comment",
        id=batch.work.new_id(),
        rating_id=stored.id,
        at=fact.at,
        sealed=batch.work.vault.seal(text.encode()),
        kid=batch.work.vault.kid,
        screen="accuses" if accuses(text) else "plain",
    )
    return True


def _photo(batch: _Batch, fact: PhotoGiven) -> bool:
    stored = batch.of(fact.giver)
    if stored is None:
        return False
    batch.add(
        "rating_file",
        id=batch.work.new_id(),
        rating_id=stored.id,
        at=fact.at,
        channel=fact.channel.value,
        account=fact.account,
        reference=batch.work.vault.seal(fact.reference.encode()),
        kid=batch.work.vault.kid,
        state="pending",
        due_at=fact.at,
    )
    return True


def _join(batch: _Batch, fact: Joined) -> bool:
    rater, desk, day = key = _key(batch.work, fact.giver)
    if fact.rating not in batch.stored or key in batch.ids:
        return key in batch.ids
    batch.ids[key] = fact.rating
    batch.add("rater_key", rater=rater, desk_id=desk, day=day, rating_id=fact.rating)
    return True


def _write(batch: _Batch) -> None:
    for table in _APPENDED:
        ratings.add(batch.work, getattr(facts, table), batch.rows.get(table, []))
    ratings.set_levels(batch.work, batch.levels.items())
    if batch.answers:
        batch.work.connection.execute(
            replacing(batch.work.connection, facts.answer),
            [row for _, row in sorted(batch.answers.items())],
        )
    write(batch.work, batch.changes)
