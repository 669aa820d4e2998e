"""What is written once a letter went, or did not. It sends nothing and decides nothing."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.store import conversations, outbox
from bot.store.outbox import Letter
from feedback.domain.ids import Person
from feedback.services.cases import notices
from feedback.store.work import Work

Note = Callable[[Work], None]
LONGEST_WAIT = 600.0


def every(work: Work, notes: Sequence[Note]) -> None:
    """Write several things, in their order."""
    for note in notes:
        note(work)


def delay(work: Work, letter: Letter, seconds: float, wide: bool, reason: str) -> None:
    """Try again after so many seconds, each time longer; as said where the whole account waits."""
    wait = seconds if wide else min(LONGEST_WAIT, seconds * 2 ** min(letter.tries, 10))
    until = work.now + timedelta(seconds=wait)
    # An hour without a network, or with a token that is refused, says nothing against a letter.
    outbox.delay(work, letter.id, until, reason, counts=not wide)


def sent(work: Work, letter: Letter) -> None:
    """Note that it went out."""
    outbox.sent(work, [letter.id])
    if letter.notice is not None:
        notices.told(work, letter.notice)


def bury(work: Work, letter: Letter, problem: str) -> None:
    """Note that it can never go out."""
    outbox.bury(work, letter.id, problem)
    if letter.notice is not None:
        notices.unreachable(work, letter.notice)


def gone(work: Work, person: Person, reason: str) -> None:
    """Note that nothing goes to someone any more."""
    conversations.lose(work, person)
    # All of them at once: each further letter would only be refused in the same way.
    for notice in outbox.drop_all(work, person, reason or "gone"):
        notices.unreachable(work, notice)


def announced(work: Work, letter: Letter) -> None:
    """Note that a fixed text went out in its place."""
    outbox.sent(work, [letter.id])
    if letter.notice is not None:
        notices.announced(work, letter.notice)
