"""Periods and the calendars they are cut by: a quarter of a report is not always a quarter."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class ReportingCalendar:
    """How reports cut time: a month runs from ``first_day`` of the month before to the day before.

    With ``first_day`` 1 a month is the calendar's own. ``due`` are the days of the last month on
    which the reports of a commune and of a province are due, where the source says so.
    """

    code: str
    title: str
    first_day: int
    source: str
    due: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        # February has no later day on which it could be cut.
        if not 1 <= self.first_day <= 28:
            raise ValueError("a month may be cut at days 1 to 28")


CALENDARS = (
    ReportingCalendar("civil", "Theo lịch", 1, "dương lịch"),
    ReportingCalendar("tt06", "Kỳ báo cáo 15-14", 15, "TT 06/2025/TT-TTCP, Đ.7", (17, 20)),
)
"""The calendars there are; the first is the one meant when none is named."""

_NAME = re.compile(
    r"(?P<year>[12][0-9]{3})(?:Q(?P<quarter>[1-4])|[-M](?P<month>0[1-9]|1[0-2])|H(?P<half>[12]))?"
    r"(?:@(?P<calendar>[a-z0-9]+))?"
)


class BadPeriod(ValueError):
    """The text names no period; the message says what would."""


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``first`` to ``last``, both inside, under the name they are asked by."""

    name: str
    first: date
    last: date
    calendar: ReportingCalendar = CALENDARS[0]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadPeriod(f"{self.first} .. {self.last}: the end lies before the beginning")

    def holds(self, day: date) -> bool:
        """Say whether a local day lies inside."""
        return self.first <= day <= self.last

    @property
    def due(self) -> tuple[date, date] | None:
        """The days on which the reports of a commune and of a province are due."""
        if self.calendar.due is None:
            return None
        commune, province = self.calendar.due
        return self.last.replace(day=commune), self.last.replace(day=province)


def period(name: str) -> Period:
    """Read ``2026``, ``2026H1``, ``2026Q3`` or ``2026-07``, each with an optional ``@CALENDAR``.

    Raises BadPeriod for anything else.
    """
    found = _NAME.fullmatch(name.strip())
    if found is None:
        raise BadPeriod(f"{name[:40]!r} is no period; write 2026, 2026Q3, 2026-07 or 2026Q3@tt06")
    cut = calendar(found["calendar"] or CALENDARS[0].code)
    first, last = _months(found)
    year = int(found["year"])
    return Period(found[0], _begin(year, first, cut), _end(year, last, cut), cut)


def spell(first: date, last: date) -> Period:
    """Give a period of any two days, named by them."""
    return Period(f"{first}..{last}", first, last)


def calendar(code: str) -> ReportingCalendar:
    """Find a calendar by its code; raise BadPeriod for no such."""
    for found in CALENDARS:
        if found.code == code:
            return found
    known = ", ".join(c.code for c in CALENDARS)
    raise BadPeriod(f"there is no calendar {code!r}; there are {known}")


def quarter_on(day: date, cut: ReportingCalendar = CALENDARS[0]) -> Period:
    """Find the quarter of a calendar that holds a local day."""
    suffix = "" if cut is CALENDARS[0] else f"@{cut.code}"
    # The first quarter of a calendar that cuts on the 15th begins in the December before.
    names = (f"{y}Q{q}{suffix}" for y in (day.year, day.year + 1) for q in range(1, 5))
    return next(found for found in map(period, names) if found.holds(day))


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, int(found["quarter"]) * 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, int(found["half"]) * 6
    if found["month"]:
        return int(found["month"]), int(found["month"])
    return 1, 12


def _begin(year: int, month: int, cut: ReportingCalendar) -> date:
    if cut.first_day == 1:
        return date(year, month, 1)
    before = date(year, month, 1) - timedelta(days=1)
    return before.replace(day=cut.first_day)


def _end(year: int, month: int, cut: ReportingCalendar) -> date:
    if cut.first_day == 1:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, cut.first_day - 1)
