"""An update as text, and back, for the time between its coming and its being stored.

It is our own form and not the messenger's bytes: what was checked and decoded once needs no secret
and no open door to be read again. What an older release wrote is read by every newer one.
"""

import json
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from types import NoneType
from typing import Final, get_args, get_type_hints

from bot.conversation.events import (
    Edited,
    Event,
    HumanReplied,
    Left,
    Met,
    Opened,
    Said,
    Sent,
    Shared,
    Tapped,
    Withdrew,
)
from bot.wire.messages import Account, Address, Inbound

VERSION: Final = 1

KINDS: Final[dict[str, type[Event]]] = {
    "opened": Opened,
    "tapped": Tapped,
    "said": Said,
    "edited": Edited,
    "sent": Sent,
    "left": Left,
    "met": Met,
    "human_replied": HumanReplied,
    "withdrew": Withdrew,
    "shared": Shared,
}
"""Every event that comes from outside, by the name it is written with; names never change."""

_NAMES: Final = {kind: name for name, kind in KINDS.items()}
_HINTS: Final = {kind: get_type_hints(kind) for kind in KINDS.values()}
_write = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class NotAnUpdate(ValueError):
    """The text is no update, or one that only a newer release can read."""


def write(inbound: Inbound) -> str:
    """Write an update; raise KeyError for an event of our own, which never waits."""
    event = inbound.event
    told: dict[str, object] = {"is": _NAMES[type(event)]}
    for field in fields(event):
        value = getattr(event, field.name)
        if value is not None:
            told[field.name] = value.isoformat() if isinstance(value, date) else value
    account = inbound.address.account
    record = {
        "v": VERSION,
        "key": inbound.key,
        "channel": account.channel,
        "account": account.name,
        "person": inbound.address.person,
        "event": told,
        "ack": inbound.ack,
        "sent": inbound.sent_at and inbound.sent_at.isoformat(),
        "language": inbound.language,
        "came": inbound.came_at and inbound.came_at.isoformat(),
    }
    return _write({name: value for name, value in record.items() if value is not None})


def read(text: str) -> Inbound:
    """Read an update; raise NotAnUpdate."""
    try:
        return _inbound(json.loads(text))
    # JSON nested deeply enough ends in a RecursionError, which is no ValueError.
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotAnUpdate(type(error).__name__) from error


def _inbound(record: dict[str, object]) -> Inbound:
    if record["v"] != VERSION:
        raise ValueError("written by a release this one does not know")
    account = Account(_text(record["channel"]), _text(record["account"]))
    return Inbound(
        key=_text(record["key"]),
        address=Address(account, _text(record["person"])),
        event=_event(record["event"]),
        ack=_text_or_none(record.get("ack")),
        sent_at=_moment(record.get("sent")),
        language=_text_or_none(record.get("language")),
        came_at=_moment(record.get("came")),
    )


def _event(record: object) -> Event:
    if not isinstance(record, dict):
        raise TypeError("a record was expected")
    kind = KINDS[record["is"]]
    told = {name: hint for name, hint in _HINTS[kind].items() if name in record}
    given = {name: _value(hint, record[name]) for name, hint in told.items()}
    for field in fields(kind):
        if field.name not in given and field.default is MISSING:
            raise KeyError(field.name)
    return kind(**given)  # type: ignore[arg-type]  # each field was read by its own type


def _value(hint: type, value: object) -> object:
    for kind in get_args(hint) or (hint,):
        if kind is date and isinstance(value, str):
            return date.fromisoformat(value)
        if issubclass(kind, StrEnum):
            return kind(_text(value))
        if kind is not NoneType and type(value) is kind:
            return value
    raise TypeError("a value of another kind was expected")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _moment(value: object) -> datetime | None:
    return None if value is None else datetime.fromisoformat(_text(value))
