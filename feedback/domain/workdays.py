"""Which days are worked, as far as the release of figures needs it. It computes no deadline."""

from collections.abc import Collection
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
YEARLY = frozenset({(1, 1), (4, 30), (5, 1), (9, 2), (11, 24)})
"""Holidays on a fixed day each year (Bộ luật Lao động Đ.112; 24/11 from 2026)."""
DATED = frozenset(date(2026, 2, day) for day in (16, 17, 18, 19, 20))
"""Holidays of the lunar year, known so far. A missing one only releases figures a day sooner."""


def worked(day: date, off: Collection[date] = DATED) -> bool:
    """Say whether a day is a working day."""
    return day.weekday() < 5 and (day.month, day.day) not in YEARLY and day not in off


def latest_worked(day: date, off: Collection[date] = DATED) -> date:
    """Find the working day that is this day or the nearest before it."""
    while not worked(day, off):
        day -= ONE_DAY
    return day
