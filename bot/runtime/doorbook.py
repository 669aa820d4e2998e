"""Counts what comes to the hooks, and writes it down now and then. It never holds up a request."""

import asyncio
import contextlib
from collections import Counter
from functools import partial

from bot.runtime.writer import StoreDown, Writer
from bot.store import doorbook

EVERY = 30.0


class Doorbook:
    """What came to the hooks of this process; a crash loses half a minute of it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._counts: Counter[tuple[str, str]] = Counter()

    def seen(self, door: str, outcome: str) -> None:
        """Count one request."""
        self._counts[door, outcome] += 1

    async def run(self) -> None:
        """Write down until cancelled, and what is left then."""
        try:
            while True:
                await asyncio.sleep(EVERY)
                await self.write()
        finally:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.shield(self.write())

    async def write(self) -> None:
        """Write down what came; where the database is away, later."""
        if not self._counts:
            return
        counts, self._counts = self._counts, Counter()
        try:
            await self._writer.run(partial(doorbook.add, counts=counts))
        except StoreDown:
            # Added and not put back: requests were counted meanwhile.
            self._counts += counts
