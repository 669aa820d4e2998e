"""Makes what a citizen typed fit to keep: composed, without controls, of a bounded length."""

import unicodedata

from feedback.domain.given import LONGEST_COMMENT

_KEPT = frozenset("\n\t")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers of Hangul and an empty cell of Braille: letters and signs by name, blank to the eye."""
_READ = 4 * LONGEST_COMMENT
"""A composed letter takes up to three characters; what lies beyond is cut in any case."""


def cleaned(text: str) -> str:
    """Give a comment in composed letters, without controls and lone halves; see ``too_long``.

    One in which nothing can be seen is none.
    """
    lines = text[:_READ].replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", lines)
    kept = "".join(filter(_kept, composed)).strip()
    return kept if any(map(_seen, kept)) else ""


def too_long(comment: str) -> bool:
    """Say whether a cleaned comment will be cut when it is stored."""
    return len(comment) > LONGEST_COMMENT


def _kept(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char) not in ("Cc", "Cs")


def _seen(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNPS" and char not in _BLANK
