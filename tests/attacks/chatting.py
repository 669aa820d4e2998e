"""Updates as the Bot Platform of Zalo posts them; and what is to be heard of letters that wait."""

import json
from itertools import count

from tests.attacks import wires
from tests.attacks.clocks import WrongClock
from tests.attacks.wires import Answer
from tests.serving import SECRET, Server

BOT = {"zalo_bot_token": "12345689:abc-xyz", "zalo_bot_webhook_secret": SECRET}
WAITING = 'hailong_outbox{state="due"}'
PUT_OFF = 'hailong_letters_total{channel="zalo_bot",outcome="later"}'
_OLDEST = "hailong_outbox_oldest_due_timestamp_seconds"
_numbers = count(1)


def posted(server: Server, person: str, text: str) -> Answer:
    """Post what a person writes."""
    message = {
        "message_id": f"m{next(_numbers)}",
        "date": int(server.now() * 1000) if isinstance(server, WrongClock) else 0,
        "chat": {"id": person, "chat_type": "PRIVATE"},
        "from": {"id": person, "display_name": "A", "is_bot": False},
        "text": text,
    }
    body = json.dumps({"event_name": "message.text.received", "message": message}).encode()
    headers = {"X_Bot_Api_Secret_Token": SECRET, "Content_Type": "application/json"}
    return wires.ask(server, "/hooks/zalo/bot", body, **headers)


def rated(server: Server, person: str, level: int = 5) -> list[int]:
    """Let a person write a desk's code and a level; give the statuses of both updates."""
    return [posted(server, person, text).status for text in (wires.code(server), str(level))]


def alarmed(server: WrongClock) -> bool:
    """Say what the rule HaiLongLettersWait says, at the time that the server has."""
    oldest = wires.metric(server, _OLDEST)
    return oldest > 0 and server.now() - oldest > 900
