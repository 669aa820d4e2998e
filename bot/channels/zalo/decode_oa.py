"""Owns the reading of an Official Account's events, from raw bytes to one thing that happened.

It must never raise anything but Malformed, whatever the bytes say.
"""

from collections.abc import Callable, Mapping

from bot.channels.zalo import media
from bot.channels.zalo.keys import key
from bot.conversation.events import (
    Event,
    HumanReplied,
    Left,
    Medium,
    Met,
    Sent,
    Shared,
    Withdrew,
)
from bot.wire import fields
from bot.wire.messages import Account, Address, Inbound
from bot.wire.plain import plain

_LONGEST_PHONE = 32
_Record = Mapping[str, object]


def decode(raw: bytes, account: Account) -> Inbound | None:
    """Read one event as it came; None where nobody said or did anything to this account.

    Whether it really comes from Zalo is the signature's business. Raises Malformed.
    """
    event = fields.record(fields.parsed(raw), "event")
    name = fields.text(event.get("event_name"), "event_name")
    if name in _SPOKEN:
        return _spoken(event, name, account)
    # Zalo echoes every message of the account, our own ones included.
    if name.startswith(_ECHOES) and not name.startswith(_NOT_ONE_PERSON):
        return _echo(event, name, account)
    if name in _DONE:
        return _done(event, name, account)
    return None


def _text(message: _Record, second: int) -> Event:
    return media.words(message.get("text"))


_SPOKEN: dict[str, Callable[[_Record, int], Event]] = {
    "user_send_text": _text,
    "user_send_image": media.photo,
    "user_send_link": media.link,
    "user_send_audio": media.other(Medium.VOICE),
    "user_send_video": media.other(Medium.VIDEO),
    "user_send_gif": media.other(Medium.VIDEO),
    "user_send_sticker": media.other(Medium.STICKER),
    "user_send_location": media.location,
    "user_send_business_card": media.other(Medium.CONTACT),
    "user_send_file": media.file,
}
_ECHOES = "oa_send_"
_NOT_ONE_PERSON = ("oa_send_group", "oa_send_anonymous")


def _shared(event: _Record) -> Event:
    info = fields.record(event.get("info"), "info")
    name, phone = info.get("name"), info.get("phone")
    return Shared(
        plain(name, media.LONGEST_NAME).strip() if isinstance(name, str) else "",
        plain(str(phone), _LONGEST_PHONE).strip() if isinstance(phone, str | int) else "",
    )


_DONE: dict[str, Callable[[_Record], Event]] = {
    "follow": lambda _: Met("follow"),
    "unfollow": lambda _: Left(),
    "user_click_chatnow": lambda _: Met("chatnow"),
    "user_submit_info": _shared,
    "user_withdraw": lambda _: Withdrew(),
}


def _spoken(event: _Record, name: str, account: Account) -> Inbound | None:
    if not _ours(event, account):
        return None
    sent_at = fields.instant(event.get("timestamp"))
    message = fields.record(event.get("message"), "message")
    said = _SPOKEN[name](message, int(sent_at.timestamp()) if sent_at else 0)
    return _inbound(event, name, Address(account, _id(event.get("sender"), "sender")), said)


def _echo(event: _Record, name: str, account: Account) -> Inbound | None:
    """What the account itself sent: ours is old news, a human's makes us fall silent."""
    sender = fields.record(event.get("sender"), "sender")
    # Only who writes by hand at oa.zalo.me has an admin_id; our own messages are echoed without.
    if not sender.get("admin_id") or sender.get("id") != account.name:
        return None
    person = _id(event.get("recipient"), "recipient")
    return _inbound(event, name, Address(account, person), HumanReplied())


def _done(event: _Record, name: str, account: Account) -> Inbound | None:
    if not _ours(event, account):
        return None
    return _inbound(event, name, Address(account, _doer(event)), _DONE[name](event))


def _inbound(event: _Record, name: str, address: Address, happened: Event) -> Inbound:
    """Address an event under its own key: its message's number, else person and time."""
    message, timestamp = event.get("message"), event.get("timestamp")
    number = message.get("msg_id") if isinstance(message, Mapping) else None
    if number is not None:
        own = [fields.handle(number, "msg_id")]
    else:
        own = [address.person, fields.handle(str(timestamp or ""), "timestamp")]
    quotable = own[0] if number is not None and isinstance(happened, Sent) else None
    return Inbound(
        key(address.account, name, *own), address, happened, quotable, fields.instant(timestamp)
    )


def _doer(event: _Record) -> str:
    """Give the person, who stands in another place in each of these events."""
    for role in ("follower", "sender"):
        if role in event:
            return _id(event[role], role)
    return fields.handle(event.get("user_id"), "user_id")


def _ours(event: _Record, account: Account) -> bool:
    """Say whether the account is the one meant; an app's address takes events of all of its."""
    recipient = event.get("recipient")
    named = recipient.get("id") if isinstance(recipient, Mapping) else event.get("oa_id")
    return named is None or named == account.name


def _id(value: object, name: str) -> str:
    return fields.handle(fields.record(value, name).get("id"), f"{name}.id")
