"""Turns what a step says into letters: as few as the prompts allow, each complete as text."""

from collections.abc import Sequence

from bot.conversation.turn import Say
from bot.phrases.fill import fill_all
from bot.store.outbox import Letter
from bot.wire.messages import Inbound
from feedback.domain.ids import Person
from feedback.store.work import Work


def letters(
    work: Work, person: Person, inbound: Inbound, says: Sequence[Say], language: str
) -> list[Letter]:
    """Fill the phrases; the first letter also tells the messenger that a press was seen."""
    account = inbound.address.account
    return [
        Letter(
            work.new_id(),
            person,
            account,
            filled.text,
            filled.buttons,
            None if n else inbound.ack,
        )
        for n, filled in enumerate(fill_all(says, language))
    ]
