"""The files are what they claim: the same bytes each time, letters embedded, nothing active."""

import ctypes
import dataclasses
import hashlib
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from qr.posters import (
    Layout,
    Paper,
    Poster,
    PosterError,
    PosterText,
    render_pdf,
    render_png,
    render_svg,
)
from tests.qr import camera
from tests.qr.desks import LONG, logo, poster

HOSTILE = '<script>alert("1")</script> &amp; \u202egnp.exe\u202c \x00]]> \\) Tj ET'
PRINT_HASHES = """
import hashlib, io
from qr.posters import *
from tests.qr.desks import poster, logo
out = io.BytesIO()
desks = [poster(n, draft=n == 2, logo=logo()) for n in range(1, 4)]
render_pdf(desks, Layout(paper=Paper.A5, slips=True), out)
for data in (out.getvalue(), render_png(desks[0], Layout(), 100),
             render_svg(desks[0], Layout()).encode()):
    print(hashlib.sha256(data).hexdigest())
"""


def pdf(posters: list[Poster], layout: Layout) -> bytes:
    """Print posters into memory."""
    out = io.BytesIO()
    render_pdf(posters, layout, out)
    return out.getvalue()


def text_of(data: bytes, page: int = 0) -> str:
    """Return the text that a reader of the PDF finds and copies."""
    return pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range()


def hashes(seed: str) -> list[str]:
    """Print in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TZ": "Asia/Tokyo",
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_two_processes_print_the_same_bytes() -> None:
    """Neither clock, zone, hash seed nor what was printed before leaves a trace."""
    first, second = hashes("1"), hashes("2")
    assert first == second
    desks = [poster(n, draft=n == 2, logo=logo()) for n in range(1, 4)]
    pdf([poster(8, desk="ẵ ỷ ợ khác hẳn")], Layout(paper=Paper.A4))
    here = pdf(desks, Layout(paper=Paper.A5, slips=True))
    assert hashlib.sha256(here).hexdigest() == first[0]


def test_the_text_of_a_pdf_is_right_vietnamese() -> None:
    """A screen reader and a search find the words as they are written."""
    desk = poster(2, desk="Quầy 2 – Đất đai, xây dựng", hotline="1022", draft=True, sample=True)
    found = " ".join(text_of(pdf([desk], Layout())).split())
    for words in (
        LONG, desk.desk, desk.typed_address, f"#{desk.code}", "Mời ông/bà quét mã để đánh giá",
        "Không hỏi tài khoản, số định danh, mã OTP, tiền", "BẢN THỬ", "MẪU", "1022",
    ):  # fmt: skip
        assert words in found


def test_all_fonts_are_embedded_be_vietnam_pro() -> None:
    """A print shop without the face prints the same page."""
    document = pypdfium2.PdfDocument(pdf([poster(1)], Layout()))
    seen = set()
    for item in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        font = pdfium.FPDFTextObj_GetFont(item)
        assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
        size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        name = ctypes.create_string_buffer(size)
        pdfium.FPDFFont_GetBaseFontName(font, name, size)
        seen.add(name.value.decode().split("+")[-1])
    assert seen == {"BeVietnamPro-Regular", "BeVietnamPro-Bold"}


def test_codes_in_a_pdf_are_vector() -> None:
    """No page without a logo holds a picture."""
    document = pypdfium2.PdfDocument(pdf([poster(1)], Layout()))
    assert not list(document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))


@pytest.mark.parametrize(
    ("layout", "millimetres"),
    [
        (Layout(paper=Paper.A4), (210, 297)),
        (Layout(paper=Paper.A5), (148, 210)),
        (Layout(paper=Paper.A6), (105, 148)),
        (Layout(paper=Paper.TABLE), (210, 297)),
        (Layout(paper=Paper.A5, tiled=True), (297, 210)),
        (Layout(paper=Paper.A6, crop_marks=True), (125, 168)),
    ],
)
def test_pages_have_the_size_of_their_paper(layout: Layout, millimetres: tuple[int, int]) -> None:
    """Printed at 100 %, a poster is as large as its name says."""
    size = pypdfium2.PdfDocument(pdf([poster(1)], layout))[0].get_size()
    assert [side / 72 * 25.4 for side in size] == pytest.approx(millimetres, abs=0.05)
    if not layout.tiled:
        svg = ET.fromstring(render_svg(poster(1), layout))
        assert svg.get("width") == f"{millimetres[0]:.2f}mm"


@pytest.mark.parametrize("dpi", [96, 150, 300])
def test_a_png_states_its_true_resolution(dpi: int) -> None:
    """Pixels divided by the stated dots per inch are the paper's size."""
    image = Image.open(io.BytesIO(render_png(poster(1), Layout(paper=Paper.A6), dpi)))
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.05)
    assert [round(side / dpi * 25.4) for side in image.size] == [105, 148]


def test_modules_of_a_png_are_whole_pixels() -> None:
    """Between the code's ink and its white there is no third shade."""
    image = camera.picture(render_png(poster(1), Layout(paper=Paper.A6, faces=False), 137))
    middle = image.crop(
        (image.width // 3, image.height * 45 // 100, image.width * 2 // 3, image.height * 6 // 10)
    )
    assert len(middle.getcolors(maxcolors=16) or []) == 2


def test_resolutions_that_make_no_sense_are_refused() -> None:
    """Neither unreadable nor gigantic pictures are made."""
    for dpi in (0, 71, 1201):
        with pytest.raises(PosterError, match="dots per inch"):
            render_png(poster(1), Layout(), dpi)


def test_an_svg_needs_no_font_and_holds_nothing_active() -> None:
    """Letters are outlines; names are shapes and escaped labels, never elements."""
    svg = render_svg(poster(1, unit=HOSTILE, desk=HOSTILE), Layout())
    root = ET.fromstring(svg)
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds == {"svg", "title", "defs", "path", "rect", "g", "use", "circle"}
    assert "font-family" not in svg
    labels = [element.get("aria-label") for element in root.iter() if element.get("aria-label")]
    assert any('<script>alert("1")</script> &amp;' in label for label in labels)
    used = {e.get("href") for e in root.iter() if e.tag.endswith("use")}
    assert used == {f"#{e.get('id')}" for e in root.iter() if e.get("id")}


def test_hostile_names_are_printed_literally_in_a_pdf() -> None:
    """Markup, PDF operators and a change of direction are only letters."""
    data = pdf([poster(1, unit=HOSTILE, desk=HOSTILE)], Layout())
    found = text_of(data)
    assert "<script>alert" in found
    assert "gnp.exe" in found
    assert "\u202e" not in found
    assert camera.read(camera.pages(data)[0]) == [poster(1).url]


def test_progress_counts_desks_and_posters_are_taken_as_they_come() -> None:
    """A bar can be drawn while thousands are printed; nothing is gathered first."""
    taken, heard = [], []

    def coming():
        for number in range(5):
            taken.append(number)
            yield poster(number)

    def progress(done: int) -> None:
        heard.append((done, len(taken)))

    out = io.BytesIO()
    assert render_pdf(coming(), Layout(paper=Paper.A5, tiled=True), out, progress) == 5
    assert heard == [(2, 2), (4, 4), (5, 5)]


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """A print that fails half-way leaves the earlier file as it was, and no litter."""
    path = tmp_path / "posters.pdf"
    render_pdf([poster(1)], Layout(), path)
    before = path.read_bytes()
    bad = poster(2, logo=b"GIF89a no picture of ours")
    with pytest.raises(PosterError, match="PNG or JPEG"):
        render_pdf([poster(1), bad], Layout(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_to_print_is_said() -> None:
    """An empty choice makes no empty file."""
    with pytest.raises(PosterError, match="no poster"):
        render_pdf([], Layout(), io.BytesIO())


def test_a_bomb_for_a_logo_is_refused() -> None:
    """A picture of many thousand pixels a side is not opened."""
    out = io.BytesIO()
    Image.new("1", (7000, 10)).save(out, "PNG")
    with pytest.raises(PosterError, match="6,000"):
        render_svg(poster(1, logo=out.getvalue()), Layout())
    with pytest.raises(PosterError, match="whole"):
        render_svg(poster(1, logo=logo()[:-300]), Layout())
    with pytest.raises(PosterError, match="4 MB"):
        render_svg(poster(1, logo=bytes(5 * 2**20)), Layout())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": "javascript:alert(1)"}, "host/q/token"),
        ({"url": "https://a.vn/q/ x"}, "host/q/token"),
        ({"url": "https://t.me/office?start=abc"}, "host/q/token"),
        ({"url": "https://zalo.me/123456"}, "host/q/token"),
        ({"code": "K7M3Q8"}, "short code"),
        ({"unit": "\u200b\x07"}, "unit is empty"),
        ({"desk": ""}, "desk is empty"),
    ],
)
def test_a_poster_that_could_not_work_cannot_exist(change: dict[str, str], said: str) -> None:
    """What is printed is checked before, not after, a thousand sheets."""
    with pytest.raises(PosterError, match=said):
        dataclasses.replace(poster(1), **change)


def test_layouts_that_do_not_fit_cannot_exist() -> None:
    """Slips under a small page and tiles of a large one are refused."""
    with pytest.raises(PosterError, match="slips"):
        Layout(paper=Paper.A6, slips=True)
    with pytest.raises(PosterError, match="tiled"):
        Layout(paper=Paper.A4, tiled=True)


def test_an_office_can_say_it_in_its_own_words() -> None:
    """The sentences are data; an empty one is refused."""
    own = PosterText(sentence="Xin ông/bà cho ý kiến")
    assert "Xin ông/bà cho ý kiến" in text_of(pdf([poster(1, text=own)], Layout()))
    with pytest.raises(PosterError, match="safety is empty"):
        PosterText(safety=" ")


def test_draft_and_sample_are_marked_on_every_face_and_slip() -> None:
    """No part that can be cut off passes for a real one."""
    marked = poster(1, draft=True, sample=True)
    table = text_of(pdf([marked], Layout(paper=Paper.TABLE)))
    assert len(re.findall("BẢN THỬ", table)) == 2
    assert len(re.findall("MẪU", table)) == 2
    slips = text_of(pdf([marked], Layout(slips=True)))
    assert len(re.findall("BẢN THỬ", slips)) == 6
    assert len(re.findall("MẪU", slips)) == 6
