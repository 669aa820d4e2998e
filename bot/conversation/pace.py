"""When a dialogue last moved, greeted or fell silent: times only. It never reads a clock."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
"""After so long a dialogue has gone cold: where the person is must be asked again."""
GREETED = timedelta(hours=1)
"""How long one greeting lasts."""
TOGETHER = timedelta(minutes=1)
"""Within this a follow, a click and a greeting are one coming."""
# Codes are short, and could be tried out one after another.
MOST_MISSES = 5
"""Wrong codes in an hour after which codes are tried no more."""
_BURST = timedelta(seconds=15)
"""Photos that come one by one so close together are answered as one album."""
_STRUCK = timedelta(seconds=1)
"""Sooner after a digit nobody has seen what the next one would answer."""
# So long after a person's last act Zalo lets us answer at all.
_ANSWERABLE = timedelta(days=7)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """The times of one person's dialogue, each None until it was; all aware.

    ``silent`` is until when somebody of the office speaks here instead of us; ``missed`` begins
    the hour in which ``misses`` wrong codes were counted; ``struck`` is when a digit was taken, if
    nothing else was said since.
    """

    moved: datetime | None = None
    greeted: datetime | None = None
    silent: datetime | None = None
    pictured: datetime | None = None
    missed: datetime | None = None
    misses: int = 0
    struck: datetime | None = None

    def cold(self, at: datetime) -> bool:
        """Say whether nothing was said here for too long."""
        return self.moved is not None and at - self.moved > IDLE

    def warm(self, at: datetime) -> bool:
        """Say whether something was said here lately."""
        return self.moved is not None and at - self.moved <= IDLE

    def answerable(self, at: datetime) -> bool:
        """Say whether what was asked here may still be answered."""
        return self.moved is not None and at - self.moved <= _ANSWERABLE

    def welcomed(self, at: datetime, within: timedelta = GREETED) -> bool:
        """Say whether a greeting was said lately."""
        return self.greeted is not None and at - self.greeted <= within

    def hushed(self, at: datetime) -> bool:
        """Say whether somebody of the office speaks here."""
        return self.silent is not None and at < self.silent

    def burst(self, at: datetime) -> bool:
        """Say whether a photo came just before."""
        return self.pictured is not None and at - self.pictured <= _BURST

    def twice(self, at: datetime) -> bool:
        """Say whether a digit came so soon after another, by the messenger's own clock."""
        # Equal moments say nothing: what comes without a time of its own is given its batch's.
        return self.struck is not None and at != self.struck and abs(at - self.struck) < _STRUCK

    def blocked(self, at: datetime) -> bool:
        """Say whether too many wrong codes came within the hour."""
        return self._counting(at) and self.misses >= MOST_MISSES

    def missing(self, at: datetime) -> "Pace":
        """Count a wrong code."""
        if self._counting(at):
            return replace(self, misses=self.misses + 1)
        return replace(self, missed=at, misses=1)

    def _counting(self, at: datetime) -> bool:
        return self.missed is not None and at - self.missed <= _HOUR


UNMOVED = Pace()
"""Of someone never heard, and wherever these times do not matter."""
