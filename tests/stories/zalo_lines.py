"""A citizen's end of a chat in Zalo: the stand-in's phone, and what is read and pressed on it."""

import re
from datetime import timedelta

from feedback.store.work import Clock
from tests.pages.house import Desk
from tests.privacy.pictures import with_place
from tests.standins.zalo import BotPhone, Bubble, Phone
from tests.stories.lines import Line, chosen

_CHOICE = re.compile(r"^\d\. .+$", re.MULTILINE)
_OPEN = timedelta(days=7)


def _choices(bubble: Bubble) -> list[str]:
    """Give the lines of a message that are choices."""
    return _CHOICE.findall(bubble.text)


class ZaloLine(Line):
    """A chat in Zalo: whatever can be chosen stands in the text, and can be typed."""

    watched = True

    def __init__(self, phone: Phone | BotPhone) -> None:
        self.phone = phone
        self.heard = 0

    def read(self) -> str:
        said, self.heard = self.phone.said[self.heard :], len(self.phone.said)
        return "\n\n".join(bubble.text for bubble in said)

    def offers(self, words: str) -> bool:
        return any(words in label for label in _choices(self.newest()))

    async def say(self, text: str) -> None:
        await self.phone.say(text)

    async def come(self, desk: Desk) -> None:
        """Send the code that stands on the poster."""
        await self.say(f"#{desk.code}")

    async def press(self, wanted: str) -> None:
        label = chosen(_choices(self.newest()), wanted)
        assert label, f"no choice {wanted!r}:\n{self.phone.screen()}"
        await self.say(label[0])

    async def meet(self) -> None:
        """Come without a code."""
        await self.say("xin chào")

    async def send(self, kind: str, words: str) -> None:
        """Send a thing, and beside it the words, or after it where it takes none; or leave."""
        raise NotImplementedError

    def newest(self) -> Bubble:
        """Find the newest message that lets choose."""
        for bubble in reversed(self.phone.said):
            if _choices(bubble):
                return bubble
        raise AssertionError(f"nothing to choose:\n{self.phone.screen()}")


class OaLine(ZaloLine):
    """A chat with the Official Account; what can be tapped is tapped, and counted in ``taps``."""

    phone: Phone

    def __init__(self, phone: Phone, clock: Clock) -> None:
        super().__init__(phone)
        self.clock = clock
        self.taps = self.pressed = 0

    @property
    def shut(self) -> bool:  # type: ignore[override]
        """Zalo lets nobody write to whoever did nothing for a week."""
        last = self.phone.last_act
        return last is not None and self.clock() - last > _OPEN

    async def press(self, wanted: str) -> None:
        self.pressed += 1
        bubble = self.newest()
        label = chosen(bubble.labels(), wanted)
        if label is None:
            return await super().press(wanted)
        self.taps += 1
        await self.phone.tap(label, bubble)
        return None

    async def picture(self, name: str) -> None:
        if name:
            await self.phone.send_file(name)
        else:
            await self.phone.send_image(with_place())

    async def meet(self) -> None:
        await (super().meet() if self.phone.chatted else self.phone.follow())

    async def send(self, kind: str, words: str) -> None:
        phone = self.phone
        if kind == "photo":
            await phone.send_image(with_place(), text=words)
            return
        things = {
            "voice": phone.send_voice,
            "video": phone.send_video,
            "document": phone.send_file,
            "location": phone.send_location,
            "contact": phone.send_card,
            "sticker": phone.send_sticker,
            "other": phone.send_sticker,
            "left": phone.unfollow,
        }
        await things[kind]()
        if words:
            await self.say(words)

    async def block(self) -> None:
        await self.phone.unfollow()
        self.phone.refusal = -217


class BotLine(ZaloLine):
    """A chat with the bot, which has nothing to tap and nothing to block."""

    phone: BotPhone

    async def picture(self, name: str) -> None:
        await self.phone.send_image(with_place())

    async def send(self, kind: str, words: str) -> None:
        if kind == "photo":
            await self.phone.send_image(with_place(), words)
        if kind in ("photo", "left"):
            return
        things = {"voice": self.phone.send_voice, "sticker": self.phone.send_sticker}
        await things.get(kind, self.phone.send_unsupported)()
        if words:
            await self.say(words)

    async def block(self) -> None:
        """Nobody can: the bot hears nothing of it."""
