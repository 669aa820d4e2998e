"""Takes in what comes from senders that will not send it again: stored, or spooled, within 2 s.

It never lets an update of a person overtake an earlier one of the same person: while anything of
theirs waits in the spool, what is newer waits behind it. What was spooled may have been stored all
the same; its key is claimed then, so that it is done once.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final, TypeVar

from bot.runtime.appending import Appender
from bot.runtime.collector import Collector
from bot.runtime.spool import Spool
from bot.runtime.writer import StoreDown, Writer
from bot.store import inbox
from bot.wire import codec
from bot.wire.entry import Entry, NotKept, Spooled
from bot.wire.messages import Inbound
from feedback.store.work import Work

T = TypeVar("T")
UPDATES: Final = "update"
"""The door, in the spool, of what the collector takes."""
PATIENCE = 1.0
"""Seconds for the database; with those for the disk a sender is answered within two."""
# Zalo waits two seconds for its 200; what is left of them is for the way there and back.
_DISK = 0.6
_REST = 2.0
"""Seconds during which a database that failed is not asked again, but for what already waits."""


@dataclass(eq=False, slots=True)
class _Pending:
    """Something on its way into the database."""

    entry: Callable[[], Entry]
    task: asyncio.Task[Any]
    spooled: asyncio.Future[None] | None = None

    @property
    def stored(self) -> bool:
        """Whether it arrived there."""
        task = self.task
        return task.done() and not task.cancelled() and task.exception() is None


class Intake:
    """Stores what comes, or spools it while the database is down or slow."""

    def __init__(
        self,
        collector: Collector,
        writer: Writer,
        spool: Spool,
        clock: Callable[[], datetime],
        patience: float = PATIENCE,
    ) -> None:
        self._collector = collector
        self._writer = writer
        self._spool = spool
        self._appender = Appender(spool)
        self._clock = clock
        self._patience = patience
        self._pending: dict[_Pending, None] = {}
        self._shut_until = 0.0
        self._told: Callable[[str], None] = lambda _: None

    def tell(self, told: Callable[[str], None]) -> None:
        """Call this with the door of each entry that was spooled."""
        self._told = told

    async def submit(self, inbound: Inbound) -> None:
        """Return once an update is stored or spooled; raise NotKept if it is neither."""
        came = replace(inbound, came_at=self._clock())
        entry = partial(_entry_of, came)
        await self._take(person_of(inbound), entry, partial(self._collector.submit, inbound))

    async def store(self, entry: Entry, act: Callable[[Work], T]) -> T | Spooled:
        """Do what an entry means at once, or spool it; raise NotKept, or what the act raised."""
        once = partial(_once, key=entry.key, act=act)
        return await self._take(entry.person, lambda: entry, partial(self._writer.run, once))

    async def spool(self, entry: Entry) -> Spooled:
        """Spool an entry that cannot be acted on now; raise NotKept."""
        return await self._kept(self._append(entry))

    def drained(self) -> None:
        """Hear that the database takes what waited."""
        self._shut_until = 0.0

    def close(self) -> None:
        """Finish what is being written."""
        self._appender.close()

    async def _take(
        self,
        person: str,
        entry: Callable[[], Entry],
        direct: Callable[[], Coroutine[Any, Any, T]],
    ) -> T | Spooled:
        if self._behind(person):
            return await self._kept(self._append(entry()))
        pending = _Pending(entry, asyncio.create_task(direct()))
        self._pending[pending] = None
        try:
            # Not wait_for: it would cancel this one alone, and those behind it could overtake it.
            await asyncio.wait({pending.task}, timeout=self._patience)
            if pending.spooled is None and _failed(pending.task):
                self._give_up()
            # Given up, it may be committed all the same: then its key makes the spooled one a
            # repeat.
            if pending.stored or pending.spooled is None:
                result: T = pending.task.result()
                return result
            return await self._kept(pending.spooled)
        finally:
            del self._pending[pending]

    def _behind(self, person: str) -> bool:
        # While the database is known to be down nobody need spend the patience again.
        if asyncio.get_running_loop().time() < self._shut_until:
            return True
        return self._appender.waits(person) or self._spool.waits(person)

    def _give_up(self) -> None:
        """Spool all that is on its way, in its order, so that nothing overtakes what failed."""
        self._shut_until = asyncio.get_running_loop().time() + _REST
        for pending in self._pending:
            if pending.spooled is None and not pending.stored:
                # The collector then lets go of it, unless it is being stored already.
                pending.task.cancel()
                pending.spooled = self._append(pending.entry())

    def _append(self, entry: Entry) -> "asyncio.Future[None]":
        self._told(entry.door)
        # A form can be sent again by its person and an update of Zalo cannot: the last room is its
        # own.
        return self._appender.put(entry, last=entry.door != UPDATES)

    async def _kept(self, spooled: "asyncio.Future[None]") -> Spooled:
        try:
            # It goes on to the disk whoever stops waiting; a repeat of it is ended by its key.
            await asyncio.wait_for(asyncio.shield(spooled), _DISK)
        except TimeoutError:
            raise NotKept("the disk does not answer") from None
        return Spooled()


def person_of(inbound: Inbound) -> str:
    """Name whoever an update is of, among all doors."""
    account = inbound.address.account
    return f"{account.channel}:{account.name}:{inbound.address.person}"


def _entry_of(inbound: Inbound) -> Entry:
    at = inbound.came_at.astimezone(UTC).isoformat() if inbound.came_at else ""
    return Entry(UPDATES, person_of(inbound), inbound.key, codec.write(inbound), at)


def _failed(task: "asyncio.Task[Any]") -> bool:
    if not task.done():
        return True
    return not task.cancelled() and isinstance(task.exception(), StoreDown)


def _once(work: Work, key: str, act: Callable[[Work], T]) -> T:
    inbox.claim(work, [key])
    return act(work)
