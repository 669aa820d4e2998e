"""Turns what a step says into letters to one person, and fills in what only then is known."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.conversation.events import Woken
from bot.conversation.here import NOTICE
from bot.runtime.rehearsal import Body
from bot.store.outbox import Letter, Written
from bot.wire import refs
from bot.wire.messages import Inbound
from feedback.domain.ids import Person
from feedback.services.cases import notices
from feedback.store.work import Work


def letters(work: Work, person: Person, inbound: Inbound, bodies: Sequence[Body]) -> list[Written]:
    """Address what is to be said; the first letter also says that a press was seen.

    What comes of a notice says so in its first letter: when that is out, the notice is told.
    """
    account = inbound.address.account
    event = inbound.event
    notice = event.subject if isinstance(event, Woken) and event.name == NOTICE else None
    return [
        Written(
            work.new_id(),
            person,
            account,
            body.packed,
            None if n else inbound.ack,
            body.private,
            None if n else notice,
        )
        for n, body in enumerate(bodies)
    ]


def worded(work: Work, letter: Letter) -> Letter:
    """Put the words of cases into a letter that is about to leave."""
    if not refs.marked(letter.text):
        return letter
    return replace(letter, text=refs.filled(letter.text, partial(notices.words, work)))
