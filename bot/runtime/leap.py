"""Notices a clock that leapt ahead, before anything is forgotten by it. It changes nothing."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

# An office that was shut over Tết is no leap to worry about for long; a wrong year is.
_FAR = timedelta(days=7)
_HELD = timedelta(days=1).total_seconds()


class Leap:
    """Compares the clock with what is known: the newest thing stored, then the time that passed."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._seen: tuple[datetime, float] | None = None
        self._until = 0.0
        self.holds = False

    def look(self, now: datetime, newest: datetime | None) -> bool:
        """Look at the clock, and say whether it leapt; ``holds`` then stays so for a day.

        A clock that is set back where it was is believed at once.
        """
        tick = self._ticks()
        due = newest
        if self._seen is not None:
            due = self._seen[0] + timedelta(seconds=tick - self._seen[1])
        self._seen = now, tick
        ahead = now - due if due is not None else timedelta()
        leapt = ahead > _FAR
        if leapt:
            self._until = tick + _HELD
        self.holds = leapt or (self.holds and tick < self._until and ahead > -_FAR)
        return leapt
