"""Updates as Telegram writes them, for tables of tests; plain JSON without the stand-in server."""

import json
from typing import Any

from bot.wire.messages import Account

ACCOUNT = Account("telegram", "main")
PERSON = 5_000_000_001
NOON = 1_785_000_000


def user(**changed: Any) -> dict[str, Any]:
    """Write a citizen."""
    return {"id": PERSON, "is_bot": False, "first_name": "Lan", "language_code": "vi"} | changed


def chat(**changed: Any) -> dict[str, Any]:
    """Write their private chat."""
    return {"id": PERSON, "first_name": "Lan", "type": "private"} | changed


def message(**content: Any) -> dict[str, Any]:
    """Write a message with this content."""
    return {"message_id": 7, "from": user(), "chat": chat(), "date": NOON} | content


def update(number: Any = 1001, **kinds: Any) -> bytes:
    """Write one update in bytes."""
    return json.dumps({"update_id": number, **kinds}).encode()


def said(words: str) -> bytes:
    """Write the update of a text."""
    return update(message=message(text=words))


def pressed(data: Any, **changed: Any) -> bytes:
    """Write the update of a press of a button with this data."""
    ours = message(text="?", **{"from": {"id": 110201543, "is_bot": True, "first_name": "Bot"}})
    query = {"id": "4382", "from": user(), "message": ours, "chat_instance": "-8", "data": data}
    return update(callback_query=query | changed)
