"""Events as Zalo writes them, for tables of tests; plain JSON without the stand-in."""

import json
from typing import Any

from bot.wire.messages import Account

APP = "1234567890123456789"
KEY = "TEST_oa_secret_key_0001"
OA = "388613280878808645"
PERSON = "246845883529197922"
ACCOUNT = Account("zalo_oa", OA)
NOON = 1_790_000_000_000
"""Milliseconds since 1970."""

BOT = Account("zalo_bot", "1459232241454765289")
CHAT = "6ede9afa66b88fe6d6a9"

Json = dict[str, Any]


def raw(event: Any) -> bytes:
    """Write an event in bytes, as Zalo does."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def from_user(name: str, message: Any, **changed: Any) -> Json:
    """Write an event of what a citizen sent."""
    return {
        "app_id": APP,
        "sender": {"id": PERSON},
        "user_id_by_app": "552177279717587730",
        "recipient": {"id": OA},
        "event_name": name,
        "message": message,
        "timestamp": str(NOON),
    } | changed


def said(text: Any, **changed: Any) -> Json:
    """Write the event of a text."""
    return from_user("user_send_text", {"text": text, "msg_id": "96d3cdf3af150460909"}, **changed)


def sent(kind: str, payload: Any, **message: Any) -> Json:
    """Write the event of an attachment."""
    attached = {"attachments": [{"payload": payload, "type": kind}], "msg_id": "m1"}
    return from_user(f"user_send_{kind}", attached | message)


def echo(name: str = "oa_send_text", admin: str = "", user: str = PERSON) -> Json:
    """Write the event of what the account itself sent."""
    sender = {"id": OA, "admin_id": admin} if admin else {"id": OA}
    message = {"text": "Chào ông/bà", "msg_id": "e1"}
    return from_user(name, message, sender=sender, recipient={"id": user})


def flat(name: str, **more: Any) -> Json:
    """Write an event that has no message, as ``user_withdraw``."""
    return {
        "event_name": name,
        "oa_id": OA,
        "user_id": PERSON,
        "user_id_by_app": "552177279717587730",
        "app_id": APP,
        "timestamp": str(NOON),
    } | more


def follower(name: str) -> Json:
    """Write ``follow`` or ``unfollow``."""
    return {
        "oa_id": OA,
        "follower": {"id": PERSON},
        "user_id_by_app": "552177279717587730",
        "event_name": name,
        "source": "oa_profile",
        "app_id": APP,
        "timestamp": str(NOON),
    }


def to_bot(kind: str, **message: Any) -> Json:
    """Write an update of the Bot Platform, without an envelope."""
    whole = {
        "message_id": "2d758cb5e222177a4e35",
        "date": NOON,
        "from": {"id": CHAT, "display_name": "Ted", "is_bot": False},
        "chat": {"id": CHAT, "chat_type": "PRIVATE"},
    } | message
    return {"event_name": f"message.{kind}.received", "message": whole}
