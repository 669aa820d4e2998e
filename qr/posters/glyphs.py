"""Own the reading of TrueType outlines, so that an SVG needs no font where it is shown.

It reads only the vendored files, never a font from outside.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_ON, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
_WORDS, _OFFSETS, _MORE = 1, 2, 32
_SCALE, _SCALE_XY, _MATRIX = 8, 64, 128


@dataclass(frozen=True, slots=True)
class Point:
    """Hold a point of a contour; one off the curve is a control point."""

    x: float
    y: float
    on: bool


Contour = tuple[Point, ...]
Outline = tuple[Contour, ...]


def read_outline(data: bytes, glyf: int, loca: int, glyph: int) -> Outline:
    """Return the contours of a glyph of a file with short offsets, parts put together."""
    start, end = struct.unpack_from(">HH", data, loca + 2 * glyph)
    if start == end:
        return ()
    # Short offsets count in pairs of bytes.
    at = glyf + 2 * start
    contours = struct.unpack_from(">h", data, at)[0]
    if contours >= 0:
        return _simple(data, at + 10, contours)
    parts = _components(data, at + 10)
    return tuple(
        tuple(Point(p.x * sx + dx, p.y * sy + dy, p.on) for p in contour)
        for part, dx, dy, sx, sy in parts
        for contour in read_outline(data, glyf, loca, part)
    )


def _components(data: bytes, at: int) -> Iterator[tuple[int, int, int, float, float]]:
    flags = _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", data, at)
        at += 4
        if not flags & _OFFSETS or flags & _MATRIX:
            raise ValueError("a composite glyph is placed in a way this reader does not know")
        dx, dy = struct.unpack_from(">hh" if flags & _WORDS else ">bb", data, at)
        at += 4 if flags & _WORDS else 2
        sx = sy = 1.0
        if flags & _SCALE:
            # A fixed number with 14 bits behind the point.
            sx = sy = struct.unpack_from(">h", data, at)[0] / 16384
            at += 2
        elif flags & _SCALE_XY:
            sx, sy = (value / 16384 for value in struct.unpack_from(">hh", data, at))
            at += 4
        yield glyph, dx, dy, sx, sy


def _simple(data: bytes, at: int, contours: int) -> Outline:
    ends = struct.unpack_from(f">{contours}H", data, at)
    at += 2 * contours
    # Past the hinting, which outlines on paper do not need.
    at += 2 + struct.unpack_from(">H", data, at)[0]
    flags, at = _flags(data, at, ends[-1] + 1 if ends else 0)
    xs, at = _coordinates(data, at, flags, _X_SHORT, _X_SAME)
    ys, _ = _coordinates(data, at, flags, _Y_SHORT, _Y_SAME)
    points = [Point(x, y, bool(f & _ON)) for x, y, f in zip(xs, ys, flags, strict=True)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(tuple(points[a : b + 1]) for a, b in zip(starts, ends, strict=True))


def _flags(data: bytes, at: int, count: int) -> tuple[list[int], int]:
    flags: list[int] = []
    while len(flags) < count:
        flag, at = data[at], at + 1
        flags.append(flag)
        if flag & _REPEAT:
            flags += [flag] * data[at]
            at += 1
    return flags, at


def _coordinates(
    data: bytes, at: int, flags: list[int], short: int, same: int
) -> tuple[list[int], int]:
    value, values = 0, []
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        values.append(value)
    return values, at
