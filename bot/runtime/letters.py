"""Turns what a step says into letters: as few as the prompts allow, each complete as text."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.conversation.events import Woken
from bot.conversation.here import NOTICE
from bot.conversation.turn import Say
from bot.phrases.fill import fill_all
from bot.store.outbox import Letter
from bot.wire import refs
from bot.wire.messages import Inbound
from feedback.domain.ids import Person
from feedback.services.cases import notices
from feedback.store.work import Work


def letters(
    work: Work, person: Person, inbound: Inbound, says: Sequence[Say], language: str
) -> list[Letter]:
    """Fill the phrases; the first letter also tells the messenger that a press was seen.

    What comes of a notice says so in its first letter: when that is out, the notice is told.
    """
    account = inbound.address.account
    event = inbound.event
    notice = event.subject if isinstance(event, Woken) and event.name == NOTICE else None
    return [
        Letter(
            work.new_id(),
            person,
            account,
            filled.text,
            filled.buttons,
            None if n else inbound.ack,
            private=filled.private,
            notice=None if n else notice,
        )
        for n, filled in enumerate(fill_all(says, language))
    ]


def worded(work: Work, letter: Letter) -> Letter:
    """Put the words of cases into a letter that is about to leave."""
    if not refs.marked(letter.text):
        return letter
    return replace(letter, text=refs.filled(letter.text, partial(notices.words, work)))
