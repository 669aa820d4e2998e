"""Gateway of the calendar's versions. It reads and adds them, and changes none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from feedback.domain.calendar import Calendar, CalendarRow, Mark
from feedback.store.tables.calendars import calendar_row, calendar_version
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the calendar: its name, the last year it covers, where it came from."""

    name: str
    until: int
    source: str
    at: datetime
    by: str


_VERSIONS = select(
    calendar_version.c.id,
    calendar_version.c.until,
    calendar_version.c.source,
    calendar_version.c.at,
    calendar_version.c.by,
).order_by(calendar_version.c.id.desc())
_ROWS = select(
    calendar_row.c.day,
    calendar_row.c.mark,
    calendar_row.c.name,
    calendar_row.c.source,
    calendar_row.c.verified,
).order_by(calendar_row.c.day)


def add(work: Work, rows: Iterable[CalendarRow], until: int, source: str, by: str) -> str:
    """Add a version, which holds from now on; give its name."""
    added = work.connection.execute(
        insert(calendar_version)
        .values(until=until, source=source, at=work.now, by=by)
        .returning(calendar_version.c.id)
    )
    version: int = added.scalar_one()
    values = [
        {
            "version_id": version,
            "day": row.day,
            "mark": row.mark.value,
            "name": row.name,
            "source": row.source,
            "verified": row.verified,
        }
        for row in rows
    ]
    work.connection.execute(insert(calendar_row), values)
    return str(version)


def newest(work: Work) -> str | None:
    """Name the newest version."""
    found = work.connection.scalar(select(func.max(calendar_version.c.id)))
    return None if found is None else str(found)


def versions(work: Work) -> tuple[Version, ...]:
    """List the versions, the newest first."""
    return tuple(Version(str(row[0]), *row[1:]) for row in work.connection.execute(_VERSIONS))


def calendar(work: Work, name: str) -> Calendar | None:
    """Read a version; None where there is no such."""
    # The name comes from a stored deadline or a command; a longer number overflows the column.
    if not (name.isascii() and name.isdigit() and len(name) < 10):
        return None
    version = work.connection.execute(_VERSIONS.where(calendar_version.c.id == int(name))).first()
    if version is None:
        return None
    rows = work.connection.execute(_ROWS.where(calendar_row.c.version_id == int(name)))
    read = tuple(CalendarRow(day, Mark(mark), *rest) for day, mark, *rest in rows)
    return Calendar(name, read, version.until)
