"""Which days are worked, and how surely that is known. It fetches nothing, promises nothing."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
CULTURE_DAY_SINCE = 2026
"""First year in which 24/11, Ngày Văn hóa Việt Nam, is a holiday (NQ 80 of the Politburo)."""
_SATURDAY = 5
# Tết and Giỗ Tổ follow the moon, and the day beside 2/9 is decided each year: those stand in rows.
_FIXED = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng",
    (5, 1): "Ngày Quốc tế lao động",
    (9, 2): "Quốc khánh",
    (11, 24): "Ngày Văn hóa Việt Nam",
}


class Mark(StrEnum):
    """What a row of a calendar makes of its day."""

    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    """A working day that is off instead of another (ngày nghỉ bù, ngày hoán đổi)."""
    MAKE_UP = "make_up"
    """A day of rest that is worked instead of another (ngày làm bù)."""


class Why(StrEnum):
    """Why a day does not count."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One day that is not what its weekday says, by which source, and whether that was checked."""

    day: date
    mark: Mark
    name: str
    source: str
    verified: bool

    def __post_init__(self) -> None:
        if self.mark is Mark.MAKE_UP and self.day.weekday() < _SATURDAY:
            raise ValueError(f"{self.day} is no Saturday or Sunday: it needs no making up")
        # It would change nothing: the holidays of the law stand above every row.
        if self.mark is not Mark.HOLIDAY and fixed_holiday(self.day):
            raise ValueError(f"{self.day} is a holiday by law each year")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Rows of whole years up to ``until``, under the name of their version.

    Years without rows are read by weekends and the holidays that the law fixes. An unverified row
    is never taken for a longer time: its day counts as worked, whichever mark it has.
    """

    version: str
    rows: tuple[CalendarRow, ...]
    until: int
    _by_day: dict[date, CalendarRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_day = {row.day: row for row in self.rows}
        if len(by_day) < len(self.rows):
            raise ValueError("a day has one row")
        if any(day.year > self.until for day in by_day):
            raise ValueError(f"a row lies after {self.until}, the last year covered")
        object.__setattr__(self, "_by_day", by_day)

    def row(self, day: date) -> CalendarRow | None:
        """Find the row of a day."""
        return self._by_day.get(day)

    def covers(self, day: date) -> bool:
        """Say whether a day lies within the horizon; what is counted beyond it is provisional."""
        return day.year <= self.until

    def why_off(self, day: date) -> Why | None:
        """Say why a day does not count towards a deadline; None: it counts."""
        row = self.row(day)
        if fixed_holiday(day):
            return Why.HOLIDAY
        # Unverified ones too: a day that counts can only make a date earlier, never later than the
        # law.
        if row is not None and row.mark is Mark.MAKE_UP:
            return None
        if day.weekday() >= _SATURDAY:
            return Why.WEEKEND
        # A day off that nobody confirmed counts as worked, so that no time is longer than it may
        # be.
        if row is None or not row.verified:
            return None
        return Why(row.mark.value)

    def worked(self, day: date) -> bool:
        """Say whether a day counts towards a deadline."""
        return self.why_off(day) is None

    def doubt(self, day: date) -> CalendarRow | None:
        """Find the unverified row because of which alone a day counts."""
        row = self.row(day)
        if row is None or row.verified or fixed_holiday(day):
            return None
        weekend = day.weekday() >= _SATURDAY
        # Only where the row says other than the weekday does is anything in doubt.
        return row if weekend == (row.mark is Mark.MAKE_UP) else None

    def surely_worked(self, day: date) -> bool:
        """Say whether a day is worked whatever becomes of what is not verified yet."""
        return self.worked(day) and self.doubt(day) is None


def fixed_holiday(day: date) -> bool:
    """Say whether a day is a holiday by law each year (Bộ luật Lao động 2019 Đ.112.1)."""
    return fixed_name(day) is not None


def fixed_name(day: date) -> str | None:
    """Name the holiday that the law fixes on a day, if any."""
    if (day.month, day.day) == (11, 24) and day.year < CULTURE_DAY_SINCE:
        return None
    return _FIXED.get((day.month, day.day))


def latest_worked(day: date, calendar: Calendar) -> date:
    """Find the surely worked day that is this day or the nearest before it."""
    while not calendar.surely_worked(day):
        day -= ONE_DAY
    return day


def next_worked(day: date, calendar: Calendar) -> date:
    """Find the worked day that is this day or the nearest after it."""
    while not calendar.worked(day):
        day += ONE_DAY
    return day


def worked_after(day: date, n: int, calendar: Calendar) -> date:
    """Find the n-th day after a day that counts as worked."""
    for _ in range(n):
        day = next_worked(day + ONE_DAY, calendar)
    return day


def worked_before(day: date, n: int, calendar: Calendar) -> date:
    """Find the n-th surely worked day before a day."""
    for _ in range(n):
        day = latest_worked(day - ONE_DAY, calendar)
    return day
