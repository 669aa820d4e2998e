"""One figure from counts of levels: index, interval, target, and what the data can carry."""

from dataclasses import dataclass
from enum import StrEnum

from feedback.domain.methods import Method
from feedback.domain.rounding import WHOLE, points, reaches
from feedback.domain.wilson import PARTS, clears, interval

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
    """A computed figure; ``index``, ``low``, ``high`` and ``target`` are in basis points.

    ``index``, ``low``, ``high`` and ``meets`` are None where nothing counts; ``target`` and
    ``meets`` where the office set none; ``confidence`` where there is no target but enough data.
    """

    counts: Counts
    index: int | None
    low: int | None
    high: int | None
    target: int | None
    meets: bool | None
    confidence: Confidence | None


def figure(counts: Counts, method: Method, target: int | None = None) -> Figure:
    """Compute the figure of these counts, with a 95 % Wilson interval.

    ``meets`` compares the point value with the target in whole numbers, as the plans read it
    ("từ 90% trở lên"); ``confidence`` compares the interval.
    """
    n = counts.n
    if not n:
        return Figure(counts, None, None, None, target, None, Confidence.TOO_FEW)
    levels, weights = counts.levels, method.weights
    total = sum(map(int.__mul__, levels, weights))
    whole = method.scale * n
    low, high = _bounds(total, n, method, target)
    meets = None if target is None else reaches(total, whole, target)
    index = points(total, whole, target)
    return Figure(counts, index, low, high, target, meets, _confidence(total, n, method, target))


def _bounds(total: int, n: int, method: Method, target: int | None) -> tuple[int, int]:
    """Round the interval, computed on the range of the method's weights stretched to 0 and 1."""
    lowest, width = method.weights[0], method.weights[4] - method.weights[0]
    found = interval(total - lowest * n, width * n, n)
    whole = method.scale * PARTS
    return (
        points(lowest * PARTS + width * found.low, whole, target),
        points(lowest * PARTS + width * found.high, whole, target),
    )


def _confidence(total: int, n: int, method: Method, target: int | None) -> Confidence | None:
    if n < FEWEST:
        return Confidence.TOO_FEW
    if target is None:
        return None
    lowest, width = method.weights[0], method.weights[4] - method.weights[0]
    a, b = total - lowest * n, width * n
    # The target on the same stretched range; outside of it there is no chance to speak of.
    c, d = target * method.scale - lowest * WHOLE, width * WHOLE
    if 0 <= c <= d and not clears(a, b, n, c, d):
        return Confidence.UNDETERMINED
    return Confidence.ABOVE if a * d >= c * b else Confidence.BELOW
