"""Owns what a person can do in a private chat with a bot of the Bot Platform."""

import hashlib
from typing import TYPE_CHECKING

from tests.standins.zalo.events import Json
from tests.standins.zalo.handset import Bubble, Screen
from tests.standins.zalo.media import PNG
from tests.standins.zalo.phone import new_id

if TYPE_CHECKING:
    from tests.standins.zalo.bot import BotStandIn


class BotPhone(Screen):
    """One person's chat with the bot; there are no buttons, so nothing can be tapped."""

    def __init__(self, bot: "BotStandIn", id: str, name: str) -> None:
        super().__init__(bot.bell)
        self._bot = bot
        self.id = id
        self.name = name
        self.chatted = False

    async def say(self, text: str) -> str:
        """Send a text; returns its message id."""
        return await self._send("message.text.received", {"text": text}, text)

    async def send_image(self, content: bytes = PNG, caption: str = "") -> str:
        """Send a picture."""
        url = self._bot.media.keep_picture(content)
        more = {self._bot.photo_field: url} | ({"caption": caption} if caption else {})
        return await self._send("message.image.received", more, f"(ảnh) {caption}", url)

    async def send_sticker(self, number: str = "bfe458bf64fa8da4d4eb") -> str:
        """Send a sticker."""
        more = {"sticker": number, "url": f"https://zalo-api.zdn.vn/sticker/{number}"}
        return await self._send("message.sticker.received", more, "(nhãn dán)")

    async def send_voice(self, content: bytes = b"\xff\xf1aac") -> str:
        """Send a spoken message."""
        url = self._bot.media.keep(content, "voice.aac", "audio/aac")
        return await self._send("message.voice.received", {"voice_url": url}, "(ghi âm)")

    async def send_link(self, url: str) -> str:
        """Send a link, as its own kind of event."""
        return await self._send("message.link.received", {"text": url}, url)

    async def send_unsupported(self, *, with_message: bool = True) -> None:
        """Send what the platform withholds: a file, a card, or anything of a protected account."""
        self.chatted = True
        number = new_id()
        self.show(Bubble(number, "me", "(tệp)", at=self._bot.clock.ms()))
        message = {"message": self._message(number, {})} if with_message else {}
        await self._bot.emit(self.id, {"event_name": "message.unsupported.received", **message})

    async def repeat(self) -> None:
        """Let the platform hand over the last update a second time, byte for byte."""
        await self._bot.again(self.id)

    async def _send(self, name: str, content: Json, shown: str, image: str = "") -> str:
        self.chatted = True
        number = new_id()
        self.show(Bubble(number, "me", shown, image=image, at=self._bot.clock.ms()))
        message = self._message(number, content)
        await self._bot.emit(self.id, {"event_name": name, "message": message})
        return number

    def _message(self, number: str, content: Json) -> Json:
        sender = {"id": self.id, "display_name": self.name, "is_bot": False}
        return {
            "message_id": number,
            "date": self.moment(self._bot.clock.ms()),
            "from": sender,
            "chat": {"id": self.id, "chat_type": "PRIVATE"},
            **content,
        }


def person_id(number: int) -> str:
    """Make an opaque id of a person, the same for the same number."""
    return hashlib.sha256(f"person {number}".encode()).hexdigest()[:20]
