"""Text set into a box stays in it, whole, whatever it says."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from qr.posters.marks import Colour
from qr.posters.setting import Box, Style, break_lines, centred, fit, leading, measure
from qr.posters.typeface import ASCENT, DESCENT
from qr.posters.wording import LONGEST, printable
from tests.qr.desks import LONG

INK = Colour("#000000")
names = st.text(st.sampled_from("aBệỮ W–.i "), max_size=500).map(printable).filter(bool)


@settings(max_examples=150, deadline=None)
@given(names, st.floats(60, 500), st.floats(25, 200), st.booleans(), st.sampled_from("cl"))
def test_no_line_leaves_its_box(
    text: str, width: float, height: float, bold: bool, how: str
) -> None:
    """Every line lies inside, accents and tails included."""
    box, style = Box(7, 11, width, height), Style(36, bold, INK)
    for words in (centred if how == "c" else leading)(text, box, style):
        end = words.x + words.size * measure(words.text, bold=bold)
        assert box.x - 0.01 <= words.x
        assert end <= box.x + box.width + 0.01
        assert words.y - words.size * ASCENT >= box.y - 0.01
        assert words.y + words.size * DESCENT <= box.y + box.height + 0.01


@given(names, st.floats(2, 60), st.booleans())
def test_no_letter_is_lost_when_lines_are_broken(text: str, ems: float, bold: bool) -> None:
    """The lines, put together, are the text."""
    lines = break_lines(text, ems, bold=bold)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_short_name_keeps_its_size_and_a_long_one_wraps() -> None:
    """Only what does not fit is made smaller."""
    assert fit("Quầy 3", 300, 60, 30, bold=True).size == 30
    long = fit(LONG, 500, 60, 19, bold=True)
    assert len(long.lines) == 2
    assert long.size > 12
    assert " ".join(long.lines) == LONG


def test_lines_are_about_equally_long() -> None:
    """No last line holds a single word while the others are full."""
    lines = fit(LONG, 700, 60, 19, bold=True).lines
    assert len(lines) == 2
    shorter, longer = sorted(measure(line, bold=True) for line in lines)
    assert shorter > 0.6 * longer


def test_names_are_composed_and_stripped_of_what_cannot_be_seen() -> None:
    """NFD becomes NFC; controls, bidi and invisible characters vanish; markup stays text."""
    assert printable(unicodedata.normalize("NFD", LONG)) == LONG
    assert printable("a\u202eb\u200bc\x00d\x1b[31me\ufeff") == "abcd[31me"
    assert printable(" dòng\n\tmột \u00a0 hai ") == "dòng một hai"
    assert printable("<b>&amp;</b>") == "<b>&amp;</b>"
    assert printable("Ｑuầy") == "Quầy"
    assert printable("漢 😀") == "? ?"
    assert printable("\ud800") == ""


@given(st.text(max_size=600))
def test_any_text_becomes_printable(text: str) -> None:
    """The result is stable, covered by the face, and not too long."""
    line = printable(text)
    assert len(line) <= LONGEST
    assert printable(line) == line
    measure(line, bold=True)
