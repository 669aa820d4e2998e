"""The whole way through Zalo: a real server, both stand-ins, real signatures, real repeats."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.serving import SECRET, Server
from tests.standins.zalo import BotStandIn, OaStandIn, Phone

OA_HOOK = "/hooks/zalo/oa"
BOT_HOOK = "/hooks/zalo/bot"
LONG = 20.0


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


@pytest.fixture
async def bot() -> AsyncIterator[BotStandIn]:
    async with BotStandIn() as bot:
        yield bot


@pytest.fixture
def product(tmp_path: Path, oa: OaStandIn, bot: BotStandIn) -> Iterator[Server]:
    """The product with both doors switched on, not yet started."""
    account, pair = oa.account, oa.oauth.pair
    server = Server(
        tmp_path / "home",
        zalo_oa_id=account.oa_id,
        zalo_oa_app_id=account.app_id,
        zalo_oa_app_secret=account.app_secret,
        zalo_oa_secret_key=account.secret_key,
        zalo_oa_access_token=pair.access,
        zalo_oa_refresh_token=pair.refresh,
        zalo_oa_api_base=oa.url,
        zalo_oa_oauth_base=oa.url,
        zalo_oa_rpm="4000",
        zalo_bot_token=bot.token,
        zalo_bot_api_base=bot.url,
        zalo_bot_webhook_secret=SECRET,
    )
    server.found()
    yield server
    if server.process is not None:
        server.kill()


def code(product: Server) -> str:
    return str(json.loads(product.command("desks", "list", "--json"))["rows"][0]["code"])


def row(product: Server) -> dict:
    rows = json.loads(product.command("index", "--unit", "AB", "--json"))["rows"]
    return dict(rows[0])


async def rate(phone: Phone, code: str) -> list[str]:
    """Go from a follow to the thanks; give the numbers of what was sent."""
    await phone.follow()
    await phone.hears("mã", LONG)
    sent = [await phone.say(f"mã #{code.lower()}")]
    asked = await phone.hears("Quầy 1", LONG)
    assert "5. Rất hài lòng" in asked.text
    sent.append(await phone.say("4"))
    await phone.hears("Hài lòng", LONG)
    for word in ("4", "0", "9", "Phải chờ lâu quá", "9"):
        sent.append(await phone.say(word))
    await phone.hears("Cảm ơn", LONG)
    return sent


async def test_follow_code_rating_thanks(product: Server, oa: OaStandIn, bot: BotStandIn) -> None:
    """With buttons and without, every event repeated, and what nobody signed beside it."""
    await asyncio.to_thread(product.start)
    await oa.set_webhook(product.url + OA_HOOK)
    desk = code(product)
    lan = oa.phone(name="<b>Lan</b>")
    for number in await rate(lan, desk):
        oa.redeliver(number, num_retry=1)
    assert lan.buttoned().labels()
    oa.account.buttons_supported = False
    await rate(oa.phone(), desk)
    await oa.settled(LONG)
    heard = len(lan.said)
    signed, oa.account.secret_key = oa.account.secret_key, "another key"
    await lan.say("GÓP Ý")
    oa.account.secret_key = signed
    await lan.say(desk)
    await lan.hears("Hôm nay ông/bà đã đánh giá", LONG)
    await oa.settled(LONG)
    assert len(lan.said) <= heard + 2
    assert {attempt.status for attempt in oa.hook.attempts} == {200}
    await carried(bot, product, desk)
    counted = row(product)
    assert {level: n for level, n in counted["counts"].items() if n} == {"3": 1, "4": 2}
    assert oa.billed == 0
    assert product.stop() == 0
    hidden = [signed, oa.account.app_secret, oa.oauth.pair.access, bot.token, SECRET]
    assert not [secret for secret in hidden if secret in product.log()]


async def carried(bot: BotStandIn, product: Server, desk: str) -> None:
    """Rate through the bot's webhook, in both envelopes, with a photo that is fetched."""
    bot.hook_url, bot.hook_secret = product.url + BOT_HOOK, SECRET
    phone = bot.phone()
    await phone.say(desk)
    asked = await phone.hears("Quầy 1", LONG)
    assert "bấm" not in asked.text
    bot.wrapped = True
    await phone.say("3")
    await phone.hears("Bình thường", LONG)
    await phone.send_image()
    await bot.until(lambda: bool(bot.media.fetched), LONG)
    assert {handed.status for handed in bot.handed} == {200}


async def leads_to(product: Server, address: str) -> None:
    """Look at the page of a desk until it leads there."""
    desk = json.loads(product.command("desks", "list", "--json"))["rows"][0]
    async with asyncio.timeout(LONG), aiohttp.ClientSession() as session:
        page = ""
        while f'href="{address}"' not in page:
            async with session.get(f"{product.url}/q/{desk['token']}") as answer:
                page = await answer.text()
    assert f"#{desk['code']}" in page


async def test_a_bot_that_is_asked_carries_a_rating(tmp_path: Path, bot: BotStandIn) -> None:
    """Without a public address; what it cannot read gets the way to the web.

    An office that has no more than the bot leads to it from its desks' pages.
    """
    pilot = Server(tmp_path / "home", zalo_bot_token=bot.token, zalo_bot_api_base=bot.url)
    pilot.found()
    await asyncio.to_thread(pilot.start)
    try:
        await leads_to(pilot, f"https://zalo.me/{bot.account_name}")
        phone = bot.phone()
        await phone.say(code(pilot))
        await phone.hears("Quầy 1", LONG)
        await phone.say("5")
        await phone.hears("Rất hài lòng", LONG)
        await phone.send_unsupported()
        await phone.hears(pilot.url, LONG)
        assert row(pilot)["counts"]["5"] == 1
        assert pilot.stop() == 0
    finally:
        pilot.kill()
    assert bot.token not in pilot.log()
