"""What citizens wrote is shown as they wrote it, and can do nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_tui.literal import literal, one_line


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = literal(text)
    assert all(c == "\n" or c.isprintable() for c in shown)
    assert not {unicodedata.category(c) for c in shown if c != "\n"} & {"Cc", "Cf", "Cs", "Me"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)


@given(st.text(alphabet="aăâđêôơưAĂÂĐ áàảãạ.,!?😀\n"))
def test_ordinary_vietnamese_stays_as_it_is(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert literal(composed) == composed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[bold]xin chào[/]", "[bold]xin chào[/]"),
        ("[@click=app.quit]bấm[/]", "[@click=app.quit]bấm[/]"),
        ("\x1b[2Jmất hết", "␛[2Jmất hết"),
        ("abc\u202edcba", "abc‹RLO›dcba"),
        (unicodedata.normalize("NFD", "hài lòng ế ợ"), "hài lòng ế ợ"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("tab\tở đây", "tab    ở đây"),
        ("không\x00hết", "không␀hết"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("lỗi \ud800 lạ", "lỗi � lạ"),
        ("e" + "\u0301" * 40, "é" + "\u0301" * 3),
    ],
)
def test_each_kind_of_mischief_is_shown_harmlessly(text: str, shown: str) -> None:
    assert literal(text) == shown
