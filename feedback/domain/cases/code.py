"""Owns the code by which staff speak of a case: alphabet, check symbol, and finding it in prose.

It never draws its own chance, says nothing about its case, and is never a desk's short code.

`HS-` and seven symbols, six of them chance: 18^6, 34 million, so that among a million cases a draw
is rarely taken. The last is a check symbol, because a slip must not open another person's case. A
desk's code has six symbols, so neither is ever taken for the other, even without `HS-`.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NewType

CaseCode = NewType("CaseCode", str)

PREFIX = "HS-"
ALPHABET = "2346789BCGHKMNPQTV"
"""No vowel, tone key, W or D, so that Telex and VNI keyboards leave it alone; no look-alikes."""
LENGTH = 7
_BASE = len(ALPHABET)
COUNT = int(_BASE ** (LENGTH - 1))
_SYMBOLS = f"[{ALPHABET}]{{{LENGTH}}}"
_IN_PROSE = re.compile(rf"(?<![^\W_])HS[\s.\-\u2010-\u2015\u2212_]{{0,3}}({_SYMBOLS})(?![^\W_])")
_LONGEST_MESSAGE = 4096  # Telegram's limit; Zalo's is 2,000


def draw(chance: Callable[[int], int]) -> CaseCode:
    """Draw a code by chance, e.g. `secrets.randbelow`; the caller sees that it is not taken."""
    number = chance(COUNT)
    if not 0 <= number < COUNT:
        raise ValueError(f"a chance lies in 0 to {COUNT - 1}")
    payload = ""
    for _ in range(LENGTH - 1):
        number, symbol = divmod(number, _BASE)
        payload = ALPHABET[symbol] + payload
    return CaseCode(f"{PREFIX}{payload}{check_symbol(payload)}")


def check_symbol(payload: str) -> str:
    """Return the Luhn mod N symbol of a payload, N = 18, over the alphabet in its order."""
    total = 0
    for place, symbol in enumerate(reversed(payload)):
        addend = ALPHABET.index(symbol) * (2 if place % 2 == 0 else 1)
        total += addend // _BASE + addend % _BASE
    return ALPHABET[-total % _BASE]


def is_valid(text: str) -> bool:
    """Say whether a text is a code in its one spelling: upper case, with `HS-`."""
    symbols = text.removeprefix(PREFIX)
    return text.startswith(PREFIX) and _of(symbols) == text


def read(text: str) -> CaseCode | None:
    """Return the first code in a text, or None.

    Case, a missing dash and invisible characters are forgiven; without `HS` only the whole text is
    a code.
    """
    folded = _fold(text)
    if whole := _of(folded.strip()):
        return whole
    return next((code for symbols in _IN_PROSE.findall(folded) if (code := _of(symbols))), None)


def _of(symbols: str) -> CaseCode | None:
    if not re.fullmatch(_SYMBOLS, symbols) or check_symbol(symbols[:-1]) != symbols[-1]:
        return None
    return CaseCode(PREFIX + symbols)


def _fold(text: str) -> str:
    visible = unicodedata.normalize("NFKC", text[:_LONGEST_MESSAGE])
    # Cf holds the zero-width and bidi characters that copying from a chat leaves behind.
    return "".join(c for c in visible if unicodedata.category(c) != "Cf").upper()
