"""Owns how fast one account calls, so that Zalo need not refuse. It never drops a turn."""

import asyncio
import time
from collections.abc import Awaitable, Callable


class Pace:
    """At most so many turns in any minute: a few at once, the others evenly after them."""

    def __init__(
        self,
        per_minute: int,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        # A sixth at once and the rest spread out: together never more than allowed in any minute.
        at_once = max(1, per_minute // 6)
        self._gap = 60.0 / max(1, per_minute - at_once)
        self._ahead = at_once * self._gap
        self._clock = clock
        self._pause = pause
        self._due = float("-inf")

    async def turn(self) -> None:
        """Return when it is one's turn; who asks first goes first."""
        now = self._clock()
        self._due = max(self._due, now - self._ahead) + self._gap
        if self._due > now:
            await self._pause(self._due - now)
