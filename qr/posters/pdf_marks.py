"""Own how marks without letters are spelled in PDF's drawing operators.

The page is turned so that y grows downwards, as the layout counts; fonts and pictures,
which a document must register, are not drawn here.
"""

import re
from functools import lru_cache

from qr.posters.marks import Bend, Colour, Disc, Line, Panel, Part, Symbol

_DARK = re.compile("1+")
_ROUND = 0.5523  # a quarter circle by one cubic


def placed(part: Part, page_height: float) -> str:
    """Begin a part: its own place, from the top left of the page."""
    turn = "1 0 0 -1" if not part.turned else "-1 0 0 1"
    x = part.x + (part.width if part.turned else 0)
    y = page_height - part.y - (part.height if part.turned else 0)
    return f"q {turn} {x:.2f} {y:.2f} cm"


def symbol(mark: Symbol) -> str:
    """Fill all dark modules as one path, a rectangle for each run in a row."""
    module = mark.side / mark.grid.size
    runs = [
        f"{run.start()} {row} {run.end() - run.start()} 1 re"
        for row, modules in enumerate(mark.grid.rows)
        for run in _DARK.finditer(modules)
    ]
    head = f"q {ink(mark.colour)} rg {module:.5f} 0 0 {module:.5f} {mark.x:.3f} {mark.y:.3f} cm"
    return "\n".join((head, *runs, "f Q"))


def panel(mark: Panel) -> str:
    """Fill and edge a rectangle with round corners."""
    x, y, w, h, r = mark.x, mark.y, mark.width, mark.height, mark.radius
    if not r:
        return _painted(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re", mark)
    c, right, low = r * (1 - _ROUND), x + w, y + h
    path = (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l"
        f" {right - c:.2f} {y:.2f} {right:.2f} {y + c:.2f} {right:.2f} {y + r:.2f} c"
        f" {right:.2f} {low - r:.2f} l"
        f" {right:.2f} {low - c:.2f} {right - c:.2f} {low:.2f} {right - r:.2f} {low:.2f} c"
        f" {x + r:.2f} {low:.2f} l"
        f" {x + c:.2f} {low:.2f} {x:.2f} {low - c:.2f} {x:.2f} {low - r:.2f} c"
        f" {x:.2f} {y + r:.2f} l {x:.2f} {y + c:.2f} {x + c:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )
    return _painted(path, mark)


def disc(mark: Disc) -> str:
    """Fill or edge a circle, as a square whose corners are all round."""
    r = mark.radius
    around = Panel(mark.x - r, mark.y - r, 2 * r, 2 * r, r, mark.fill, mark.edge, mark.thickness)
    return panel(around)


def line(mark: Line) -> str:
    """Draw a straight line."""
    dash = f"[{mark.dash:.2f}] 0 d " if mark.dash else ""
    return (
        f"q {ink(mark.colour)} RG {mark.thickness:.2f} w 1 J {dash}"
        f"{mark.x1:.2f} {mark.y1:.2f} m {mark.x2:.2f} {mark.y2:.2f} l S Q"
    )


def bend(mark: Bend) -> str:
    """Draw a curve; a quadratic one is a cubic whose controls lie two thirds of the way."""
    ax, ay = (mark.x1 + 2 * mark.cx) / 3, (mark.y1 + 2 * mark.cy) / 3
    bx, by = (mark.x2 + 2 * mark.cx) / 3, (mark.y2 + 2 * mark.cy) / 3
    return (
        f"q {ink(mark.colour)} RG {mark.thickness:.2f} w 1 J {mark.x1:.2f} {mark.y1:.2f} m"
        f" {ax:.2f} {ay:.2f} {bx:.2f} {by:.2f} {mark.x2:.2f} {mark.y2:.2f} c S Q"
    )


@lru_cache(maxsize=64)
def ink(colour: Colour) -> str:
    """Return a colour as three shares of red, green and blue."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4f}" for at in (1, 3, 5))


def _painted(path: str, mark: Panel) -> str:
    code = "q"
    if mark.fill:
        code += f" {ink(mark.fill)} rg"
    if mark.edge:
        code += f" {ink(mark.edge)} RG {mark.thickness:.2f} w"
    how = "B" if mark.fill and mark.edge else "f" if mark.fill else "S"
    return f"{code} {path} {how} Q"
