"""A real server beside the office's own people and robot in one chat, on a stand-in account."""

import asyncio
import json
import urllib.request
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.serving import Server
from tests.standins.zalo import OaStandIn

LONG = 20.0


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


def product(folder: Path, oa: OaStandIn) -> Server:
    account, pair = oa.account, oa.oauth.pair
    return Server(
        folder,
        zalo_oa_id=account.oa_id,
        zalo_oa_app_id=account.app_id,
        zalo_oa_app_secret=account.app_secret,
        zalo_oa_secret_key=account.secret_key,
        zalo_oa_access_token=pair.access,
        zalo_oa_refresh_token=pair.refresh,
        zalo_oa_api_base=oa.url,
        zalo_oa_oauth_base=oa.url,
        zalo_oa_rpm="4000",
        zalo_oa_reply="after_code_or_menu",
    )


async def test_it_speaks_when_asked_hands_over_what_accuses_and_gives_way(
    tmp_path: Path, oa: OaStandIn
) -> None:
    """Silent until the menu's word; what accuses gets the form; a person's word ends it.

    Only who wishes to be erased is still answered then.
    """
    server = product(tmp_path / "home", oa)
    server.found()
    await asyncio.to_thread(server.start)
    try:
        await oa.set_webhook(server.url + "/hooks/zalo/oa")
        lan = oa.phone()
        await lan.follow()
        await lan.say("Mấy giờ mở cửa?")
        await lan.say("#danhgia")
        first = await lan.hears("0. Không nhớ", LONG)
        assert "Kính chào" in first.text
        await lan.say("2")
        await lan.hears("5. Rất hài lòng", LONG)
        await lan.say("Họ đòi tôi 500 nghìn tiền bồi dưỡng")
        handed = await lan.hears("đọc được cuộc trò chuyện này", LONG)
        address = next(line for line in handed.text.splitlines() if line.startswith("http"))
        page = await asyncio.to_thread(read, address)
        assert "Quầy 2" in page
        assert address.startswith(f"{server.url}/case/")
        await lan.admin_reply("Chào chị, em nghe ạ")
        await oa.settled(LONG)
        heard = len(lan.said)
        await lan.say("4")
        await lan.withdraw()
        await lan.hears("sẽ được xoá", LONG)
        assert len(lan.said) == heard + 1
        assert json.loads(server.command("cases", "list", "--json"))["rows"] == []
        assert json.loads(server.command("index", "--unit", "AB", "--json"))["rows"][0]["n"] == 0
        assert server.stop() == 0
    finally:
        server.kill()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())
