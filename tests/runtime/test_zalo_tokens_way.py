"""Tokens on the whole way: a real server, a token that dies under it, and a stop in between."""

import asyncio
import json
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.serving import Server
from tests.standins.wiring import oa_settings
from tests.standins.zalo import OaStandIn

LONG = 20.0


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


@pytest.fixture
def product(tmp_path: Path, oa: OaStandIn) -> Iterator[Server]:
    server = Server(tmp_path / "home", **oa_settings(oa))
    server.found()
    yield server
    if server.process is not None:
        server.kill()


async def status(product: Server) -> dict:
    said = await asyncio.to_thread(product.command, "zalo", "status", "--json")
    (row,) = json.loads(said)["rows"]
    return row


def page(product: Server, path: str) -> str:
    with urllib.request.urlopen(product.url + path, timeout=10) as answer:
        return str(answer.read(), "utf-8")


async def test_a_token_that_dies_is_renewed_under_a_message(product: Server, oa: OaStandIn) -> None:
    """Nobody notices: the message goes out with the new token, and all of it is on record."""
    await asyncio.to_thread(product.start)
    await oa.set_webhook(product.url + "/hooks/zalo/oa")
    oa.oauth.spoil()
    lan = oa.phone()
    await lan.say("xin chào")
    await lan.hears("Quầy 1", LONG)
    assert (oa.oauth.refreshes, oa.oauth.refusals) == (1, 0)
    assert 'hailong_tokens_dead{channel="zalo_oa"} 0.0' in await asyncio.to_thread(
        page, product, "/metrics"
    )
    callback = await asyncio.to_thread(page, product, "/hooks/zalo/oa/callback?code=%3Cb%3E")
    assert "hailong zalo authorize" in callback
    assert "<b>" not in callback
    assert await asyncio.to_thread(product.stop) == 0
    row = await status(product)
    assert (row["tokens"], row["origin"], row["pairs"]) == ("living", "rotation", 2)
    assert row["verified"] is True
    assert row["last_event"]
    assert row["events"] >= 1
    assert oa.oauth.pair.access not in product.log()
    assert oa.oauth.pair.refresh not in product.log()


async def test_a_stop_in_the_middle_of_a_refresh_loses_no_pair(
    product: Server, oa: OaStandIn
) -> None:
    await asyncio.to_thread(product.start)
    oa.oauth.spoil()
    released = oa.faults.stall("access_token")
    await oa.set_webhook(product.url + "/hooks/zalo/oa")
    await oa.phone().say("xin chào")
    async with asyncio.timeout(LONG):
        while "access_token" not in oa.calls:
            await asyncio.sleep(0.01)
        stopping = asyncio.create_task(asyncio.to_thread(product.stop))
        while await asyncio.to_thread(product.ready):
            await asyncio.sleep(0.01)
    assert (await status(product))["refreshing_since"]
    released.set()
    assert await stopping == 0
    row = await status(product)
    assert (row["tokens"], row["origin"], row["verified"]) == ("living", "rotation", True)
    assert oa.oauth.refreshes == 1
