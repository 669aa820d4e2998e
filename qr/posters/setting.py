"""Own the setting of text into a box: measuring, breaking lines, finding the size.

A line never leaves its box: words too long for it are broken, and the size goes down.
"""

from dataclasses import dataclass
from functools import lru_cache

from qr.posters.marks import Colour, Words
from qr.posters.typeface import ASCENT, DESCENT, typeface

LEADING = 1.25  # keeps the marks of one line off the tails of the one above
_SHRINK = 0.94
_SMALLEST = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page, in points."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> "Box":
        """Return the box without a border of this width."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True, slots=True)
class Style:
    """Say how large text may be at most, its weight and colour."""

    size: float
    bold: bool
    colour: Colour


@dataclass(frozen=True, slots=True)
class Fitted:
    """Hold broken lines and the size at which they fit."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of the lines from the first ascent to the last descent."""
        return self.size * (ASCENT + DESCENT + LEADING * (len(self.lines) - 1))


@lru_cache(maxsize=4096)
def measure(text: str, *, bold: bool) -> float:
    """Return the width of a line in ems."""
    return typeface(bold=bold).width(text)


@lru_cache(maxsize=4096)
def fit(text: str, width: float, height: float, size: float, *, bold: bool) -> Fitted:
    """Return the text at the largest size up to `size` whose lines fit, evenly filled."""
    while True:
        lines = break_lines(text, width / size, bold=bold)
        fitted = Fitted(size, lines)
        if fitted.height <= height or size <= _SMALLEST:
            return Fitted(size, _balanced(text, width / size, lines, bold=bold))
        size *= _SHRINK


def break_lines(text: str, ems: float, *, bold: bool) -> tuple[str, ...]:
    """Break a text into lines of at most this width, at spaces wherever that is possible."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, bold=bold) <= ems:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, ems, bold=bold)
        lines += whole
    return (*lines, line)


def _pieces(word: str, ems: float, *, bold: bool) -> list[str]:
    pieces, width = [""], 0.0
    for char in word:
        advance = typeface(bold=bold).advance(char)
        if width + advance > ems and pieces[-1]:
            pieces.append("")
            width = 0.0
        pieces[-1] += char
        width += advance
    return pieces


def _balanced(text: str, ems: float, lines: tuple[str, ...], *, bold: bool) -> tuple[str, ...]:
    """Narrow the column while the number of lines stays, so that none is left nearly empty."""
    if len(lines) == 1:
        return lines
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        narrow = break_lines(text, ems * share, bold=bold)
        if len(narrow) == len(lines) and _same_words(narrow, lines):
            return narrow
    return lines


def _same_words(narrow: tuple[str, ...], wide: tuple[str, ...]) -> bool:
    # A narrower column must not break a word that the full one keeps whole.
    return " ".join(narrow) == " ".join(wide)


def centred(text: str, box: Box, style: Style) -> list[Words]:
    """Set a text in the middle of a box, in as many lines as it needs."""
    fitted = fit(text, box.width, box.height, style.size, bold=style.bold)
    top = box.y + (box.height - fitted.height) / 2
    return _lines(fitted, box, top, style, 0.5)


def leading(text: str, box: Box, style: Style) -> list[Words]:
    """Set a text from the left edge, in the middle of the box's height."""
    fitted = fit(text, box.width, box.height, style.size, bold=style.bold)
    top = box.y + (box.height - fitted.height) / 2
    return _lines(fitted, box, top, style, 0.0)


def _lines(fitted: Fitted, box: Box, top: float, style: Style, share: float) -> list[Words]:
    baseline = top + fitted.size * ASCENT
    placed = []
    for index, line in enumerate(fitted.lines):
        spare = box.width - fitted.size * measure(line, bold=style.bold)
        y = baseline + index * fitted.size * LEADING
        placed.append(Words(box.x + spare * share, y, line, fitted.size, style.bold, style.colour))
    return placed
