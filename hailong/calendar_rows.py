"""The calendar, its rules and a counted deadline as rows and words of a report. It counts none."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from admin_tui.due_words import explained
from feedback.domain.calendar import ONE_DAY, Calendar, CalendarRow, Mark, fixed_name
from feedback.domain.deadlines import Due, steps
from feedback.domain.rules import Length, Rule
from feedback.services.calendars import Version
from hailong.figures import write_csv

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LAW = "Bộ luật Lao động 2019 Đ.112"
_UNITS = {Length.WORKING_DAYS: "working days", Length.DAYS: "days", Length.HOURS: "hours"}


def of_year(calendar: Calendar, year: int) -> tuple[list[dict[str, object]], dict[str, object]]:
    """Give the special days of a year, and what is to be said of the year as a whole."""
    first = date(year, 1, 1)
    days = [first + n * ONE_DAY for n in range((date(year + 1, 1, 1) - first).days)]
    rows = [_of_row(row) for day in days if (row := _row(calendar, day)) is not None]
    extra: dict[str, object] = {
        "year": year,
        "version": calendar.version,
        "until": calendar.until,
        "provisional": not calendar.covers(first),
        "working_days": sum(map(calendar.worked, days)),
    }
    return rows, extra


def summary(extra: Mapping[str, object]) -> str:
    """Say what is to be said of a year as a whole."""
    told = f"{extra['year']}: {extra['working_days']} working days (calendar {extra['version']})"
    if extra["provisional"]:
        return f"{told}, provisional: the calendar ends with {extra['until']}"
    return told


def written(rows: Sequence[Mapping[str, object]]) -> str:
    """Write the days of a year as a file that can be edited and imported."""
    columns = ("day", "kind", "name", "source")
    verified = ("yes" if row["verified"] else "no" for row in rows)
    told = ({name: row[name] for name in columns} for row in rows)
    days = [one | {"verified": yes} for one, yes in zip(told, verified, strict=True)]
    return write_csv(days, dict.fromkeys((*columns, "verified")))


def of_due(due: Due, calendar: Calendar) -> dict[str, object]:
    """Give a deadline with all it rests on."""
    after = steps(due, calendar)
    return {
        "from": due.start.isoformat(),
        "due_on": due.on.isoformat(),
        "due_provisional": due.provisional,
        "unverified": due.unverified,
        "rule": of_rule(due.rule),
        "calendar": due.calendar,
        "end": due.end.isoformat(),
        "counted": [day.isoformat() for day in _counted(due, calendar)],
        "skipped": [asdict(one) | {"day": one.day.isoformat()} for one in due.skipped],
        "doubts": [asdict(one) | {"day": one.day.isoformat()} for one in due.doubts],
        "steps": {name: day.isoformat() for name, day in asdict(after).items()},
        "due_why": list(explained(due)),
        "due_why_en": list(explained(due, "en")),
    }


def of_rule(rule: Rule) -> dict[str, object]:
    """Give a rule as a row."""
    until = None if rule.to_day is None else rule.to_day.isoformat()
    return asdict(rule) | {"from_day": rule.from_day.isoformat(), "to_day": until}


def cells(rule: Rule) -> dict[str, object]:
    """Give a rule as it is printed."""
    more = f" +{rule.extra}" * rule.times
    until = f" to {rule.to_day}" if rule.to_day else ""
    return {
        "code": rule.code,
        "title": rule.title,
        "length": f"{rule.length}{more} {_UNITS[rule.unit]}",
        "clock": "before" if rule.before else rule.clock.value,
        "holds": f"{rule.from_day}{until}",
        "source": rule.source if rule.verified else f"{rule.source}: not verified",
    }


def of_version(version: Version) -> dict[str, object]:
    """Give an imported version as a row."""
    return {
        "version": version.name,
        "until": version.until,
        "source": version.source,
        "by": version.by,
        "at": version.at.isoformat(),
    }


def _row(calendar: Calendar, day: date) -> CalendarRow | None:
    row, fixed = calendar.row(day), fixed_name(day)
    if row is not None or fixed is None:
        return row
    return CalendarRow(day, Mark.HOLIDAY, fixed, _LAW, verified=True)


def _of_row(row: CalendarRow) -> dict[str, object]:
    return {
        "day": row.day.isoformat(),
        "weekday": _WEEKDAYS[row.day.weekday()],
        "kind": row.mark.value,
        "name": row.name,
        "source": row.source,
        "verified": row.verified,
    }


def _counted(due: Due, calendar: Calendar) -> list[date]:
    """Give the days that were counted one by one; none where a time runs by calendar days."""
    if due.rule.unit is not Length.WORKING_DAYS:
        return []
    if due.rule.before:
        days = [due.end + n * ONE_DAY for n in range((due.start - due.end).days)]
        # Counted back, a day that may be off must not count, so that the notice comes in time.
        return [day for day in days if calendar.surely_worked(day)]
    days = [due.start + n * ONE_DAY for n in range(1, (due.end - due.start).days + 1)]
    return [day for day in days if calendar.worked(day)]
