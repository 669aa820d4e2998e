"""What of a typed text is a desk's code, and what is speech. It never says where a code leads."""

import re

from bot.conversation.keeping import cleaned
from bot.conversation.state import Stage

_LENGTH = 6
# A digit and a letter at least, or any short word would pass for a code.
_ONE_WORD = re.compile(r"#?(?=\w*\d)(?=\w*[^\W\d_])[\w-]{5,8}")
_SUM = re.compile(r"\d+[^\W\d_]+")
_MARKED = re.compile(r"#\S+")
AWAITED = (Stage.NEW, Stage.LOBBY, Stage.DONE, Stage.PLACING)
"""Stages in which one word that looks like a code is taken for one."""


def resembles_code(text: str) -> bool:
    """Say whether a text looks like a code that was typed wrongly, and not like speech."""
    return _ONE_WORD.fullmatch(text.strip()) is not None


def beside_code(text: str) -> str:
    """Give what a message says beside the code in it, or nothing."""
    clean = cleaned(text)
    # A code alone, however it is spaced, has nothing beside it.
    if sum(c.isalnum() for c in clean) <= _LENGTH or not re.search(r"\s", clean):
        return ""
    return cleaned(_MARKED.sub("", clean, count=1))


def speech(text: str, stage: Stage, *, found: bool) -> str:
    """Give what of a text is said; ``found`` says that a code was found in it.

    Codes hold what elsewhere is a sum of money ("2K"), and accuse nobody.
    """
    if found:
        return beside_code(text)
    mistyped = stage in AWAITED and resembles_code(text) and not _SUM.fullmatch(text.strip())
    return "" if mistyped else text
