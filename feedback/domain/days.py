"""Local days of Viet Nam (UTC+7, no summer time). Instants are aware datetimes, never naive."""

from datetime import date, datetime, timedelta, timezone

# Without summer time an offset says all, and no database of zones has to be installed.
LOCAL = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def local_day(at: datetime) -> date:
    """Give the calendar day in Viet Nam of an aware instant."""
    return at.astimezone(LOCAL).date()


def start_of(day: date) -> datetime:
    """Give the first instant of a local day."""
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


def quarter_of(day: date) -> str:
    """Name the calendar quarter of a day, as in ``2026Q3``."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def month_of(day: date) -> date:
    """Give the first day of the month that holds a day."""
    return day.replace(day=1)


def start_of_quarter(day: date) -> date:
    """Give the first day of the calendar quarter that holds a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
