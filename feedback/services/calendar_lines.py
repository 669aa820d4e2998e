"""Reads the lines of a file of days off and made up; whole years, so that none loses a holiday."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from feedback.domain.calendar import CalendarRow, Mark
from feedback.domain.names import LONGEST_NAME, fold
from feedback.services import spreadsheet
from feedback.services.spreadsheet import Line, Problems

REQUIRED = ("day", "kind", "name", "source", "verified")
FIRST_YEAR, LAST_YEAR = 2020, 2100
_LONGEST_SOURCE = 300
# Spelled as `fold` leaves them: small, and without marks.
_SAID = {"yes": True, "true": True, "1": True, "co": True, "no": False, "false": False, "0": False}
_SAID |= {"khong": False, "roi": True, "chua": False}
_NEW_YEAR = ((1, 15), (2, 28))
"""The five days of the lunar new year all lie between these two days of a year."""


def parse(lines: Iterable[Line], problems: Problems) -> list[CalendarRow]:
    """Read all lines, noting every problem; lines with one are left out."""
    seen: dict[date, int] = {}
    rows = []
    for line in lines:
        row = _row(line, problems)
        if row is None:
            continue
        if row.day in seen:
            problems.add(line.number, f"{row.day} stands in line {seen[row.day]} already")
        seen.setdefault(row.day, line.number)
        rows.append(row)
    return rows


def check_years(rows: Iterable[CalendarRow], covered: int, problems: Problems) -> None:
    """Note years that are not whole, or do not follow on ``covered``, the last one known."""
    off = Counter(row.day.year for row in rows if _is_new_year(row))
    years = sorted({row.day.year for row in rows})
    for year in years:
        # A file of one corrected line would otherwise take away all days off of the new year.
        if off[year] < 2:
            what = "has no days off for the lunar new year; a file holds its years whole"
            problems.add(1, f"the year {year} {what}")
    # A year left out would count as covered, and have no lunar new year at all.
    for year in range(covered + 1, max(years, default=covered)):
        if year not in years:
            problems.add(1, f"the year {year} is missing before {years[-1]}")


def _is_new_year(row: CalendarRow) -> bool:
    first, last = _NEW_YEAR
    return row.mark is not Mark.MAKE_UP and first <= (row.day.month, row.day.day) <= last


def _row(line: Line, problems: Problems) -> CalendarRow | None:
    before = len(problems.found)
    day, mark, verified = _day(line, problems), _mark(line, problems), _verified(line, problems)
    for column, longest in (("name", LONGEST_NAME), ("source", _LONGEST_SOURCE)):
        if not 1 <= len(line.cell(column)) <= longest:
            problems.add(line.number, f"the {column} has 1 to {longest} characters")
    if day is None or mark is None or verified is None or len(problems.found) > before:
        return None
    try:
        return CalendarRow(day, mark, line.cell("name"), line.cell("source"), verified)
    except ValueError as error:
        problems.add(line.number, str(error))
        return None


def _day(line: Line, problems: Problems) -> date | None:
    said = line.cell("day")
    try:
        day = spreadsheet.day(said)
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        problems.add(
            line.number,
            f"day {said[:40]!r} is no day like 2027-02-08 from {FIRST_YEAR} to {LAST_YEAR}",
        )
        return None
    return day


def _mark(line: Line, problems: Problems) -> Mark | None:
    said = line.cell("kind")
    if said in tuple(Mark):
        return Mark(said)
    known = ", ".join(Mark)
    problems.add(line.number, f"kind {said[:40]!r} is unknown; known are {known}")
    return None


def _verified(line: Line, problems: Problems) -> bool | None:
    said = line.cell("verified")
    found = _SAID.get(fold(said))
    if found is None:
        problems.add(line.number, f"verified is yes or no, not {said[:40]!r}")
    return found
