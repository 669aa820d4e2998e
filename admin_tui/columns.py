"""Text cut and padded to a width in terminal cells, so that columns stay straight whatever
letters, marks or wide signs a name holds. Pure."""

from enum import Enum

from rich.cells import cell_len, set_cell_size
from rich.text import Text

MORE = "…"


class Align(Enum):
    """Where a text stands in its column."""

    LEFT = "left"
    RIGHT = "right"


def fit(text: str, width: int, align: Align = Align.LEFT) -> str:
    """Cut a text with an ellipsis, or pad it, to exactly so many cells."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        # A wide sign at the edge may leave a cell free, which the outer call fills.
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + MORE, width)
    padding = " " * (width - length)
    return padding + text if align is Align.RIGHT else text + padding


def put(line: Text, text: str, width: int, style: str, align: Align = Align.LEFT) -> None:
    """Append a cell of a table and one space to a line."""
    line.append(fit(text, width, align), style)
    line.append(" ")


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells, at spaces where there are any."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        # A wide sign takes two cells: with fewer a long word could never be broken.
        lines += _paragraph(paragraph, max(width, 2))
    return lines


def _paragraph(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        length = cell_len(word)
        if line and used + 1 + length > width:
            lines.append(line)
            line, used = "", 0
        while length > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901 (the rest of a word longer than a line)
            length = cell_len(word)
        line = f"{line} {word}" if line else word
        used = used + 1 + length if used else length
    lines.append(line)
    return lines


def _head(word: str, width: int) -> str:
    used = 0
    for place, character in enumerate(word):
        used += cell_len(character)
        if used > width:
            return word[:place]
    return word
