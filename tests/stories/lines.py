"""The two chat doors at their outer edge: Telegram's updates as bytes, a terminal's typed lines."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from bot.channels.console.decode import decode_line
from bot.channels.telegram.decode import decode
from bot.wire.messages import Address, Button, Inbound
from feedback.store.work import Store
from tests.stories import mail
from tests.stories.mail import CONSOLE, TELEGRAM, Shown

PHOTO = "photo-1"


@dataclass
class Line:
    """A citizen's end of a chat: what is shown there, and what was not read yet."""

    name: str
    n: int = 0
    keys: tuple[Button, ...] = ()
    unread: list[str] = field(default_factory=list)

    def show(self, shown: Shown) -> None:
        """Show a message; its buttons are the newest."""
        text, keys = shown
        self.unread.append(text)
        self.keys = keys or self.keys

    def key(self, wanted: str) -> Button:
        """Find the newest button by its digit or by its words."""
        for button in self.keys:
            digit, _, words = button.label.partition(". ")
            if wanted in (digit, words, button.label) or words.startswith(f"{wanted} "):
                return button
        raise AssertionError(f"no button {wanted!r} among {[b.label for b in self.keys]}")


class Phone(Line):
    """Telegram, as its servers write it."""

    @property
    def address(self) -> str:
        return str(7_000_000_000 + int.from_bytes(self.name.encode()[:3], "big"))

    def say(self, store: Store, text: str) -> None:
        self._send(store, message=self._message(store, text=text))

    def come(self, store: Store, token: str) -> None:
        self.say(store, f"/start {token}")

    def press(self, store: Store, wanted: str) -> None:
        query = {
            "id": str(4_000 + self.n),
            "from": self._me(),
            "message": self._message(store, text="?"),
            "chat_instance": "-8",
            "data": self.key(wanted).data,
        }
        self._send(store, callback_query=query)

    def picture(self, store: Store, name: str = "") -> None:
        sizes = [{"file_id": PHOTO, "file_unique_id": "u", "width": 90, "height": 60}]
        content = {"photo": sizes}
        if name:
            content = {"document": {"file_id": "d-1", "file_unique_id": "v", "file_name": name}}
        self._send(store, message=self._message(store, **content))

    def block(self, store: Store) -> None:
        """Block the bot, as Telegram tells of it."""
        bot = {"id": 42, "is_bot": True, "first_name": "Hài Lòng"}
        new = {"status": "kicked", "user": bot, "until_date": 0}
        old = {"status": "member", "user": bot}
        here = self._message(store)
        change = {k: here[k] for k in ("chat", "from", "date")}
        self._send(store, my_chat_member=change | {"old_chat_member": old, "new_chat_member": new})

    def _me(self) -> dict[str, Any]:
        return {"id": int(self.address), "is_bot": False, "first_name": self.name}

    def _message(self, store: Store, **content: Any) -> dict[str, Any]:
        chat = {"id": int(self.address), "first_name": self.name, "type": "private"}
        at = int(store.clock().timestamp())
        return {"message_id": self.n, "from": self._me(), "chat": chat, "date": at} | content

    def _send(self, store: Store, **kind: Any) -> None:
        self.n += 1
        number = int(self.address) % 1_000_000 * 1_000 + self.n
        raw = json.dumps({"update_id": number, **kind}).encode()
        inbound = decode(raw, TELEGRAM)
        assert inbound is not None, raw
        mail.take(store, inbound)


class Terminal(Line):
    """A terminal, where everything is typed."""

    @property
    def address(self) -> str:
        return self.name

    def say(self, store: Store, text: str) -> None:
        self.n += 1
        event = decode_line(text, self.keys)
        mail.take(store, Inbound(f"{self.name}:{self.n}", Address(CONSOLE, self.name), event))

    def come(self, store: Store, token: str) -> None:
        self.say(store, f"/start {token}")

    def press(self, store: Store, wanted: str) -> None:
        """Type the digit that stands before a choice."""
        digit = re.match(r"\d", self.key(wanted).label)
        assert digit
        self.say(store, digit[0])

    def picture(self, store: Store, name: str = "") -> None:
        """Nobody can send a picture from a terminal."""

    def block(self, store: Store) -> None:
        raise AssertionError("nobody blocks a terminal")
