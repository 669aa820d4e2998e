"""The whole way through Telegram: a real server, a stand-in Bot API, real repeats, real kills.

``HAILONG_DEEP=1`` lets twice as many citizens through the kills.
"""

import asyncio
import json
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.doubles.telegram_server import TelegramServer
from tests.serving import SECRET, Server

HOOK = "/hooks/telegram"
CITIZENS = 60 if os.environ.get("HAILONG_DEEP") else 30


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def product(tmp_path: Path, telegram: TelegramServer) -> Iterator[Server]:
    """The product with the citizens' bot switched on, not yet started."""
    server = Server(
        tmp_path / "home",
        telegram_token=telegram.token,
        telegram_api_base=telegram.url,
        telegram_webhook_secret=SECRET,
        telegram_username="HaiLongThuBot",
    )
    server.found()
    yield server
    if server.process is not None:
        server.kill()


def desks(product: Server) -> list[dict]:
    return json.loads(product.command("desks", "list", "--json"))["rows"]


def index(product: Server, *words: str) -> list[dict]:
    return json.loads(product.command("index", "--unit", "AB", "--json", *words))["rows"]


async def test_updates_sent_three_times_are_one_rating(
    product: Server, telegram: TelegramServer
) -> None:
    telegram.repeats = 3
    await asyncio.to_thread(product.start)
    await telegram.set_webhook(product.url + HOOK, SECRET)
    token = desks(product)[0]["token"]
    phone = telegram.citizen(name="<b>Anna</b>")
    await phone.start(token)
    prompt = await phone.hears("Quầy 1")
    levels = [label for label in prompt.labels() if label[:2] in ("5.", "4.", "3.", "2.", "1.")]
    assert [label.split(" ", 1)[1].rsplit(" ", 1)[0] for label in levels] == [
        "Rất hài lòng",
        "Hài lòng",
        "Bình thường",
        "Không hài lòng",
        "Rất không hài lòng",
    ]
    await phone.tap(levels[3])
    await phone.hears("Không hài lòng")
    for word in ("4", "0", "9", "Phải chờ lâu quá", "9"):
        await phone.say(word)
    await telegram.settled()
    await phone.hears("Cảm ơn")
    assert all(attempt.status == 200 for attempt in telegram.attempts)
    row = index(product)[0]
    assert (row["n"], row["counts"]) == (1, {"1": 0, "2": 1, "3": 0, "4": 0, "5": 0})
    assert product.stop() == 0


async def test_a_wrong_secret_gets_401_and_stores_nothing(
    product: Server, telegram: TelegramServer
) -> None:
    await asyncio.to_thread(product.start)
    token = desks(product)[0]["token"]
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1790000000,
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5, "is_bot": False, "first_name": "A"},
            "text": f"/start {token}",
        },
    }
    header = "X-Telegram-Bot-Api-Secret-Token"
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {header: "wrong"}, {header: SECRET + "x"}):
            async with session.post(product.url + HOOK, json=update, headers=headers) as answer:
                assert answer.status == 401
        for body in (b"{", b"[]", b"null", b'{"update_id": 2, "new_thing": {}}', b"\xff\xfe"):
            async with session.post(
                product.url + HOOK, data=body, headers={header: SECRET}
            ) as answer:
                assert answer.status == 200
        async with session.post(
            product.url + HOOK, data=b" " * 5_000_000, headers={header: SECRET}
        ) as answer:
            assert answer.status == 413
    assert telegram.sent == []
    assert SECRET not in product.log()
    assert telegram.token not in product.log()


@pytest.mark.slow
async def test_kill_9_again_and_again_loses_and_doubles_nothing(
    product: Server, telegram: TelegramServer
) -> None:
    """Every update is repeated until it gets 200; each rating is stored once."""
    await asyncio.to_thread(product.start)
    await telegram.set_webhook(product.url + HOOK, SECRET)
    tokens = [desk["token"] for desk in desks(product)]
    chance = random.Random(7)
    wanted: Counter[str] = Counter()
    phones = []

    async def citizen(number: int) -> None:
        await asyncio.sleep(chance.random() * 8)
        phone = telegram.citizen(id=1000 + number, name=f"Người {number}")
        phones.append(phone)
        await phone.start(tokens[number % 3])
        level = chance.randint(1, 5)
        wanted[str(level)] += 1
        await phone.say(str(level))
        await phone.say("4")

    kills = 0
    rating = [asyncio.create_task(citizen(n)) for n in range(CITIZENS)]
    while not all(task.done() for task in rating) or kills < 4:
        await asyncio.sleep(0.7 + chance.random())
        product.kill()
        kills += 1
        await asyncio.to_thread(product.start)
    await asyncio.gather(*rating)
    await telegram.settled(60)
    started = asyncio.get_running_loop().time()
    metrics = f"{product.url}/metrics"
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.get(metrics) as answer:
                if 'hailong_outbox{state="due"} 0.0' in await answer.text():
                    break
            assert asyncio.get_running_loop().time() - started < 15
            await asyncio.sleep(0.1)
    row = index(product)[0]
    assert row["n"] == CITIZENS
    assert {k: n for k, n in row["counts"].items() if n} == dict(wanted)
    for phone in phones:
        texts = [bubble.text for bubble in phone.bubbles]
        assert len(texts) - len(set(texts)) <= kills
        assert 3 <= len(texts) <= 3 + kills
