"""Owns how typed text is made safe to keep: NFC, no control, no hidden direction, no endless marks.

It must never change what a person can see of an ordinary sentence.
"""

import re
import unicodedata

LONGEST = 20_000
"""Characters kept of one text; Telegram itself sends at most 4,096."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Controls, surrogates, noncharacters, and whatever turns the reading direction or hides in a word.
# The joiners U+200C and U+200D stay: emoji and some scripts are spelled with them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# Below this even marks without end are normalised quickly.
_LONG = 1_000
_MOST_MARKS = 30  # UAX #15, Stream-Safe Text Format


def plain(text: str, longest: int = LONGEST) -> str:
    """Clean a text from outside and cut it to so many characters."""
    # Cut first: no time is spent on cleaning what is thrown away.
    text = text[:longest]
    if not text.isprintable():
        text = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    if text.isascii():
        return text
    if len(text) > _LONG:
        text = _stream_safe(text)
    # Cut again: some characters are longer in NFC (U+0958 becomes two).
    return unicodedata.normalize("NFC", text)[:longest]


def _stream_safe(text: str) -> str:
    """Drop marks beyond thirty on one letter: normalising them takes quadratic time in CPython."""
    kept = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
