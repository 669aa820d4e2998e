"""The JSON of the Bot API, as its server writes it. Pure; nothing here knows the product."""

import time
from typing import Any

Json = dict[str, Any]


def person(id: int, name: str, language: str | None) -> Json:
    """Write a user who is a human."""
    user: Json = {"id": id, "is_bot": False, "first_name": name}
    return user | ({"language_code": language} if language else {})


def private_chat(id: int, name: str) -> Json:
    """Write a chat of one human with a bot."""
    return {"id": id, "first_name": name, "type": "private"}


def message(id: int, sender: Json, chat: Json, **content: Any) -> Json:
    """Write a message of now; dates are whole seconds."""
    return {"message_id": id, "from": sender, "chat": chat, "date": int(time.time()), **content}


def text(words: str) -> Json:
    """Write a text with the entity of a command, where it begins with one."""
    if not words.startswith("/"):
        return {"text": words}
    length = units(words.split(maxsplit=1)[0])
    return {"text": words, "entities": [{"offset": 0, "length": length, "type": "bot_command"}]}


def units(words: str) -> int:
    """Count UTF-16 units, in which Telegram measures text."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def membership(user: Json, chat: Json, bot: Json, old: str, new: str) -> Json:
    """Write that a human blocked or unblocked the bot."""
    until = {"until_date": 0}
    return {
        "chat": chat,
        "from": user,
        "date": int(time.time()),
        "old_chat_member": {"user": bot, "status": old} | (until if old == "kicked" else {}),
        "new_chat_member": {"user": bot, "status": new} | (until if new == "kicked" else {}),
    }


def photo_sizes(file_ids: list[str], size: int) -> list[Json]:
    """Write one picture in the three sizes that Telegram makes of it, the largest last."""
    return [
        {
            "file_id": file_id,
            "file_unique_id": f"u{file_id[-12:]}",
            "width": width,
            "height": width * 3 // 4,
            "file_size": max(1, size * width // 1280),
        }
        for file_id, width in zip(file_ids, (90, 320, 1280), strict=True)
    ]
