"""A citizen's end of a chat, and two of them: Telegram's updates as bytes, a terminal's lines."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.channels.console.decode import decode_line
from bot.channels.telegram.decode import decode
from bot.wire.messages import Account, Address, Button, Inbound
from feedback.store.work import Clock
from tests.pages.house import Desk

TELEGRAM = Account("telegram", "42")
CONSOLE = Account("console", "here")
PHOTO = "photo-1"
Takes = Callable[[Inbound], None]
Shown = tuple[str, tuple[Button, ...]]
"""What stands on a citizen's screen: a text, and what can be pressed or typed under it."""


def chosen(labels: Iterable[str], wanted: str) -> str | None:
    """Find a choice by its digit or by its words; None where it is not among them."""
    for label in labels:
        digit, _, words = label.partition(". ")
        if wanted in (digit, words, label) or words.startswith(f"{wanted} "):
            return label
    return None


class Line:
    """A citizen's end of a chat. Each act returns when the office has what was done.

    ``watched`` says that people of the office read the chat, so that some things are not taken in
    it; ``shut`` that nothing can come any more before the citizen writes again.
    """

    watched = False
    shut = False

    def read(self) -> str:
        """Read what came since it was last looked at."""
        raise NotImplementedError

    def offers(self, words: str) -> bool:
        """Say whether a choice with such words is among the newest ones."""
        raise NotImplementedError

    async def say(self, text: str) -> None:
        """Send a text."""
        raise NotImplementedError

    async def come(self, desk: Desk) -> None:
        """Come from the poster of a desk."""
        raise NotImplementedError

    async def press(self, wanted: str) -> None:
        """Choose, by the digit or by the words."""
        raise NotImplementedError

    async def picture(self, name: str) -> None:
        """Send a photo, or a file of that name."""
        raise NotImplementedError

    async def block(self) -> None:
        """Want to hear no more."""
        raise NotImplementedError


@dataclass
class Edge(Line):
    """An end whose messages are shown as a channel writes them, and taken as it reads them."""

    name: str
    takes: Takes
    clock: Clock
    n: int = 0
    keys: tuple[Button, ...] = ()
    unread: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        raise NotImplementedError

    def show(self, shown: Shown) -> None:
        """Show a message; its buttons are the newest."""
        text, keys = shown
        self.unread.append(text)
        self.keys = keys or self.keys

    def read(self) -> str:
        said, self.unread = "\n\n".join(self.unread), []
        return said

    def offers(self, words: str) -> bool:
        return any(words in key.label for key in self.keys)

    def key(self, wanted: str) -> Button:
        """Find the newest button by its digit or by its words."""
        label = chosen((key.label for key in self.keys), wanted)
        assert label, f"no button {wanted!r} among {[b.label for b in self.keys]}"
        return next(key for key in self.keys if key.label == label)

    async def come(self, desk: Desk) -> None:
        await self.say(f"/start {desk.token}")


class Phone(Edge):
    """Telegram, as its servers write it."""

    @property
    def address(self) -> str:
        return str(7_000_000_000 + int.from_bytes(self.name.encode()[:3], "big"))

    async def say(self, text: str) -> None:
        self._send(message=self._message(text=text))

    async def press(self, wanted: str) -> None:
        query = {
            "id": str(4_000 + self.n),
            "from": self._me(),
            "message": self._message(text="?"),
            "chat_instance": "-8",
            "data": self.key(wanted).data,
        }
        self._send(callback_query=query)

    async def picture(self, name: str) -> None:
        sizes = [{"file_id": PHOTO, "file_unique_id": "u", "width": 90, "height": 60}]
        content: dict[str, Any] = {"photo": sizes}
        if name:
            content = {"document": {"file_id": "d-1", "file_unique_id": "v", "file_name": name}}
        self._send(message=self._message(**content))

    async def block(self) -> None:
        """Block the bot, as Telegram tells of it."""
        bot = {"id": 42, "is_bot": True, "first_name": "Hài Lòng"}
        new = {"status": "kicked", "user": bot, "until_date": 0}
        old = {"status": "member", "user": bot}
        here = self._message()
        change = {k: here[k] for k in ("chat", "from", "date")}
        self._send(my_chat_member=change | {"old_chat_member": old, "new_chat_member": new})

    def _me(self) -> dict[str, Any]:
        return {"id": int(self.address), "is_bot": False, "first_name": self.name}

    def _message(self, **content: Any) -> dict[str, Any]:
        chat = {"id": int(self.address), "first_name": self.name, "type": "private"}
        at = int(self.clock().timestamp())
        return {"message_id": self.n, "from": self._me(), "chat": chat, "date": at} | content

    def _send(self, **kind: Any) -> None:
        self.n += 1
        number = int(self.address) % 1_000_000 * 1_000 + self.n
        raw = json.dumps({"update_id": number, **kind}).encode()
        inbound = decode(raw, TELEGRAM)
        assert inbound is not None, raw
        self.takes(inbound)


class Terminal(Edge):
    """A terminal, where everything is typed."""

    @property
    def address(self) -> str:
        return self.name

    async def say(self, text: str) -> None:
        self.n += 1
        event = decode_line(text, self.keys)
        self.takes(Inbound(f"{self.name}:{self.n}", Address(CONSOLE, self.name), event))

    async def press(self, wanted: str) -> None:
        """Type the digit that stands before a choice."""
        digit = re.match(r"\d", self.key(wanted).label)
        assert digit
        await self.say(digit[0])

    async def picture(self, name: str) -> None:
        """Nobody can send a picture from a terminal."""
