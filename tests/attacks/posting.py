"""Updates as Telegram posts them, for a product whose bot speaks to nobody or to a stand-in."""

import json
import time
from itertools import count

from tests.attacks import wires
from tests.attacks.wires import Answer
from tests.serving import SECRET, Server

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
# The port of discard, on which nobody listens.
NOWHERE = "http://127.0.0.1:9"
BOT = {"telegram_token": TOKEN, "telegram_webhook_secret": SECRET, "telegram_username": "bot"}
_numbers = count(1)


def update(person: int, text: str, at: float | None = None, **content: object) -> bytes:
    """Give one message of a person as Telegram writes it, sent now or at some moment.

    ``content`` stands in it besides the text.
    """
    n = next(_numbers)
    return json.dumps(
        {
            "update_id": n,
            "message": {
                "message_id": n,
                "date": int(time.time() if at is None else at),
                "chat": {"id": person, "type": "private"},
                "from": {"id": person, "is_bot": False, "first_name": "A"},
                **({"text": text} if text else {}),
                **content,
            },
        }
    ).encode()


def posted(server: Server, body: bytes, secret: str = SECRET) -> Answer:
    """Post an update to the hook."""
    headers = {"X_Telegram_Bot_Api_Secret_Token": secret, "Content_Type": "application/json"}
    return wires.ask(server, "/hooks/telegram", body, **headers)


def rated(server: Server, token: str, person: int, level: int = 5) -> list[int]:
    """Let a person scan and type a level; give the statuses of both updates."""
    texts = (f"/start {token}", str(level))
    return [posted(server, update(person, text)).status for text in texts]
