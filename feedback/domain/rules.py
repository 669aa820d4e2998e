"""How long the law or the office gives for what: data with dates of effect. It counts no day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Clock(StrEnum):
    """Which day a time runs from: that day is day zero (BLDS 2015 Đ.147)."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    """The day of thụ lý."""
    EVENT = "event"
    """The day of what the rule's title names."""


class Length(StrEnum):
    """What a time is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    """Calendar days; where the last is off, the time ends with the next working day."""
    HOURS = "hours"
    """They run on, day and night."""


class Variant(StrEnum):
    """Circumstances for which the law gives a time of its own."""

    PLAIN = "plain"
    COMPLEX = "complex"
    VERY_COMPLEX = "very_complex"
    REMOTE = "remote"
    REMOTE_COMPLEX = "remote_complex"


@dataclass(frozen=True, slots=True)
class Rule:
    """A time: ``length`` in ``unit``, for what is received from ``from_day`` to ``to_day``.

    It may be extended ``times`` times by up to ``extra`` of the same unit each. With ``before`` it
    is counted back from the event. ``remind`` and ``very_late`` are working days before and after.
    """

    code: str
    version: int
    kind: str
    clock: Clock
    variant: Variant
    length: int
    unit: Length
    title: str
    title_en: str
    source: str
    verified: bool
    from_day: date
    to_day: date | None = None
    extra: int = 0
    times: int = 0
    before: bool = False
    remind: int = 2
    very_late: int = 5

    def __post_init__(self) -> None:
        if self.length < 1 or min(self.extra, self.times, self.remind, self.very_late) < 0:
            raise ValueError(f"{self.code}: a time has a length, and nothing of it is negative")
        if bool(self.extra) != bool(self.times):
            raise ValueError(f"{self.code}: extended by how much, and how often, go together")
        if self.to_day is not None and self.to_day < self.from_day:
            raise ValueError(f"{self.code}: it ends before it begins")

    def holds(self, received: date) -> bool:
        """Say whether the rule applies to what was received on a day."""
        return self.from_day <= received and (self.to_day is None or received <= self.to_day)


# Where the law gives no time of its own, the nearest plainer circumstance's holds.
_INSTEAD = {
    Variant.VERY_COMPLEX: (Variant.COMPLEX,),
    Variant.REMOTE_COMPLEX: (Variant.REMOTE, Variant.COMPLEX),
}


def by_code(rules: Iterable[Rule], code: str, received: date) -> Rule | None:
    """Find the rule of a code that applies to what was received on a day."""
    return next((rule for rule in rules if rule.code == code and rule.holds(received)), None)


def by_kind(
    rules: Iterable[Rule], kind: str, clock: Clock, variant: Variant, received: date
) -> Rule | None:
    """Find the rule for a kind on one of its clocks; where a variant has none, the plainer one."""
    found = {
        rule.variant: rule
        for rule in rules
        if rule.kind == kind and rule.clock is clock and rule.holds(received)
    }
    order = (variant, *_INSTEAD.get(variant, ()), Variant.PLAIN)
    return next((found[one] for one in order if one in found), None)
