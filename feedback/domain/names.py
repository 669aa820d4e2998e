"""How names from outside are cleaned and compared. A folded name is for searching, never shown."""

import unicodedata

LONGEST_NAME = 200
"""Characters of a name; the longest official name of a unit has fewer than fifty."""

# Hidden characters and turned directions would let one name pass for another.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """Give one line of NFC text: no control or direction characters, single spaces."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(_seen(char) for char in composed).split())


def fold(text: str) -> str:
    """Give letters and digits only: lower case, no marks, đ as d, words parted by one space.

    Whichever letter carries the tone (Hòa, Hoà) and however it is encoded, the result is the same.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_BARE)
    return " ".join(plain.split())


def _seen(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _UNSEEN else char


def _bare(char: str) -> str:
    if char == "đ":
        return "d"
    if char.isalnum():
        return char
    category = unicodedata.category(char)
    return "" if category.startswith("M") or category in _UNSEEN - {"Cc"} else " "


class _Bare(dict[int, str]):
    """What each character is folded to, as it comes up; a long text takes no longer than needed."""

    def __missing__(self, code: int) -> str:
        found = _bare(chr(code))
        # Remembered up to a bound: texts from outside can hold a million different characters.
        if len(self) < _MOST_KNOWN:
            self[code] = found
        return found


_MOST_KNOWN = 20_000
_BARE = _Bare()
