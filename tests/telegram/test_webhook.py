"""The route that Telegram posts to: what it answers, and when."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web

from bot.channels.telegram.webhook import LARGEST, webhook
from bot.conversation.events import Opened, Said
from bot.wire.messages import Inbound
from tests.doubles.telegram_server import TelegramServer
from tests.telegram.updates import ACCOUNT, said, update

SECRET = "abc_DEF-123"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Site:
    """A web server with nothing but the route, and a store that can be told to refuse."""

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
        """Count what happened to a request."""
        self.seen[word] += 1


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """The route on a real port."""
    site = Site()
    site.open.set()
    app = web.Application(client_max_size=64 * LARGEST)
    app.router.add_post("/hooks/telegram", webhook(SECRET, ACCOUNT, site.sink, site.count))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hooks/telegram"
    yield site
    await runner.cleanup()


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who posts."""
    async with aiohttp.ClientSession() as client:
        yield client


async def post(client: aiohttp.ClientSession, site: Site, raw: object, secret: str = SECRET) -> int:
    """Post bytes; return the status."""
    async with client.post(site.url, data=raw, headers={HEADER: secret}) as answer:
        return answer.status


async def test_200_is_said_only_after_the_update_was_stored(
    site: Site, client: aiohttp.ClientSession
) -> None:
    """Telegram forgets what it was told 200 for."""
    site.open.clear()
    posting = asyncio.create_task(post(client, site, said("Tốt")))
    done, _ = await asyncio.wait({posting}, timeout=0.2)
    assert not done
    site.open.set()
    assert await posting == 200
    assert [inbound.event for inbound in site.kept] == [Said("Tốt")]


@pytest.mark.parametrize(
    "secret", ["", "abc_DEF-12", "abc_DEF-1234", "ABC_DEF-123", "\u1ea1", "x" * 9000]
)
async def test_a_wrong_secret_is_told_401_and_stores_nothing(
    site: Site, client: aiohttp.ClientSession, secret: str
) -> None:
    """Whatever it says."""
    assert await post(client, site, said("Tốt"), secret) in {400, 401}
    assert not site.kept


async def test_no_secret_is_told_401_and_nothing_is_read(
    site: Site, client: aiohttp.ClientSession
) -> None:
    """Also when the body never comes."""

    async def endless() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    async with client.post(site.url, data=endless()) as answer:
        assert answer.status == 401
    assert site.seen == {"unauthorized": 1}


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"\xff", update(True), update(message="x"), b"[" * 50_000]
)
async def test_what_is_malformed_is_answered_200_and_counted(
    site: Site, client: aiohttp.ClientSession, raw: bytes
) -> None:
    """Telegram would only send it again, and hold up what comes after."""
    assert await post(client, site, raw) == 200
    assert site.seen == {"malformed": 1}
    assert not site.kept


async def test_what_is_not_for_us_is_answered_200_and_counted(
    site: Site, client: aiohttp.ClientSession
) -> None:
    """An update of a kind that does not exist yet."""
    assert await post(client, site, update(kind_of_2031={})) == 200
    assert site.seen == {"dropped": 1}


async def test_503_asks_to_be_sent_again_when_it_could_not_be_stored(
    site: Site, client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    """And says when; the log says nothing of what was said."""
    site.refusals = 1
    async with client.post(site.url, data=said("bí mật"), headers={HEADER: SECRET}) as answer:
        assert answer.status == 503
        assert int(answer.headers["Retry-After"]) > 0
    assert await post(client, site, said("bí mật")) == 200
    assert len(site.kept) == 1
    assert "mật" not in caplog.text


def declared(size: int) -> bytes:
    """Make a body whose size is declared."""
    return said("x")[:-1] + b" " * (size - len(said("x"))) + b"}"


def chunked(size: int) -> AsyncIterator[bytes]:
    """Make a body whose size is not."""

    async def chunks() -> AsyncIterator[bytes]:
        raw = declared(size)
        for start in range(0, size, 50_000):
            yield raw[start : start + 50_000]

    return chunks()


@pytest.mark.parametrize("body", [declared, chunked])
async def test_a_body_of_5_mb_is_refused_cleanly(
    site: Site, client: aiohttp.ClientSession, body: Callable[[int], object]
) -> None:
    """With its size declared or not; the largest that is allowed passes."""
    assert await post(client, site, body(5_000_000)) == 413
    assert await post(client, site, body(LARGEST)) == 200
    assert len(site.kept) == 1
    assert site.seen == {"too_large": 1, "received": 1}


async def test_a_compressed_bomb_is_measured_after_unpacking(
    site: Site, client: aiohttp.ClientSession
) -> None:
    """A few kilobytes on the wire can be megabytes in memory."""
    headers = {HEADER: SECRET, "Content-Encoding": "deflate"}
    async with client.post(site.url, data=declared(5_000_000), headers=headers) as answer:
        assert answer.status == 413


@pytest.mark.parametrize("secret", ["", "not allowed", "bí_mật", "x" * 257, "a\n"])
def test_a_secret_that_telegram_would_not_take_refuses_to_start(secret: str) -> None:
    """Better at the start than a hook that nothing ever reaches."""
    with pytest.raises(ValueError, match="secret"):
        webhook(secret, ACCOUNT, Site().sink, Site().count)


async def test_telegram_sends_again_until_it_was_stored_and_in_order(site: Site) -> None:
    """Each update three times, with a store that fails now and then."""
    site.refusals = 3
    async with TelegramServer(repeats=3) as server:
        await server.set_webhook(site.url, SECRET)
        phone = server.citizen()
        await phone.start("AbC")
        await phone.say("Tốt")
        await server.settled()
        keys = [inbound.key for inbound in site.kept]
        assert [inbound.event for inbound in site.kept] == [Opened("AbC")] * 3 + [Said("Tốt")] * 3
        assert len(set(keys)) == 2
        assert [attempt.status for attempt in server.attempts].count(503) == 3


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
async def test_a_body_that_lies_about_its_coding_is_malformed(site: Site, coding: str) -> None:
    """Telegram would only send it again, and nobody is helped by an error of ours."""
    headers = {HEADER: SECRET, "Content-Encoding": coding, "Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session:
        raw = session.post(site.url, data=b"not compressed at all", headers=headers)
        async with raw as answer:
            assert answer.status == 200
    assert site.kept == []
    assert site.seen["malformed"] == 1
