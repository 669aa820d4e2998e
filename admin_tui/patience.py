"""How long a person waits after wrong passwords, as the terminal counts it. The account itself is
guarded by the service; this only saves people from trying in vain."""

from collections.abc import Callable
from math import ceil
from time import monotonic

FREE = 3
_FIRST = 5.0
_LONGEST = 900.0


class Patience:
    """Counts failures in a row; from the third on a wait doubles up to a quarter of an hour."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._until = 0.0

    def failed(self) -> None:
        """Count a failure."""
        self._failures += 1
        if self._failures >= FREE:
            # The power is bounded as well: doubled a thousand times no float could hold it.
            wait = min(_FIRST * 2 ** min(self._failures - FREE, 16), _LONGEST)
            self._until = self._clock() + wait

    @property
    def left(self) -> int:
        """The whole seconds still to wait."""
        return max(0, ceil(self._until - self._clock()))
