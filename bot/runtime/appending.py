"""Puts what comes into the spool, many at a time: those who wait together share one trip to disk.

It has a thread of its own, since the process's others may all be waiting for the database.
"""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.runtime.segments import Full
from bot.runtime.spool import Spool
from bot.wire.entry import Entry, NotKept

_MOST = 20_000
"""Entries that may wait for a disk that does not answer."""
log = structlog.get_logger()


class Appender:
    """One queue into the spool for a process."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._thread = ThreadPoolExecutor(1, "spool")
        self._waiting: list[tuple[bytes, asyncio.Future[None]]] = []
        self._people: Counter[str] = Counter()
        self._running: asyncio.Task[None] | None = None

    def waits(self, person: str) -> bool:
        """Say whether anything of a person is on its way to the disk."""
        return person in self._people

    def put(self, entry: Entry, *, last: bool = False) -> "asyncio.Future[None]":
        """Take an entry behind all others; the future ends once it is kept, or with NotKept.

        ``last`` says that it must leave room for others, and is refused long before the spool is
        full.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            sealed = self._spool.sealed(entry)
            # A disk that hangs must not fill the memory with what it may never keep.
            if len(self._waiting) >= _MOST or (last and self._spool.crowded()):
                raise Full
        except (ValueError, Full, OSError) as error:
            future.set_exception(_refused(error))
            return future
        # Counted before it is on the disk: what comes of the same person meanwhile waits behind it.
        self._people[entry.person] += 1
        future.add_done_callback(lambda _: self._let_go(entry.person))
        self._waiting.append((sealed, future))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        return future

    def close(self) -> None:
        """Finish what is being written."""
        self._thread.shutdown()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            # Whatever comes during this trip to the disk shares the next one.
            taken, self._waiting = self._waiting, []
            sealed = [one for one, _ in taken]
            error: NotKept | None = None
            try:
                await loop.run_in_executor(self._thread, self._spool.append, sealed)
            except (Full, OSError) as refused:
                log.error("not spooled", n=len(taken), error=type(refused).__name__)
                error = _refused(refused)
            for _, future in taken:
                _settle(future, error)

    def _let_go(self, person: str) -> None:
        self._people[person] -= 1
        if not self._people[person]:
            del self._people[person]


def _refused(error: Exception) -> NotKept:
    refused = NotKept(type(error).__name__)
    refused.__cause__ = error
    return refused


def _settle(future: "asyncio.Future[None]", error: NotKept | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
