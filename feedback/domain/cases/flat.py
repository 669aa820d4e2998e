"""Flattens a text character by character, so that places in it stay what they were."""

import re
import unicodedata
from functools import lru_cache

MASK = "\x00"
"""Stands for what has been found already; no pattern matches it, and it is part of no word."""
UNSEEN = "\u200b"
"""Stands for any character that cannot be seen, which may hide inside a number or a name."""

_PLAIN = re.compile(r"[A-Za-z0-9 \n_@.,;:+()\[\]/%&'\"!?#*=-]*")


def flat(text: str) -> str:
    """Give a text of the same length: digits of every script and width as ASCII, one dash, one
    space, one invisible character. `MASK` stays.
    """
    return text if _PLAIN.fullmatch(text) else "".join(map(_flat, text))


@lru_cache(maxsize=4096)
def _flat(character: str) -> str:
    if character in (MASK, "\n"):
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    category = unicodedata.category(character)
    if character.isspace() or category == "Cc":
        return " "
    if category == "Cf":
        return UNSEEN
    if category == "Pd" or character == "\u2212":
        return "-"
    wide = unicodedata.normalize("NFKC", character)
    return wide if len(wide) == 1 and wide.isprintable() else character
