"""Own the painting of sheets as PDF: vector codes, embedded letters, the same bytes each time.

It never reads the clock, and a page is packed as soon as it is painted.
"""

import io
import math
import zlib
from functools import cache, lru_cache
from typing import assert_never

from PIL import Image
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)
from reportlab.pdfbase.ttfonts import TTFont

from qr.posters import pdf_marks
from qr.posters.marks import (
    Bend,
    Disc,
    Line,
    Mark,
    Panel,
    Picture,
    Sheet,
    Stamp,
    Symbol,
    Words,
)
from qr.posters.setting import measure
from qr.posters.typeface import font_file

_VERSION = (1, 4)  # the first one that sees through
_PACKING = 6
_REMEMBERED = 2048
_MIDDLE = 0.37  # em: half the height of a capital


class PdfBook:
    """Collect pages; `save` gives the whole file."""

    def __init__(self, title: str) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION, lang="vi")
        self._document.setTitle(title)
        self._document.setCreator("Hài Lòng")
        self._states, self._pictures = PDFDictionary({}), PDFDictionary({})
        self._resources = PDFDictionary(
            {
                "Font": PDFObjectReference(BasicFonts),
                "ExtGState": self._states,
                "XObject": self._pictures,
            }
        )
        _register(self._document, self._resources, "posterResources")
        # Most marks are the same on every page of one print.
        self._spelled = lru_cache(maxsize=_REMEMBERED)(self._spell)

    def add(self, sheet: Sheet) -> None:
        """Paint one page."""
        codes: list[str] = []
        for part in sheet.parts:
            codes.append(pdf_marks.placed(part, sheet.height))
            codes += map(self._code, part.marks)
            codes.append("Q")
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, sheet.width, sheet.height])
        page.Resources = PDFObjectReference("posterResources")
        page.Contents = _packed("\n".join(codes).encode("latin-1"), {})
        self._document.addPage(page)

    def save(self) -> bytes:
        """Return the file; no page can be added afterwards."""
        return bytes(self._document.GetPDFData(None))

    def _code(self, mark: Mark) -> str:
        return pdf_marks.symbol(mark) if isinstance(mark, Symbol) else self._spelled(mark)

    def _spell(self, mark: Mark) -> str:
        match mark:
            case Words():
                code = self._words(mark)
            case Stamp():
                code = self._stamp(mark)
            case Picture():
                code = self._picture(mark)
            case Panel():
                code = pdf_marks.panel(mark)
            case Disc():
                code = pdf_marks.disc(mark)
            case Line():
                code = pdf_marks.line(mark)
            case Bend():
                code = pdf_marks.bend(mark)
            case Symbol():
                code = pdf_marks.symbol(mark)
            case _:
                assert_never(mark)
        return code

    def _words(self, mark: Words) -> str:
        shown = self._letters(mark.text, mark.size, bold=mark.bold)
        colour = pdf_marks.ink(mark.colour)
        # The page stands on its head, as the layout counts: letters are turned back.
        return f"BT {colour} rg 1 0 0 -1 {mark.x:.2f} {mark.y:.2f} Tm {shown} ET"

    def _stamp(self, mark: Stamp) -> str:
        name = f"see{round(mark.opacity * 100)}"
        self._states[name] = PDFDictionary({"ca": mark.opacity})
        sine, cosine = math.sin(math.radians(mark.angle)), math.cos(math.radians(mark.angle))
        left, down = -mark.size * measure(mark.text, bold=True) / 2, -mark.size * _MIDDLE
        x, y = mark.x + left * cosine + down * -sine, mark.y - left * sine - down * cosine
        shown = self._letters(mark.text, mark.size, bold=True)
        return (
            f"q /{name} gs BT {pdf_marks.ink(mark.colour)} rg"
            f" {cosine:.4f} {-sine:.4f} {-sine:.4f} {-cosine:.4f} {x:.2f} {y:.2f} Tm {shown} ET Q"
        )

    def _letters(self, text: str, size: float, *, bold: bool) -> str:
        font = _font(bold=bold)
        return " ".join(
            f"{font.getSubsetInternalName(subset, self._document)} {size:.2f} Tf <{part.hex()}> Tj"
            for subset, part in font.splitString(text, self._document)
        )

    def _picture(self, mark: Picture) -> str:
        name = f"logo{zlib.crc32(mark.png):08x}"
        if name not in self._pictures.dict:
            _register(self._document, _image(mark.png), name)
            self._pictures[name] = PDFObjectReference(name)
        low = mark.y + mark.height
        return f"q {mark.width:.2f} 0 0 {-mark.height:.2f} {mark.x:.2f} {low:.2f} cm /{name} Do Q"


def _register(document: PDFDocument, thing: PDFObject, name: str) -> None:
    document.Reference(thing, name)  # type: ignore[no-untyped-call]


@cache
def _font(*, bold: bool) -> TTFont:
    name = f"BeVietnamPro-{'Bold' if bold else 'Regular'}"
    return TTFont(name, io.BytesIO(font_file(bold=bold)), shapable=False)


def _image(png: bytes) -> PDFStream:
    with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
        head = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "ColorSpace": PDFName("DeviceRGB"),
            "BitsPerComponent": 8,
        }
        return _packed(picture.convert("RGB").tobytes(), head)


def _packed(content: bytes, head: dict[str, object]) -> PDFStream:
    entries = {**head, "Filter": PDFName("FlateDecode")}
    return PDFStream(PDFDictionary(entries), zlib.compress(content, _PACKING))
