"""Owns answer templates: their placeholders, and how these are filled.

A placeholder is a known word in braces, e.g. `{han}`; `{{` and `}}` are braces themselves. What is
put in stands there as it is: nothing in it is ever read as a placeholder.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import assert_never


class Placeholder(StrEnum):
    """What a template may leave open."""

    CODE = "ma"
    """The code by which staff speak of the case."""
    UNIT = "don_vi"
    """The unit that answers."""
    RECEIVED = "ngay_nhan"
    """The day the case was received; a date."""
    DUE = "han"
    """The day an answer is due; a date."""
    WORDS = "noi_dung"
    """What the handler writes."""
    REASON = "ly_do"
    AUTHORITY = "co_quan"
    """Who is competent, where it is another."""
    ADDRESS = "dia_chi"
    """Where that authority receives people and letters."""


DATES = frozenset({Placeholder.RECEIVED, Placeholder.DUE})
Value = str | date
Values = Mapping[Placeholder, Value]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Doubled braces first, or each would be taken for a stray one twice.
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_NAMES = frozenset(map(str, Placeholder))
_LISTED = ", ".join(f"{{{name}}}" for name in Placeholder)


class Fault(Enum):
    """What is wrong with a template, or with what was given to fill it."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    NOT_A_DATE = "not_a_date"
    STRAY = "stray"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, the placeholder or brace it is about, and the line of the template it is in."""

    fault: Fault
    name: str = ""
    line: int = 1

    def told(self) -> str:
        """Tell it in Vietnamese to the person who writes the answer."""
        return f"Dòng {self.line}: {self._said()}"

    def _said(self) -> str:
        name = self.name[:40]
        match self.fault:
            case Fault.UNKNOWN:
                return f"không có ô {{{name}}}. Các ô dùng được: {_LISTED}."
            case Fault.MISSING:
                return f"ô {{{name}}} chưa có nội dung."
            case Fault.NOT_A_DATE:
                return f"ô {{{name}}} phải là một ngày."
            case Fault.STRAY:
                return f"dấu {name} đứng lẻ. Muốn viết chính dấu này, xin gõ {name}{name}."
            case Fault.EMPTY:
                return "mẫu chưa có chữ nào."
            case _:
                assert_never(self.fault)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text in which nothing is left open."""

    text: str


@dataclass(frozen=True, slots=True)
class Unfilled:
    """Why there is no text: every problem, in the order of the template."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One version of a template in one language; an answer keeps which it was written from."""

    code: str
    version: int
    language: str
    title: str
    body: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]{1,40}", self.code):
            raise ValueError(f"a template's code is 1-40 of a-z, 0-9 and -, not {self.code!r}")
        if self.version < 1 or not self.title.strip():
            raise ValueError("a template has a version from 1 and a title")
        if problems := flaws(self.body):
            raise ValueError("; ".join(problem.told() for problem in problems))


def flaws(body: str) -> tuple[Problem, ...]:
    """Find what is wrong with a template, whatever it is filled with."""
    return tuple(_problems(body, None))


def asked(body: str) -> frozenset[Placeholder]:
    """Give the placeholders that a template uses."""
    names = {piece[1] for piece in _PIECE.finditer(body)}
    return frozenset(placeholder for placeholder in Placeholder if placeholder in names)


def fill(body: str, values: Values, language: str = "vi") -> Filled | Unfilled:
    """Fill a template, dates written as the language does, or give every problem at once.

    A blank text counts as missing; values that the template does not ask for are left out.
    """
    if problems := tuple(_problems(body, values)):
        return Unfilled(problems)
    return Filled(_PIECE.sub(lambda piece: _replaced(piece, values, language), body).strip())


def _problems(body: str, values: Values | None) -> Iterator[Problem]:
    if not body.strip():
        yield Problem(Fault.EMPTY)
    for piece in _PIECE.finditer(body):
        if fault := _fault(piece, values):
            name = piece[0] if fault is Fault.STRAY else piece[1]
            yield Problem(fault, name, body.count("\n", 0, piece.start()) + 1)


def _fault(piece: re.Match[str], values: Values | None) -> Fault | None:
    name = piece[1]
    if name is None:
        return Fault.STRAY if piece[0] in ("{", "}") else None
    if name not in _NAMES:
        return Fault.UNKNOWN
    if values is None:
        return None
    value = values.get(Placeholder(name), "")
    if isinstance(value, date):
        return None
    # A blank would go out as a sentence with a hole in it.
    if not value.strip():
        return Fault.MISSING
    return Fault.NOT_A_DATE if name in DATES else None


def _replaced(piece: re.Match[str], values: Values, language: str) -> str:
    if piece[1] is None:
        return piece[0][0]
    value = values[Placeholder(piece[1])]
    return _written(value, language) if isinstance(value, date) else value


def _written(day: date, language: str) -> str:
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"
