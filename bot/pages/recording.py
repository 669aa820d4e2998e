"""Stores what one form held, in one transaction, and gives what the next page needs to know.

The same form stored twice changes nothing the second time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.pages import go_view, typed
from bot.pages.ports import Ports
from feedback.domain.channels import Channel
from feedback.domain.desks import DeskCard
from feedback.domain.given import (
    AnswerGiven,
    CommentGiven,
    Evidence,
    Given,
    Giver,
    LevelGiven,
    Standing,
)
from feedback.domain.ids import DeskId, RatingId
from feedback.domain.questionnaire import Question, applicable, rotated
from feedback.domain.scale import Level
from feedback.services import intake, said, visits
from feedback.services.cases.filing import Receipt
from feedback.services.photos import Photo
from feedback.services.said import Added, Kept
from feedback.services.visits import Visit as Code

if TYPE_CHECKING:
    from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held, checked; ``answers`` are values by the code of their question."""

    level: Level | None = None
    answers: tuple[tuple[str, int], ...] = ()
    comment: str = ""
    photo: Photo | None = None

    @property
    def more(self) -> bool:
        """Say whether it holds anything beyond the level."""
        return bool(self.answers or self.comment or self.photo)

    @property
    def empty(self) -> bool:
        """Say whether it holds nothing that can wait to be stored: a photo cannot."""
        return self.level is None and not self.answers and not self.comment


@dataclass(frozen=True, slots=True)
class Whose:
    """A visitor at a desk, through one door; ``days`` are the days a rating may stand on.

    The first of them with a rating is meant, else the last: a page opened before midnight and
    sent twice stays one rating, and nothing new is added to a day that may have been looked at.
    """

    name: str
    channel: Channel
    desk: DeskId
    days: tuple[date, ...]

    def found(self, work: "Work") -> tuple[Giver, Standing | None]:
        """Find the rating that is meant, and how it stands if there is one."""
        person = work.vault.person(self.channel.value, self.name)
        givers = [Giver(person, self.desk, day) for day in self.days]
        standings = intake.standing(work, givers)
        giver = next((giver for giver in givers if giver in standings), givers[-1])
        return giver, standings.get(giver)

    def standing(self, work: "Work") -> Standing | None:
        """Tell how the rating stands, if there is one."""
        return self.found(work)[1]


@dataclass(frozen=True, slots=True)
class Rater:
    """Who sent it and how; ``nonce`` decides which questions come first."""

    whose: Whose
    language: str
    at: datetime
    nonce: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Recorded:
    """How the rating stands; ``before`` is the level that was corrected, ``code`` the way on;
    ``receipt`` that of the sealed case which a comment that accuses came to."""

    standing: Standing
    before: Level | None
    questions: tuple[Question, ...]
    problems: tuple[str, ...]
    code: Code | None
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """One form of one visitor at one desk, to be stored."""

    ports: Ports
    card: DeskCard
    rater: Rater
    sent: Sent

    def __call__(self, work: "Work") -> Recorded | None:
        """Store the form; None where it held no level and there is no rating to add to."""
        giver, before = self.rater.whose.found(work)
        if self.sent.level is None and before is None:
            return None
        questions = applicable(self.ports.questionnaire(work), self.card.factors)
        intake.record(
            work, self._given(work, giver, questions), evidence_days=self.ports.evidence_days
        )
        # Read again: the level may have made it just now.
        rating = intake.standing(work, [giver])[giver].id
        kept = self._say(work, giver, rating)
        problems = (*self._said(kept), *self._picture(work, giver, rating))
        standing = intake.standing(work, [giver])[giver]
        changed = before.level if before and before.level != standing.level else None
        asked = rotated(questions, self.rater.nonce)
        return Recorded(
            standing, changed, asked, problems, self._code(work, standing), kept.receipt
        )

    def _given(self, work: "Work", giver: Giver, questions: tuple[Question, ...]) -> list[Given]:
        given: list[Given] = []
        if self.sent.level is not None:
            given.append(
                self._level(giver, self.sent.level, self.ports.questionnaire(work).version)
            )
        known = {question.code for question in questions}
        given += [
            AnswerGiven(giver, code, value, self.rater.at, self.rater.whose.channel)
            for code, value in self.sent.answers
            # A form can be made up, and name questions that this desk does not ask.
            if code in known
        ]
        return given

    def _level(self, giver: Giver, level: Level, questionnaire: str) -> LevelGiven:
        return LevelGiven(
            giver,
            self.card,
            level,
            self.rater.at,
            self.rater.whose.channel,
            questionnaire,
            self.rater.language,
            evidence=self.rater.evidence,
        )

    def _say(self, work: "Work", giver: Giver, rating: RatingId) -> Kept:
        if not self.sent.comment:
            return Kept(Added.NEW)
        rater = self.rater
        given = CommentGiven(
            giver, self.sent.comment, rater.at, rater.whose.channel, rater.language
        )
        return said.say(work, rating, given)

    def _said(self, kept: Kept) -> tuple[str, ...]:
        if kept.added is Added.FULL:
            return ("comment.full",)
        return ("comment.cut",) if typed.too_long(self.sent.comment) else ()

    def _picture(self, work: "Work", giver: Giver, rating: RatingId) -> tuple[str, ...]:
        if self.sent.photo is None:
            return ()
        channel = self.rater.whose.channel.value
        added = said.add_photo(work, giver, rating, self.sent.photo, channel)
        return ("photo.full",) if added is Added.FULL else ()

    def _code(self, work: "Work", standing: Standing) -> Code | None:
        if self.rater.whose.channel is not Channel.WEB or not go_view.on(self.ports):
            return None
        return visits.open_visit(work, self.ports.codes, standing.id, self.card.id)
