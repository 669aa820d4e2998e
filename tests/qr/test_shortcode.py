"""Short codes survive typing, are found where people put them, and nowhere else."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qr import shortcode
from qr.shortcode import ALPHABET, COUNT

numbers = st.integers(0, COUNT - 1)
CODE = shortcode.from_number(1_234_567)


@given(numbers)
def test_every_number_gives_a_valid_code(number: int) -> None:
    """Each code has six symbols, a digit, a letter and a right check symbol."""
    code = shortcode.from_number(number)
    assert shortcode.is_valid(code)
    assert shortcode.find_in(f"#{code}") == code


@given(numbers, numbers)
def test_two_numbers_give_two_codes(one: int, other: int) -> None:
    """Numbering is one to one."""
    same = shortcode.from_number(one) == shortcode.from_number(other)
    assert same == (one == other)


def test_numbers_outside_the_range_are_refused() -> None:
    """There is no code beyond the last one."""
    for number in (-1, COUNT):
        with pytest.raises(ValueError, match="number"):
            shortcode.from_number(number)


@given(numbers, st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(number: int, place: int, symbol: str) -> None:
    """The check symbol catches every single slip of the finger."""
    code = shortcode.from_number(number)
    wrong = code[:place] + symbol + code[place + 1 :]
    assert shortcode.is_valid(wrong) == (wrong == code)


@given(numbers, st.integers(0, 4))
def test_two_swapped_neighbours_are_noticed(number: int, place: int) -> None:
    """Luhn catches swapped neighbours, but for its one known blind pair (first and last)."""
    code = shortcode.from_number(number)
    pair = {code[place], code[place + 1]}
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if len(pair) == 2 and pair != {ALPHABET[0], ALPHABET[-1]}:
        assert not shortcode.is_valid(swapped)


def test_the_check_symbol_is_luhn_modulo_18() -> None:
    """A worked example by hand: the values of K7M3Q are 11, 4, 12, 1, 15."""
    # From the right, doubled every other time, digits in base 18 added: 1+12, 1, 1+6, 4, 1+4.
    assert 13 + 1 + 7 + 4 + 5 == 30
    assert ALPHABET[-30 % 18] == "9"
    assert shortcode.check_symbol("K7M3Q") == "9"


def test_chance_is_an_argument() -> None:
    """The same chance draws the same code, over the whole range."""
    below: Callable[[int], int] = random.Random(5).randrange
    again: Callable[[int], int] = random.Random(5).randrange
    assert shortcode.draw(below) == shortcode.draw(again)
    assert shortcode.draw(lambda count: count - 1) == shortcode.from_number(COUNT - 1)


@pytest.mark.parametrize(
    "message",
    [
        "{code}",
        "#{code}",
        "  #{code}  ",
        "{code}.",
        "#{code}!",
        "{lower}",
        "#{lower}",
        "Chào anh, mã của tôi là #{lower} ạ",
        "Dạ em gửi mã #{code}, em cảm ơn",
        "dòng một\n#{code}\ndòng ba",
        "#{code}\u200b",
        "\u200e#{spaced}",
        "{wide}",
        "#999999 #{code}",
        "Quầy này (#{code})?",
        "“{code}”",
        "mã “#{lower}”: chờ lâu",
        "# {lower}",
        "{telex}",
        "Tôi ở quầy #{telex}.",
        "#{code}\ufe0f",
    ],
)
def test_a_code_is_found_where_people_put_it(message: str) -> None:
    """After # anywhere, alone without it; case, width and invisible characters do not matter."""
    text = message.format(
        code=CODE,
        lower=CODE.lower(),
        spaced="\u200b".join(CODE),
        # Full-width letters stand so far above those of ASCII.
        wide="".join(chr(ord(c) + 0xFEE0) for c in f"#{CODE}"),
        telex="".join(c + "\u0301" if c.isalpha() else c for c in CODE.lower()),
    )
    assert shortcode.find_in(text) == CODE


@pytest.mark.parametrize(
    "message",
    [
        "",
        "xin chào",
        "mã {code} đây",
        "a#{code}",
        "#{code}X",
        "#{wrong}",
        # Letters alone and digits alone are no code, whatever their check symbol.
        "#TKTHPT",
        "#234678",
        "0912 345 678",
        "#" * 10_000,
    ],
)
def test_prose_and_wrong_codes_are_left_alone(message: str) -> None:
    """A hashtag, a phone number or a mistyped code never picks a desk."""
    wrong = CODE[:-1] + ALPHABET[(ALPHABET.index(CODE[-1]) + 1) % 18]
    assert shortcode.find_in(message.format(code=CODE, wrong=wrong)) is None


@given(st.text())
def test_any_text_gives_a_valid_code_or_none(text: str) -> None:
    """Whatever is sent, nothing raises and nothing invalid comes out."""
    found = shortcode.find_in(text)
    assert found is None or shortcode.is_valid(found)


@given(numbers, st.sampled_from(["{}", "#{}", " {} ", "\u00a0{}"]), st.booleans())
def test_an_address_forgives_case_hash_and_spaces(number: int, frame: str, lower: bool) -> None:
    """What a person typed as `host/CODE` is brought to the one spelling."""
    code = shortcode.from_number(number)
    typed = frame.format(code.lower() if lower else code)
    assert shortcode.normalise(typed) == code
    assert shortcode.normalise(f"{code[:3]}-{code[3:]}") == code
    assert shortcode.normalise(code + "2") is None
