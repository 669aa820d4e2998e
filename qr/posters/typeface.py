"""Own the two vendored cuts of Be Vietnam Pro: which letters they hold, how wide, what shape.

It reads the font files by itself, so that PDF, PNG and SVG agree on every line break.
"""

import struct
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

from qr.posters.glyphs import Outline, read_outline

CAP_HEIGHT = 0.74  # em, from the font's OS/2 table
ASCENT = 1.0  # em: a capital with two marks, as Ấ, reaches this high
DESCENT = 0.265


@dataclass(frozen=True)
class Typeface:
    """Hold one cut of the face; every width is in ems."""

    bold: bool
    data: bytes = field(repr=False)

    @cached_property
    def _tables(self) -> dict[str, int]:
        count = struct.unpack_from(">H", self.data, 4)[0]
        records = (struct.unpack_from(">4sIII", self.data, 12 + 16 * i) for i in range(count))
        return {tag.decode("ascii"): offset for tag, _, offset, _ in records}

    @cached_property
    def _glyph_of(self) -> dict[str, int]:
        return _character_map(self.data, self._tables["cmap"])

    @cached_property
    def _advance_of(self) -> dict[str, float]:
        upem = struct.unpack_from(">H", self.data, self._tables["head"] + 18)[0]
        measured = struct.unpack_from(">H", self.data, self._tables["hhea"] + 34)[0]
        at = self._tables["hmtx"]
        return {
            # All glyphs behind the last measured one are as wide as that.
            char: struct.unpack_from(">H", self.data, at + 4 * min(glyph, measured - 1))[0] / upem
            for char, glyph in self._glyph_of.items()
        }

    def covers(self, char: str) -> bool:
        """Say whether the face has this character."""
        return char in self._glyph_of

    def width(self, text: str) -> float:
        """Return the width of a text whose characters are all covered."""
        return sum(map(self._advance_of.__getitem__, text))

    def advance(self, char: str) -> float:
        """Return how far one character moves the pen."""
        return self._advance_of[char]

    def outline(self, char: str) -> Outline:
        """Return the shape of a character in thousandths of an em, y upwards."""
        return read_outline(
            self.data, self._tables["glyf"], self._tables["loca"], self._glyph_of[char]
        )


@lru_cache(maxsize=2)
def typeface(*, bold: bool) -> Typeface:
    """Return one of the two cuts, read once."""
    return Typeface(bold, font_file(bold=bold))


def font_file(*, bold: bool) -> bytes:
    """Return the bytes of a cut's TrueType file."""
    name = f"BeVietnamPro-{'Bold' if bold else 'Regular'}.ttf"
    return files("qr").joinpath("fonts", name).read_bytes()


def _character_map(data: bytes, at: int) -> dict[str, int]:
    """Read the Unicode subtable of format 4, which holds the whole basic plane."""
    count = struct.unpack_from(">H", data, at + 2)[0]
    subtables = (struct.unpack_from(">HHI", data, at + 4 + 8 * i) for i in range(count))
    start = at + next(offset for platform, _, offset in subtables if platform == 3)
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    table = start + 14

    def column(index: int, code: str) -> tuple[int, ...]:
        skip = 2 if index else 0  # a pad follows the first column
        return struct.unpack_from(f">{segments}{code}", data, table + skip + 2 * segments * index)

    glyphs: dict[str, int] = {}
    spans = zip(column(1, "H"), column(0, "H"), column(2, "h"), column(3, "H"), strict=True)
    for index, (first, last, delta, shift) in enumerate(spans):
        # 0xFFFF only ends the table and is no character.
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if shift:
                cell = table + 2 + 2 * segments * 3 + 2 * index + shift + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, cell)[0]
            if glyph and (named := (glyph + delta) & 0xFFFF):
                glyphs[chr(code)] = named
    return glyphs
