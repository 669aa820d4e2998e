"""Owns the follow-up number: how it is drawn, written for people, and read from what they type.

It never draws its own chance, and nothing here keeps or compares a number with a stored one.

Fifteen digits are chance and the last is Damm's check digit: 10^15 numbers, 49.8 bits. The check
tells a slip of the finger from a number that is not ours without asking the database; it catches
every wrong digit and every swap of neighbours. A second check digit would catch little more and
make guessing ten times easier. Among a million cases a guess that already minds the check digit
opens one with a chance of 10^-9: at 1,000 a minute one case in 700 days, were nothing shed.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NewType

FollowUpNumber = NewType("FollowUpNumber", str)

LENGTH = 16
COUNT = 10 ** (LENGTH - 1)
_GROUP = 4
_LONGEST_MESSAGE = 4096  # Telegram's limit; Zalo's is 2,000

# Damm (2004): a totally anti-symmetric quasigroup of order ten, with zeros on its diagonal.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)

# What stands for a digit on small screens and in handwriting, Latin, Greek and Cyrillic.
_LOOKS_LIKE = str.maketrans("oοоlιіı|i", "000111111")
_SYMBOL = r"[0-9oοоlιіı|i]"
_APART = r"[\s.,·•\-\u2010-\u2015\u2212_/]{0,3}"
# Looked ahead, so that a number is also found behind other digits; bounded, so that it is quick.
_RUN = re.compile(rf"(?<![^\W_])(?=({_SYMBOL}(?:{_APART}{_SYMBOL}){{{LENGTH - 1}}})(?![^\W_]))")
# Fourteen to eighteen symbols: a telephone number has fewer, and is no slip of this one.
_NEARLY = re.compile(rf"(?<![^\W_]){_SYMBOL}(?:{_APART}{_SYMBOL}){{13,17}}(?![^\W_])")
_FEWEST_DIGITS = 12  # of sixteen: fewer, and it is a word of o, i and l


def draw(chance: Callable[[int], int]) -> FollowUpNumber:
    """Draw a number by chance, e.g. `secrets.randbelow`; the caller sees that it is not taken."""
    drawn = chance(COUNT)
    if not 0 <= drawn < COUNT:
        raise ValueError(f"a chance lies in 0 to {COUNT - 1}")
    payload = f"{drawn:0{LENGTH - 1}}"
    return FollowUpNumber(payload + check_digit(payload))


def check_digit(payload: str) -> str:
    """Return Damm's check digit of decimal digits; over a number with its own it is 0."""
    interim = "0"
    for digit in payload:
        interim = _DAMM[int(interim)][int(digit)]
    return interim


def is_valid(text: str) -> bool:
    """Say whether a text is a number in its one spelling: sixteen ASCII digits, the check right."""
    digits = len(text) == LENGTH and text.isascii() and text.isdecimal()
    return digits and check_digit(text) == "0"


def written(number: str) -> str:
    """Write a number in four groups, as it is shown; raise ValueError when it is none."""
    if not is_valid(number):
        raise ValueError("this is not a follow-up number")
    return " ".join(number[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def read(text: str) -> FollowUpNumber | None:
    """Find the first number in what someone typed, however it is parted; None when there is none.

    Digits of other scripts, letters that look like digits and invisible characters are forgiven.
    """
    runs = (_digits(run) for run in _RUN.findall(_fold(text)))
    return next((FollowUpNumber(run) for run in runs if is_valid(run)), None)


def mistyped(text: str) -> bool:
    """Say whether a text was meant as a number but is none: a digit wrong, missing or extra."""
    return read(text) is None and any(_digits(run) for run in _NEARLY.findall(_fold(text)))


def _digits(run: str) -> str:
    if sum(character.isdecimal() for character in run) < _FEWEST_DIGITS:
        return ""
    return "".join(filter(str.isdecimal, run.translate(_LOOKS_LIKE)))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_MESSAGE]).casefold()
    return "".join(map(_seen, plain))


def _seen(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    # Cf holds the zero-width and bidi characters that copying from a chat leaves behind.
    return "" if unicodedata.category(character) == "Cf" else character
