"""Duplicates are seen through other words and missing marks, from signatures that tell nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases.likeness import HASHES, LIKELY, bands, likeness, signature, words
from feedback.domain.names import fold
from tests.casework_domain.pairs import pairs

KEYS = (b"k" * 16, b"q" * 32, bytes(range(40)))
KEY = KEYS[0]
texts = st.text(max_size=300) | st.sampled_from([text for _, *both in pairs() for text in both])


def likely(one: str, other: str, key: bytes = KEY) -> bool:
    """Say whether two texts would be shown as possible duplicates."""
    return likeness(signature(one, key), signature(other, key)) >= LIKELY


@pytest.mark.parametrize("key", KEYS)
def test_duplicates_are_found_and_few_others(key: bytes) -> None:
    """Under any key nearly every duplicate is found, and one other text in ten at most."""
    same = [likely(one, other, key) for alike, one, other in pairs() if alike]
    different = [likely(one, other, key) for alike, one, other in pairs() if not alike]
    assert len(same) >= 40
    assert len(different) >= 40
    assert sum(same) >= len(same) * 0.97
    assert sum(different) <= len(different) * 0.1


@given(texts)
def test_marks_case_and_punctuation_make_no_difference(text: str) -> None:
    """With and without diacritics, decomposed, shouted: the same signature."""
    signed = signature(text, KEY)
    for form in (fold(text), unicodedata.normalize("NFD", text), f"  {text}!!! "):
        assert signature(form, KEY) == signed


@given(texts, texts)
def test_likeness_is_a_measure(one: str, other: str) -> None:
    """It lies in 0 to 1, has no order, and is 1 for the same words."""
    a, b = signature(one, KEY), signature(other, KEY)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) == (1 if words(one) else 0)


@given(st.sets(st.integers(0, 60), min_size=8), st.sets(st.integers(0, 60), min_size=8))
def test_the_estimate_is_near_the_share_of_common_words(one: set[int], other: set[int]) -> None:
    """Within five standard errors of Jaccard's index."""
    said = [" ".join(f"tu{n}" for n in numbers) for numbers in (one, other)]
    a, b = (signature(text, KEY) for text in said)
    # Of 128 hashes one standard error is 0.044 at most.
    assert likeness(a, b) == pytest.approx(len(one & other) / len(one | other), abs=0.23)


@given(texts)
def test_a_signature_is_small_and_of_its_key(text: str) -> None:
    """Under another key it is as a stranger's, so that the store cannot be searched without it."""
    one, other = signature(text, KEY), signature(text, KEYS[1])
    assert len(one) == (HASHES if words(text) else 0)
    assert likeness(one, other) < LIKELY


@given(texts)
def test_bands_are_keys_of_an_index(text: str) -> None:
    """They are short, distinct and the same for the same words."""
    keys = bands(signature(text, KEY))
    assert keys == bands(signature(fold(text), KEY))
    assert len(set(keys)) == len(keys) == (42 if words(text) else 0)
    assert all(len(key) == 4 for key in keys)


def test_duplicates_share_a_band() -> None:
    """An index on bands finds nearly every pair that a comparison would."""
    alike = [(one, other) for same, one, other in pairs() if same]
    shared = [set(bands(signature(a, KEY))) & set(bands(signature(b, KEY))) for a, b in alike]
    assert sum(map(bool, shared)) >= len(alike) * 0.95


def test_a_text_of_small_words_is_still_compared() -> None:
    """Where nothing but small words is said, these are what is compared; nothing is like nothing."""
    assert likely("của tôi đây", "cua toi day")
    assert not likely("", "")
    assert not likely("🙂", "🙂")


def test_a_weak_key_is_refused() -> None:
    """A short key would let the store be read by trying keys."""
    with pytest.raises(ValueError, match="16 bytes"):
        signature("chờ lâu", b"short")
