"""Owns what a message is that is not text. It never fetches anything."""

from collections.abc import Mapping

from bot.conversation.events import Medium, Sent
from bot.wire.fields import count, handle, items, record, text
from bot.wire.plain import plain

LONGEST_NAME = 200
"""Characters kept of a file's or a place's name."""
# In this order: an animation is also given as a document, and a venue also as a location.
_CONTENT = {
    "photo": Medium.PHOTO,
    "sticker": Medium.STICKER,
    "voice": Medium.VOICE,
    "audio": Medium.VOICE,
    "video": Medium.VIDEO,
    "video_note": Medium.VIDEO,
    "animation": Medium.VIDEO,
    "document": Medium.DOCUMENT,
    "venue": Medium.LOCATION,
    "location": Medium.LOCATION,
    "contact": Medium.CONTACT,
}
# What Telegram itself writes into a private chat: nobody said it, so nobody waits for an answer.
_NOTICES = frozenset(
    {
        "boost_added",
        "chat_background_set",
        "connected_website",
        "message_auto_delete_timer_changed",
        "passport_data",
        "pinned_message",
        "proximity_alert_triggered",
        "refunded_payment",
        "successful_payment",
        "write_access_allowed",
    }
)


def sent(message: Mapping[str, object]) -> Sent | None:
    """Read a message without text; None for a notice of Telegram's own.

    A kind that this release does not know is Medium.OTHER, so that it is answered too.
    """
    for kind, medium in _CONTENT.items():
        if kind in message:
            content = message[kind]
            return Sent(
                medium=medium,
                file=_file(kind, content),
                caption=_caption(message.get("caption")),
                album=_album(message.get("media_group_id")),
                name=_name(content),
                size=_size(content),
                place=_place(kind, content),
            )
    return Sent(Medium.OTHER) if _NOTICES.isdisjoint(message) else None


def _file(kind: str, content: object) -> str | None:
    """Name the file to fetch; of a photo's sizes the largest."""
    if kind == "photo":
        sizes = [record(size, "photo size") for size in items(content, kind)]
        content = max(sizes, key=_area, default={})
    identifier = record(content, kind).get("file_id")
    return None if identifier is None else handle(identifier, "file_id")


def _name(content: object) -> str:
    """Give the name that the sender's device gave a file, if it did."""
    named = content.get("file_name") if isinstance(content, Mapping) else None
    return plain(named, LONGEST_NAME) if isinstance(named, str) else ""


def _size(content: object) -> int:
    return count(content.get("file_size")) if isinstance(content, Mapping) else 0


def _place(kind: str, content: object) -> str:
    """Write a location as "latitude, longitude", behind the name and address of a venue."""
    if kind not in ("venue", "location") or not isinstance(content, Mapping):
        return ""
    where = content.get("location") if kind == "venue" else content
    named = [content.get(key) for key in ("title", "address")] if kind == "venue" else []
    parts = [plain(part, LONGEST_NAME) for part in named if isinstance(part, str)]
    return ", ".join([part for part in parts if part] + _coordinates(where))


def _coordinates(where: object) -> list[str]:
    if not isinstance(where, Mapping):
        return []
    numbers = [where.get("latitude"), where.get("longitude")]
    if not all(isinstance(n, int | float) and -180 <= n <= 180 for n in numbers):
        return []
    return [f"{n:.6f}" for n in numbers]


def _area(size: Mapping[str, object]) -> int:
    width, height = size.get("width"), size.get("height")
    return width * height if isinstance(width, int) and isinstance(height, int) else 0


def _caption(value: object) -> str | None:
    return None if value is None else plain(text(value, "caption")) or None


def _album(value: object) -> str | None:
    return None if value is None else handle(value, "media_group_id")
