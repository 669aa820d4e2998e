"""Own the painting of sheets as pixels.

Modules of a code fall on whole pixels, so that no edge of one is ever blurred.
"""

import io
from collections.abc import Callable
from functools import cache, lru_cache
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from qr.posters.marks import (
    Bend,
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
from qr.posters.png_shapes import bend, disc, line, panel
from qr.posters.record import PosterError
from qr.posters.setting import measure
from qr.posters.typeface import font_file, typeface

_RESOLUTIONS = range(72, 1201)
_SHADES = bytes.maketrans(b"01", b"\x00\xff")


def paint(sheet: Sheet, dpi: int) -> Image.Image:
    """Return the sheet as an RGB picture; raises PosterError beyond 72 to 1200 dpi."""
    if dpi not in _RESOLUTIONS:
        raise PosterError("a picture has 72 to 1200 dots per inch")
    by = dpi / 72
    ground = _blank(sheet.width * by, sheet.height * by)
    for part in sheet.parts:
        if part.turned:
            own = _blank(part.width * by, part.height * by)
            _paint_part(own, part, by, (0.0, 0.0))
            ground.paste(
                own.transpose(Image.Transpose.ROTATE_180), (round(part.x * by), round(part.y * by))
            )
        else:
            _paint_part(ground, part, by, (part.x, part.y))
    return ground


def _blank(width: float, height: float) -> Image.Image:
    return Image.new("RGB", (round(width), round(height)), "white")


def _paint_part(ground: Image.Image, part: Part, by: float, away: tuple[float, float]) -> None:
    pen = _Pen(ground, by, *away)
    for mark in part.marks:
        pen.paint(mark)


class _Pen:
    """Paint marks onto a picture at `by` pixels a point, moved by a part's place."""

    def __init__(self, ground: Image.Image, by: float, dx: float, dy: float) -> None:
        self._ground, self._by, self._dx, self._dy = ground, by, dx, dy

    def paint(self, mark: Mark) -> None:
        """Paint one mark."""
        match mark:
            case Words():
                self._words(mark)
            case Stamp():
                self._stamp(mark)
            case Symbol():
                self._symbol(mark)
            case Picture():
                self._picture(mark)
            case Panel():
                panel(self._ground, mark, self._x, self._y, self._by)
            case Disc():
                disc(self._ground, mark, self._x, self._y, self._by)
            case Line():
                line(self._ground, mark, self._x, self._y, self._by)
            case Bend():
                bend(self._ground, mark, self._x, self._y, self._by)
            case _:
                assert_never(mark)

    def _x(self, x: float) -> float:
        return (x + self._dx) * self._by

    def _y(self, y: float) -> float:
        return (y + self._dy) * self._by

    def _words(self, mark: Words) -> None:
        size = mark.size * self._by
        font, face = _font(round(size, 2), bold=mark.bold), typeface(bold=mark.bold)
        draw, x, y = ImageDraw.Draw(self._ground), self._x(mark.x), self._y(mark.y)
        # A letter at a time: the library rounds a line's steps, and the line would outgrow its box.
        for char in mark.text:
            draw.text((x, y), char, mark.colour, font, "ls")
            x += face.advance(char) * size

    def _stamp(self, mark: Stamp) -> None:
        size = mark.size * self._by
        width = size * measure(mark.text, bold=True)
        mask = Image.new("L", (round(width + size), round(size * 2)))
        font = _font(round(size, 2), bold=True)
        ink = round(255 * mark.opacity)
        ImageDraw.Draw(mask).text((mask.width / 2, mask.height / 2), mark.text, ink, font, "mm")
        turned = mask.rotate(mark.angle, Image.Resampling.BICUBIC, expand=True)
        corner = (
            round(self._x(mark.x) - turned.width / 2),
            round(self._y(mark.y) - turned.height / 2),
        )
        self._ground.paste(mark.colour, corner, turned)

    def _symbol(self, mark: Symbol) -> None:
        count = mark.grid.size
        # Rounded down to whole pixels: what is left widens the quiet zone and blurs no edge.
        module = int(mark.side * self._by / count)
        if not module:
            raise PosterError("the code is too small for this resolution")
        cells = "".join(mark.grid.rows).encode().translate(_SHADES)
        mask = Image.frombytes("L", (count, count), cells)
        large = mask.resize((count * module,) * 2, Image.Resampling.NEAREST)
        spare = (mark.side * self._by - large.width) / 2
        corner = (round(self._x(mark.x) + spare), round(self._y(mark.y) + spare))
        self._ground.paste(mark.colour, corner, large)

    def _picture(self, mark: Picture) -> None:
        size = (max(1, round(mark.width * self._by)), max(1, round(mark.height * self._by)))
        with Image.open(io.BytesIO(mark.png), formats=("PNG",)) as picture:
            shown = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        self._ground.paste(shown, (round(self._x(mark.x)), round(self._y(mark.y))))


@lru_cache(maxsize=64)
def _font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        io.BytesIO(_file(bold=bold)), size, layout_engine=ImageFont.Layout.BASIC
    )


_file: Callable[..., bytes] = cache(font_file)
