"""Owns what a message is that is not text. It never fetches anything."""

from collections.abc import Mapping

from bot.channels.telegram.fields import handle, items, record, text
from bot.conversation.events import Medium, Sent
from bot.wire.plain import plain

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
            return Sent(
                medium=medium,
                file=_file(kind, message[kind]),
                caption=_caption(message.get("caption")),
                album=_album(message.get("media_group_id")),
            )
    return Sent(Medium.OTHER) if _NOTICES.isdisjoint(message) else None


def _file(kind: str, content: object) -> str | None:
    """Name the file to fetch; of a photo's sizes the largest."""
    if kind == "photo":
        sizes = [record(size, "photo size") for size in items(content, kind)]
        content = max(sizes, key=_area, default={})
    identifier = record(content, kind).get("file_id")
    return None if identifier is None else handle(identifier, "file_id")


def _area(size: Mapping[str, object]) -> int:
    width, height = size.get("width"), size.get("height")
    return width * height if isinstance(width, int) and isinstance(height, int) else 0


def _caption(value: object) -> str | None:
    return None if value is None else plain(text(value, "caption")) or None


def _album(value: object) -> str | None:
    return None if value is None else handle(value, "media_group_id")
