"""A state as text, and back. It reads what older releases wrote and never raises on reading."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache

from bot.conversation.draft import Draft, Piece, Reply
from bot.conversation.pace import Pace
from bot.conversation.state import LANGUAGES, STATE_VERSION, Stage, State

_NOTHING = State()
_DEFAULTS = tuple((field.name, getattr(_NOTHING, field.name)) for field in fields(State))
_write = json.JSONEncoder(separators=(",", ":")).encode
_READABLE = (1, 2, STATE_VERSION)
_PRIVATE = ("held", "photos", "said", "draft", "reply")
"""Fields that may hold a citizen's own words."""
_UNLIKE = (*_PRIVATE, "pace")
"""Fields that are hardly ever the same in two states, so that remembering one gains nothing."""


def fresh(language: str = "vi") -> State:
    """Give the state of someone never heard of; an unknown language becomes Vietnamese."""
    return State(language=language if language in LANGUAGES else "vi")


def save(state: State) -> str:
    """Write a state as JSON with its version; what has its default value is left out."""
    # A day's states are few but for words and times that some hold; those are not kept in memory.
    unlike = private(state) or state.pace != _NOTHING.pace
    return _written(state) if unlike else _common(state)


def private(state: State) -> bool:
    """Say whether a state holds a citizen's own words or files."""
    return bool(state.held or state.photos or state.said or state.draft or state.reply)


def _written(state: State) -> str:
    record: dict[str, object] = {"v": STATE_VERSION, "stage": state.stage.value}
    for name, default in _DEFAULTS:
        value: object = getattr(state, name)
        if value != default:
            record[name] = _plain(value)
    return _write(record)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(part) for name, part in asdict(value).items() if part}
    return value


def load(text: str | None) -> State:
    """Read a state; what cannot be read becomes a fresh lobby, in the same language if known."""
    if not text:
        return _NOTHING
    # Looking for names is cheaper than parsing; one found by chance only costs the memory.
    unlike = any(f'"{name}"' in text for name in _UNLIKE)
    return _parsed(text) if unlike else _parsed_once(text)


def _parsed(text: str) -> State:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return State(stage=Stage.LOBBY)
    if not isinstance(record, dict):
        return State(stage=Stage.LOBBY)
    try:
        return _read(record)
    except (ValueError, TypeError, OverflowError):
        spoken = record.get("language")
        return State(stage=Stage.LOBBY, language=spoken if spoken in LANGUAGES else "vi")


def _read(record: dict[str, object]) -> State:
    if record.get("v") not in _READABLE:
        raise ValueError("written by a release this one does not know")
    return State(**_known(record, _READERS))  # type: ignore[arg-type]  # each reader gives its type


def _known(record: object, readers: "Readers") -> dict[str, object]:
    if not isinstance(record, dict):
        raise TypeError("a record was expected")
    return {name: read(record[name]) for name, read in readers.items() if name in record}


_common = lru_cache(maxsize=4096)(_written)
_parsed_once = lru_cache(maxsize=4096)(_parsed)


def _language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError("a language that is not spoken")
    return str(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return value


def _whole(value: object) -> int:
    # To Python a bool is an int: true would become desk 1.
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a whole number was expected")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false was expected")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return tuple(_text(item) for item in value)


def _or_none(read: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else read(value)


def _piece(value: object) -> Piece:
    return Piece(**_known(value, _PIECE))  # type: ignore[arg-type]


def _draft(value: object) -> Draft:
    return Draft(**_known(value, _DRAFT))  # type: ignore[arg-type]


def _reply(value: object) -> Reply:
    return Reply(**_known(value, _REPLY))  # type: ignore[arg-type]


def _pieces(value: object) -> tuple[Piece, ...]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return tuple(_piece(item) for item in value)


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _instant(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    # Compared with an aware time it would raise in the midst of a step.
    if moment.tzinfo is None:
        raise ValueError("an instant without its zone")
    return moment


def _pace(value: object) -> Pace:
    return Pace(**_known(value, _PACE))  # type: ignore[arg-type]


Readers = dict[str, Callable[[object], object]]
_PIECE: Readers = {"medium": _text, "file": _text, "name": _text}
_PACE: Readers = {
    "moved": _or_none(_instant),
    "greeted": _or_none(_instant),
    "silent": _or_none(_instant),
    "pictured": _or_none(_instant),
    "missed": _or_none(_instant),
    "misses": _whole,
    "struck": _or_none(_instant),
}
_REPLY: Readers = {"case": _whole, "act": _text, "texts": _texts, "pieces": _pieces}
_DRAFT: Readers = {
    "choice": _text,
    "desk": _or_none(_whole),
    "day": _or_none(_day),
    "level": _whole,
    "where": _text,
    "texts": _texts,
    "pieces": _pieces,
    "location": _text,
    "pictured": _whole,
    "name": _text,
    "phone": _text,
    "asked": _texts,
    "edition": _whole,
    "reminded": _truth,
}
_READERS: Readers = {
    "stage": lambda value: Stage(_text(value)),
    "language": _language,
    "desk": _or_none(_whole),
    "day": _or_none(_day),
    "pending": _texts,
    "held": _texts,
    "photos": _texts,
    "tries": _whole,
    "level": _whole,
    "last": _text,
    "resume": lambda value: Stage(_text(value)),
    "commented": _truth,
    "pictured": _whole,
    "album": _or_none(_text),
    "said": _texts,
    "filed": _truth,
    "draft": _or_none(_draft),
    "reply": _or_none(_reply),
    "back": lambda value: Stage(_text(value)),
    "shown": _text,
    "page": _whole,
    "pace": _pace,
}
