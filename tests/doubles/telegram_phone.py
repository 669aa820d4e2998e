"""A citizen's phone with Telegram on it: what a person can do there, and what they see."""

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.doubles import telegram_wire as wire
from tests.doubles.telegram_wire import Json

if TYPE_CHECKING:
    from tests.doubles.telegram_server import TelegramServer

_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@dataclass(frozen=True)
class Bubble:
    """A message of the bot's as it stands on the screen; ``at`` is in seconds since 1970."""

    id: int
    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...]
    at: float
    raw: Json = field(repr=False)

    def labels(self) -> list[str]:
        """Return the words on the buttons, row by row."""
        return [label for row in self.buttons for label, _ in row]


class Phone:
    """One person in a private chat with the bot."""

    def __init__(self, server: "TelegramServer", id: int, name: str, language: str | None) -> None:
        self._server = server
        self._album = itertools.count(13_000_000_000)
        self._heard = 0
        self.id = id
        self.user = wire.person(id, name, language)
        self.chat = wire.private_chat(id, name)
        self.started = self.blocked = self.deactivated = False
        self.bubbles: list[Bubble] = []
        self.spinning: set[str] = set()
        self.toasts: list[str] = []
        self.transcript: list[str] = []
        self._last_text: Json | None = None

    async def start(self, payload: str | None = None) -> int:
        """Open the bot by a link, or by its name; a blocked bot is unblocked by it."""
        if self.blocked:
            await self.unblock()
        self.started = True
        return await self.say("/start" if payload is None else f"/start {payload}")

    async def say(self, words: str) -> int:
        """Send a text; returns its message id."""
        self.started = True
        self._last_text = self._message(**wire.text(words))
        return self._send(self._last_text, words)

    async def edit(self, words: str) -> None:
        """Change the text sent last."""
        assert self._last_text is not None, "nothing was said yet"
        self._last_text = self._last_text | wire.text(words)
        edited = self._last_text | {"edit_date": self._last_text["date"]}
        self._push("edited_message", edited, f"(sửa) {words}")

    async def tap(self, which: str | int) -> None:
        """Press a button of the newest message that has some: by its words, or counted from 0."""
        bubble = next(bubble for bubble in reversed(self.bubbles) if bubble.buttons)
        keys = [key for row in bubble.buttons for key in row]
        if isinstance(which, int):
            label, data = keys[which]
        else:
            label, data = next(key for key in keys if which in key[0])
        await self.press(data, bubble, label)

    async def press(self, data: str, bubble: Bubble | None = None, label: str = "") -> None:
        """Press a button with any data, also one of a message long gone."""
        gone = {"message_id": 1, "chat": self.chat, "date": 0}
        query = {
            "id": str(self._server.next_query()),
            "from": self.user,
            "message": gone if bubble is None else bubble.raw,
            "chat_instance": str(-8_000_000_000_000_000_000 + self.id),
            "data": data,
        }
        self.spinning.add(query["id"])
        self._push("callback_query", query, f"[{label or data}]")

    async def photo(self, caption: str | None = None, content: bytes = _JPEG) -> None:
        """Send a picture, in the three sizes that Telegram makes of it."""
        self._send(self._picture(caption, content), f"(ảnh) {caption or ''}")

    async def album(self, count: int = 3, caption: str | None = None) -> None:
        """Send several pictures at once: one message each, joined by media_group_id."""
        group = str(next(self._album) + self.id)
        for number in range(count):
            picture = self._picture(caption if number == 0 else None, _JPEG)
            self._send(picture | {"media_group_id": group}, "(ảnh)")

    async def sticker(self) -> None:
        """Send a sticker."""
        sticker = self._file("stickers", b"webp") | {
            "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
            "emoji": "👍", "set_name": "Vui",
        }  # fmt: skip
        self._send(self._message(sticker=sticker), "(nhãn dán)")

    async def voice(self) -> None:
        """Send a spoken message."""
        voice = self._file("voice", b"OggS") | {"duration": 3, "mime_type": "audio/ogg"}
        self._send(self._message(voice=voice), "(ghi âm)")

    async def video(self) -> None:
        """Send a video."""
        video = self._file("videos", b"mp4") | {"width": 640, "height": 360, "duration": 4}
        self._send(self._message(video=video), "(video)")

    async def document(self, name: str = "don.pdf", content: bytes = b"%PDF-") -> None:
        """Send a file."""
        document = self._file("documents", content) | {"file_name": name}
        self._send(self._message(document=document), f"(tệp {name})")

    async def location(self, latitude: float = 21.0278, longitude: float = 105.8342) -> None:
        """Send a place."""
        place = {"latitude": latitude, "longitude": longitude}
        self._send(self._message(location=place), "(vị trí)")

    async def contact(self) -> None:
        """Send a telephone number."""
        contact = {"phone_number": "+84900000000", "first_name": "Lan", "user_id": self.id}
        self._send(self._message(contact=contact), "(danh bạ)")

    async def block(self) -> None:
        """Stop and block the bot."""
        self.blocked = True
        self._membership("member", "kicked")

    async def unblock(self) -> None:
        """Let the bot write again."""
        self.blocked = False
        self._membership("kicked", "member")

    async def hears(self, containing: str = "", timeout: float = 5.0) -> Bubble:
        """Wait for the next message of the bot's not yet heard; skip those without these words."""
        while True:
            await self._server.until(lambda: len(self.bubbles) > self._heard, timeout)
            self._heard += 1
            if containing in self.bubbles[self._heard - 1].text:
                return self.bubbles[self._heard - 1]

    def show(self, bubble: Bubble) -> None:
        """Put a message of the bot's on the screen."""
        self.bubbles.append(bubble)
        buttons = "".join(f"\n  [{label}]" for label in bubble.labels())
        self.transcript.append(f"bot: {bubble.text}{buttons}")

    def _message(self, **content: Any) -> Json:
        return wire.message(self._server.next_message(), self.user, self.chat, **content)

    def _picture(self, caption: str | None, content: bytes) -> Json:
        names = [self._server.keep("photos", content, ".jpg") for _ in range(3)]
        captioned = {} if caption is None else {"caption": caption}
        return self._message(photo=wire.photo_sizes(names, len(content)), **captioned)

    def _file(self, folder: str, content: bytes) -> Json:
        name = self._server.keep(folder, content)
        return {"file_id": name, "file_unique_id": f"u{name[-12:]}", "file_size": len(content)}

    def _membership(self, old: str, new: str) -> None:
        change = wire.membership(self.user, self.chat, self._server.bot, old, new)
        self._push("my_chat_member", change, f"({new})")

    def _send(self, message: Json, seen: str) -> int:
        self._push("message", message, seen)
        return int(message["message_id"])

    def _push(self, kind: str, content: Json, seen: str) -> None:
        self.transcript.append(f"tôi: {seen}")
        self._server.push(self.id, kind, content)
