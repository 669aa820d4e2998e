"""Owns the reading of the Bot Platform's updates, from raw bytes to one thing that happened.

It must never raise anything but Malformed, whatever the bytes say.
"""

from collections.abc import Callable, Mapping

from bot.channels.zalo import media
from bot.channels.zalo.keys import key
from bot.conversation.events import Event, Medium, Sent
from bot.wire import fields
from bot.wire.messages import Account, Address, Inbound

_Record = Mapping[str, object]


def decode(raw: bytes, account: Account) -> Inbound | None:
    """Read one update as it came; see decode_update."""
    return decode_update(fields.parsed(raw), account)


def decode_update(update: object, account: Account) -> Inbound | None:
    """Read one update, in the documented envelope or in none, as it also comes.

    None where no person wrote to us alone. A protected person's message comes with its content
    withheld, perhaps without a message at all: then there is nobody to answer. Raises Malformed.
    """
    whole = fields.record(update, "update")
    inner = whole.get("result")
    event = inner if isinstance(inner, Mapping) else whole
    name = fields.text(event.get("event_name"), "event_name")
    message = event.get("message")
    if name not in _READERS or (name == UNSUPPORTED and not _answerable(message)):
        return None
    return _said(fields.record(message, "message"), name, account)


def _answerable(message: object) -> bool:
    return isinstance(message, Mapping) and isinstance(message.get("chat"), Mapping)


def _said(message: _Record, name: str, account: Account) -> Inbound | None:
    chat = fields.record(message.get("chat"), "chat")
    sender = fields.record(message.get("from", {}), "from")
    if chat.get("chat_type") != "PRIVATE" or sender.get("is_bot") is True:
        return None
    person = fields.handle(chat.get("id"), "chat.id")
    return Inbound(
        _key(message, name, account, person),
        Address(account, person),
        _READERS[name](message),
        sent_at=fields.instant(message.get("date")),
    )


def _key(message: _Record, name: str, account: Account, person: str) -> str:
    if name == UNSUPPORTED and message.get("message_id") is None:
        # What is withheld by law comes without a number: person and moment stand in for it.
        return key(account, name, person, str(fields.count(message.get("date"))))
    return key(account, name, fields.handle(message.get("message_id"), "message_id"))


def _text(message: _Record) -> Event:
    return media.words(message.get("text"))


def _photo(message: _Record) -> Event:
    """The documents say ``photo``; what comes says ``photo_url``."""
    urls = (media.address(message.get(name)) for name in ("photo_url", "photo"))
    said = media.caption(message.get("caption"))
    return Sent(Medium.PHOTO, next(filter(None, urls), None), said)


def _voice(message: _Record) -> Event:
    return Sent(Medium.VOICE, media.address(message.get("voice_url")))


def _link(message: _Record) -> Event:
    """Its fields are documented nowhere; these are the names that clients read."""
    return media.lines(message.get(name) for name in ("text", "title", "link", "url"))


UNSUPPORTED = "message.unsupported.received"
_READERS: dict[str, Callable[[_Record], Event]] = {
    "message.text.received": _text,
    "message.image.received": _photo,
    "message.sticker.received": lambda _: Sent(Medium.STICKER),
    "message.voice.received": _voice,
    "message.link.received": _link,
    UNSUPPORTED: lambda _: Sent(Medium.OTHER),
}
