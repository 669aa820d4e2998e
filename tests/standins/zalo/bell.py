"""Owns waiting for something to become true. Nobody here waits by the clock on the wall."""

import asyncio
from collections.abc import Callable


class Bell:
    """Rung whenever something changed; who waits looks again."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def ring(self) -> None:
        """Let everyone who waits look again; only from the loop's own thread."""
        for waiter in self._waiting:
            waiter.set()

    async def until(self, true: Callable[[], bool], timeout: float | None = 5.0) -> None:
        """Wait until something is true; raise TimeoutError after so many real seconds."""
        async with asyncio.timeout(timeout):
            while not true():
                waiter = asyncio.Event()
                self._waiting.add(waiter)
                try:
                    await waiter.wait()
                finally:
                    self._waiting.discard(waiter)
