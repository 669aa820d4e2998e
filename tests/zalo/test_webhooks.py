"""The routes that Zalo posts to: what they answer, when, and what they never read."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
import structlog
from aiohttp import web

from bot.channels.zalo.signature import HEADER
from bot.channels.zalo.webhook_bot import SECRET_HEADER, bot_webhook
from bot.channels.zalo.webhook_oa import LARGEST, oa_webhook
from bot.conversation.events import HumanReplied, Said
from bot.wire.messages import Account, Inbound
from tests.standins.zalo import BotStandIn, OaStandIn
from tests.zalo.events import ACCOUNT, APP, BOT, KEY, echo, flat, raw, said, to_bot
from tests.zalo.test_signature import M1, M2, V1, V2

SECRET = "a-secret-of-the-hook"


@dataclass
class Site:
    """A web server with nothing but the routes, and a store that can be told to refuse."""

    url: str = ""
    kept: list[Inbound] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    refusals: int = 0
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def sink(self, inbound: Inbound) -> None:
        """Keep one, once the store is open."""
        await self.open.wait()
        if self.refusals:
            self.refusals -= 1
            raise OSError("the database is locked")
        self.kept.append(inbound)

    def count(self, word: str) -> None:
        self.seen[word] += 1


@pytest.fixture
async def site(oa: OaStandIn) -> AsyncIterator[Site]:
    """The routes on a real port: of the vectors' account, of the stand-in's, and of a bot."""
    site = Site()
    site.open.set()
    app = web.Application(client_max_size=64 * LARGEST)
    live = oa.account
    account = Account("zalo_oa", live.oa_id)
    hooks = {
        "/oa": oa_webhook(APP, KEY, ACCOUNT, site.sink, site.count),
        "/strict": oa_webhook(APP, KEY, ACCOUNT, site.sink, site.count, unsigned=401),
        "/live": oa_webhook(live.app_id, live.secret_key, account, site.sink, site.count),
        "/bot": bot_webhook(SECRET, BOT, site.sink, site.count),
    }
    app.add_routes([web.post(path, hook) for path, hook in hooks.items()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


async def post(url: str, body: object, headers: dict[str, str] | None = None) -> int:
    """Post bytes; return the status."""
    async with (
        aiohttp.ClientSession() as client,
        client.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status


async def signed(site: Site, body: bytes, oa: OaStandIn | None = None) -> int:
    """Post an event as Zalo does."""
    import hashlib
    import json

    stamp = json.loads(body)["timestamp"]
    mac = hashlib.sha256(APP.encode() + body + stamp.encode() + KEY.encode()).hexdigest()
    return await post(f"{site.url}/oa", body, {HEADER: f"mac={mac}"})


async def test_200_is_said_only_after_the_event_was_stored(site: Site) -> None:
    """A repeat of it would come an hour later, if at all."""
    site.open.clear()
    posting = asyncio.create_task(post(f"{site.url}/oa", V1, {HEADER: f"mac={M1}"}))
    done, _ = await asyncio.wait({posting}, timeout=0.2)
    assert not done
    site.open.set()
    assert await posting == 200
    assert [inbound.event for inbound in site.kept] == [Said("#Q7K3M2")]
    assert site.seen == {"received": 1}


@pytest.mark.parametrize(
    ("body", "header", "word"),
    [
        (b'{"event_name":"probe"}', None, "unsigned"),
        (b"", None, "unsigned"),
        (V1, None, "unsigned"),
        (V1, f"mac={M2}", "bad_signature"),
        (V2.replace(b"3", b"4"), f"mac={M2}", "bad_signature"),
        (b"{", f"mac={M1}", "bad_signature"),
        (b"[" * 100_000, f"mac={M1}", "bad_signature"),
    ],
)
async def test_what_zalo_did_not_sign_is_answered_and_dropped(
    site: Site, body: bytes, header: str | None, word: str
) -> None:
    """200, for the console refuses an address that answers its probe otherwise; or as was set."""
    headers = {HEADER: header} if header else {}
    assert await post(f"{site.url}/oa", body, headers) == 200
    assert await post(f"{site.url}/strict", body, headers) == 401
    assert site.kept == []
    assert site.seen == {word: 2}


async def test_a_flood_of_forgeries_does_not_fill_the_log(site: Site) -> None:
    with structlog.testing.capture_logs() as logs:
        for _ in range(5):
            await post(f"{site.url}/oa", V1, {HEADER: f"mac={M2}"})
    assert [log["header"] for log in logs] == ["mac= and 64 characters"]


async def test_what_is_signed_and_not_for_us_is_answered_with_200(site: Site) -> None:
    """Unknown, an echo of our own, malformed, another account's."""
    for event in (flat("event_of_tomorrow"), echo(), said(None), said("a", recipient={"id": "9"})):
        assert await signed(site, raw(event)) == 200
    assert site.kept == []
    assert site.seen == {"dropped": 3, "malformed": 1}


async def test_an_officers_answer_by_hand_is_told(site: Site) -> None:
    assert await signed(site, raw(echo(admin="8877"))) == 200
    assert [inbound.event for inbound in site.kept] == [HumanReplied()]


@pytest.mark.parametrize("path", ["oa", "bot"])
async def test_a_body_above_the_limit_is_not_taken_in(site: Site, path: str) -> None:
    """Whether it says so before or not."""

    async def undeclared():
        for _ in range(LARGEST // 1000 + 2):
            yield b"x" * 1000

    headers = {SECRET_HEADER: SECRET}
    assert await post(f"{site.url}/{path}", b"x" * (LARGEST + 1), headers) == 413
    assert await post(f"{site.url}/{path}", undeclared(), headers) == 413
    assert site.seen == {"too_large": 2}


async def test_an_event_of_just_the_limit_is_read(site: Site) -> None:
    event = raw(said("SLOT"))
    body = event.replace(b"SLOT", b"a" * (LARGEST - len(event) + 4))
    assert len(body) == LARGEST
    assert await signed(site, body) == 200
    assert len(site.kept) == 1


async def test_what_could_not_be_stored_is_not_said_to_be(site: Site) -> None:
    site.refusals = 1
    assert await post(f"{site.url}/oa", V1, {HEADER: f"mac={M1}"}) == 503
    assert await post(f"{site.url}/oa", V1, {HEADER: f"mac={M1}"}) == 200
    assert site.seen == {"failed": 1, "received": 1}


async def test_the_console_takes_the_address_and_repeats_have_one_key(
    site: Site, oa: OaStandIn
) -> None:
    """The stand-in's probe, its own signature, and its retries."""
    await oa.set_webhook(f"{site.url}/live")
    lan = oa.phone()
    number = await lan.say("Cán bộ nhiệt tình 👍")
    oa.redeliver(number, num_retry=1)
    await oa.settled()
    assert [inbound.event for inbound in site.kept] == [Said("Cán bộ nhiệt tình 👍")] * 2
    assert len({inbound.key for inbound in site.kept}) == 1
    assert site.seen == {"unsigned": 1, "received": 2}


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", SECRET.upper(), "bí-mật"])
async def test_a_bots_update_without_the_secret_is_never_read(site: Site, secret: str) -> None:
    body = raw(to_bot("text", text="a"))
    async with aiohttp.ClientSession() as client:
        headers = {SECRET_HEADER: secret} if secret else {}
        async with client.post(f"{site.url}/bot", data=body, headers=headers) as answer:
            assert answer.status == 401
    assert site.kept == []
    assert site.seen == {"unauthorized": 1}


async def test_a_bots_updates_are_read_in_both_envelopes(site: Site, bot: BotStandIn) -> None:
    """Malformed and unknown ones are answered with 200."""
    bot.hook_url, bot.hook_secret = f"{site.url}/bot", SECRET
    phone = bot.phone()
    await phone.say("phẳng")
    bot.wrapped = True
    await phone.say("bọc")
    await phone.send_unsupported(with_message=False)
    await bot.settled()
    assert [inbound.event for inbound in site.kept] == [Said("phẳng"), Said("bọc")]
    assert await post(f"{site.url}/bot", b"{", {SECRET_HEADER: SECRET}) == 200
    assert site.seen == {"received": 2, "dropped": 1, "malformed": 1}
