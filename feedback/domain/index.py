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
class Reading:
    """All that a figure says; the numbers are in basis points."""

    index: int | None
    low: int | None
    high: int | None
    meets: bool | None
    confidence: Confidence | None


# A frozen dataclass with slots has no room for what is worked out later; its parent lends it.
class _Read:
    """Room for what a figure says, once someone has asked."""

    __slots__ = ("_reading",)
    _reading: Reading


@dataclass(frozen=True, slots=True)
class Figure(_Read):
    """A figure that follows from counts: everything it says is worked out when it is asked for.

    ``index``, ``low``, ``high`` and ``target`` are in basis points. ``target`` is None where the
    office set none.
    """

    counts: Counts
    method: Method
    target: int | None = None

    @property
    def reading(self) -> Reading:
        """Everything that the figure says, worked out once."""
        try:
            return self._reading
        except AttributeError:
            found = self._read()
            object.__setattr__(self, "_reading", found)
            return found

    @property
    def index(self) -> int | None:
        """The index; None where nothing counts."""
        return self.reading.index

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The 95 % Wilson interval; None where nothing counts.

        It is computed on the range of the method's weights, stretched to 0 and 1.
        """
        low, high = self.reading.low, self.reading.high
        return None if low is None or high is None else (low, high)

    @property
    def low(self) -> int | None:
        """The lower bound of the interval."""
        return self.reading.low

    @property
    def high(self) -> int | None:
        """The upper bound of the interval."""
        return self.reading.high

    @property
    def meets(self) -> bool | None:
        """Whether the point value reaches the target, in whole numbers, as the plans read it.

        Source: "từ 90% trở lên" in the plans: exactly 90 of 100 passes. None without a target.
        """
        return self.reading.meets

    @property
    def confidence(self) -> Confidence | None:
        """What the interval says about the target; None with enough data but no target."""
        return self.reading.confidence

    def _read(self) -> Reading:
        one, two, three, four, five = self.counts.levels
        n = one + two + three + four + five
        if not n:
            return _NOTHING
        a, b, c, d, e = self.method.weights
        total = a * one + b * two + c * three + d * four + e * five
        return _reading(total, n, a, e, self.method.scale, self.target)


_NOTHING = Reading(None, None, None, None, Confidence.TOO_FEW)


@lru_cache(maxsize=16384)  # the same few hundred ratings recur in thousands of communes
def _reading(
    total: int, n: int, lowest: int, highest: int, scale: int, target: int | None
) -> Reading:
    """Read a sum of weights of ``n`` ratings, each of ``lowest`` to ``highest`` of ``scale``."""
    width = highest - lowest
    found = interval(total - lowest * n, width * n, n)
    whole, least = scale * found.whole, lowest * found.whole
    goal = None if target is None else target * scale - lowest * WHOLE
    return Reading(
        points(total, scale * n, target),
        # Rounded beside the target as the index is, so that no bound crosses it by its rounding.
        points(least + width * found.low, whole, target),
        points(least + width * found.high, whole, target),
        None if target is None else reaches(total, scale * n, target),
        _confidence(total - lowest * n, width, n, goal),
    )


def _confidence(above: int, width: int, n: int, goal: int | None) -> Confidence | None:
    """Judge ``above``, the sum over the least, beside ``goal``, the target over the least."""
    if n < FEWEST:
        return Confidence.TOO_FEW
    if goal is None:
        return None
    a, b, c, d = above, width * n, goal, width * WHOLE
    # Outside of the range that the weights can reach there is no chance to speak of.
    if 0 <= c <= d and not clears(a, b, n, c, d):
        return Confidence.UNDETERMINED
    return Confidence.ABOVE if a * d >= c * b else Confidence.BELOW


def figure(counts: Counts, method: Method, target: int | None = None) -> Figure:
    """Give the figure of these counts."""
    return Figure(counts, method, target)
