"""The vendored face holds all Vietnamese letters, and our reading of it agrees with others'."""

import unicodedata

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from qr.posters.typeface import Typeface, font_file, typeface
from tests.qr import camera

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = sorted(
    {unicodedata.normalize("NFC", v + t) for v in VOWELS + VOWELS.upper() for t in TONES}
    | set("đĐbcdghklmnpqrstvxBCDGHKLMNPQRSTVX0123456789#/.:–—·•…?!()<>&\"'@ ")
)


@pytest.mark.parametrize("bold", [False, True])
def test_every_vietnamese_letter_is_there(bold: bool) -> None:
    """134 letters with marks, the plain ones, and the signs that posters print."""
    assert [char for char in LETTERS if not typeface(bold=bold).covers(char)] == []


@pytest.mark.parametrize("bold", [False, True])
def test_widths_agree_with_freetype(bold: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is measured is what PNG and PDF draw."""
    path = tmp_path_factory.mktemp("font") / "face.ttf"
    path.write_bytes(font_file(bold=bold))
    other = ImageFont.truetype(str(path), 1000, layout_engine=ImageFont.Layout.BASIC)
    for char in LETTERS:
        assert typeface(bold=bold).advance(char) * 1000 == pytest.approx(
            other.getlength(char), abs=1
        )


def drawn(face: Typeface, char: str) -> np.ndarray:
    """Draw an outline through the SVG painter's path."""
    from qr.posters.svg import _glyph

    path = _glyph(char, bold=face.bold)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="130" height="150"'
        ' viewBox="-100 -1100 1300 1500"><rect x="-100" y="-1100" width="1300" height="1500"'
        f' fill="#fff"/><g transform="scale(1 -1)">{path}</g></svg>'
    )
    return np.asarray(camera.drawing(svg, 96).convert("L"), dtype=float)


@pytest.mark.parametrize("char", ["ệ", "Ấ", "Đ", "g", "ữ", "8", "#", "Q", "ở", "&"])
@pytest.mark.parametrize("bold", [False, True])
def test_outlines_agree_with_freetype(char: str, bold: bool) -> None:
    """The letters of an SVG have the shape that another renderer gives them."""
    import io

    font = ImageFont.truetype(
        io.BytesIO(font_file(bold=bold)), 100, layout_engine=ImageFont.Layout.BASIC
    )
    other = Image.new("L", (130, 150), 255)
    ImageDraw.Draw(other).text((10, 110), char, 0, font, "ls")
    apart = np.abs(drawn(typeface(bold=bold), char) - np.asarray(other, dtype=float))
    ink = (255 - np.asarray(other, dtype=float)).sum()
    assert apart.sum() < 0.16 * ink
