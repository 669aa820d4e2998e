"""Rows of the tree and of the desks: name, how many, the index with its interval, what may be
said. Pure."""

from dataclasses import dataclass

from rich.text import Text

from admin_tui import numbers, words
from admin_tui.branches import Branch
from admin_tui.columns import Align, fit, put
from admin_tui.ink import Ink
from admin_tui.literal import one_line
from admin_tui.reading import DeskRow
from feedback.domain.index import Confidence, Figure

WIDE = 104
"""From so many cells on the target and the plan's reading have columns of their own."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its heading and width."""

    heading: str
    width: int
    align: Align = Align.RIGHT


_NARROW = (
    Column("Số lượt", 8),
    Column("Chỉ số", 7),
    Column("Khoảng 95%", 12),
    Column("So mục tiêu", 15, Align.LEFT),
)
_BROAD = (
    Column("Số lượt", 9),
    Column("Chỉ số", 8),
    Column("Khoảng 95%", 13),
    Column("Mục tiêu", 8),
    Column("Kế hoạch", 9, Align.LEFT),
    Column("So mục tiêu", 15, Align.LEFT),
)


def columns(width: int) -> tuple[Column, ...]:
    """Choose the columns of figures for a width."""
    return _BROAD if width >= WIDE else _NARROW


def heading(first: str, width: int, ink: Ink) -> Text:
    """Draw the headings of a table."""
    line = Text()
    put(line, first, _room(width), ink.dim)
    for column in columns(width):
        put(line, column.heading, column.width, ink.dim, column.align)
    line.rstrip()
    return line


def branch(row: Branch, width: int, ink: Ink) -> Text:
    """Draw a unit of the tree."""
    sign = ("▾ " if row.open else "▸ ") if row.parent else "  "
    node = row.node
    name = node.name if node.ended is None else f"{node.name} (đến {numbers.day(node.ended)})"
    return _line("  " * row.depth + sign, name, node.sample, node.figure, width, ink)


def desk(row: DeskRow, width: int, ink: Ink) -> Text:
    """Draw a desk, with its code where there is room."""
    lead = f"{row.code:<7}" if width >= WIDE else ""
    return _line(lead, row.name, row.sample, row.figure, width, ink)


def _line(lead: str, name: str, sample: bool, figure: Figure, width: int, ink: Ink) -> Text:
    line = Text()
    room = _room(width) - len(lead) - (len(words.SAMPLE) + 1 if sample else 0)
    line.append(lead, ink.dim)
    line.append(fit(one_line(name), room), ink.text)
    if sample:
        line.append(f" {words.SAMPLE}", ink.sample)
    line.append(" ")
    _figures(line, figure, width, ink)
    return line


def _figures(line: Text, figure: Figure, width: int, ink: Ink) -> None:
    chosen = columns(width)
    if figure.index is None:
        rest = sum(column.width + 1 for column in chosen) - 1
        line.append(fit(words.EMPTY, rest), ink.dim)
        return
    for column, (text, style) in zip(chosen, _cells(figure, len(chosen), ink), strict=True):
        put(line, text, column.width, style, column.align)


def _cells(figure: Figure, count: int, ink: Ink) -> list[tuple[str, str]]:
    first = [
        (numbers.whole(figure.counts.n), ink.text),
        (numbers.percent(figure.index), ink.strong),
        (numbers.span(figure.low, figure.high), ink.dim),
    ]
    plan = {None: "", True: "đạt", False: "chưa đạt"}[figure.meets]
    extra = [(numbers.brief(figure.target), ink.target), (plan, ink.text)]
    verdict = [(words.verdict(figure.confidence), tint(figure.confidence, ink))]
    return first + (extra if count == len(_BROAD) else []) + verdict


def tint(confidence: Confidence | None, ink: Ink) -> str:
    """Choose a colour only where the data can tell; the words say the same."""
    if confidence is Confidence.ABOVE:
        return ink.good
    return ink.bad if confidence is Confidence.BELOW else ink.dim


def _room(width: int) -> int:
    return max(12, width - sum(column.width + 1 for column in columns(width)) - 1)
