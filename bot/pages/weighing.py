"""Weighs what comes through a door by the network it comes from, and says what is to be shed.

Nobody is shed while the door has room: a hall full of people shares one address, so an address
alone blocks nobody. It keeps no address longer than two spans of time.
"""

import time
from collections.abc import Callable
from enum import Enum

MOST_NETWORKS = 10_000
_BRIM = 3
"""So many times what a door takes is too much for it, whoever comes."""


class Verdict(Enum):
    """What becomes of a request: it is let in, too many come from there, or too many come."""

    LET_IN = "let_in"
    HEAVY = "heavy"
    FULL = "full"


class Scale:
    """Counts what a door let in, for one process, over a span of time that slides.

    Beyond ``most`` in ``seconds``, a network that sent more than ``share`` is shed, and beyond
    three times as many everybody is. What was shed does not count towards the door.
    """

    def __init__(
        self,
        most: int,
        share: int,
        seconds: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._share = share
        self._seconds = seconds
        self._clock = clock
        self._since = clock()
        self._let_in = (0, 0)
        self._sent: tuple[dict[str, int], dict[str, int]] = ({}, {})

    def weigh(self, network: Callable[[], str | None]) -> Verdict:
        """Count a request, and say what becomes of it; the network is asked for when it matters.

        Networks count from half of what the door takes on: before that nobody can be shed.
        """
        before = self._turned()
        load = self._let_in[1] + self._let_in[0] * before
        heavy = load >= self._most / 2 and self._weight(network() or "", before) > self._share
        if load >= self._most and heavy:
            return Verdict.HEAVY
        if load >= self._most * _BRIM:
            return Verdict.FULL
        self._let_in = (self._let_in[0], self._let_in[1] + 1)
        return Verdict.LET_IN

    def _weight(self, network: str, before: float) -> float:
        old, new = self._sent
        # However many networks come, this does not grow.
        if network in new or len(new) < MOST_NETWORKS:
            new[network] = new.get(network, 0) + 1
        return new.get(network, 0) + old.get(network, 0) * before

    def _turned(self) -> float:
        """Begin a new span where the last one is over; give how much of the one before counts."""
        now = self._clock()
        spans = int((now - self._since) / self._seconds)
        if spans > 0:
            self._since += spans * self._seconds
            self._let_in = (self._let_in[1] if spans == 1 else 0, 0)
            self._sent = (self._sent[1] if spans == 1 else {}, {})
        return 1 - (now - self._since) / self._seconds
