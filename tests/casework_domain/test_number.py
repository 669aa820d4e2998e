"""Follow-up numbers: read however they are typed, told from slips, and hopeless to guess."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases import number
from feedback.domain.cases.number import COUNT, check_digit, draw, is_valid, mistyped, read, written

numbers = st.integers(0, COUNT - 1).map(lambda drawn: draw(lambda _: drawn))
NUMBER = draw(lambda _: 123_456_789_012_345)
A, B, C, D = (NUMBER[at : at + 4] for at in range(0, 16, 4))


def test_the_check_digit_is_damm() -> None:
    """The worked example of Damm's thesis: 572 is followed by 4."""
    assert check_digit("572") == "4"
    assert check_digit("5724") == "0"


@given(numbers)
def test_a_number_is_shown_in_four_groups_and_read_back(drawn: str) -> None:
    """What the receipt shows is what the citizen may type."""
    assert re.fullmatch(r"\d{4}( \d{4}){3}", written(drawn))
    assert read(written(drawn)) == drawn
    assert read(drawn) == drawn


@given(numbers, st.integers(0, 15), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_a_slip(drawn: str, place: int, digit: str) -> None:
    """Every single wrong digit is noticed, and called a slip rather than an unknown number."""
    wrong = drawn[:place] + digit + drawn[place + 1 :]
    assert is_valid(wrong) == (wrong == drawn)
    assert mistyped(written(drawn).replace(drawn[place], digit, 1)) is (
        read(written(drawn).replace(drawn[place], digit, 1)) is None
    )


@given(numbers, st.integers(0, 14))
def test_swapped_neighbours_are_a_slip(drawn: str, place: int) -> None:
    """Every swap of two different neighbours is noticed."""
    swapped = drawn[:place] + drawn[place + 1] + drawn[place] + drawn[place + 2 :]
    assert is_valid(swapped) == (swapped == drawn)


@pytest.mark.parametrize(
    "text",
    [
        f"{A} {B} {C} {D}",
        f"{A}{B}{C}{D}",
        f"{A}.{B}.{C}.{D}",
        f"{A}-{B}-{C}-{D}",
        f"{A}–{B}—{C}−{D}",
        f"{A}\u00a0{B}\u202f{C}\u2003{D}",
        f"{A}\n{B}\n{C}\n{D}",
        f"{A}_{B}_{C}_{D}",
        f"{A}\u200b {B} {C}\ufeff {D}\u202c",
        " ".join(NUMBER),
        f"theo dõi {A} {B} {C} {D} giúp tôi",
        f"so theo doi:{A}{B}{C}{D}.",
        f"Mã là ({A} {B} {C} {D})!",
        f"sđt 0912 345 678, số theo dõi {A} {B} {C} {D}",
        f"0912345678 {A} {B} {C} {D} 2026",
        f"https://hailong.example/t?so={A}{B}{C}{D}",
        # Full-width digits as East Asian keyboards write them, and Arabic-Indic ones.
        NUMBER.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
        NUMBER.translate({ord("0") + n: 0x0660 + n for n in range(10)}),
        NUMBER.replace("0", "O").replace("1", "l"),
        NUMBER.replace("0", "o").replace("1", "I"),
        NUMBER.replace("0", "О").replace("1", "|"),
    ],
)
def test_a_number_is_read_however_it_is_typed(text: str) -> None:
    """Groups, dashes, other digits, look-alike letters, words around: all forgiven."""
    assert read(text) == NUMBER
    assert not mistyped(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theo dõi",
        "0912 345 678",
        # Letters that pass for digits, and nothing else: a word, however many they are.
        "oiliolilioiliooi",
        "o" * 16,
        "hôm nay ngày 20/11/2026",
        "1" * 40,
        f"x{NUMBER}",
        f"{NUMBER}7777",
        f"{NUMBER}kg",
    ],
)
def test_other_texts_hold_no_number_and_no_slip(text: str) -> None:
    """A phone number, a date or a word is neither a number nor a mistyped one."""
    assert read(text) is None
    assert not mistyped(text)


@pytest.mark.parametrize(
    "text", [NUMBER[:-1], NUMBER + "7", f"{A} {B} {C} {D[:2]}", f"{A} {B} {A} {C}"]
)
def test_a_missing_or_extra_digit_is_a_slip(text: str) -> None:
    """The citizen hears that the number was mistyped, not that there is no such case."""
    assert read(text) is None
    assert mistyped(text)


@given(st.text(max_size=3000))
def test_any_text_is_read(text: str) -> None:
    """Whatever comes in, the answer is a right number or nothing."""
    found = read(text)
    assert found is None or is_valid(found)
    assert not (found and mistyped(text))


def test_hundred_thousand_numbers_differ() -> None:
    """No two receipts are equal."""
    chance = random.Random(7).randrange
    assert len({draw(chance) for _ in range(100_000)}) == 100_000


def test_guessing_finds_nothing_among_a_million_cases() -> None:
    """A day of 1,000 guesses a minute, each with a right check digit, opens no case."""
    cases, guesses = random.Random(1), random.Random(2)
    held = {cases.randrange(COUNT) for _ in range(1_000_000)}
    assert not any(guesses.randrange(COUNT) in held for _ in range(1_000 * 60 * 24))
    assert len(held) * 1_000 * 60 * 24 / COUNT < 0.002


def test_chance_outside_the_range_is_refused() -> None:
    """A broken source of chance is noticed before anything is handed out."""
    for drawn in (-1, COUNT):
        with pytest.raises(ValueError, match="chance"):
            draw(lambda _, drawn=drawn: drawn)


def test_only_a_number_is_written() -> None:
    """A text that is no number never reaches a receipt."""
    for text in (NUMBER[:-1], NUMBER[:-1] + "x", "٠" * 16):
        with pytest.raises(ValueError, match="follow-up"):
            number.written(text)
