"""The index month by month: a point in its interval, the target as a line. It draws no arrow and
joins no points, since a line between two months would claim more than the data carry."""

from dataclasses import dataclass

from rich.text import Text

from admin_tui import numbers, words
from admin_tui.ink import Ink
from admin_tui.reading import Month
from feedback.domain.index import FEWEST, Figure

COLUMN = 8
"""Cells a month takes."""
_AXIS = 6
# Basis points a row; each gives an axis whose numbers one can read.
_STEPS = (200, 250, 500, 1000, 2000, 2500, 5000)
_TOP = 10_000


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values of rows: the top row is ``top``, each row below it one ``step`` less."""

    top: int
    step: int
    rows: int
    target: int | None

    def row(self, value: int) -> int:
        """Give the row nearest to a value in basis points, counted from the top.

        Only the target itself is drawn on its line: what is below it stands below and what is
        above it above, so that an interval crosses the line exactly when it holds the target.
        """
        down = self._nearest(value)
        if self.target is not None:
            # Never the top row: there has to be room above the line for what lies above the target.
            line = max(1, self._nearest(self.target))
            down = _beside(line, down, value - self.target)
        return min(max(down, 0), self.rows - 1)

    def _nearest(self, value: int) -> int:
        return (2 * (self.top - value) + self.step) // (2 * self.step)

    def value(self, row: int) -> int:
        """Give the value of a row."""
        return self.top - self.step * row


def _beside(line: int, row: int, above: int) -> int:
    if not above:
        return line
    return min(row, line - 1) if above > 0 else max(row, line + 1)


def trend(months: tuple[Month, ...], width: int, height: int, ink: Ink) -> Text:
    """Draw the newest months that fit; the last three lines name month, index and n."""
    shown = months[-max(1, (width - _AXIS) // COLUMN) :]
    figures = [month.figure for month in shown]
    if not any(figure.counts.n for figure in figures):
        return Text(words.EMPTY, ink.dim)
    target = next((f.target for f in reversed(figures) if f.target is not None), None)
    scale = _scale(figures, target, max(4, height - 3))
    lines = [_row(row, scale, figures, ink) for row in range(scale.rows)]
    return Text("\n").join([*lines, *_legend(shown, ink)])


def _scale(figures: list[Figure], target: int | None, rows: int) -> _Scale:
    # Wide intervals of few ratings would flatten all the others; they may leave the picture.
    many = [f for f in figures if f.counts.n >= FEWEST] or figures
    points = [f.index for f in figures if f.index is not None]
    points += [] if target is None else [target]
    lowest = min([f.low for f in many if f.low is not None] + points)
    highest = max([f.high for f in many if f.high is not None] + points)
    for step in _STEPS:
        top = min(_TOP, -(-highest // step) * step)
        below = lowest if target is None else min(lowest, target - step)
        if top - step * (rows - 1) <= below:
            return _Scale(top, step, rows, target)
    return _Scale(_TOP, _STEPS[-1], rows, target)


def _row(row: int, scale: _Scale, figures: list[Figure], ink: Ink) -> Text:
    target = scale.target
    on_target = target is not None and scale.row(target) == row
    line = Text()
    if on_target:
        line.append(f"{numbers.brief(target):>5} ", ink.target)
    elif row % 2 == 0 and scale.value(row) >= 0:
        line.append(f"{numbers.brief(scale.value(row)):>5} ", ink.dim)
    else:
        line.append(" " * _AXIS)
    for figure in figures:
        _cell(line, row, scale, figure, on_target, ink)
    return line


def _cell(line: Text, row: int, scale: _Scale, figure: Figure, on_target: bool, ink: Ink) -> None:
    blank, style = ("┄", ink.target) if on_target else (" ", ink.faint)
    left = (COLUMN - 1) // 2
    line.append(blank * left, style)
    sign, own = _sign(row, scale, figure, ink)
    line.append(sign or blank, own if sign else style)
    line.append(blank * (COLUMN - 1 - left), style)


def _sign(row: int, scale: _Scale, figure: Figure, ink: Ink) -> tuple[str, str]:
    if figure.index is None or figure.low is None or figure.high is None:
        return "", ""
    few = figure.counts.n < FEWEST
    if row == scale.row(figure.index):
        return ("○", ink.dim) if few else ("●", ink.accent)
    top, bottom = scale.row(figure.high), scale.row(figure.low)
    if not top <= row <= bottom:
        return "", ""
    leaves = figure.low < scale.value(scale.rows - 1)
    # An interval that goes on below the picture has no end to show there.
    ends = {top: "┬"} if leaves else {top: "┬", bottom: "┴"}
    return ends.get(row, "│"), ink.faint if few else ink.dim


def _legend(months: tuple[Month, ...], ink: Ink) -> list[Text]:
    named, valued, counted = Text(" " * _AXIS), Text(" " * _AXIS), Text("    n ", ink.dim)
    for month in months:
        figure = month.figure
        named.append(f"{numbers.month(month.first):^{COLUMN}}", ink.dim)
        valued.append(f"{numbers.percent(figure.index, sign=False):^{COLUMN}}", ink.strong)
        counted.append(f"{numbers.whole(figure.counts.n):^{COLUMN}}", ink.dim)
    return [named, valued, counted]
