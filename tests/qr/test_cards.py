"""Marks stay on their page and out of every code's quiet zone, whatever the names are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qr.matrix import QUIET_ZONE
from qr.posters import Layout, Paper
from qr.posters.marks import Bend, Disc, Line, Mark, Part, Picture, Sheet, Symbol, Words
from qr.posters.setting import measure
from qr.posters.sheets import sheets, single
from qr.posters.typeface import ASCENT, DESCENT
from tests.qr.desks import logo, poster

Reach = tuple[float, float, float, float]

LAYOUTS = [
    *(Layout(paper=paper, crop_marks=marks) for paper in Paper for marks in (False, True)),
    Layout(paper=Paper.A4, slips=True),
    Layout(paper=Paper.A5, slips=True),
]
names = st.text(st.sampled_from("aẤệW– .<"), min_size=1, max_size=500).filter(str.strip)


def reach(mark: Mark) -> Reach | None:
    """Return the box a mark of ink covers, or None for one that is a ground or a stamp."""
    match mark:
        case Words():
            end = mark.x + mark.size * measure(mark.text, bold=mark.bold)
            return mark.x, mark.y - mark.size * ASCENT, end, mark.y + mark.size * DESCENT
        case Disc():
            r = mark.radius + mark.thickness / 2
            return mark.x - r, mark.y - r, mark.x + r, mark.y + r
        case Line() | Bend():
            xs, ys = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return xs[0], ys[0], xs[1], ys[1]
        case Picture():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    return None


def quiet_zones(part: Part) -> list[Reach]:
    """Return each code of a part with its quiet zone."""
    zones = []
    for mark in part.marks:
        if isinstance(mark, Symbol):
            away = mark.side / mark.grid.size * QUIET_ZONE
            low, right = mark.y + mark.side + away, mark.x + mark.side + away
            zones.append((mark.x - away, mark.y - away, right, low))
    return zones


def apart(one: Reach, other: Reach) -> bool:
    """Say whether two boxes do not overlap, within a hundredth of a point."""
    return (
        one[2] <= other[0] + 0.01
        or other[2] <= one[0] + 0.01
        or one[3] <= other[1] + 0.01
        or other[3] <= one[1] + 0.01
    )


def in_order(sheet: Sheet) -> None:
    """Check that nothing leaves its part, and nothing touches a code."""
    for part in sheet.parts:
        assert part.x >= -0.01
        assert part.x + part.width <= sheet.width + 0.01
        assert part.y + part.height <= sheet.height + 0.01
        zones = quiet_zones(part)
        for mark in part.marks:
            if box := reach(mark):
                assert min(box[0], box[1]) >= -0.01
                assert box[2] <= part.width + 0.01
                assert box[3] <= part.height + 0.01
                assert all(apart(box, zone) for zone in zones), mark


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@settings(max_examples=12, deadline=None)
@given(unit=names, desk=names, hotline=st.sampled_from(["", "9" * 400]), marked=st.booleans())
def test_nothing_overflows_or_touches_a_code(
    layout: Layout, unit: str, desk: str, hotline: str, marked: bool
) -> None:
    """500 characters of any width, with and without logo, draft and sample marks."""
    emblem = logo() if marked else None
    made = poster(
        unit=unit, desk=desk, hotline=hotline, wifi=hotline,
        logo=emblem, sample=marked, draft=marked,
    )  # fmt: skip
    in_order(single(made, layout))


@settings(max_examples=12, deadline=None)
@given(unit=names, host=st.text("abc.-", min_size=1, max_size=120))
def test_a_host_of_any_length_stays_inside(unit: str, host: str) -> None:
    """The typed address is never cut, even on a slip."""
    import dataclasses

    made = dataclasses.replace(poster(unit=unit), typed_address=f"x{host}/K7M3Q9")
    for layout in (Layout(slips=True), Layout(paper=Paper.A6), Layout(paper=Paper.TABLE)):
        sheet = single(made, layout)
        in_order(sheet)
        shown = ["".join(m.text for m in p.marks if isinstance(m, Words)) for p in sheet.parts]
        assert made.typed_address.replace("/K7M3Q9", "") in "".join(shown)


@pytest.mark.parametrize("paper", [Paper.A5, Paper.A6])
def test_tiles_do_not_overlap(paper: Paper) -> None:
    """Each poster keeps to its own part of the sheet."""
    [(desks, sheet)] = sheets(
        [poster(n) for n in range(2 if paper is Paper.A5 else 4)],
        Layout(paper=paper, tiled=True, crop_marks=True),
    )
    in_order(sheet)
    boxes = [(p.x, p.y, p.x + p.width, p.y + p.height) for p in sheet.parts[:desks]]
    assert all(apart(a, b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_the_five_faces_are_alike_but_for_the_mouth() -> None:
    """No level is larger, bolder or in another colour."""
    marks = [mark for part in single(poster(), Layout()).parts for mark in part.marks]
    heads = [m for m in marks if isinstance(m, Disc) and m.edge]
    mouths = [m for m in marks if isinstance(m, Bend)]
    assert len(heads) == len(mouths) == 5
    assert len({(m.radius, m.edge, m.thickness, m.y) for m in heads}) == 1
    assert len({(m.colour, m.thickness) for m in mouths}) == 1
    bends = [m.cy - m.y1 for m in mouths]
    assert bends == sorted(bends, reverse=True)
    assert bends[0] == pytest.approx(-bends[4])


def test_every_page_says_what_a_poster_must_say() -> None:
    """Sentence, English, safety line, address and code stand on each paper."""
    made = poster(1, hotline="1022", wifi="khach")
    for paper in Paper:
        words = " ".join(
            m.text for p in single(made, Layout(paper=paper)).parts for m in p.marks
            if isinstance(m, Words)
        )  # fmt: skip
        for line in (
            "Mời ông/bà quét mã để đánh giá", "Please scan to rate the service",
            "Không hỏi tài khoản, số định danh, mã OTP, tiền", made.typed_address,
            f"#{made.code}", made.desk, made.unit, "1022", "khach",
        ):  # fmt: skip
            assert line in words
        assert "zalo.me" not in words
        assert "BẢN THỬ" not in words
