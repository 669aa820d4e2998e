"""Turns what a step says into letters to one person, and fills in what only then is known."""

from dataclasses import replace
from functools import partial

from bot.conversation.events import Withdrew, Woken
from bot.conversation.here import NOTICE
from bot.conversation.turn import NUMBER, ErasureWished, Turn
from bot.runtime.rehearsal import Played
from bot.store.outbox import Letter, Written
from bot.wire import refs
from bot.wire.messages import Inbound, Purpose
from feedback.domain.ids import Person
from feedback.services.cases import notices
from feedback.store.work import Work

_HAS_TO_KNOW = {"asked", "asks", "extended", "extended_due", "referred", "guided"}
_HAS_TO_KNOW |= {"closed", "closed_unanswered"}
"""What a citizen must act upon, or would wait in vain without knowing: a question that stops the
clock, a later date, that it ended without an answer or goes on only elsewhere."""


def letters(work: Work, person: Person, inbound: Inbound, played: Played) -> list[Written]:
    """Address what is to be said; the first letter also says that a press was seen.

    What comes of a notice says so in its first letter: when that is out, the notice is told. What
    follows it there is only talk.
    """
    account = inbound.address.account
    event = inbound.event
    notice = event.subject if isinstance(event, Woken) and event.name == NOTICE else None
    purpose = _purpose(inbound, played.turn)
    return [
        Written(
            work.new_id(),
            person,
            account,
            body.packed,
            None if n else inbound.ack,
            body.private,
            None if n else notice,
            _later(purpose) if n else purpose,
        )
        for n, body in enumerate(played.bodies)
    ]


def _purpose(inbound: Inbound, turn: Turn) -> Purpose:
    """Say what the letters of a turn are for."""
    event = inbound.event
    if isinstance(event, Woken):
        return _told(turn) if event.name == NOTICE else Purpose.REMINDER
    gone = isinstance(event, Withdrew) or any(isinstance(f, ErasureWished) for f in turn.facts)
    # A number that never arrived would leave its case out of the citizen's reach for good.
    said_once = gone or any(say.phrase == NUMBER for say in turn.says)
    return Purpose.RECEIPT if said_once else Purpose.CHAT


def _told(turn: Turn) -> Purpose:
    """Say what a notice is for, by the first thing said of it."""
    what = turn.says[0].phrase.removeprefix("notice.") if turn.says else ""
    if what == "answered":
        return Purpose.ANSWER
    return Purpose.NOTICE if what in _HAS_TO_KNOW else Purpose.NEWS


def _later(purpose: Purpose) -> Purpose:
    """Say what the further letters of a turn are for; a receipt may be in any of them."""
    return purpose if purpose in (Purpose.RECEIPT, Purpose.REMINDER) else Purpose.CHAT


def worded(work: Work, letter: Letter) -> Letter:
    """Put the words of cases into a letter that is about to leave."""
    if not refs.marked(letter.text):
        return letter
    return replace(letter, text=refs.filled(letter.text, partial(notices.words, work)))
