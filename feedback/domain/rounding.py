"""Percent with two decimals, half up, never rounded across a target. Whole numbers only."""

import re
from decimal import Decimal

# [0-9], since \d would take the digits of every script.
_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?")

WHOLE = 10_000
"""Basis points in a whole: percent with two decimals, without the point."""


def points(a: int, b: int, target: int | None = None) -> int:
    """Round the share ``a/b`` to basis points, half up.

    A share below the target stays below it: 89.996 % with a target of 90 % gives 8999. One that
    reaches it cannot fall below, since a target is itself whole basis points.
    """
    rounded = (2 * WHOLE * a + b) // (2 * b)
    # The plans read "từ 90% trở lên" in whole numbers: what misses must not print as what reaches.
    if target is not None and rounded >= target and not reaches(a, b, target):
        return target - 1
    return rounded


def reaches(a: int, b: int, target: int) -> bool:
    """Say whether the share ``a/b`` is at least the target in basis points, exactly."""
    return a * WHOLE >= target * b


def percent(basis_points: int) -> Decimal:
    """Give basis points as percent with two decimals."""
    return Decimal(basis_points).scaleb(-2)


def parsed(text: str) -> int:
    """Read a percentage such as ``90``, ``90.5`` or ``90,25`` as basis points.

    Raises ValueError unless it lies above 0 and at most at 100, with at most two decimals.
    """
    read = _PERCENT.fullmatch(text.strip())
    if read is None:
        raise ValueError("a percentage has digits, and at most two after the point")
    found = int(read[1]) * 100 + int((read[2] or "").ljust(2, "0"))
    if not 0 < found <= WHOLE:
        raise ValueError("a target lies above 0 and at most at 100")
    return found
