"""Reads what offices hand in as CSV: into numbered lines, never into guesses.

UTF-8 with or without BOM, a header row, comma or semicolon; a bad file is refused with every line.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from feedback.domain.names import clean
from feedback.services.refusals import BadFile

LARGEST = 20_000_000
_MOST_PROBLEMS = 50_000
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number, as an editor counts them, and its cleaned cells."""

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Give a cell, empty where the file has no such column."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class Problems:
    """Collects what is wrong with a file, line by line."""

    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        """Note what is wrong with a line."""
        self.found.append((line, what))

    def refuse_if_any(self) -> None:
        """Raise BadFile with every problem, in the order of the lines."""
        if not self.found:
            return
        told = [f"line {line}: {what}" for line, what in sorted(self.found)]
        more = len(told) - _MOST_PROBLEMS
        if more > 0:
            told = [*told[:_MOST_PROBLEMS], f"and {more} more"]
        raise BadFile(tuple(told))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a file, what is wrong with it so far, and what deserves a warning.

    ``broken`` are the lines whose cells do not stand under the headings: each is among the
    problems already, and only its code may be asked for. Whoever checks the lines adds to
    ``problems`` and refuses at the end, so that a file's every bad line is told at once.
    """

    lines: tuple[Line, ...]
    problems: Problems
    broken: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = ()


def read(data: bytes, *, required: Collection[str], optional: Collection[str]) -> Sheet:
    """Read a file's lines; raise BadFile only when it cannot be a table with these columns."""
    problems = Problems()
    rows = _rows(_text(data), problems)
    header = _header(next(rows, (0, []))[1])
    if wrong := tuple(_wrong_header(header, required)):
        raise BadFile(wrong)
    known = {*required, *optional}
    lines, broken = _lines(rows, header, known, problems)
    if not lines and not problems.found:
        raise BadFile(("The file has a header and no lines.",))
    unknown = [name for name in header if name and name not in known]
    warnings = tuple(f"column {name!r} is unknown and was ignored" for name in unknown)
    return Sheet(lines, problems, broken, warnings)


def day(text: str) -> date | None:
    """Read a day written 2025-07-01 or 1/7/2025, None where empty; raise ValueError otherwise."""
    if not text:
        return None
    if written := _DAY.fullmatch(text):
        return date(int(written[3]), int(written[2]), int(written[1]))
    # A cell that is not formatted as a day is written as the days since 1900.
    if text.isdigit():
        raise ValueError(f"{text} is a number, not a day; format the cells as 2025-07-01")
    return date.fromisoformat(text)


def words(cell: str) -> tuple[str, ...]:
    """Split a cell that lists several codes, parted by ``|``, ``;``, ``,`` or spaces."""
    return tuple(dict.fromkeys(part for part in re.split(r"[|;,\s]+", cell) if part))


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise BadFile((f"The file is larger than {LARGEST // 1_000_000} MB; split it.",))
    advice = "save it as CSV UTF-8"
    if data.startswith(_UTF_16):
        raise BadFile((f"The file is UTF-16; {advice}.",))
    # A workbook is a zip archive, whatever its name ends in.
    if data.startswith(b"PK"):
        raise BadFile((f"The file is a workbook, not CSV; {advice}.",))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile((f"line {line}: this is not UTF-8; {advice}.",)) from None


def _rows(text: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    # Where the comma parts decimals, as in Viet Nam, spreadsheets write semicolons.
    delimiter = ";" if first.count(";") > first.count(",") else ","
    # Strict, since a stray quote would otherwise swallow lines until the next one, unseen.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                # The line that a row begins on: a quoted cell may hold line breaks.
                yield before + 1, row
            before = reader.line_num
    except csv.Error as error:
        problems.add(reader.line_num, f"{error}; nothing after this could be read")


def _header(cells: list[str]) -> list[str]:
    named = [clean(name).lower() for name in cells]
    # Spreadsheets leave empty columns behind at the right.
    while named and not named[-1]:
        named.pop()
    return named


def _wrong_header(header: list[str], required: Collection[str]) -> Iterator[str]:
    if not header:
        yield "The file is empty."
        return
    for name in required:
        if name not in header:
            yield f"line 1: the column {name!r} is missing; found: {', '.join(header)[:200]}"
    for name, times in Counter(header).items():
        if name and times > 1:
            yield f"line 1: the column {name!r} occurs {times} times"


def _lines(
    rows: Iterator[tuple[int, list[str]]], header: list[str], known: set[str], problems: Problems
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    lines: list[Line] = []
    broken: list[Line] = []
    for number, row in rows:
        cells = zip(header, row, strict=False)
        line = Line(number, {name: clean(cell) for name, cell in cells if name in known})
        wrong = _wrong_length(row, header)
        if wrong:
            problems.add(number, wrong)
        (broken if wrong else lines).append(line)
    return tuple(lines), tuple(broken)


def _wrong_length(row: list[str], header: list[str]) -> str:
    told = f"{len(row)} cells under {len(header)} headings"
    if any(cell.strip() for cell in row[len(header) :]):
        return f"{told}; quote the commas"
    return f"{told}; write empty cells too" if len(row) < len(header) else ""
