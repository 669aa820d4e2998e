"""Columns stay straight whatever a name holds."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from admin_tui.columns import Align, fit, wrapped
from admin_tui.literal import literal

_SHOWN = st.text().map(literal)
_LINE = _SHOWN.map(lambda text: text.replace("\n", " "))


@given(_LINE, st.integers(1, 60), st.sampled_from(Align))
def test_a_cell_has_exactly_its_width(text: str, width: int, align: Align) -> None:
    assert cell_len(fit(text, width, align)) == width


def test_a_cut_text_says_so() -> None:
    assert fit("Trung tâm Phục vụ hành chính công", 12) == "Trung tâm P…"
    assert fit("Quầy", 6) == "Quầy  "
    assert fit("12", 4, Align.RIGHT) == "  12"


@given(_SHOWN, st.integers(2, 60))
def test_no_line_is_longer_than_its_room(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


@given(_SHOWN, st.integers(2, 60))
def test_breaking_loses_no_letter(text: str, width: int) -> None:
    def letters(words: str) -> str:
        return "".join(words.split())

    assert letters("".join(wrapped(text, width))) == letters(text)


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert wrapped("aaaaaaa bb", 3) == ["aaa", "aaa", "a", "bb"]
    assert wrapped("một hai ba", 7) == ["một hai", "ba"]
