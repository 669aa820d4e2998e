"""The ratings of one batch: loaded once, moved on in memory, written once with their tallies."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, assert_never

from feedback.domain.channels import Channel, Source, Standing
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
from feedback.domain.ids import DeskId, RatingId
from feedback.domain.scale import Level
from feedback.domain.screen import accuses
from feedback.services.cases import accusing
from feedback.services.cases.filing import Receipt
from feedback.store import ratings
from feedback.store.changes import announce
from feedback.store.ratings import Key, Stored
from feedback.store.tables import facts
from feedback.store.tallying import Changes, Placed, write
from feedback.store.work import Work

_QUARTER_HOUR = 15 * 60
_MOST_GIVERS = 2
"""Whoever rated on the page, and whoever carries it on first: its code stands on a screen at the
desk, where somebody else may read it, and would see the level and change it."""
# Ratings first, since the others refer to them.
_APPENDED = (
    facts.rating,
    facts.rater_key,
    facts.rating_evidence,
    facts.rating_change,
    facts.comment,
    facts.rating_file,
)
Row = dict[str, Any]


@dataclass(slots=True)
class Ledger:
    """Ratings by who gave them; ``take`` moves them on, ``write`` stores all that was taken."""

    work: Work
    evidence_days: int
    keys: dict[Giver, Key]
    ids: dict[Key, RatingId]
    stored: dict[RatingId, Stored]
    changes: Changes = field(default_factory=Changes)
    levels: dict[RatingId, int] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    answers: dict[tuple[RatingId, str], Row] = field(default_factory=dict)
    receipts: dict[Giver, Receipt] = field(default_factory=dict)
    """Receipts of sealed cases that comments of this batch came to, until they are handed out."""

    @classmethod
    def load(
        cls,
        work: Work,
        givers: Collection[Giver],
        begun: Collection[RatingId],
        evidence_days: int,
    ) -> "Ledger":
        """Load the ratings of some givers, and some by their ids."""
        keys = {giver: _key(work, giver) for giver in givers}
        ids, stored = ratings.of_keys(work, set(keys.values()))
        stored |= ratings.load(work, [rating for rating in begun if rating not in stored])
        return cls(work, evidence_days, keys, ids, stored)

    def standing(self, giver: Giver) -> RatingStanding | None:
        """Tell how a giver's rating stands by now."""
        stored = self._of(giver)
        return None if stored is None else _standing(stored)

    def begun(self, rating: RatingId) -> RatingStanding | None:
        """Tell how a rating stands by now, whoever gave it."""
        stored = self.stored.get(rating)
        return None if stored is None else _standing(stored)

    def take(self, fact: Given) -> bool:
        """Take a fact; say no where there is no rating that it could belong to."""
        if isinstance(fact, LevelGiven):
            self._level(fact)
            return True
        if isinstance(fact, Joined):
            return self._join(fact)
        stored = self._of(fact.giver)
        if stored is None:
            return False
        match fact:
            case AnswerGiven():
                self._answer(stored, fact)
            case CommentGiven():
                self._comment(stored, fact)
            case PhotoGiven():
                self._photo(stored, fact)
            case _:
                assert_never(fact)
        return True

    def write(self) -> None:
        """Store everything that was taken, and move the tallies."""
        for table in _APPENDED:
            ratings.add(self.work, table, self.rows.get(table.name, []))
        ratings.set_levels(self.work, self.levels.items())
        if self.answers:
            # In one order everywhere, so that two batches never wait for each other.
            rows = [row for _, row in sorted(self.answers.items())]
            ratings.put_answers(self.work, rows)
        # Last, since all who rate at a desk share these rows: they are locked as briefly as may be.
        write(self.work, self.changes)
        if self.rows or self.answers or self.levels:
            announce(self.work)

    def _key(self, giver: Giver) -> Key:
        known = self.keys.get(giver)
        return self._look_up(giver) if known is None else known

    def _look_up(self, giver: Giver) -> Key:
        """Load what was not foreseen: a rating that began yesterday and is carried on today."""
        key = self.keys[giver] = _key(self.work, giver)
        ids, stored = ratings.of_keys(self.work, [key])
        self.ids |= ids
        self.stored = stored | self.stored  # what moved on here stands before what was read
        return key

    def _of(self, giver: Giver) -> Stored | None:
        found = self.ids.get(self._key(giver))
        return None if found is None else self.stored.get(found)

    def _add(self, table: str, **values: Any) -> None:
        self.rows.setdefault(table, []).append(values)

    def _level(self, fact: LevelGiven) -> None:
        stored = self._of(fact.giver)
        if stored is None:
            self._first_level(fact)
        # The same level said again is no correction, and leaves no trace of one.
        elif stored.level != fact.level:
            self._trace(stored, "overall", stored.level, int(fact.level), fact)
            self.changes.level(stored.placed, stored.level, -1)
            self.changes.level(stored.placed, fact.level)
            stored.level = fact.level
            self.levels[stored.id] = fact.level

    def _first_level(self, fact: LevelGiven) -> None:
        identity = RatingId(self.work.new_id())
        placed = _placed(fact)
        rater, desk, day = key = self._key(fact.giver)
        self.ids[key] = identity
        self.stored[identity] = Stored(identity, fact.level, placed, {})
        self.changes.level(placed, fact.level)
        self._add(
            "rating",
            id=identity,
            given_at=fact.at,
            language=fact.language,
            level=int(fact.level),
            **placed._asdict(),
        )
        # Taken by another process meanwhile, the key is refused, and the batch is tried again.
        self._add("rater_key", rater=rater, desk_id=desk, day=day, rating_id=identity)
        if fact.evidence is not None:
            self._witness(identity, fact.evidence, fact.at)

    def _witness(self, identity: RatingId, evidence: Evidence, at: datetime) -> None:
        day = local_day(at)
        # The ISO year, with which the days around New Year stay in one week and under one key.
        week = "{}W{:02}".format(*day.isocalendar()[:2])
        seconds = int(at.timestamp())
        vault = self.work.vault
        self._add(
            "rating_evidence",
            rating_id=identity,
            # What is not known stays empty: its hash would make strangers one device.
            device=evidence.device and vault.evidence(week, "device", evidence.device),
            network=evidence.network and vault.evidence(week, "network", evidence.network),
            # A finer time would tell the desk which visitor it was.
            quarter_hour=datetime.fromtimestamp(seconds - seconds % _QUARTER_HOUR, UTC),
            delay_seconds=evidence.delay_seconds,
            expires_on=day + timedelta(days=self.evidence_days),
        )

    def _answer(self, stored: Stored, fact: AnswerGiven) -> None:
        before = stored.answers.get(fact.question)
        if before == fact.value:
            return
        if before is not None:
            self._trace(stored, fact.question, before, fact.value, fact)
            self.changes.answer(stored.placed, fact.question, before, -1)
        self.changes.answer(stored.placed, fact.question, fact.value)
        stored.answers[fact.question] = fact.value
        self.answers[stored.id, fact.question] = {
            "rating_id": stored.id,
            "question": fact.question,
            "value": fact.value,
            "at": fact.at,
        }

    def _trace(
        self,
        stored: Stored,
        question: str,
        before: int,
        after: int,
        fact: LevelGiven | AnswerGiven,
    ) -> None:
        self._add(
            "rating_change",
            id=self.work.new_id(),
            rating_id=stored.id,
            question=question,
            before=before,
            after=after,
            at=fact.at,
            channel=fact.channel.value,
        )

    def _comment(self, stored: Stored, fact: CommentGiven) -> None:
        text = fact.text[:LONGEST_COMMENT]
        stored.commented = True
        accused = accuses(text)
        if accused:
            self._accuse(stored, fact)
        self._add(
            "comment",
            id=self.work.new_id(),
            rating_id=stored.id,
            at=fact.at,
            sealed=self.work.vault.seal(text.encode()),
            kid=self.work.vault.kid,
            screen="accuses" if accused else "plain",
        )

    def _accuse(self, stored: Stored, fact: CommentGiven) -> None:
        """Have what accuses heard as a case; what is brought in or made up is none."""
        placed = stored.placed
        if placed.source != Source.LIVE:
            return
        desk, channel = DeskId(placed.desk_id), Channel(placed.channel)
        receipt = accusing.heard(self.work, stored.id, desk, stored.level, channel, fact)
        if receipt is not None:
            self.receipts[fact.giver] = receipt

    def _photo(self, stored: Stored, fact: PhotoGiven) -> None:
        self._add(
            "rating_file",
            id=self.work.new_id(),
            rating_id=stored.id,
            at=fact.at,
            channel=fact.channel.value,
            account=fact.account,
            reference=self.work.vault.seal(fact.reference.encode()),
            kid=self.work.vault.kid,
            state="pending",
            due_at=fact.at,
        )

    def _join(self, fact: Joined) -> bool:
        rater, desk, day = key = self._key(fact.giver)
        # Whoever has a rating of this desk and day keeps it: two ratings are never made one.
        if fact.rating not in self.stored or key in self.ids:
            return key in self.ids
        if self._givers_of(fact.rating) >= _MOST_GIVERS:
            return False
        self.ids[key] = fact.rating
        self._add("rater_key", rater=rater, desk_id=desk, day=day, rating_id=fact.rating)
        return True

    def _givers_of(self, rating: RatingId) -> int:
        """Count who can correct a rating, those of this batch too."""
        fresh = sum(1 for row in self.rows.get("rater_key", ()) if row["rating_id"] == rating)
        return ratings.givers(self.work, rating) + fresh


def _key(work: Work, giver: Giver) -> Key:
    return ratings.key_of(work, giver, quarter_of(giver.day))


def _placed(fact: LevelGiven) -> Placed:
    return Placed(
        fact.giver.day,
        fact.giver.desk,
        fact.card.unit,
        Standing.COUNTED.value,
        fact.channel.value,
        fact.source.value,
        fact.card.service,
        fact.questionnaire,
    )


def _standing(stored: Stored) -> RatingStanding:
    return RatingStanding(
        stored.id,
        DeskId(stored.placed.desk_id),
        stored.placed.day,
        Level(stored.level),
        tuple(stored.answers),
        stored.commented,
    )
