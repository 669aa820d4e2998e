"""An Official Account on a clock that only tests move, something that listens, and a caller."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from tests.conftest import Hands
from tests.standins.product import Caller, Listener
from tests.standins.zalo import Clock, OaStandIn, Phone


@pytest.fixture
async def oa(clock: Hands) -> AsyncIterator[OaStandIn]:
    async with OaStandIn(clock=Clock(clock, pace=0.0001)) as oa:
        yield oa


@pytest.fixture
async def listener(oa: OaStandIn) -> AsyncIterator[Listener]:
    """A webhook that the account knows."""
    async with Listener() as listener:
        await oa.set_webhook(listener.url)
        yield listener


@pytest.fixture
async def caller(oa: OaStandIn) -> AsyncIterator[Caller]:
    async with ClientSession() as session:
        yield Caller(oa, session)


@pytest.fixture
def lan(oa: OaStandIn) -> Phone:
    return oa.phone("246845883529197922")
