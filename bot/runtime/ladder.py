"""Takes the letters of an account with a window up the ladder: free, billed, a fixed text, or not.

It never asks the messenger where the window is known to be closed, and never spends over the cap.
"""

import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import assert_never

import structlog

from bot.phrases.fill import LONGEST
from bot.runtime import fate, window
from bot.runtime.fate import Note
from bot.runtime.window import Hold, Purse, Send, Template, Wait, Way, Why
from bot.runtime.writer import Writer
from bot.store import conversations, outbox, spending
from bot.store.outbox import Letter
from bot.wire.channel import Announces, Gone, Later, SendError, WindowClosed
from bot.wire.messages import Account, Address
from bot.wire.parts import split
from feedback.domain.days import local_day, start_of
from feedback.services.cases import notices
from feedback.store.work import Work

Sends = Callable[[Letter, str], Awaitable[SendError | None]]
After = Callable[[Letter, SendError], Note]
MORNING = timedelta(hours=7)
"""When what was held for want of money goes: nobody is to be woken by it."""
log = structlog.get_logger()


@dataclass(slots=True)
class Meter:
    """Counts what a door was charged for, until it is written down."""

    told: Callable[[str], None] = lambda _: None
    pending: int = 0

    def billed(self) -> None:
        """Count one message that was charged for."""
        self.pending += 1
        self.told("billed")

    def take(self) -> int:
        """Give what was counted since it was last asked."""
        counted, self.pending = self.pending, 0
        return counted


@dataclass(frozen=True, slots=True)
class Approved:
    """A fixed text that the messenger approved: the door that says it, and the page it names."""

    door: Announces
    page: str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The way of a letter, from what was known of its person, and on which local day."""

    way: Way
    last: datetime | None
    day: date


@dataclass(frozen=True)
class Ladder:
    """What an account may spend in a local day, what it was charged for, and its fixed text."""

    account: Account
    cap: int
    meter: Meter = field(default_factory=Meter)
    approved: Approved | None = None

    async def climb(
        self, writer: Writer, letter: Letter, person: str, send: Sends, after: After
    ) -> Note:
        """Take a letter as far as it goes; give what is to be noted. Raises StoreDown.

        ``after`` says what follows from an error that has nothing to do with the window.
        """
        # Chosen as it leaves and not as it was written: the window moves in between.
        chosen = await writer.run(partial(self._choose, letter=letter))
        if not isinstance(chosen.way, Send):
            return await self._below(letter, person, chosen.way, after)
        error = await send(letter, person)
        # What was charged replaces what was claimed. Letters in flight together may take each
        # other's counts; the sum is right.
        spent = partial(self._spent, chosen.day, self.meter.take() - chosen.way.paid)
        if error is None:
            return _both(spent, partial(fate.sent, letter=letter))
        if not isinstance(error, WindowClosed):
            return _both(spent, after(letter, error))
        shut = window.shut(letter.purpose, has_template=self.approved is not None)
        # The messenger knows better when its window closed, and the next letters need not ask it.
        unheard = partial(conversations.unheard, person=letter.person, last=chosen.last)
        return _both(spent, unheard, await self._below(letter, person, shut, after))

    def _choose(self, work: Work, letter: Letter) -> _Chosen:
        """Choose a way; what it will cost is claimed at once, so that nobody else spends it."""
        last, day = conversations.heard(work, letter.person), local_day(work.now)
        age = None if last is None else work.now - last
        limits = window.WINDOWS[self.account.channel]
        costs = window.costs(limits, age, letter.purpose)
        way = window.decide(
            limits,
            age,
            letter.purpose,
            # The day's row is locked for money only: free letters need not wait for each other.
            self._purse(work, day, locked=costs),
            has_template=self.approved is not None,
            # Cut as the door will cut it: each part is a message, and billed.
            parts=len(split(unicodedata.normalize("NFC", letter.text), LONGEST)) or 1,
        )
        if isinstance(way, Send) and way.paid:
            spending.add(work, self.account, day, billed=way.paid)
        return _Chosen(way, last, day)

    def _purse(self, work: Work, day: date, *, locked: bool) -> Purse:
        spent = spending.locked(work, self.account, day).billed if locked else 0
        return Purse(spent, self.cap, _morning(day) - work.now)

    async def _below(
        self, letter: Letter, person: str, way: Template | Hold | Wait, after: After
    ) -> Note:
        """Go on where the letter itself cannot be sent now."""
        match way:
            case Template():
                return await self._announce(letter, person, after)
            case Hold():
                self.meter.told("held")
                return partial(_held, letter=letter)
            case Wait(why):
                self.meter.told("waiting")
                return partial(fate.bury, letter=letter, problem=f"window: {why}")
            case _:
                assert_never(way)

    async def _announce(self, letter: Letter, person: str, after: After) -> Note:
        """Say the fixed text in place of a letter."""
        if self.approved is None:
            return partial(fate.bury, letter=letter, problem=f"window: {Why.CLOSED}")
        try:
            await self.approved.door.announce(Address(self.account, person), self.approved.page)
        except (Later, Gone) as error:
            return after(letter, error)
        # Refused for what it is, so that another try cannot help; it waits to be looked up or rung.
        except SendError as error:
            log.error("fixed text not taken", channel=self.account.channel, error=str(error))
            return partial(fate.bury, letter=letter, problem=f"template: {error}")
        self.meter.told("template")
        return _both(self._templated, partial(fate.announced, letter=letter))

    def _spent(self, day: date, more: int, work: Work) -> None:
        """Write down what was charged for; what was claimed and not charged is given back."""
        if more:
            spending.add(work, self.account, day, billed=more)

    def _templated(self, work: Work) -> None:
        spending.add(work, self.account, local_day(work.now), templates=1)


def _both(*notes: Note) -> Note:
    return partial(fate.every, notes=notes)


def _held(work: Work, letter: Letter) -> None:
    outbox.hold(work, letter.id, _morning(local_day(work.now)))
    if letter.notice is not None:
        notices.later(work, letter.notice)


def _morning(day: date) -> datetime:
    """Give the first hour after a day at which a letter may go."""
    return start_of(day + timedelta(days=1)) + MORNING
