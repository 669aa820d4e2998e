"""Figures as Vietnamese readers write them: decimal comma, dots between thousands, day first."""

import re
from datetime import date, datetime

from feedback.domain.days import LOCAL, local_day

NONE = "—"
_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def percent(basis_points: int | None, *, sign: bool = True) -> str:
    """Write basis points as ``91,26%``; a dash where there is nothing."""
    if basis_points is None:
        return NONE
    whole, rest = divmod(basis_points, 100)
    return f"{whole},{rest:02d}" + ("%" if sign else "")


def brief(basis_points: int | None) -> str:
    """Write basis points without needless zeros, for targets: ``90%``, ``92,5%``."""
    if basis_points is None:
        return NONE
    text = percent(basis_points, sign=False).rstrip("0").rstrip(",")
    return f"{text}%"


def span(low: int | None, high: int | None) -> str:
    """Write an interval of basis points as ``88,14–93,62``."""
    if low is None or high is None:
        return NONE
    return f"{percent(low, sign=False)}–{percent(high, sign=False)}"


def whole(n: int) -> str:
    """Write a count as ``12.345``."""
    return f"{n:,}".replace(",", ".")


def share(part: int, n: int) -> str:
    """Write a part of a count as ``12,3%``, rounded half up."""
    if not n:
        return NONE
    # In whole numbers, since floats round some halves down.
    tenths = (2000 * part + n) // (2 * n)
    return f"{tenths // 10},{tenths % 10}%"


def day(value: date) -> str:
    """Write a day as ``12/08/2026``."""
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def month(value: date) -> str:
    """Write a month as ``08/2026``."""
    return f"{value.month:02d}/{value.year}"


def clock(at: datetime) -> str:
    """Write the time of day in Viet Nam as ``14:05``."""
    return at.astimezone(LOCAL).strftime("%H:%M")


def moment(at: datetime) -> str:
    """Write the time of day in Viet Nam to the second, as ``14:05:09``."""
    return at.astimezone(LOCAL).strftime("%H:%M:%S")


def minute(at: datetime) -> str:
    """Write an instant in Viet Nam as ``14:05 12/08/2026``."""
    return f"{clock(at)} {day(local_day(at))}"


def read_day(text: str) -> date | None:
    """Read a day typed as ``1/7/2026``, ``01-07-2026`` or ``1.7.2026``; None for anything else."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
