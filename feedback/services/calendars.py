"""The calendar of working days, and deadlines counted by it. What was told is never recomputed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from feedback.domain import deadlines, rules, visibility
from feedback.domain.calendar import Calendar, CalendarRow
from feedback.domain.days import local_day
from feedback.domain.deadlines import Due
from feedback.domain.roles import Role, Viewer
from feedback.domain.rules import Clock, Rule, Variant
from feedback.services import calendar_lines, deadline_rules, spreadsheet
from feedback.services.authority import Act, require
from feedback.services.refusals import NotFound
from feedback.store import audit, calendars
from feedback.store.calendars import Version
from feedback.store.work import Work

__all__ = ["Version"]

SHIPPED = "shipped-2026-11"
"""The version that ships with the product; it holds until an office imports its own."""
_DATA = "calendar.csv"
_WARN_FROM = 9
"""The month of the last year covered from which its end is warned of."""
_SOON = timedelta(days=120)
"""How far ahead a day off that is not verified is warned of."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The new version, the last year it covers, its rows, and what deserves a warning."""

    version: str
    until: int
    rows: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Horizon:
    """What is not known far enough ahead: nothing after the year ``until``, ``open`` not surely.

    ``near``: that year ends soon, or has ended.
    """

    until: int
    near: bool
    open: tuple[CalendarRow, ...]


def current(work: Work) -> Calendar:
    """Give the calendar that holds: the newest imported version, else what ships."""
    newest = calendars.newest(work)
    return shipped() if newest is None else version(work, newest)


def version(work: Work, name: str) -> Calendar:
    """Give any version there ever was; raise NotFound for no such."""
    found = shipped() if name == SHIPPED else calendars.calendar(work, name)
    if found is None:
        known = ", ".join((*(one.name for one in calendars.versions(work)), SHIPPED))
        raise NotFound(f"There is no calendar {name[:40]!r}; there are: {known}.")
    return found


def versions(work: Work) -> tuple[Version, ...]:
    """List the imported versions, the newest first."""
    return calendars.versions(work)


@lru_cache(maxsize=1)
def shipped() -> Calendar:
    """Read the calendar that comes with the product."""
    data = files("feedback.services").joinpath("data", _DATA).read_bytes()
    # It follows on no other, so that there is no year that it could leave out.
    rows, _ = _read(data, covered=None)
    return Calendar(SHIPPED, rows, max(row.day.year for row in rows))


def import_file(work: Work, viewer: Viewer, data: bytes, source: str) -> Imported:
    """Add a version in which the years of a CSV stand as the file says, the others as before.

    Raises BadFile with every bad line, and then nothing is stored. No date that was told moves.
    """
    require(work, viewer, Act.MANAGE_CALENDAR)
    before = current(work)
    rows, warnings = _read(data, covered=before.until)
    years = {row.day.year for row in rows}
    kept = tuple(row for row in before.rows if row.day.year not in years)
    # A corrected year of the past must not bring the horizon nearer.
    until = max(before.until, *years)
    name = calendars.add(work, (*kept, *rows), until, source, viewer.name)
    told = f"{len(rows)} rows for {', '.join(map(str, sorted(years)))}"
    audit.note(work, viewer.name, "calendar.imported", name, before.version, told, source)
    unverified = sum(not row.verified for row in rows)
    if unverified:
        warnings = (*warnings, f"{unverified} days are not verified: they count as worked")
    return Imported(name, until, len(rows), warnings)


def every_rule() -> tuple[Rule, ...]:
    """List all rules of time."""
    return deadline_rules.shipped()


def rule(code: str, on_day: date) -> Rule:
    """Find a rule by its code, or by the kind whose plain one it is; raise NotFound, listing all.

    ``on_day`` is the day of receipt: it decides which version applies.
    """
    found = (
        rules.by_code(every_rule(), code, on_day)
        or rule_for(code, on_day=on_day)
        or rule_for(code, Clock.EVENT, on_day=on_day)
    )
    if found is None:
        known = ", ".join(dict.fromkeys(one.code for one in every_rule() if one.holds(on_day)))
        raise NotFound(f"There is no rule {code[:40]!r} on {on_day}; there are: {known}.")
    return found


def rule_for(
    kind: str,
    clock: Clock = Clock.RECEIVED,
    variant: Variant = Variant.PLAIN,
    *,
    on_day: date,
) -> Rule | None:
    """Find the rule for a kind received on a day; None where nothing is promised (praise)."""
    return rules.by_kind(every_rule(), kind, clock, variant, on_day)


def deadline(
    work: Work,
    kind: str,
    received: date,
    *,
    accepted: date | None = None,
    variant: Variant = Variant.PLAIN,
) -> Due | None:
    """Count the deadline of something received on a day; with ``accepted`` that of settling it.

    The day of receipt decides which rule applies, whichever day is counted from.
    """
    clocks = (Clock.RECEIVED, Clock.EVENT) if accepted is None else (Clock.ACCEPTED,)
    fitting = (rule_for(kind, clock, variant, on_day=received) for clock in clocks)
    found = next((one for one in fitting if one is not None), None)
    return None if found is None else deadlines.due(found, accepted or received, current(work))


def shown_until(work: Work, role: Role) -> date | None:
    """Give the last local day of which a role may see anything now; None: without limit."""
    if not visibility.rated(role):
        return None
    return visibility.shown_until(role, local_day(work.now), current(work))


def horizon_warning(work: Work) -> Horizon | None:
    """Say what of the calendar is not known far enough ahead; None where all is."""
    today, known = local_day(work.now), current(work)
    near = today >= date(known.until, _WARN_FROM, 1)
    opened = tuple(
        row for row in known.rows if today < row.day <= today + _SOON and known.doubt(row.day)
    )
    return Horizon(known.until, near, opened) if near or opened else None


def _read(data: bytes, covered: int | None) -> tuple[tuple[CalendarRow, ...], tuple[str, ...]]:
    sheet = spreadsheet.read(data, required=calendar_lines.REQUIRED, optional=())
    rows = calendar_lines.parse(sheet.lines, sheet.problems)
    if rows and not sheet.problems.found and covered is not None:
        calendar_lines.check_years(rows, covered, sheet.problems)
    sheet.problems.refuse_if_any()
    return tuple(sorted(rows, key=lambda row: row.day)), sheet.warnings
