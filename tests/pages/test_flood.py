"""Who guesses numbers by the thousand finds nothing, and shuts nobody out: on a real server."""

import asyncio
import json
import random
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bot.pages.guessing import FREE, MOST_NETWORKS, Guessing
from feedback.domain.cases.number import check_digit, draw
from feedback.store.vault import Vault
from tests.serving import Server

GUESSES = 1_000
SAID = "Máy in ở quầy một hỏng đã ba hôm"
SOON = 4.0
"""Seconds within which the owner of a number reads the page, however many guess meanwhile."""


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("flood") / "home", trusted_proxies="127.0.0.1/32")
    server.found()
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def told(product: Server) -> tuple[str, str]:
    """A case's follow-up number, 16 digits, and the code by which staff speak of it."""
    file = ("cases", "file", "--choice", "report", "--desk", "AB/Quầy 1", "--text", SAID, "--json")
    number = json.loads(product.command(*file))["rows"][0]["number"].replace(" ", "")
    code = json.loads(product.command("cases", "list", "--json"))["rows"][0]["code"]
    return number, code


def near(number: str) -> list[str]:
    """Numbers like a real one: a digit other, with and without a right check, or two exchanged."""
    payload = number[:-1]
    wrong = [number[:n] + d + number[n + 1 :] for n in range(16) for d in "0123456789"]
    other = [payload[:n] + d + payload[n + 1 :] for n in range(15) for d in "0123456789"]
    exchanged = [number[:n] + number[n + 1] + number[n] + number[n + 2 :] for n in range(15)]
    checked = [one + check_digit(one) for one in other]
    return [one for one in (*wrong, *checked, *exchanged) if one != number]


def guesses(number: str, code: str) -> list[str]:
    """A thousand guesses of someone who knows the staff's code and what a number looks like."""
    bare = code.removeprefix("HS-")
    knowing = [
        code,
        code.lower(),
        bare,
        f"{code} {number[:15]}",
        number[:15],
        number + "7",
        "%",
        "",
    ]
    tried = knowing + near(number)
    chance = random.Random(3).randrange
    return tried + [draw(chance) for _ in range(GUESSES - len(tried))]


@asynccontextmanager
async def web(product: Server) -> AsyncIterator["Web"]:
    timeout = ClientTimeout(total=60)
    # Without a limit: aiohttp alone would open a hundred connections and let the rest wait.
    async with ClientSession(connector=TCPConnector(limit=0), timeout=timeout) as session:
        yield Web(session, f"{product.url}/t")


class Web:
    """Posts numbers to the tracking page, from whatever address."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def asks(self, number: str, address: str) -> tuple[int, str]:
        forwarded = {"X-Forwarded-For": address}
        async with self._session.post(self._url, data={"number": number}, headers=forwarded) as got:
            return got.status, await got.text()

    async def flood(self, tried: list[str], addresses: list[str]) -> Counter[int]:
        """Try all, a hundred at once; fail when one of them finds anything."""
        statuses: Counter[int] = Counter()
        waiting = list(enumerate(tried))

        async def guess() -> None:
            while waiting:
                n, number = waiting.pop()
                status, page = await self.asks(number, addresses[n % len(addresses)])
                assert SAID not in page, number
                statuses[status] += 1

        await asyncio.gather(*(guess() for _ in range(100)))
        return statuses

    async def owner(self, number: str, address: str) -> float:
        """Read one's case as anyone would; give the seconds that it took."""
        began = time.monotonic()
        status, page = await self.asks(number, address)
        assert (status, SAID in page) == (200, True), (status, page)
        return time.monotonic() - began


async def test_a_thousand_guesses_behind_one_address_find_nothing_and_lock_nobody_out(
    product: Server, told: tuple[str, str]
) -> None:
    """The hall shares the guesser's address; the owner reads the case before, during and after."""
    number, code = told
    tried = guesses(number, code)
    assert len(tried) == GUESSES
    async with web(product) as guesser, web(product) as hall:
        began = time.monotonic()
        flood = asyncio.create_task(guesser.flood(tried, ["203.0.113.7"]))
        took = [await hall.owner(number, "203.0.113.9")]
        while not flood.done():
            took.append(await hall.owner(number, "203.0.113.9"))
        statuses = await flood
        spent = time.monotonic() - began
        took.append(await hall.owner(number, "203.0.113.7"))
    assert spent < 60  # faster than a thousand a minute
    assert set(statuses) == {404, 429}
    assert statuses[429] > GUESSES / 2  # most were not even answered
    assert max(took) < SOON


async def test_a_thousand_guesses_from_a_thousand_addresses_find_nothing(
    product: Server, told: tuple[str, str]
) -> None:
    """None of them is slowed, none finds anything, and the server does not grow."""
    number, code = told
    # No two share a network, by which wrong numbers are counted.
    addresses = [f"{10 + n % 90}.{n // 90}.{n % 250}.1" for n in range(GUESSES)]
    async with web(product) as many, web(product) as hall:
        before = resident(product)
        flood = asyncio.create_task(many.flood(guesses(number, code), addresses))
        took = [await hall.owner(number, addresses[0])]
        while not flood.done():
            took.append(await hall.owner(number, addresses[0]))
        assert await flood == {404: GUESSES}
        assert resident(product) - before < 64 << 20
    assert max(took) < SOON


async def test_who_mistypes_in_a_hall_full_of_guessers_still_comes_in(
    product: Server, told: tuple[str, str]
) -> None:
    """A slip of one's own after the flood costs a second at most, and the number is as good as ever."""
    number, code = told
    async with web(product) as hall:
        await hall.flood(guesses(number, code)[:200], ["198.51.100.5"])
        for _ in range(3):
            status, page = await hall.asks(f"{number[:12]} 0000", "198.51.100.5")
            assert status in {404, 429}
            assert SAID not in page
            assert await hall.owner(number, "198.51.100.5") < SOON


def resident(product: Server) -> int:
    """Bytes of memory that the server holds."""
    assert product.process is not None
    status = Path(f"/proc/{product.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) << 10


async def test_what_is_kept_of_guesses_is_bounded() -> None:
    """However many networks guess, and however often."""
    guessing = Guessing(lambda: 0.0, pause=0.0)
    for n in range(MOST_NETWORKS * 2):
        await guessing.wrong(f"network {n}")
    for _ in range(1_000):
        await guessing.wrong("one network")
    assert len(guessing._wrong) == MOST_NETWORKS
    assert max(map(len, guessing._wrong.values())) == FREE + 1


def test_hundred_thousand_receipts_differ(vault: Vault) -> None:
    """As they are drawn in use: by chance at a counter, from a form's nonce on the web."""
    by_chance = {draw(secrets.randbelow) for _ in range(100_000)}
    assert len(by_chance) == 100_000
    nonces = (n.to_bytes(16) for n in range(100_000))
    by_nonce = {draw(lambda below, n=nonce: vault.drawn(n) % below) for nonce in nonces}
    assert len(by_nonce) == 100_000
    assert not by_chance & by_nonce
