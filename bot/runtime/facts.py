"""Binds what a step decided to the person, the door and the moment, ready for intake."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import assert_never

from bot.conversation.turn import (
    Commented,
    Fact,
    LevelChosen,
    Pictured,
    QuestionAnswered,
    RatingFact,
)
from bot.runtime.stage import Stage
from bot.wire.messages import Inbound
from feedback.domain.channels import Channel, Source
from feedback.domain.given import (
    AnswerGiven,
    CommentGiven,
    Given,
    Giver,
    LevelGiven,
    PhotoGiven,
)
from feedback.domain.ids import DeskId, Person
from feedback.domain.scale import Level


def given(
    facts: Sequence[Fact],
    stage: Stage,
    person: Person,
    inbound: Inbound,
    language: str,
    at: datetime,
) -> Iterator[Given]:
    """Give the facts of a turn as intake takes them; a level of no known desk is left out."""
    for fact in facts:
        if isinstance(fact, RatingFact):
            made = _given(fact, stage, person, inbound, language, at)
            if made is not None:
                yield made


def _given(
    fact: RatingFact, stage: Stage, person: Person, inbound: Inbound, language: str, at: datetime
) -> Given | None:
    giver = _giver(person, fact.desk, fact.day)
    channel = Channel(inbound.address.account.channel)
    match fact:
        case LevelChosen(desk=desk, level=level):
            card = stage.card(desk)
            if card is None:
                return None
            version = stage.questionnaire.version
            return LevelGiven(
                giver, card, Level(level), at, channel, version, language, Source.LIVE
            )
        case QuestionAnswered(question=question, value=value):
            return AnswerGiven(giver, question, value, at, channel)
        case Commented(text=text):
            return CommentGiven(giver, text, at)
        case Pictured(file=file):
            return PhotoGiven(giver, file, channel, inbound.address.account.name, at)
        case _:
            assert_never(fact)


def _giver(person: Person, desk: int, day: date) -> Giver:
    return Giver(person, DeskId(desk), day)
