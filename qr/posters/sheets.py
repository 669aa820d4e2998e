"""Own how posters lie on sheets: one a page, tiled, folded, with slips and crop marks.

A part stays inside its place, so that a cut along the marks never loses anything.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from qr.posters.blocks import cut_line
from qr.posters.cards import lying, slip, slip_hint, upright
from qr.posters.marks import MM, Line, Mark, Part, Sheet
from qr.posters.palette import GREY, Scale
from qr.posters.record import Layout, Paper, Poster
from qr.posters.setting import Box, centred

_TRIM = {
    Paper.A4: (210 * MM, 297 * MM),
    Paper.A5: (148 * MM, 210 * MM),
    Paper.A6: (105 * MM, 148 * MM),
    Paper.TABLE: (210 * MM, 297 * MM),
}
_TILES = {Paper.A5: (2, 1), Paper.A6: (2, 2)}
_TILED_SHEET = {Paper.A5: (297 * MM, 210 * MM), Paper.A6: (210 * MM, 297 * MM)}
_SLIPS = {Paper.A4: (5, 58 * MM), Paper.A5: (4, 46 * MM)}  # how many, and how high
_MARGIN, _TICK, _AWAY = 10 * MM, 5 * MM, 3 * MM
_HAIR = 0.4
_HINT = 15.0


def sheets(posters: Iterable[Poster], layout: Layout) -> Iterator[tuple[int, Sheet]]:
    """Yield each sheet with the number of desks on it, taking posters as they come."""
    coming = iter(posters)
    if not layout.tiled:
        yield from ((1, single(poster, layout)) for poster in coming)
        return
    columns, rows = _TILES[layout.paper]
    while batch := list(islice(coming, columns * rows)):
        yield len(batch), _tiled(batch, layout)


def single(poster: Poster, layout: Layout) -> Sheet:
    """Lay one desk's poster on a page of its own."""
    width, height = _TRIM[layout.paper]
    parts = tuple(_parts(poster, layout, width, height))
    if not layout.crop_marks:
        return Sheet(width, height, parts)
    outer = (width + 2 * _MARGIN, height + 2 * _MARGIN)
    moved = (
        Part(p.x + _MARGIN, p.y + _MARGIN, p.width, p.height, p.marks, p.turned) for p in parts
    )
    marks = tuple(_corner_ticks(Box(_MARGIN, _MARGIN, width, height)))
    return Sheet(*outer, (*moved, Part(0, 0, *outer, marks)))


def _parts(poster: Poster, layout: Layout, width: float, height: float) -> Iterator[Part]:
    if layout.paper is Paper.TABLE:
        half = height / 2
        face = lying(poster, layout, Box(0, 0, width, half))
        # Upside down, so that both faces stand upright once the sheet is folded.
        yield Part(0, 0, width, half, face, turned=True)
        yield Part(0, half, width, half, face)
        yield Part(0, 0, width, height, _fold(poster, width, half))
    elif layout.slips:
        count, high = _SLIPS[layout.paper]
        rest = height - high
        above = Box(0, 0, width, rest - _HINT)
        yield Part(0, 0, width, rest, upright(poster, layout, above))
        yield from _slips(poster, Box(0, rest, width, high), count)
    else:
        yield Part(0, 0, width, height, upright(poster, layout, Box(0, 0, width, height)))


def _fold(poster: Poster, width: float, middle: float) -> tuple[Mark, ...]:
    words = centred(poster.text.fold, Box(0, middle - 5, width, 10), Scale(0.5).plain(11, GREY))
    gap = width * 0.12
    return (
        cut_line(0, middle, width / 2 - gap, middle),
        cut_line(width / 2 + gap, middle, width, middle),
        *words,
    )


def _slips(poster: Poster, row: Box, count: int) -> Iterator[Part]:
    step = row.width / count
    one = slip(poster, Box(0, 0, step, row.height))
    cuts: list[Mark] = [cut_line(0, row.y, row.width, row.y)]
    for index in range(count):
        yield Part(index * step, row.y, step, row.height, one)
        if index:
            cuts.append(cut_line(index * step, row.y, index * step, row.y + row.height))
    cuts += slip_hint(poster, Box(0, row.y - _HINT, row.width, _HINT - 3))
    yield Part(0, 0, row.width, row.y + row.height, tuple(cuts))


def _tiled(batch: list[Poster], layout: Layout) -> Sheet:
    width, height = _TRIM[layout.paper]
    columns, rows = _TILES[layout.paper]
    sheet_width, sheet_height = _TILED_SHEET[layout.paper]
    parts = [
        Part(
            index % columns * sheet_width / columns + (sheet_width / columns - width) / 2,
            index // columns * sheet_height / rows + (sheet_height / rows - height) / 2,
            width,
            height,
            upright(poster, layout, Box(0, 0, width, height)),
        )
        for index, poster in enumerate(batch)
    ]
    if layout.crop_marks:
        cuts = tuple(_edge_ticks(sheet_width, sheet_height, columns, rows))
        parts.append(Part(0, 0, sheet_width, sheet_height, cuts))
    return Sheet(sheet_width, sheet_height, tuple(parts))


def _edge_ticks(width: float, height: float, columns: int, rows: int) -> Iterator[Line]:
    """Mark the cuts at the sheet's edges and where they cross."""
    for x in (width * i / columns for i in range(1, columns)):
        for y in (0.0, *(height * j / rows for j in range(1, rows)), height):
            yield Line(x, max(y - _TICK, 0), x, min(y + _TICK, height), GREY, _HAIR)
    for y in (height * j / rows for j in range(1, rows)):
        for x in (0.0, *(width * i / columns for i in range(1, columns)), width):
            yield Line(max(x - _TICK, 0), y, min(x + _TICK, width), y, GREY, _HAIR)


def _corner_ticks(trim: Box) -> Iterator[Line]:
    """Mark the corners of the trimmed page from outside."""
    for x, outward in ((trim.x, -1), (trim.x + trim.width, 1)):
        for y, upward in ((trim.y, -1), (trim.y + trim.height, 1)):
            yield Line(x + outward * _AWAY, y, x + outward * (_AWAY + _TICK), y, GREY, _HAIR)
            yield Line(x, y + upward * _AWAY, x, y + upward * (_AWAY + _TICK), GREY, _HAIR)
