"""Stand-ins for both of Zalo's platforms, and our doors that speak to them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.channels.zalo.bot import BotChannel
from bot.channels.zalo.oa import OaChannel, Ways
from bot.wire.messages import Account
from tests.standins.zalo import BotStandIn, OaStandIn, Phone


@dataclass
class Pair:
    """The living tokens; ``renewals`` are those that were found dead."""

    oa: OaStandIn
    renewals: list[str] = field(default_factory=list)

    async def current(self) -> str:
        return self.oa.oauth.pair.access

    async def renewed(self, failed: str) -> str:
        self.renewals.append(failed)
        account, pair = self.oa.account, self.oa.oauth.pair
        form = {"grant_type": "refresh_token", "refresh_token": pair.refresh}
        form["app_id"] = account.app_id
        return str(self.oa.oauth.exchange(form, account.app_secret)["access_token"])


@dataclass
class Office:
    """An Official Account and our door to it, with what the door told."""

    oa: OaStandIn
    tokens: Pair
    channel: OaChannel
    alarms: list[str]
    bills: list[int]

    @property
    def account(self) -> Account:
        return self.channel.account


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


@pytest.fixture
async def office(oa: OaStandIn) -> AsyncIterator[Office]:
    alarms: list[str] = []
    bills: list[int] = []
    tokens = Pair(oa)
    channel = OaChannel(
        Account("zalo_oa", oa.account.oa_id),
        tokens,
        Ways(oa.url, per_minute=4000),
        billed=lambda: bills.append(1),
        alarm=alarms.append,
    )
    yield Office(oa, tokens, channel, alarms, bills)
    await channel.close()


@pytest.fixture
async def lan(oa: OaStandIn) -> Phone:
    """A citizen who has written to the account."""
    phone = oa.phone()
    await phone.say("Xin chào")
    return phone


@pytest.fixture
async def bot() -> AsyncIterator[BotStandIn]:
    async with BotStandIn() as bot:
        yield bot


@dataclass
class Bot:
    """A bot and our door to it, with what the door told."""

    server: BotStandIn
    channel: BotChannel
    alarms: list[str]


@pytest.fixture
async def door(bot: BotStandIn) -> AsyncIterator[Bot]:
    alarms: list[str] = []
    channel = BotChannel(bot.token, Account("zalo_bot", bot.id), bot.url, alarms.append)
    yield Bot(bot, channel, alarms)
    await channel.close()
