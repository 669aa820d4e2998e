"""Whether two shares differ by more than chance. Nothing is called higher or lower without it."""

from enum import StrEnum

from feedback.domain.index import FEWEST, Counts

_SCALE = 10**15
_Z = 1_959_963_984_540_054
"""The 97.5 % point of the normal distribution, 1.959963984540054, times the scale."""


class Difference(StrEnum):
    """What the data can carry about two figures."""

    HIGHER = "higher"
    LOWER = "lower"
    UNTOLD = "untold"
    TOO_FEW = "too_few"


def difference(now: Counts, before: Counts) -> Difference:
    """Compare the shares of satisfied ratings, at the 5 % level, in whole numbers.

    Source: the two-sided test of two proportions with the pooled variance (Fleiss, Levin and Paik
    2003, section 3.2): (a1 n2 - a2 n1)^2 N >= z^2 A (N - A) n1 n2, with A = a1 + a2, N = n1 + n2.
    Below 30 ratings on either side nothing is said.
    """
    n1, n2 = now.n, before.n
    if min(n1, n2) < FEWEST:
        return Difference.TOO_FEW
    satisfied, total = now.satisfied + before.satisfied, n1 + n2
    gap = now.satisfied * n2 - before.satisfied * n1
    chance = _Z * _Z * satisfied * (total - satisfied) * n1 * n2
    # In whole numbers: a figure must not change sides by a rounding.
    if not gap or gap * gap * total * _SCALE * _SCALE < chance:
        return Difference.UNTOLD
    return Difference.HIGHER if gap > 0 else Difference.LOWER
