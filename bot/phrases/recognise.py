"""What a typed message means: a choice on offer, a command, or just text. It never guesses.

Only a whole message is a choice; a sentence that happens to hold the words stays text.
"""

import re
import unicodedata
from functools import lru_cache

from bot.conversation.turn import Offer
from bot.phrases import en, vi
from bot.phrases.words import CATALOGUES

LONGEST_CHOICE = 80
_TYPED_FACES = {"😄": "5", "😀": "5", "😃": "5", "😁": "5", "🙂": "4", "☺": "4"} | {
    "😐": "3", "😑": "3", "🙁": "2", "☹": "2", "😢": "1", "😭": "1"
}  # fmt: skip
_NUMBER = re.compile(r"(?:(?:so|muc|chon|phim|cau|number) )?(\d)(?: (?:sao|diem|stars?))?")
_BOT_NAME = re.compile(r"^(/\w+)@\w+$")


def recognise(text: str, offered: tuple[Offer, ...], language: str) -> str | None:
    """Give the choice of an offer, or a command such as ``cmd-help``, or None for mere text.

    A digit, the words, the words without marks and the face of a level mean the same. Both
    languages are understood, the current one first.
    """
    # What is longer is speech, and need not be folded to know it.
    if len(text) > LONGEST_CHOICE:
        return None
    typed = text.strip()
    if len(typed) == 1 and typed.isascii() and typed.isdigit():
        return _by_number(typed, offered)
    if typed and not typed.strip("?？ "):
        return "cmd-help"
    folded = _courteous(fold(_BOT_NAME.sub(r"\1", typed)))
    if not folded:
        return _by_face(typed, offered)
    return _by_number(folded, offered) or _by_words(folded, offered, language)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce a text to plain small letters, digits and single spaces: marks, đ, case, symbols."""
    marked = unicodedata.normalize("NFKD", text).casefold()
    # NFKD takes marks off letters, but đ is a letter of its own.
    bare = "".join(c for c in marked if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _courteous(folded: str) -> str:
    asked = [vi.SHORT_FORMS.get(word, word) for word in folded.split()]
    while len(asked) > 1 and asked[0] in vi.PARTICLES:
        asked.pop(0)
    while len(asked) > 1 and asked[-1] in vi.PARTICLES:
        asked.pop()
    return " ".join(asked)


def _by_face(typed: str, offered: tuple[Offer, ...]) -> str | None:
    # Phones add a variation selector, a joiner or a skin tone to some faces.
    shown = {c for c in typed if not c.isspace() and c not in "\ufe0f\u200d" and not _tone(c)}
    levels = {_TYPED_FACES.get(c) for c in shown}
    level = levels.pop() if len(levels) == 1 else None
    return next((o.choice for o in offered if level and o.phrase == f"level.{level}"), None)


def _tone(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _by_number(folded: str, offered: tuple[Offer, ...]) -> str | None:
    number = _NUMBER.fullmatch(folded)
    return next((o.choice for o in offered if number and o.digit == number[1]), None)


def _by_words(folded: str, offered: tuple[Offer, ...], language: str) -> str | None:
    order = sorted(CATALOGUES, key=lambda spoken: spoken != language)
    for spoken in order:
        for offer in offered:
            if folded in _forms(offer, spoken):
                return offer.choice
    return _COMMANDS.get(folded) or _by_part(folded, offered)


def _by_part(folded: str, offered: tuple[Offer, ...]) -> str | None:
    """Take part of a name as people say it, where only one has it.

    "Quầy số 3" and "đất đai" both mean "Quầy 3: Đất đai".
    """
    said = folded.replace(" so ", " ")
    found = [offer.choice for offer in offered if said in _parts(offer)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1024)
def _parts(offer: Offer) -> frozenset[str]:
    parts = (part for _, name in offer.words for part in re.split("[:,]", name))
    return frozenset(map(_courteous, map(fold, parts))) - {""}


@lru_cache(maxsize=1024)
def _forms(offer: Offer, language: str) -> frozenset[str]:
    catalogue, sayings = (en.PHRASES, en.SAYINGS) if language == "en" else (vi.PHRASES, vi.SAYINGS)
    if offer.label is not None:  # put together for one person: chosen by its number or its button
        return frozenset()
    name = dict(offer.words).get(language, "") if offer.words else catalogue[offer.phrase]
    names = {name, *name.split("/"), *sayings.get(offer.phrase, ())}
    folded = {_courteous(fold(form)) for form in names} - {""}
    return frozenset(folded | {f"{offer.digit} {form}" for form in folded})


def _spoken_commands() -> dict[str, str]:
    said = [*vi.SAYINGS.items(), *en.SAYINGS.items()]
    return {
        _courteous(fold(form)): key
        for key, forms in said
        for form in forms
        if key.startswith("cmd-")
    }


_COMMANDS = _spoken_commands()
