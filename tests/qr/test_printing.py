"""Every poster in every format and paper size is read, clean, blurred, tilted and pale."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from qr.posters import Layout, Paper, Poster, render_pdf, render_png, render_svg
from tests.qr import camera
from tests.qr.desks import logo, poster

Glance = Callable[[Image.Image], Image.Image]

LAYOUTS = [
    Layout(paper=Paper.A4),
    Layout(paper=Paper.A5),
    Layout(paper=Paper.A6),
    Layout(paper=Paper.TABLE),
    Layout(paper=Paper.A4, slips=True),
    Layout(paper=Paper.A5, slips=True),
    Layout(paper=Paper.A6, crop_marks=True, faces=False),
]
EXTRAS = {"hotline": "028 3715 1234", "wifi": "UBND-Khach (mật khẩu: 12345678)"}


def codes(layout: Layout) -> int:
    """Return how many codes one desk's page carries."""
    slips = {Paper.A4: 5, Paper.A5: 4}[layout.paper] if layout.slips else 0
    return (2 if layout.paper is Paper.TABLE else 1) + slips


def pdf(posters: list[Poster], layout: Layout) -> list[Image.Image]:
    """Print posters and rasterise the pages."""
    out = io.BytesIO()
    render_pdf(posters, layout, out)
    return camera.pages(out.getvalue())


def named(layout: Layout) -> str:
    """Name a layout in a test's id."""
    return f"{layout.paper}{'-slips' * layout.slips}{'-marks' * layout.crop_marks}"


@pytest.mark.parametrize("layout", LAYOUTS, ids=named)
def test_pdf_png_and_svg_lead_to_the_desk(layout: Layout) -> None:
    """Each code on the page holds the desk's address, whatever the file format."""
    desk = poster(3, **EXTRAS)
    expected = [desk.url] * codes(layout)
    [page] = pdf([desk], layout)
    assert camera.read(page) == expected
    assert camera.read(camera.picture(render_png(desk, layout, dpi=camera.DPI))) == expected
    assert camera.read(camera.drawing(render_svg(desk, layout))) == expected


@pytest.mark.parametrize("glance", camera.GLANCES)
@pytest.mark.parametrize("layout", LAYOUTS[:4], ids=named)
def test_a_bad_glance_still_reads_the_page(layout: Layout, glance: Glance) -> None:
    """Out of focus, from the side, or faded in bad light: the desk is found."""
    desk = poster(4, **EXTRAS)
    [page] = pdf([desk], layout)
    assert desk.url in camera.read(glance(page))
    assert desk.url in camera.read(glance(camera.picture(render_png(desk, layout, camera.DPI))))
    assert desk.url in camera.read(glance(camera.drawing(render_svg(desk, layout))))


@pytest.mark.parametrize("glance", camera.GLANCES)
def test_a_draft_and_a_logo_in_the_code_cost_no_scan(glance: Glance) -> None:
    """What is printed over or into a code leaves it readable."""
    stamped = poster(5, draft=True, sample=True)
    with_logo = poster(6, logo=logo())
    [page] = pdf([stamped], Layout(paper=Paper.A5))
    assert camera.read(glance(page)) == [stamped.url]
    [page] = pdf([with_logo], Layout(paper=Paper.A5, logo_in_code=True))
    assert camera.read(glance(page)) == [with_logo.url]


@pytest.mark.parametrize(("paper", "each"), [(Paper.A5, 2), (Paper.A6, 4)])
def test_tiles_each_lead_to_their_own_desk(paper: Paper, each: int) -> None:
    """Seven desks on sheets of A4: every code once, in the order of the desks."""
    desks = [poster(n) for n in range(1, 8)]
    sheets = pdf(desks, Layout(paper=paper, tiled=True, crop_marks=True))
    assert len(sheets) == -(-7 // each)
    read = [url for sheet in sheets for url in camera.read(sheet)]
    assert sorted(read) == sorted(desk.url for desk in desks)
    for index, sheet in enumerate(sheets):
        own = {desk.url for desk in desks[index * each : (index + 1) * each]}
        assert set(camera.read(sheet)) == own


def test_a_tile_says_beside_its_code_whose_it_is() -> None:
    """Cut out by the marks, each quarter holds one code: that of the desk in this place."""
    desks = [poster(n) for n in range(1, 5)]
    [sheet] = pdf(desks, Layout(paper=Paper.A6, tiled=True))
    width, height = sheet.size
    for index, desk in enumerate(desks):
        x, y = index % 2 * width // 2, index // 2 * height // 2
        assert camera.read(sheet.crop((x, y, x + width // 2, y + height // 2))) == [desk.url]


def test_both_faces_of_a_folded_stand_are_upright_when_it_stands() -> None:
    """The upper half, turned round, looks like the lower half."""
    [sheet] = pdf([poster(2)], Layout(paper=Paper.TABLE))
    width, height = sheet.size
    away = height // 50  # the fold's own line lies on the border of both halves
    upper = sheet.crop((0, 0, width, height // 2 - away)).transpose(Image.Transpose.ROTATE_180)
    lower = sheet.crop((0, height - upper.height, width, height))
    small = (width // 8, upper.height // 8)
    one, other = (face.convert("L").resize(small, Image.Resampling.BOX) for face in (upper, lower))
    apart = [abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 4


def test_long_local_and_plain_addresses_are_read_too() -> None:
    """A drafts' local address and a host of 100 letters fit a code."""
    for public in ("http://127.0.0.1:8080", "https://" + "a" * 50 + "." + "b" * 50 + ".gov.vn/xa"):
        desk = poster(9, public=public, draft=True)
        [page] = pdf([desk], Layout(paper=Paper.A6))
        assert camera.read(page) == [desk.url]
