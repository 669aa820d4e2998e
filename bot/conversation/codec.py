"""A state as text, and back. It reads what older releases wrote and never raises on reading."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import lru_cache

from bot.conversation.state import LANGUAGES, STATE_VERSION, Stage, State

_NOTHING = State()
_DEFAULTS = tuple((field.name, getattr(_NOTHING, field.name)) for field in fields(State))
_write = json.JSONEncoder(separators=(",", ":")).encode


def fresh(language: str = "vi") -> State:
    """Give the state of someone never heard of; an unknown language becomes Vietnamese."""
    return State(language=language if language in LANGUAGES else "vi")


def save(state: State) -> str:
    """Write a state as JSON with its version; what has its default value is left out."""
    # A day's states are few but for the words that some hold, and those are not kept in memory.
    return _written(state) if state.held or state.photos else _common(state)


def _written(state: State) -> str:
    record: dict[str, object] = {"v": STATE_VERSION, "stage": state.stage.value}
    for name, default in _DEFAULTS:
        value: object = getattr(state, name)
        if value != default:
            record[name] = value.isoformat() if isinstance(value, date) else value
    return _write(record)


def load(text: str | None) -> State:
    """Read a state; what cannot be read becomes a fresh lobby, in the same language if known."""
    if not text:
        return _NOTHING
    return _parsed(text) if '"held"' in text or '"photos"' in text else _parsed_once(text)


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
    if record.get("v") != STATE_VERSION:
        raise ValueError("written by a release this one does not know")
    known = {name: read(record[name]) for name, read in _READERS.items() if name in record}
    return State(**known)  # type: ignore[arg-type]  # each reader gives its field's type


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


_READERS: dict[str, Callable[[object], object]] = {
    "stage": lambda value: Stage(_text(value)),
    "language": _language,
    "desk": _or_none(_whole),
    "day": _or_none(lambda value: date.fromisoformat(_text(value))),
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
}
