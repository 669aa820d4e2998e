"""Slows those down who enter wrong numbers, by network, and sheds them when they are too many.

A right number is never slowed or refused, whatever came from the same network: a hall full of
people shares one address.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable

FREE = 10
"""Wrong numbers a minute from one network before they are slowed."""
WINDOW = 60.0
PAUSE = 1.0
MOST_WAITING = 64
MOST_NETWORKS = 10_000


class Guessing:
    """Counts wrong numbers by network, for one process; it keeps nothing longer than a minute."""

    def __init__(self, clock: Callable[[], float] | None = None, pause: float = PAUSE) -> None:
        self._clock = clock
        self._pause = pause
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._waiting = 0
        self.shed = 0

    async def wrong(self, network: str) -> bool:
        """Note a wrong number; wait where there were many; say no where it is to be refused."""
        recent = self._noted(network)
        if recent <= FREE:
            return True
        if self._waiting >= MOST_WAITING:
            self.shed += 1
            return False
        self._waiting += 1
        try:
            await asyncio.sleep(self._pause)
        finally:
            self._waiting -= 1
        return True

    def _noted(self, network: str) -> int:
        now = self._clock() if self._clock else asyncio.get_running_loop().time()
        # One more than is free is all that has to be known.
        times = self._wrong.setdefault(network, deque(maxlen=FREE + 1))
        self._wrong.move_to_end(network)
        # However many networks guess, this does not grow.
        while len(self._wrong) > MOST_NETWORKS:
            self._wrong.popitem(last=False)
        while times and now - times[0] > WINDOW:
            times.popleft()
        times.append(now)
        return len(times)
