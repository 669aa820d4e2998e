"""Own the short code a person can type: its alphabet, check symbol, and finding it in prose.

It never draws its own chance, and a code says nothing about its desk.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NewType

ShortCode = NewType("ShortCode", str)

# No vowel, tone key, W or D, so that Telex and VNI keyboards leave it alone; no look-alikes.
ALPHABET = "2346789BCGHKMNPQTV"
LENGTH = 6
_BASE = len(ALPHABET)
_DIGITS = "2346789"
_LETTERS = "BCGHKMNPQTV"
_PAYLOAD = LENGTH - 1
_CODE = f"[{ALPHABET}]{{{LENGTH}}}"
_OPENING, _CLOSING = "\"'(“‘«", "\"')”’».,!?;:"
_MARKED = re.compile(rf"(?:^|[\s{_OPENING}])#({_CODE})(?=$|[\s{_CLOSING}])")
_LONGEST_MESSAGE = 4096  # Telegram's limit; Zalo's is 2,000


def _ways(left: int, *, digit: bool, letter: bool) -> int:
    """Count the endings of `left` symbols that leave a code with a digit and a letter."""
    ways = int(_BASE**left)
    if not digit:
        ways -= int(len(_LETTERS) ** left)
    if not letter:
        ways -= int(len(_DIGITS) ** left)
    return ways + (left == 0 and not digit and not letter)


COUNT = _ways(_PAYLOAD, digit=False, letter=False)


def check_symbol(payload: str) -> str:
    """Return the Luhn mod N symbol of a payload, N = 18, over the alphabet in its order."""
    total = 0
    for place, symbol in enumerate(reversed(payload)):
        addend = ALPHABET.index(symbol) * (2 if place % 2 == 0 else 1)
        total += addend // _BASE + addend % _BASE
    return ALPHABET[-total % _BASE]


def is_valid(text: str) -> bool:
    """Say whether a text is a code in its one spelling: upper case, without `#`."""
    # With a digit and a letter in each, neither a number nor a word in prose is a code.
    if not re.fullmatch(_CODE, text) or text.isdigit() or text.isalpha():
        return False
    return check_symbol(text[:-1]) == text[-1]


def from_number(number: int) -> ShortCode:
    """Return the code of a number in `range(COUNT)`, a different one for each."""
    if not 0 <= number < COUNT:
        raise ValueError(f"a code's number lies in 0 to {COUNT - 1}")
    payload, digit, letter = "", False, False
    for left in reversed(range(_PAYLOAD)):
        for symbol in ALPHABET:
            has_digit, has_letter = digit or symbol in _DIGITS, letter or symbol in _LETTERS
            ways = _ways(left, digit=has_digit, letter=has_letter)
            if number < ways:
                break
            number -= ways
        payload, digit, letter = payload + symbol, has_digit, has_letter
    return ShortCode(payload + check_symbol(payload))


def draw(below: Callable[[int], int]) -> ShortCode:
    """Draw a code by chance, e.g. `secrets.randbelow`; the caller sees that it is not taken."""
    return from_number(below(COUNT))


def normalise(typed: str) -> ShortCode | None:
    """Return the code someone typed as an address, or None; case and what parts it is forgiven."""
    return _valid(re.sub(r"[\W_]", "", _fold(typed[:_LONGEST_MESSAGE])))


def find_in(text: str) -> ShortCode | None:
    """Return the first code in a message: after `#` anywhere, without it only as the whole."""
    if whole := normalise(text.strip().lstrip(_OPENING).rstrip(_CLOSING)):
        return whole
    marked = _MARKED.finditer(_fold(text[:_LONGEST_MESSAGE]))
    return next((code for match in marked if (code := _valid(match[1]))), None)


def _valid(candidate: str) -> ShortCode | None:
    return ShortCode(candidate) if is_valid(candidate) else None


def _fold(text: str) -> str:
    visible = "".join(c for c in unicodedata.normalize("NFKD", text) if not _noise(c))
    return unicodedata.normalize("NFKC", visible).upper()


def _noise(char: str) -> bool:
    # Cf holds the zero-width and bidi characters that copying from a chat leaves behind, Mn the
    # marks that a Vietnamese keyboard may set on a letter.
    return unicodedata.category(char) in ("Cf", "Mn")
