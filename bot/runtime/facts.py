"""Binds what a step decided to the person, the door and the moment, ready for the services."""

from datetime import datetime
from typing import assert_never

from bot.conversation.draft import Draft
from bot.conversation.turn import Commented, LevelChosen, Pictured, QuestionAnswered, RatingFact
from bot.runtime.stage import Stage
from bot.wire.messages import Inbound
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Contact
from feedback.domain.channels import Channel, Source
from feedback.domain.consents import Purpose
from feedback.domain.given import (
    AnswerGiven,
    CommentGiven,
    Given,
    Giver,
    LevelGiven,
    PhotoGiven,
)
from feedback.domain.ids import DeskId, Person, RatingId
from feedback.domain.scale import Level
from feedback.services.cases.filing import Filing


def given(
    fact: RatingFact,
    stage: Stage,
    person: Person,
    inbound: Inbound,
    language: str,
    at: datetime,
) -> Given | None:
    """Give a fact about a rating as intake takes it; None for a level of no known desk."""
    giver = Giver(person, DeskId(fact.desk), fact.day)
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
            return CommentGiven(giver, text, at, channel, language)
        case Pictured(file=file):
            return PhotoGiven(giver, file, channel, inbound.address.account.name, at)
        case _:
            assert_never(fact)


def filing(
    draft: Draft, stage: Stage, person: Person, inbound: Inbound, language: str, at: datetime
) -> Filing:
    """Give a draft that was confirmed as the services file it."""
    card = stage.card(draft.desk) if draft.desk is not None else None
    named = draft.where if card is None else ""
    return Filing(
        Choice(draft.choice),
        draft.text,
        Channel(inbound.address.account.channel),
        language,
        at,
        desk=card.id if card else None,
        day=draft.day,
        person=person,
        contact=Contact(draft.name, draft.phone),
        rating=_rating(draft, stage, person),
        level=draft.level or None,
        location="\n".join(filter(None, (named, draft.location))),
        consents=(Purpose.CONTACT,) if draft.name or draft.phone else (),
        sample=card.sample if card else False,
    )


def _rating(draft: Draft, stage: Stage, person: Person) -> RatingId | None:
    if not draft.level or draft.desk is None or draft.day is None:
        return None
    standing = stage.ledger.standing(Giver(person, DeskId(draft.desk), draft.day))
    return standing.id if standing else None
