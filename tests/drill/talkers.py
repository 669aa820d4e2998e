"""Someone in a messenger, who says a thing until it is taken and only then the next."""

import asyncio
from typing import Protocol

from tests.doubles.telegram_phone import Phone as TelegramPhone
from tests.standins.zalo import OaStandIn
from tests.standins.zalo import Phone as ZaloPhone

_AGAIN = 0.3


class Talker(Protocol):
    """A person as the drill knows one; ``id`` is the messenger's name for them."""

    id: str

    async def say(self, words: str) -> None:
        """Say something."""
        ...

    def heard(self) -> list[str]:
        """Give the texts that came, in their order."""
        ...


class OnTelegram:
    """Telegram itself repeats, one update of a chat after the other."""

    def __init__(self, phone: TelegramPhone) -> None:
        self._phone = phone
        self.id = str(phone.id)

    async def say(self, words: str) -> None:
        await self._phone.say(words)

    def heard(self) -> list[str]:
        return [bubble.text for bubble in self._phone.bubbles]


class OnZalo:
    """Zalo gives up after two seconds; here the event is then sent again, byte for byte."""

    def __init__(self, oa: OaStandIn, phone: ZaloPhone) -> None:
        self._oa = oa
        self._phone = phone
        self.id = phone.id

    async def say(self, words: str) -> None:
        number = await self._phone.say(words)
        while not self._taken(number):
            await asyncio.sleep(_AGAIN)
            await self._oa.hook.redeliver(number, num_retry=1)

    def _taken(self, number: str) -> bool:
        tries = (one for one in reversed(self._oa.hook.attempts) if one.parcel.msg_id == number)
        return next(tries).status == 200

    def heard(self) -> list[str]:
        return [bubble.text for bubble in self._phone.said]
