"""Own shapes with smooth edges on a picture: each is drawn large, then made small.

A shape touches nothing outside its own outline.
"""

import math
from collections.abc import Callable, Iterable

from PIL import Image, ImageDraw

from qr.posters.marks import Bend, Colour, Disc, Line, Panel

_FINE = 4
_STEPS = 24

To = Callable[[float], float]
Spot = tuple[float, float]


def panel(ground: Image.Image, mark: Panel, x: To, y: To, by: float) -> None:
    """Fill and edge a rectangle with round corners; the edge lies half outside, as on paper."""
    half = mark.thickness / 2
    left, top = mark.x, mark.y
    right, low = mark.x + mark.width, mark.y + mark.height
    if mark.fill:
        box = (x(left), y(top), x(right), y(low))
        _blend(ground, mark.fill, box, lambda pen: pen.box(box, mark.radius * by))
    if mark.edge:
        out = (x(left - half), y(top - half), x(right + half), y(low + half))
        inner = (x(left + half), y(top + half), x(right - half), y(low - half))
        radii = ((mark.radius + half) * by, max(mark.radius - half, 0) * by)

        def edge(pen: "_Fine") -> None:
            pen.box(out, radii[0])
            pen.box(inner, radii[1], ink=0)

        _blend(ground, mark.edge, out, edge)


def disc(ground: Image.Image, mark: Disc, x: To, y: To, by: float) -> None:
    """Fill or edge a circle."""
    r = mark.radius
    around = Panel(mark.x - r, mark.y - r, 2 * r, 2 * r, r, mark.fill, mark.edge, mark.thickness)
    panel(ground, around, x, y, by)


def line(ground: Image.Image, mark: Line, x: To, y: To, by: float) -> None:
    """Draw a straight line with round ends, whole or dashed."""
    length = math.hypot(mark.x2 - mark.x1, mark.y2 - mark.y1)
    share = mark.dash / length if mark.dash and length else 1.0

    def at(part: float) -> Spot:
        return (
            x(mark.x1 + (mark.x2 - mark.x1) * part),
            y(mark.y1 + (mark.y2 - mark.y1) * part),
        )

    for index in range(0, math.ceil(1 / share), 2):
        ends = (at(index * share), at(min(1.0, (index + 1) * share)))
        _stroke(ground, mark.colour, ends, mark.thickness * by)


def bend(ground: Image.Image, mark: Bend, x: To, y: To, by: float) -> None:
    """Draw a quadratic curve with round ends."""
    spots = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        spots.append(
            (
                x(a * mark.x1 + b * mark.cx + c * mark.x2),
                y(a * mark.y1 + b * mark.cy + c * mark.y2),
            )
        )
    _stroke(ground, mark.colour, spots, mark.thickness * by)


def _stroke(ground: Image.Image, colour: Colour, spots: Iterable[Spot], width: float) -> None:
    points, half = list(spots), width / 2
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
    _blend(ground, colour, box, lambda pen: pen.stroke(points, width))


class _Fine:
    """Draw on a mask several times finer than the picture, around one place of it."""

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self._left, self._top = left, top
        self.mask = Image.new("L", (width * _FINE, height * _FINE))
        self._draw = ImageDraw.Draw(self.mask)

    def box(self, box: tuple[float, float, float, float], radius: float, ink: int = 255) -> None:
        x1, y1, x2, y2 = self._at(*box[:2]) + self._at(*box[2:])
        # The library's boxes include their last pixel.
        self._draw.rounded_rectangle((x1, y1, x2 - 1, y2 - 1), radius * _FINE, fill=ink)

    def stroke(self, points: list[Spot], width: float) -> None:
        fine = [self._at(*point) for point in points]
        half = width * _FINE / 2
        self._draw.line(fine, 255, max(1, round(width * _FINE)))
        for fx, fy in fine:
            self._draw.ellipse((fx - half, fy - half, fx + half, fy + half), fill=255)

    def _at(self, x: float, y: float) -> Spot:
        return ((x - self._left) * _FINE, (y - self._top) * _FINE)


def _blend(
    ground: Image.Image,
    colour: Colour,
    box: tuple[float, float, float, float],
    draw: Callable[[_Fine], None],
) -> None:
    left, top = math.floor(box[0]), math.floor(box[1])
    width, height = math.ceil(box[2]) - left + 1, math.ceil(box[3]) - top + 1
    pen = _Fine(left, top, width, height)
    draw(pen)
    mask = pen.mask.resize((width, height), Image.Resampling.BOX)
    ground.paste(colour, (left, top), mask)
