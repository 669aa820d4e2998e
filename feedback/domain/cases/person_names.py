"""Tells where a text seems to name a person: a family's name or a word of address, then capitals.

It knows no one: a name it does not see is no sign that none is there.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from feedback.domain.cases.flat import UNSEEN
from feedback.domain.cases.name_lists import (
    ABBREVIATED,
    ADDRESSES,
    COMMON_FAMILIES,
    MIDDLES,
    NOT_NAMES,
    NOT_PAIRS,
    PLACE_WORDS,
    RARE_FAMILIES,
    REMEMBERED,
    TITLES,
)
from feedback.domain.cases.private_kinds import PrivateKind

_WORD = re.compile(f"(?:[^\\W\\d_]|[\u0300-\u036f{UNSEEN}])+")
_LONGEST = 5
_SHOUTED = 3


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: where it stands, its plain form, and what stands before it."""

    start: int
    end: int
    plain: str
    written: str
    gap: str

    @property
    def capital(self) -> bool:
        return self.written[:1].isupper() and (len(self.written) == 1 or not self.shouted)

    @property
    def shouted(self) -> bool:
        return len(self.written) > 1 and self.written.isupper()

    @property
    def joined(self) -> bool:
        """Say whether it follows the word before directly, as in a name or a file's name."""
        return 0 < len(self.gap) <= 3 and not self.gap.strip(" _-")


def person_names(seen: str) -> Iterator[tuple[PrivateKind, int, int]]:
    """Give kind, start and end of each likely name in a flattened text, without what precedes it.

    "ông Nguyễn Văn A", "bà Lan", "Trần Thị Bích"; not streets, places and offices.
    """
    words = list(_words(seen))
    at = 0
    while at < len(words):
        length = _length(words, at)
        if length:
            yield PrivateKind.NAME, words[at].start, words[at + length - 1].end
        at += max(length, 1)


def _words(seen: str) -> Iterator[_Word]:
    end = 0
    for match in _WORD.finditer(seen):
        written = unicodedata.normalize("NFC", match[0].replace(UNSEEN, ""))
        yield _Word(
            match.start(), match.end(), written.casefold(), written, seen[end : match.start()]
        )
        end = match.end()


def _length(words: list[_Word], at: int) -> int:
    """Count the words of the name that begins here; 0 when none does."""
    word = words[at]
    if not (word.capital or word.shouted) or word.plain in NOT_NAMES or _of_a_place(words, at):
        return 0
    run = _run(words, at)
    plain = [word.plain for word in words[at : at + run]]
    if not run:
        return 0
    if _addressed(words, at):
        return 0 if run == 1 and word.plain in ADDRESSES else run
    if word.shouted:
        family = plain[0] in COMMON_FAMILIES | RARE_FAMILIES
        return _SHOUTED if run >= _SHOUTED and family and plain[1] in MIDDLES else 0
    if any(" ".join(plain[:count]) in REMEMBERED for count in (2, 3, 4)):
        return 0
    # No run is longer than the longest: without a family's name, capitals alone name nobody.
    least = 2 if plain[0] in COMMON_FAMILIES else 3 if plain[0] in RARE_FAMILIES else _LONGEST + 1
    return run if run >= least else 0


def _run(words: list[_Word], at: int) -> int:
    """Count the words from here that are written as one name."""
    shouted = words[at].shouted
    run = 0
    for place in range(at, min(at + (_SHOUTED if shouted else _LONGEST), len(words))):
        word = words[place]
        alike = word.shouted if shouted else word.capital
        goes_on = place == at or (word.joined and word.plain not in NOT_NAMES)
        if not alike or not goes_on or _pair(words, place + 1) in NOT_PAIRS:
            break
        run += 1
    return run


def _addressed(words: list[_Word], at: int) -> bool:
    """Say whether a word of address or a title stands before; in a shout neither tells anything."""
    before = words[at - 1] if at else None
    if before is None or (before.shouted and words[at].shouted):
        return False
    gap = words[at].gap
    if before.plain in ABBREVIATED and gap in (".", ". "):
        return True
    if _pair(words, at - 1) in TITLES:
        return words[at].joined or gap in (":", ": ")
    return before.plain in ADDRESSES and words[at].joined and _pair(words, at) not in NOT_PAIRS


def _of_a_place(words: list[_Word], at: int) -> bool:
    return at > 0 and words[at].joined and words[at - 1].plain in PLACE_WORDS


def _pair(words: list[_Word], second: int) -> str:
    """Give two neighbours as one text, or nothing where they are none."""
    if not 0 < second < len(words) or not words[second].joined:
        return ""
    return f"{words[second - 1].plain} {words[second].plain}"
