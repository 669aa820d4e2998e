"""Marks in a letter for texts of cases, so that the letter itself holds ids and no words.

What is erased or blacked out before a letter leaves never goes out with it.
"""

import re
from collections.abc import Callable

_MARK = re.compile("\x00(\\d{1,19})\x01([^\x00\x01]*)\x00")
"""Control characters that no text from outside and no phrase can hold."""


def mark(identity: int, gone: str) -> str:
    """Stand in for a text of a case; ``gone`` is said where it is no more."""
    return f"\x00{identity}\x01{gone}\x00"


def marked(text: str) -> bool:
    """Say whether a text holds a mark."""
    return "\x00" in text


def filled(text: str, words: Callable[[int], str | None]) -> str:
    """Put the words of each marked text in its place."""
    return _MARK.sub(lambda found: words(int(found[1])) or found[2], text)
