"""Finds listed phrases in what people type: without marks, spelled short, split or hidden.

It knows no phrase of its own, and never decides what finding one means.
"""

import re
import unicodedata
from collections.abc import Iterable

_MARKS = "\u0300-\u036f"
_BREAK = re.compile(rf"[^\w{_MARKS}]|_")
# "h0i l0": a nought among letters is an o that hides.
_ZERO_FOR_O = re.compile(rf"(?<=[a-z{_MARKS}])0")
_BESIDE_A_DIGIT = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_STRICT = re.compile(r"(![^\s()|]+)")
_MONEY = re.compile(r"\$+")
_SPELLED_OUT = re.compile(rf"(?<= )(?:[^\W\d_][{_MARKS}]* ){{4,}}")
# What people type for a longer word; the right side may leave out its marks like any other word.
_SHORT = {
    short: full
    for full, shorts in {
        "khong": "ko k kg khg kh kô kông kong hok hông hong hổng hong hem khum",
        "duoc": "dc đc đk dk đươc",
        "tien": "tìn tjền tjen xiền xìn xèng tiềng tìền",
        "ho so": "hs hsơ hồso",
        "gi": "j",
        "qua": "wa wá",
        "phong": "fong phog pong",
        "chi": "chj",
        "can bo": "cb cbộ",
        "nguoi ta": "ngta nta",
        "nguoi": "ng ngừi",
        "voi": "vs",
        "muon": "mún mun",
        "biet": "bít bit bjt",
        "lam": "lm",
        "vay": "z zậy zay dzậy",
        "nhan vien": "nv",
        "quyet dinh": "qđ qd",
    }.items()
    for short in shorts.split()
}

_UNITS = "k|nghìn|ngàn|trăm|triệu|tr|chục|củ|chai|lít|xị|đồng|đ|vnd|vnđ|usd|đô"
_COUNTS = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|dăm|nửa|cả"
SUM = rf"((\d+ ){{1,4}}({_UNITS})|\d+( 000){{1,3}}|({_COUNTS}) ({_UNITS})|(trăm|triệu|củ) rưỡi)"
"""A sum of money as people write it, for use in phrases: 500k, 2 triệu, 200.000đ, ba củ."""


def lines(*phrases: str) -> tuple[str, ...]:
    """Split texts of phrases into their lines."""
    return tuple(line for text in phrases for line in text.strip().splitlines())


def compiled(phrases: Iterable[str], unless: str = "") -> re.Pattern[str]:
    """Compile phrases, one or several a line; ``unless`` is what may not follow one.

    They are written with their marks; a typed word may leave marks out but carries no others.
    Only a word after `!` needs its marks. `(a|b)` is a choice, `(a )?` may be missing, `_` stands
    for up to four words.
    """
    choices = "|".join(_pattern(line) for line in phrases)
    refused = f"(?! (?:{_pattern(unless)}) )" if unless else ""
    # Nothing but a space may follow the last letter: a further mark makes another word.
    return re.compile(rf" (?:{choices})(?= ){refused}")


def readings(text: str) -> tuple[str, ...]:
    """Give the ways to read a text: words parted where anything but a letter stands, and joined.

    Case, punctuation, invisible characters and usual short spellings make no difference. Letters
    that each stand alone ("p h o n g b ì") are one word in a further reading.
    """
    plain = unicodedata.normalize("NFKD", _MONEY.sub(" tiền ", text.casefold()))
    seen = plain if plain.isprintable() else "".join(filter(_seen, plain))
    spaced = _line(_BREAK.sub(" ", seen).split())
    joined = _line(filter(None, (_BREAK.sub("", word) for word in seen.split())))
    return tuple(dict.fromkeys((spaced, joined, _SPELLED_OUT.sub(_together, spaced))))


def _together(letters: re.Match[str]) -> str:
    return f"{letters.group().replace(' ', '')} "


def found(phrases: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Say whether any phrase stands in any reading."""
    return any(phrases.search(text) for text in texts)


def without(phrases: re.Pattern[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Take phrases out of every reading."""
    return tuple(phrases.sub("", text) for text in texts)


def _line(words: Iterable[str]) -> str:
    parted = _BESIDE_A_DIGIT.sub(" ", _ZERO_FOR_O.sub("o", " ".join(words))).split()
    return f" {' '.join(map(_full, parted, ['', *parted]))} "


def _full(word: str, before: str) -> str:
    # After a number "k" is thousand, elsewhere it is "không".
    return word if before.isdecimal() else _SPELLED.get(word, word)


def _seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cf", "Cc")


def _pattern(phrase: str) -> str:
    parts = _STRICT.split(unicodedata.normalize("NFD", phrase))
    return "".join(part[1:] if part[:1] == "!" else "".join(map(_symbol, part)) for part in parts)


def _symbol(character: str) -> str:
    if unicodedata.combining(character):
        return f"{character}?"
    # Four words at most: without a bound one long message could keep a core busy.
    return {"đ": "[đd]", "_": r"(?:\S+ ){0,4}?", "(": "(?:"}.get(character, character)


_SPELLED = {unicodedata.normalize("NFKD", short): full for short, full in _SHORT.items()}
