"""Takes what waits in the spool into the database, in its order, and lets go of it only then.

What cannot be read or done is put aside, so that it never holds up the rest. But a database that is
damaged holds up everything: it is to be put back, and what waits here is stored after that.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Protocol, TypeVar

import structlog

from bot.runtime.spool import Record, Spool
from bot.runtime.writer import Damaged, StoreDown
from bot.wire.entry import Entry

T = TypeVar("T")
MOST = 64
_LOOK = 0.25
_LATER = 30.0
"""Seconds between two tries to put something into a damaged database."""
_BEARS = 10.0
"""Seconds without a word from the database; another server may reach it, and waits for the lock."""
_HOUR = 3600.0
log = structlog.get_logger()


class Silent(Exception):
    """The database does not answer this server at all."""


class Taker(Protocol):
    """Takes what one door put into the spool."""

    async def __call__(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Do entries once each, in their order; give those that cannot be read.

        Raises StoreDown where the database did not take all of them; they come again then.
        """
        ...


class Drainer:
    """Empties a spool through the doors' takers, one server of a home at a time."""

    def __init__(
        self,
        spool: Spool,
        takers: Mapping[str, Taker],
        works: Callable[[], Awaitable[bool]],
        told: Callable[[int], None],
        bears: float = _BEARS,
    ) -> None:
        self._spool = spool
        self._takers = takers
        self._works = works
        self._told = told
        self._bears = bears
        self._thread = ThreadPoolExecutor(1, "drain")
        # Part, how far it was done, and what of it is put aside: kept when the database is lost
        # midway.
        self._done: tuple[int, int, list[bytes]] = (0, 0, [])

    async def run(self) -> None:
        """Drain whatever comes to wait, until cancelled."""
        while True:
            try:
                while await self.once():
                    pass
            # It is a StoreDown too; but what waits must not be put aside because pages are damaged.
            except Damaged:
                log.error("spool waits: the database is damaged")
                await asyncio.sleep(_LATER)
            except (StoreDown, Silent) as down:
                log.warning("spool waits", error=str(down) or type(down).__name__)
                while not await self._answers():
                    await asyncio.sleep(_LOOK)
            await asyncio.sleep(_LOOK)

    async def forget(self, kept: timedelta, clock: Callable[[], datetime]) -> None:
        """Forget what was put aside once its time is over, until cancelled."""
        while True:
            before = clock() - kept
            await self._aside(partial(self._spool.forget, before))
            await asyncio.sleep(_HOUR)

    async def once(self) -> bool:
        """Drain one part of the spool; False where nothing can be, or another server is at it.

        Nothing is closed while the database takes nothing, so that what several servers put aside
        in the same second, each with its own patience, is in one part and can be put in order.
        Whoever is cut off from it must not hold up others that are not.
        """
        if not await self._aside(self._spool.files.listed) or not await self._answers():
            return False
        with self._spool.alone() as alone:
            part = await self._aside(self._spool.oldest) if alone else None
            if part is None:
                return False
            await self._part(part)
            return True

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown()

    async def _part(self, part: int) -> None:
        found, strange = await self._aside(lambda: self._spool.read(part))
        records = in_turn(found)
        known, done, bad = self._done
        if known != part:
            done, bad = 0, []
        for batch in _batches(records[done:]):
            bad += await self._batch(batch)
            done += len(batch)
            self._done = (part, done, bad)
            self._told(len(batch))
        if strange or bad:
            log.error("put aside from the spool", torn=len(strange), refused=len(bad))
        await self._aside(lambda: self._spool.finish(part, [*strange, *bad]))

    async def _batch(self, batch: Sequence[Record]) -> list[bytes]:
        """Do a batch of one door; give the frames of what could not be."""
        taker = self._takers.get(batch[0].entry.door)
        if taker is None:
            # A door that was closed since; a person may still want what came through it.
            return [record.frame for record in batch]
        try:
            strange = await self._taken(taker, batch)
        except Damaged:
            raise
        except StoreDown:
            # Down is what the taker said; where the database answers, it is one of the batch it
            # refuses.
            if not await self._answers():
                raise
            return await self._singly(taker, batch)
        return [record.frame for record in batch if record.entry in strange]

    async def _singly(self, taker: Taker, batch: Sequence[Record]) -> list[bytes]:
        """Find what a database that works refuses all the same."""
        bad = []
        for record in batch:
            try:
                strange = await self._taken(taker, [record])
            except Damaged:
                raise
            except StoreDown:
                if not await self._answers():
                    raise
                strange = [record.entry]
            bad += [record.frame] if strange else []
        return bad

    async def _taken(self, taker: Taker, batch: Sequence[Record]) -> Sequence[Entry]:
        """Hand a batch over; raise Silent where nothing is heard of it."""
        try:
            async with asyncio.timeout(self._bears):
                return await taker([record.entry for record in batch])
        except TimeoutError:
            # It may be committed after all; claimed keys then make the next try a repeat.
            raise Silent from None

    async def _answers(self) -> bool:
        """Say whether the database takes anything, and in time."""
        try:
            async with asyncio.timeout(self._bears):
                return await self._works()
        except TimeoutError:
            return False

    async def _aside(self, act: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, act)


def in_turn(records: Sequence[Record]) -> list[Record]:
    """Give each person's records in the order they came: two servers may write them otherwise."""
    ordered = list(records)
    places: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        places[record.entry.person].append(place)
    for own in places.values():
        came = sorted((records[place] for place in own), key=lambda record: record.entry.at)
        # Only one person's own places change hands: between people the order of writing stands.
        for place, record in zip(own, came, strict=True):
            ordered[place] = record
    return ordered


def _batches(records: Sequence[Record]) -> Iterator[list[Record]]:
    """Cut records into batches of one door each, keeping their order."""
    for _, run in groupby(records, key=lambda record: record.entry.door):
        same = list(run)
        for begin in range(0, len(same), MOST):
            yield same[begin : begin + MOST]
