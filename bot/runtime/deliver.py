"""Sends what is due for one account, head of line per person, while it holds the lease.

No transaction is open across a network call; the error alone decides what follows.
"""

import asyncio
import contextlib
import secrets
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.runtime import fate
from bot.runtime.fate import Note
from bot.runtime.ladder import Ladder
from bot.runtime.letters import worded
from bot.runtime.writer import StoreDown, Writer
from bot.store import conversations, outbox
from bot.store.outbox import Letter
from bot.wire.channel import Channel, Gone, Later, Never, SendError, WindowClosed
from bot.wire.messages import Address, Outbound
from feedback.domain.ids import Person
from feedback.store.work import Work

# An account whose owner died is taken over within five seconds.
LEASE = timedelta(seconds=4)
_RENEWALS = 4
"""In the time of a lease."""
_SPARE = 0.1
"""The part of a lease in which nothing is begun any more."""
_LOOK = 0.5
# Also the bound on what is said twice when a deliverer is struck (docs/scale.md).
IN_FLIGHT = 16
AT_ONCE = 64
_TOGETHER = 0.05
# A letter's own waits are ten minutes at most: it is given up within seven hours of failing.
MOST_TRIES = 40
log = structlog.get_logger()


class _Lapsed(Exception):
    """The lease is not ours any more, so nothing was sent."""


class Deliverer:
    """The voice of one account: at most ``rate`` messages a second, few at a time.

    What became of letters within ``together`` seconds is noted in one transaction. Whoever was
    stopped or cut off for longer than the lease says nothing more of what it had in hand.
    ``ladder`` is for an account whose messenger closes to people who have not written for long.
    """

    def __init__(
        self,
        writer: Writer,
        channel: Channel,
        *,
        # Telegram lets about 30 messages a second out of a bot; this keeps some room.
        rate: float = 25.0,
        together: float = _TOGETHER,
        told: Callable[[str], None] = lambda _: None,
        ladder: Ladder | None = None,
        lease: timedelta = LEASE,
    ) -> None:
        self._writer = writer
        self._channel = channel
        self._gap = 1.0 / rate
        self._together = together
        self._told = told
        self._ladder = ladder
        self._lease = lease
        self._owner = secrets.token_hex(8)
        self._name = f"{channel.account.channel}:{channel.account.name}"
        self._busy: dict[Person, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        self._hold_until = 0.0
        self._next_slot = 0.0
        self._told_time: datetime | None = None
        self._held_until = 0.0
        self._term = 0
        self._ready: deque[tuple[Letter, str]] = deque()
        self._notes: list[tuple[Note, asyncio.Future[None]]] = []

    def wake(self) -> None:
        """Say that something may be due; safe only in the loop's own thread."""
        self._news.set()

    async def run(self) -> None:
        """Deliver until cancelled; give the lease back at the end."""
        # A task of its own: a round that waits for the database must not let the lease lapse.
        renewing = asyncio.create_task(self._keep_lease())
        try:
            while True:
                await self._round()
        finally:
            renewing.cancel()
            # Before the lease is given back: what is not out by then is the next owner's to send.
            for task in self._busy.values():
                task.cancel()
            with contextlib.suppress(StoreDown, asyncio.CancelledError):
                drop = partial(outbox.drop_lease, name=self._name, owner=self._owner)
                # A second cancellation must not leave the next owner waiting for a lapse.
                await asyncio.shield(self._writer.run(drop))

    async def _keep_lease(self) -> None:
        seconds = self._lease.total_seconds()
        while True:
            # Counted from before the question, so that it ends here no later than in the row.
            asked, held = time.monotonic(), False
            with contextlib.suppress(StoreDown):
                held = await self._writer.run(self._take_lease)
            if held and not self._holds():
                # A letter read in one term is never sent in another, even where both were ours.
                self._term += 1
                self._ready.clear()  # another owner may have sent them meanwhile
                self._news.set()
            self._held_until = asked + seconds * (1 - _SPARE) if held else 0.0
            await asyncio.sleep(seconds / _RENEWALS)

    def _take_lease(self, work: Work) -> bool:
        # A clock that is set back leaves letters and leases in a future that is far away.
        if self._told_time is None or work.now < self._told_time:
            outbox.catch_up(work)
        self._told_time = work.now
        return outbox.take_lease(work, self._name, self._owner, work.now + self._lease)

    def _holds(self) -> bool:
        """Say whether the lease is ours, by our own clock: the database may be out of reach."""
        return time.monotonic() < self._held_until

    async def _round(self) -> None:
        self._news.clear()
        if not self._holds():
            self._ready.clear()
        elif not self._ready and time.monotonic() >= self._hold_until:
            await self._look()
        while self._ready and len(self._busy) < IN_FLIGHT:
            letter, person = self._ready.popleft()
            delivering = self._deliver(letter, person, self._term)
            self._busy[letter.person] = asyncio.create_task(delivering)
        # Not wait_for: in Python 3.11 it drops a cancellation that meets the end of its wait.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOK):
                await self._news.wait()

    async def _look(self) -> None:
        """See what is due; what was read under an earlier lease is left to whoever had the next."""
        term = self._term
        with contextlib.suppress(StoreDown):
            found = await self._writer.run(self._heads)
            if term == self._term:
                self._ready.extend(found)

    def _heads(self, work: Work) -> list[tuple[Letter, str]]:
        letters = outbox.heads(work, self._channel.account, limit=AT_ONCE, busy=self._busy)
        reaches = conversations.reaches(work, {letter.person for letter in letters})
        ready = []
        for letter in letters:
            reach = reaches.get(letter.person)
            if reach is None or not reach.reachable:
                # Its owner left, or the address was forgotten on its day: no later try can reach
                # them.
                fate.bury(work, letter, "no address")
            else:
                # Words come in only now, so that what was redacted or erased since never leaves.
                ready.append((worded(work, letter), reach.address.person))
        return ready

    async def _deliver(self, letter: Letter, person: str, term: int) -> None:
        try:
            await self._slot()
            # It is still there then, and is looked at again, by whoever holds the lease.
            with contextlib.suppress(StoreDown, _Lapsed):
                await self._note(await self._fate(letter, person, term))
        finally:
            self._busy.pop(letter.person, None)
            self._news.set()

    async def _slot(self) -> None:
        now = time.monotonic()
        # Taken before the sleep, so that those in flight together still leave one by one.
        self._next_slot = max(now, self._next_slot, self._hold_until) + self._gap
        await asyncio.sleep(self._next_slot - self._gap - now)

    async def _fate(self, letter: Letter, person: str, term: int) -> Note:
        """Send a letter as its account's ways allow; give what is to be noted of it."""
        send = partial(self._send, term)
        if self._ladder is not None:
            return await self._ladder.climb(self._writer, letter, person, send, self._after)
        error = await send(letter, person)
        return partial(fate.sent, letter=letter) if error is None else self._after(letter, error)

    async def _send(self, term: int, letter: Letter, person: str) -> SendError | None:
        if term != self._term or not self._holds():
            raise _Lapsed
        message = Outbound(
            letter.id,
            Address(letter.account, person),
            letter.text,
            letter.buttons,
            letter.ack,
            letter.purpose,
        )
        try:
            await self._channel.send(message)
        except SendError as error:
            self._told(type(error).__name__.lower())
            return error
        self._told("sent")
        return None

    def _after(self, letter: Letter, error: SendError) -> Note:
        match error:
            case Later(seconds=seconds, account_wide=wide, reason=reason):
                if wide:
                    # A 429 holds the whole bot and not one chat, so that no letter is given up for
                    # it.
                    self._hold_until = time.monotonic() + seconds
                elif letter.tries >= MOST_TRIES:
                    return partial(fate.bury, letter=letter, problem=f"gave up: {reason}")
                return partial(fate.delay, letter=letter, seconds=seconds, wide=wide, reason=reason)
            case Never(reason=reason):
                return partial(fate.bury, letter=letter, problem=reason)
            case Gone(reason=reason):
                return partial(fate.gone, person=letter.person, reason=reason)
            case WindowClosed(reason=reason):
                return partial(fate.bury, letter=letter, problem=f"window: {reason}")
            # A channel raises nothing else; but what nobody can judge must not hold those behind
            # it.
            case _:
                return partial(fate.bury, letter=letter, problem=repr(error))

    async def _note(self, note: Note) -> None:
        """Return once the note is committed; notes of one moment share a transaction."""
        noted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._notes.append((note, noted))
        if len(self._notes) == 1:
            await asyncio.sleep(self._together)
            notes, self._notes = self._notes, []
            await self._write([one for one, _ in notes])
            for _, waiting in notes:
                waiting.set_result(None)
        await noted

    async def _write(self, notes: list[Note]) -> None:
        while True:
            try:
                # However long it takes: these are out, and would go out again.
                return await self._writer.run(partial(fate.every, notes=notes))
            except StoreDown:
                await asyncio.sleep(_LOOK)
