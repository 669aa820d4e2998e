"""Case codes survive typing, and are never a desk's code nor the other way round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases.code import ALPHABET, COUNT, draw, is_valid, read
from qr import shortcode

codes = st.integers(0, COUNT - 1).map(lambda drawn: draw(lambda _: drawn))
CODE = draw(lambda _: 12_345_678)
BARE = CODE.removeprefix("HS-")


@given(codes)
def test_a_code_is_read_back(code: str) -> None:
    """In prose, in small letters, without its dash, and alone without `HS`."""
    for text in (
        code,
        code.lower(),
        code.replace("-", ""),
        f"xem {code}, gấp",
        code[3:],
        f" {code}\n",
    ):
        assert read(text) == code
    assert is_valid(code)


@given(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1))
def test_two_chances_give_two_codes(one: int, other: int) -> None:
    """Numbering is one to one."""
    assert (draw(lambda _: one) == draw(lambda _: other)) == (one == other)


@given(codes, st.integers(3, 9), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_opens_no_other_case(code: str, place: int, symbol: str) -> None:
    """The check symbol catches every single slip of the finger."""
    wrong = code[:place] + symbol + code[place + 1 :]
    assert is_valid(wrong) == (wrong == code)


@given(codes, st.integers(0, shortcode.COUNT - 1))
def test_a_case_and_a_desk_are_never_confused(code: str, desk: int) -> None:
    """Neither reader takes the other's code, with or without what stands before it."""
    short = shortcode.from_number(desk)
    for text in (code, code[3:], f"#{code[3:]}", f"#{code}"):
        assert shortcode.find_in(text) is None
    for text in (short, f"#{short}", f"HS-{short}", f"quầy #{short}"):
        assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"HS {BARE}",
        f"hs–{BARE}",
        f"HS-\u200b{BARE}",
        f"(HS-{BARE})",
        f"hồ sơ hs{BARE.lower()}?",
        "".join(chr(ord(c) + 0xFEE0) for c in CODE),
    ],
)
def test_a_code_is_read_however_it_is_typed(text: str) -> None:
    """Spaces, other dashes, invisible characters and full-width letters are forgiven."""
    assert read(text) == CODE


@pytest.mark.parametrize(
    "text",
    ["", "HS-", f"x{CODE}", f"{CODE}9", f"{BARE} gấp", "HS-AAAAAAA", f"HS-{BARE[:-1]}", "hồ sơ"],
)
def test_other_texts_hold_no_code(text: str) -> None:
    """Without `HS` a code must be the whole text, and nothing may be glued to it."""
    assert read(text) is None


@given(st.text(max_size=2000))
def test_any_text_is_read(text: str) -> None:
    """Whatever comes in, the answer is a right code or nothing."""
    found = read(text)
    assert found is None or is_valid(found)


def test_chance_outside_the_range_is_refused() -> None:
    """A broken source of chance is noticed before anything is handed out."""
    for drawn in (-1, COUNT):
        with pytest.raises(ValueError, match="chance"):
            draw(lambda _, drawn=drawn: drawn)
