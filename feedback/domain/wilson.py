"""The Wilson score interval, in whole numbers only. It knows nothing of levels or targets."""

from dataclasses import dataclass
from math import isqrt

_Z = 1_959_963_984_540_054
"""The 97.5 % point of the normal distribution, 1.959963984540054, times 10^15."""
_ZZ = _Z * _Z
# The square of what `_Z` is scaled by.
_SS = 10**30


@dataclass(frozen=True, slots=True)
class Interval:
    """The lower and the upper bound of a share, as numerators over ``whole``."""

    low: int
    high: int
    whole: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= self.whole:
            raise ValueError("an interval lies within 0 and 1")


def interval(a: int, b: int, n: int) -> Interval:
    """Give the 95 % interval of the share ``a/b`` seen in ``n`` trials (n > 0), rounded outwards.

    Source: Wilson 1927; Newcombe 1998, Statist. Med. 17:857-872, method 3. For a mean of values
    between 0 and 1 it is never too narrow, since their variance is at most p(1 - p).
    """
    # n = 0 is no figure ("chưa có số liệu"): neither 0 % nor an interval from 0 to 1.
    if n <= 0 or b <= 0 or not 0 <= a <= b:
        raise ValueError("a share of 0 to 1 and at least one trial are needed")
    zb = _ZZ * b
    trials = n * _SS
    twice = 2 * trials * a
    under = zb * b + 2 * twice * (b - a)
    middle = twice + zb
    reach = _Z * (isqrt(under - 1) + 1)  # the root rounded up, so that the bounds lie outwards
    whole = 2 * (b * trials + zb)
    return Interval(max(0, middle - reach), min(whole, middle + reach), whole)


def clears(a: int, b: int, n: int, c: int, d: int) -> bool:
    """Say whether the share ``a/b`` of ``n`` differs from ``c/d`` by more than chance allows.

    Exactly when ``c/d`` lies outside the Wilson interval or on its edge: the score test
    n(p - t)^2 >= z^2 t(1 - t), in whole numbers.
    """
    distance = a * d - c * b
    return n * distance * distance * _SS >= _ZZ * c * (d - c) * b * b
