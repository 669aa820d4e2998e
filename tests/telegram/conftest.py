"""A stand-in Telegram and a channel that speaks to it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.channel import TelegramChannel
from tests.doubles.telegram_server import TelegramServer
from tests.telegram.updates import ACCOUNT


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """A Bot API on a port of its own."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    """Our door, with the stand-in behind it."""
    channel = TelegramChannel(server.token, ACCOUNT, server.url)
    yield channel
    await channel.close()
