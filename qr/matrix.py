"""Own the step from a text to the dark and light modules of its QR code.

The function patterns come from `qrcode`; a symbol is never given a weaker level or a worse
mask than its size allows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from operator import itemgetter

from qrcode import QRCode, constants, util
from qrcode.base import rs_blocks

from qr.codewords import bits_needed, codewords
from qr.masks import penalty

QUIET_ZONE = 4  # modules, ISO/IEC 18004:2015, 6.3.8
_MASKS = range(8)


class Level(IntEnum):
    """Say how much of a symbol may be lost: 7, 15, 25 or 30 per cent."""

    L = constants.ERROR_CORRECT_L
    M = constants.ERROR_CORRECT_M
    Q = constants.ERROR_CORRECT_Q
    H = constants.ERROR_CORRECT_H


_WEAK_TO_STRONG = (Level.L, Level.M, Level.Q, Level.H)


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold a symbol's rows as texts of `1` (dark) and `0`, without the quiet zone."""

    rows: tuple[str, ...]

    @property
    def size(self) -> int:
        """Return the modules on a side."""
        return len(self.rows)

    def cleared(self, side: int) -> "Grid":
        """Return the symbol with a square of this many modules left light in its middle."""
        first = (self.size - side) // 2
        rows = range(first, first + side)
        return Grid(
            tuple(
                row[:first] + "0" * side + row[first + side :] if index in rows else row
                for index, row in enumerate(self.rows)
            )
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    stride: int
    field: int
    overlays: tuple[int, ...]  # function patterns and the mask over an empty symbol, per mask
    place: Callable[[str], tuple[str, ...]]  # from the stream and a last "0" to the modules


def encode(text: str, level: Level) -> Grid:
    """Return the smallest symbol of at least this level, at the strongest that fits it.

    Raises ValueError when the text is too long for any symbol.
    """
    data = text.encode()
    version, strongest = _fit(len(data), level)
    frame = _frame(version, strongest)
    words = codewords(data, version, strongest)
    # The 1 in front saves the zeros that an integer would drop; modules without a bit take the 0
    # behind.
    stream = bin(int.from_bytes(b"\x01" + words, "big"))[3:] + "0"
    placed = int("".join(frame.place(stream)), 2)
    candidates = (placed ^ overlay for overlay in frame.overlays)
    best = min(candidates, key=lambda dark: penalty(dark, frame.field, frame.stride))
    return _cut(best, frame.stride)


def _fit(length: int, level: Level) -> tuple[int, Level]:
    for version in range(1, 41):
        needed = bits_needed(length, version)
        fitting = [
            at for at in _WEAK_TO_STRONG if needed <= util.BIT_LIMIT_TABLE[at.value][version]
        ]
        if level in fitting:
            return version, fitting[-1]
    raise ValueError("the text is too long for a QR code")


def _cut(symbol: int, stride: int) -> Grid:
    side = stride - 1
    bits = bin(symbol)[2:].zfill(side * stride)
    return Grid(tuple(bits[at : at + side] for at in range(0, side * stride, stride)))


@lru_cache(maxsize=64)
def _frame(version: int, level: Level) -> _Frame:
    words = sum(block.total_count for block in rs_blocks(version, level.value))
    overlays = tuple(_overlay(version, level, mask, []) for mask in _MASKS)
    data_area = overlays[0] ^ _overlay(version, level, 0, [0xFF] * words)
    stride = version * 4 + 18
    side = stride - 1
    row = ((1 << side) - 1) << 1
    field = sum(row << stride * index for index in range(side))
    order = _reading_order(side, bin(data_area)[2:].zfill(side * stride), stride)
    return _Frame(stride, field, overlays, _placement(order, side * stride))


def _overlay(version: int, level: Level, mask: int, words: list[int]) -> int:
    code = QRCode(version=version, error_correction=level.value)
    code.data_cache = words
    code.makeImpl(False, mask)
    return int("".join("".join("01"[bool(m)] for m in row) + "0" for row in code.modules), 2)


def _reading_order(side: int, area: str, stride: int) -> list[int]:
    """List where each bit of the stream goes (ISO/IEC 18004:2015, 7.7.3)."""
    order = []
    rows = range(side)
    # Column 6 is the timing pattern, and no pair of columns holds it.
    for right in [*range(side - 1, 6, -2), *range(5, 0, -2)]:
        rows = rows[::-1]
        order += [row * stride + column for row in rows for column in (right, right - 1)]
    return [module for module in order if area[module] == "1"]


def _placement(order: list[int], modules: int) -> Callable[[str], tuple[str, ...]]:
    source = [len(order)] * modules
    for bit, module in enumerate(order):
        source[module] = bit
    return itemgetter(*source)
