"""Owns the time of the stand-in. It runs with its source and can be moved forward by hand."""

import math
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from tests.standins.zalo.bell import Bell


def wall() -> datetime:
    """Give the time of the machine."""
    return datetime.now(UTC)


class Clock:
    """Time that a test moves; ``pace`` is how many real seconds a second of waiting lasts.

    With ``pace=0.001`` the half minute before a retry lasts 30 ms, with ``math.inf`` it passes
    only by ``advance``. The pace never touches timestamps, so that a product on the clock of the
    wall agrees with the stand-in about what is now.
    """

    def __init__(self, source: Callable[[], datetime] = wall, pace: float = 1.0) -> None:
        self.source = source
        self.pace = pace
        self._moved = timedelta()
        self._bell = Bell()

    def now(self) -> datetime:
        return self.source() + self._moved

    def ms(self) -> int:
        """Give the time as Zalo writes it: whole milliseconds since 1970."""
        return int(self.now().timestamp() * 1000)

    def advance(self, **by: float) -> None:
        """Move forward, in the words of timedelta; whoever sleeps long enough wakes."""
        self._moved += timedelta(**by)
        self._bell.ring()

    async def sleep(self, seconds: float) -> None:
        """Return when so many seconds have passed here, by themselves or by hand."""
        moved, started = self._moved, time.monotonic()

        def left() -> float:
            by_hand = (self._moved - moved).total_seconds()
            return seconds - by_hand - (time.monotonic() - started) / self.pace

        while (rest := left()) > 0:
            seen = self._moved
            real = None if math.isinf(self.pace) else rest * self.pace
            with suppress(TimeoutError):
                await self._bell.until(lambda seen=seen: self._moved != seen, real)
