"""Shows what citizens wrote as they wrote it. It never interprets markup, and nothing it gives
back can move the cursor, turn the line around or change the meaning of its neighbours."""

import unicodedata

MOST_MARKS = 3
"""Marks kept on one letter: Vietnamese needs two, and a pile of them spills over other lines."""

_DIRECTION = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n"})


def literal(text: str) -> str:
    """Give a text in which every character is harmless in a terminal; line breaks stay.

    Control characters become their pictures (␛), direction controls their names (‹RLO›), and what
    is invisible or has no settled width is left out, so that columns stay aligned.
    """
    # A lone return would let what follows overwrite the line from its beginning.
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_BREAKS))
    shown: list[str] = []
    marks = 0
    for character in composed:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            shown.append(_harmless(character))
    return "".join(shown)


def one_line(text: str) -> str:
    """Give a text in one line, for a name in a list."""
    return " ".join(literal(text).split())


def _harmless(character: str) -> str:
    code = ord(character)
    if character == "\n" or (character.isprintable() and not _loose(character)):
        return character
    if character == "\t":
        return "    "
    if code in _DIRECTION:
        return f"‹{_DIRECTION[code]}›"
    if code < 0x20:
        return chr(0x2400 + code)
    return _by_category(character)


def _by_category(character: str) -> str:
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Zp" | "Zl":
            return "\n"
        case "Cf" | "Mn" | "Me":
            return ""
        case _:
            return "�"


def _loose(character: str) -> bool:
    # Terminals disagree on the width of joined and varied signs; apart, each has its own.
    return unicodedata.category(character) in {"Cf", "Me"} or "\ufe00" <= character <= "\ufe0f"
