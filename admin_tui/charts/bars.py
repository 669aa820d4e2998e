"""Bars of counts with words, numbers and shares beside them: no bar stands for itself."""

from rich.cells import cell_len
from rich.text import Text

from admin_tui import numbers, words
from admin_tui.columns import Align, put
from admin_tui.ink import Ink
from admin_tui.reading import FactorRow
from feedback.domain.index import Counts
from feedback.domain.scale import Level

_LABEL = 18
_FACTOR = 27
_COUNT = 7
_SHARE = 6


def bar(part: int, whole: int, width: int) -> str:
    """Draw a part of a whole over so many cells, to half a cell.

    What is there but too small to draw still shows as the shortest stroke.
    """
    if not part or whole <= 0:
        return ""
    # Rounded half up in whole numbers, as the shares beside it are: floats round some halves down.
    halves = max(1, (part * width * 4 + whole) // (2 * whole))
    full, rest = divmod(min(halves, width * 2), 2)
    return "━" * full + ("╸" if rest else "")


def levels(counts: Counts, width: int, ink: Ink) -> Text:
    """Draw the five levels, best first, with counts and shares; scaled to the largest."""
    largest = max(counts.levels)
    room = max(4, width - _LABEL - _COUNT - _SHARE - 6)
    lines = []
    for level in sorted(Level, reverse=True):
        n = counts.levels[level - 1]
        line = Text()
        put(line, str(level.value), 1, ink.dim)
        put(line, words.level(level), _LABEL, ink.text)
        _stroke(line, bar(n, largest, room), room, ink.levels[level - 1])
        put(line, numbers.whole(n), _COUNT, ink.text, Align.RIGHT)
        put(line, numbers.share(n, counts.n), _SHARE, ink.dim, Align.RIGHT)
        lines.append(line)
    return Text("\n").join(lines)


def factors(rows: tuple[FactorRow, ...], width: int, ink: Ink) -> Text:
    """Draw the factors of the service: share satisfied with its interval, and how many answered."""
    room = max(4, width - _FACTOR - 7 - 14 - _COUNT - 5)
    lines = []
    for row in rows:
        figure, line = row.figure, Text()
        put(line, words.factor(row.factor), _FACTOR, ink.text)
        if figure.index is None:
            line.append(words.EMPTY, ink.dim)
        else:
            _stroke(line, bar(figure.index, 10_000, room), room, ink.levels[3])
            put(line, numbers.percent(figure.index), 7, ink.strong, Align.RIGHT)
            put(line, numbers.span(figure.low, figure.high), 14, ink.dim, Align.RIGHT)
            put(line, f"n={numbers.whole(figure.counts.n)}", _COUNT, ink.dim, Align.RIGHT)
        lines.append(line)
    return Text("\n").join(lines)


def _stroke(line: Text, drawn: str, room: int, style: str) -> None:
    line.append(drawn, style)
    line.append(" " * (room - cell_len(drawn) + 1))
