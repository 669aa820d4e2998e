"""One figure from counts of levels: index, interval, target, and what the data can carry."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from feedback.domain.methods import Method
from feedback.domain.rounding import WHOLE, points, reaches
from feedback.domain.wilson import clears, interval

FEWEST = 30
"""Below so many counted ratings nothing is said about a target."""


class Confidence(StrEnum):
    """What the data can carry about a target."""

    ABOVE = "above"
    BELOW = "below"
    UNDETERMINED = "undetermined"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many counted ratings were given per level 1 to 5, and how many were set aside."""

    levels: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    set_aside: int = 0

    def __post_init__(self) -> None:
        if min(self.levels) < 0 or self.set_aside < 0:
            raise ValueError("counts are never negative")

    @property
    def n(self) -> int:
        """How many count."""
        return sum(self.levels)

    @property
    def raw(self) -> int:
        """How many were given."""
        return sum(self.levels) + self.set_aside

    @property
    def satisfied(self) -> int:
        """How many of those that count are at level 4 or 5."""
        return self.levels[3] + self.levels[4]

    def plus(self, other: "Counts") -> "Counts":
        """Add two counts."""
        one, two, three, four, five = (
            mine + theirs for mine, theirs in zip(self.levels, other.levels, strict=True)
        )
        return Counts((one, two, three, four, five), self.set_aside + other.set_aside)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that follows from counts: everything it says is worked out when it is asked for.

    ``index``, ``low``, ``high`` and ``target`` are in basis points. ``target`` is None where the
    office set none.
    """

    counts: Counts
    method: Method
    target: int | None = None

    @property
    def index(self) -> int | None:
        """The index; None where nothing counts."""
        n = self.counts.n
        return points(self._total, self.method.scale * n, self.target) if n else None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The 95 % Wilson interval; None where nothing counts.

        It is computed on the range of the method's weights, stretched to 0 and 1.
        """
        n = self.counts.n
        if not n:
            return None
        how = self.method
        return _bounds(self._total, n, how.weights[0], how.weights[4], how.scale, self.target)

    @property
    def low(self) -> int | None:
        """The lower bound of the interval."""
        bounds = self.bounds
        return None if bounds is None else bounds[0]

    @property
    def high(self) -> int | None:
        """The upper bound of the interval."""
        bounds = self.bounds
        return None if bounds is None else bounds[1]

    @property
    def meets(self) -> bool | None:
        """Whether the point value reaches the target, in whole numbers, as the plans read it.

        Source: "từ 90% trở lên" in the plans: exactly 90 of 100 passes. None without a target.
        """
        if self.target is None or not self.counts.n:
            return None
        return reaches(self._total, self.method.scale * self.counts.n, self.target)

    @property
    def confidence(self) -> Confidence | None:
        """What the interval says about the target; None with enough data but no target."""
        n, target = self.counts.n, self.target
        if n < FEWEST:
            return Confidence.TOO_FEW
        if target is None:
            return None
        lowest, width = self.method.weights[0], self.method.weights[4] - self.method.weights[0]
        a, b = self._total - lowest * n, width * n
        # The target on the same stretched range; outside of it there is no chance to speak of.
        c, d = target * self.method.scale - lowest * WHOLE, width * WHOLE
        if 0 <= c <= d and not clears(a, b, n, c, d):
            return Confidence.UNDETERMINED
        return Confidence.ABOVE if a * d >= c * b else Confidence.BELOW

    @property
    def _total(self) -> int:
        """The sum of the weights of all that counts."""
        one, two, three, four, five = self.counts.levels
        a, b, c, d, e = self.method.weights
        return a * one + b * two + c * three + d * four + e * five


@lru_cache(maxsize=16384)  # the same few hundred ratings recur in thousands of communes
def _bounds(
    total: int, n: int, lowest: int, highest: int, scale: int, target: int | None
) -> tuple[int, int]:
    width = highest - lowest
    found = interval(total - lowest * n, width * n, n)
    whole, least = scale * found.whole, lowest * found.whole
    return (
        points(least + width * found.low, whole, target),
        points(least + width * found.high, whole, target),
    )


def figure(counts: Counts, method: Method, target: int | None = None) -> Figure:
    """Give the figure of these counts."""
    return Figure(counts, method, target)
