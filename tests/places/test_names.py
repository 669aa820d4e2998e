"""Names are found however they are spelled, and cleaned of what is not seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.names import clean, fold

LETTERS = st.text(st.sampled_from("aăâeêioôơuưyđbcghklmnpqrstvx ÀẢÃÁẠẰẲẴẮẶỄỜỢỨỲỵ"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khánh Hoà", "Khánh Hòa"),
        ("Lệ Thuỷ", "Lệ Thủy"),
        ("Đắk Lắk", "DAK LAK"),
        ("Phường Hiệp Thành", "phuong  hiep-thanh"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
        ("Xã Trà Lâm\u200b", "xa tra lam"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(LETTERS)
def test_composition_and_case_never_matter(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(text) == fold(text.upper()) == fold(fold(text))


@given(st.text(max_size=60))
def test_a_cleaned_text_is_one_visible_line_and_stays_so(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == clean(cleaned) == cleaned.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in cleaned)


def test_direction_overrides_and_nul_are_dropped() -> None:
    assert clean("UBND\x00 phường\u202e A\n") == "UBND phường A"
