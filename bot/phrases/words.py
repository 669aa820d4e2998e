"""One phrase in one language, and the names and faces of the levels. It never raises for a text."""

import re
import unicodedata
from typing import Final

from bot.phrases import en, vi

LANGUAGES: Final = ("vi", "en")
CATALOGUES: Final = {"vi": vi.PHRASES, "en": en.PHRASES}

FACES: Final = {5: "😄", 4: "🙂", 3: "😐", 2: "🙁", 1: "😢"}
_LONGEST_VALUE = 200
_LONGEST_QUOTE = 1_000
# In a name they would turn around our own words beside it.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def words(key: str, language: str, **values: str) -> str:
    """Give a phrase in a language, Vietnamese where the language is unknown, filled with values.

    Values are shown literally on one line. Raises KeyError for a key that no catalogue has, and
    for a placeholder that got no value.
    """
    return phrase(key, language).format_map({name: plain(value) for name, value in values.items()})


def phrase(key: str, language: str) -> str:
    """Give a phrase as it stands in the catalogue, Vietnamese where the language is unknown."""
    return CATALOGUES.get(language, vi.PHRASES)[key]


def level_name(level: int, language: str) -> str:
    """Name a level, 5 to 1, in words."""
    return words(f"level.{level}", language)


def face(level: int) -> str:
    """Give the face that stands beside a level, 5 to 1, and never instead of its words."""
    return FACES[level]


def plain(value: str) -> str:
    """Make a value from outside fit for one line: no controls, no direction marks, not long."""
    if len(value) <= _LONGEST_VALUE and value.isprintable() and "  " not in value:
        return unicodedata.normalize("NFC", value).strip()
    kept = "".join(c for c in value[: _LONGEST_VALUE * 4] if _shown(c))
    line = re.sub(r"\s+", " ", unicodedata.normalize("NFC", kept)).strip()
    return line if len(line) <= _LONGEST_VALUE else line[: _LONGEST_VALUE - 1] + "…"


def literal(value: str) -> str:
    """Make a longer text from outside fit to be shown as it was written, its lines kept."""
    kept = "".join(c for c in value[:_LONGEST_QUOTE] if c == "\n" or _shown(c))
    return unicodedata.normalize("NFC", kept).strip()


def _shown(char: str) -> bool:
    return char not in _BIDI and (char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))
