"""Reads the lines of a file of units; what they mean for the tree is not decided here."""

import re
from dataclasses import dataclass
from datetime import date

from feedback.domain.names import LONGEST_NAME
from feedback.services import spreadsheet
from feedback.services.places.kinds import Kinds
from feedback.services.spreadsheet import Line, Problems

REQUIRED = ("code", "name", "kind")
OPTIONAL = ("parent_code", "group", "valid_from", "valid_to", "formed_from")
_LONGEST_CODE = 64
CODE_RULE = f"at most {_LONGEST_CODE} characters, without @ and /"
# A spreadsheet makes 1.0E+05 of a long code, and 12.0 of a short one.
_MANGLED = re.compile(r"\d+(\.\d+)?E\+?\d+|\d+\.0+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as a file tells it. No ``valid_from`` means the version that is there already."""

    number: int
    code: str
    name: str
    kind: str
    parent_code: str = ""
    group: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    formed_from: str = ""
    basis: str = ""


def parse(lines: tuple[Line, ...], kinds: Kinds, problems: Problems) -> list[UnitLine]:
    """Read all lines, noting every problem; lines with one are left out."""
    read = (_parse(line, kinds, problems) for line in lines)
    return [line for line in read if line is not None]


def is_code(text: str) -> bool:
    """Say whether a text can be a unit's code, which ``CODE@DATE`` and ``CODE/desk`` must hold."""
    return 0 < len(text) <= _LONGEST_CODE and "@" not in text and "/" not in text


def _parse(line: Line, kinds: Kinds, problems: Problems) -> UnitLine | None:
    before = len(problems.found)
    code, name = line.cell("code"), line.cell("name")
    for what in (*_wrong_code(code), *_wrong_name(name)):
        problems.add(line.number, what)
    kind = kinds.find(line.cell("kind"))
    if kind is None:
        said = line.cell("kind")[:40]
        problems.add(line.number, f"kind {said!r} is unknown; known are {kinds.codes()}")
    since, until = _day(line, "valid_from", problems), _day(line, "valid_to", problems)
    if kind is None or len(problems.found) > before:
        return None
    return UnitLine(
        line.number,
        code,
        name,
        kind.code,
        line.cell("parent_code"),
        line.cell("group"),
        since,
        until,
        line.cell("formed_from"),
    )


def _wrong_code(code: str) -> list[str]:
    if not code:
        return ["the code is empty"]
    if not is_code(code):
        return [f"code {code[:80]!r}: {CODE_RULE}"]
    if _MANGLED.fullmatch(code):
        return [f"code {code!r} was changed by a spreadsheet; format the column as text"]
    return []


def _wrong_name(name: str) -> list[str]:
    if not name:
        return ["the name is empty"]
    if len(name) > LONGEST_NAME:
        return [f"the name has {len(name)} characters, more than {LONGEST_NAME}"]
    return []


def _day(line: Line, column: str, problems: Problems) -> date | None:
    try:
        return spreadsheet.day(line.cell(column))
    except ValueError as error:
        said = line.cell(column)[:40]
        problems.add(line.number, f"{column} {said!r} is no day like 2025-07-01: {error}")
        return None
