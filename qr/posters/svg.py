"""Own the painting of sheets as SVG, whose letters are outlines: no font is needed to see them.

Nothing from outside gets into the file but as shapes or as escaped text.
"""

import base64
import re
from functools import lru_cache
from html import escape
from typing import assert_never

from qr.posters.glyphs import Contour, Point
from qr.posters.marks import (
    MM,
    Bend,
    Colour,
    Disc,
    Line,
    Mark,
    Panel,
    Part,
    Picture,
    Sheet,
    Stamp,
    Symbol,
    Words,
)
from qr.posters.setting import measure
from qr.posters.typeface import CAP_HEIGHT, typeface

_DARK = re.compile("1+")
_EM = 1000


def paint(sheet: Sheet, title: str) -> str:
    """Return the sheet as an SVG document in millimetres, titled for those who cannot see it."""
    letters: set[tuple[bool, str]] = set()
    body = "".join(_part(part, letters) for part in sheet.parts)
    # Sorted, so that one poster is the same bytes each time.
    shapes = "".join(_glyph(char, bold=bold) for bold, char in sorted(letters))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" lang="vi" role="img"'
        f' width="{sheet.width / MM:.2f}mm" height="{sheet.height / MM:.2f}mm"'
        f' viewBox="0 0 {sheet.width:.2f} {sheet.height:.2f}">'
        f"<title>{escape(title)}</title><defs>{shapes}</defs>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{body}</svg>\n'
    )


def _part(part: Part, letters: set[tuple[bool, str]]) -> str:
    place = f"translate({part.x:.2f} {part.y:.2f})"
    if part.turned:
        place += f" rotate(180 {part.width / 2:.2f} {part.height / 2:.2f})"
    marks = "".join(_mark(mark, letters) for mark in part.marks)
    return f'<g transform="{place}">{marks}</g>\n'


def _mark(mark: Mark, letters: set[tuple[bool, str]]) -> str:
    match mark:
        case Words():
            letters.update((mark.bold, char) for char in mark.text)
            drawn = _words(mark)
        case Stamp():
            letters.update((True, char) for char in mark.text)
            drawn = _stamp(mark)
        case Symbol():
            drawn = _symbol(mark)
        case Picture():
            drawn = _picture(mark)
        case Panel():
            drawn = _panel(mark)
        case Disc():
            place = f'cx="{mark.x:.2f}" cy="{mark.y:.2f}" r="{mark.radius:.2f}"'
            drawn = f"<circle {place} {_look(mark)}/>"
        case Line():
            path = f"M{mark.x1:.2f} {mark.y1:.2f}L{mark.x2:.2f} {mark.y2:.2f}"
            drawn = _stroke(path, mark.colour, mark.thickness, mark.dash)
        case Bend():
            curve = f"Q{mark.cx:.2f} {mark.cy:.2f} {mark.x2:.2f} {mark.y2:.2f}"
            path = f"M{mark.x1:.2f} {mark.y1:.2f}{curve}"
            drawn = _stroke(path, mark.colour, mark.thickness)
        case _:
            assert_never(mark)
    return drawn


def _words(mark: Words) -> str:
    scale = mark.size / _EM
    place = f"translate({mark.x:.2f} {mark.y:.2f}) scale({scale:.5f} {-scale:.5f})"
    return (
        f'<g role="img" aria-label="{escape(mark.text)}" fill="{mark.colour}" transform="{place}">'
        f"{_line(mark.text, bold=mark.bold)}</g>"
    )


def _stamp(mark: Stamp) -> str:
    scale = mark.size / _EM
    left, down = -_EM * measure(mark.text, bold=True) / 2, -_EM * CAP_HEIGHT / 2
    place = (
        f"translate({mark.x:.2f} {mark.y:.2f}) rotate({-mark.angle:.3f})"
        f" scale({scale:.5f} {-scale:.5f}) translate({left:.1f} {down:.1f})"
    )
    return (
        f'<g role="img" aria-label="{escape(mark.text)}" fill="{mark.colour}"'
        f' opacity="{mark.opacity}" transform="{place}">{_line(mark.text, bold=True)}</g>'
    )


def _line(text: str, *, bold: bool) -> str:
    face, pen, uses = typeface(bold=bold), 0.0, []
    for char in text:
        uses.append(f'<use href="#{_name(char, bold=bold)}" x="{pen * _EM:.0f}"/>')
        pen += face.advance(char)
    return "".join(uses)


def _symbol(mark: Symbol) -> str:
    module = mark.side / mark.grid.size
    runs = "".join(
        f"M{run.start()} {row}h{run.end() - run.start()}v1h-{run.end() - run.start()}z"
        for row, modules in enumerate(mark.grid.rows)
        for run in _DARK.finditer(modules)
    )
    place = f"translate({mark.x:.3f} {mark.y:.3f}) scale({module:.5f})"
    return (
        # Crisp: smoothed edges would show hairlines between the runs of neighbouring rows.
        f'<path fill="{mark.colour}" shape-rendering="crispEdges" transform="{place}" d="{runs}"/>'
    )


def _panel(mark: Panel) -> str:
    return (
        f'<rect x="{mark.x:.2f}" y="{mark.y:.2f}" width="{mark.width:.2f}"'
        f' height="{mark.height:.2f}" rx="{mark.radius:.2f}" {_look(mark)}/>'
    )


def _picture(mark: Picture) -> str:
    data = base64.b64encode(mark.png).decode("ascii")
    return (
        f'<image x="{mark.x:.2f}" y="{mark.y:.2f}" width="{mark.width:.2f}"'
        f' height="{mark.height:.2f}" href="data:image/png;base64,{data}"/>'
    )


def _look(mark: Panel | Disc) -> str:
    edge = f' stroke="{mark.edge}" stroke-width="{mark.thickness:.2f}"' if mark.edge else ""
    return f'fill="{mark.fill or "none"}"{edge}'


def _stroke(path: str, colour: Colour, thickness: float, dash: float = 0.0) -> str:
    dashes = f' stroke-dasharray="{dash:.2f}"' if dash else ""
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{thickness:.2f}"'
        f' stroke-linecap="round"{dashes} d="{path}"/>'
    )


def _name(char: str, *, bold: bool) -> str:
    return f"{'b' if bold else 'r'}{ord(char):x}"


@lru_cache(maxsize=1024)
def _glyph(char: str, *, bold: bool) -> str:
    path = "".join(_contour(contour) for contour in typeface(bold=bold).outline(char))
    return f'<path id="{_name(char, bold=bold)}" d="{path}"/>'


def _contour(contour: Contour) -> str:
    """Spell a contour of quadratic curves, with the points TrueType leaves out put back."""
    full: list[Point] = []
    for point, after in zip(contour, (*contour[1:], contour[0]), strict=True):
        full.append(point)
        if not point.on and not after.on:
            full.append(Point((point.x + after.x) / 2, (point.y + after.y) / 2, True))
    first = next((index for index, point in enumerate(full) if point.on), 0)
    around = full[first:] + full[: first + 1]
    path, at = [f"M{around[0].x:g} {around[0].y:g}"], 1
    while at < len(around):
        point, step = around[at], 1
        if point.on:
            path.append(f"L{point.x:g} {point.y:g}")
        else:
            end, step = around[at + 1], 2
            path.append(f"Q{point.x:g} {point.y:g} {end.x:g} {end.y:g}")
        at += step
    return "".join((*path, "z"))
