"""Own the few kinds of mark a poster is made of, and the sheet they lie on.

Measures are points (1/72 inch) from the top left; a mark says what is there, never how a
file format draws it.
"""

from dataclasses import dataclass
from typing import NewType

from qr.matrix import Grid

Colour = NewType("Colour", str)  # "#rrggbb"

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text from its left end on its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    colour: Colour


@dataclass(frozen=True, slots=True)
class Stamp:
    """Bold words across the page, centred, turned by degrees, seen through."""

    x: float
    y: float
    text: str
    size: float
    angle: float
    colour: Colour
    opacity: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners, filled, edged or both."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: Colour | None = None
    edge: Colour | None = None
    thickness: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with round ends; a dash of 0 is a whole line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    thickness: float
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a point, filled or edged."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    edge: Colour | None = None
    thickness: float = 0.0


@dataclass(frozen=True, slots=True)
class Bend:
    """A curve with round ends, bent by one control point."""

    x1: float
    y1: float
    cx: float
    cy: float
    x2: float
    y2: float
    colour: Colour
    thickness: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code without its quiet zone, which the layout leaves white around it."""

    x: float
    y: float
    side: float
    grid: Grid
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo as PNG, fitted into its place by the layout."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


Mark = Words | Stamp | Panel | Line | Disc | Bend | Symbol | Picture


@dataclass(frozen=True, slots=True)
class Part:
    """Marks of one poster, moved to its place on the sheet, or turned upside down there."""

    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size, and the parts on it in the order they are painted."""

    width: float
    height: float
    parts: tuple[Part, ...]
