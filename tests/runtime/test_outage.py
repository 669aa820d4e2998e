"""The database is taken away under load: everyone is answered, and all of it is done afterwards.

``HAILONG_DEEP=1`` takes it away for a minute, and in one more way.
"""

import asyncio
import json
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.runtime.segments import Segments
from bot.runtime.spool import overview
from bot.store.tables import inbox_key
from feedback.store.engine import open_engine
from feedback.store.tables import facts
from feedback.store.vault import Vault
from feedback.store.work import Store
from tests.pages.house import Page
from tests.runtime.outage import (
    ZALO,
    Answers,
    Database,
    LockedFile,
    LockedTables,
    StoppedServer,
    evenly,
    said,
)
from tests.runtime.spooling import told
from tests.serving import Server

DEEP = bool(os.environ.get("HAILONG_DEEP"))
AWAY = 60.0 if DEEP else 5.0
"""Seconds without a database."""
AROUND = 1.5
"""Seconds with one, before and after."""
RATE = 50.0
CITIZENS = 25
WEB = 5.0
"""Forms a second on the web."""


WAYS = ["locked file", "stopped server", *(["locked tables"] if DEEP else [])]


@pytest.fixture(params=WAYS)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    if request.param == "locked file":
        yield LockedFile()
    elif request.param == "locked tables":
        yield LockedTables(request.getfixturevalue("postgres_url"))
    else:
        stopped = StoppedServer()
        yield stopped
        stopped.end()


@pytest.fixture
def product(tmp_path: Path, database: Database) -> Iterator[Server]:
    own = {"database_url": database.url} if database.url else {}
    server = Server(tmp_path / "home", **ZALO, **own)
    server.found()
    yield server
    if server.process is not None:
        server.kill()


def texts(code: str, n: int) -> str:
    """What a citizen says n-th: the desk's code, then a level, and again."""
    return f"#{code}" if n % 2 == 0 else str(n // 2 % 5 + 1)


async def chatting(product: Server, session, code: str, seconds: float, answers: Answers) -> int:
    """Citizens chat in turn, each without waiting for an answer to the last."""
    running = []
    async for n in evenly(RATE, seconds):
        citizen, turn = n % CITIZENS, n // CITIZENS
        raw, headers = said(citizen, turn, texts(code, turn))
        posting = answers.post(session, f"{product.url}/hooks/zalo/oa", data=raw, headers=headers)
        running.append(asyncio.create_task(posting))
    await asyncio.gather(*running)
    return len(running)


async def rating(product: Server, session, pages: list[Page], path: str, answers: Answers) -> None:
    """Visitors who have the page open tap a level each."""
    running = []
    async for n in evenly(WEB, len(pages) / WEB):
        form = {**pages[n].fields, "level": str(n % 5 + 1)}
        running.append(
            asyncio.create_task(answers.post(session, f"{product.url}{path}", data=form))
        )
    await asyncio.gather(*running)


async def opened(product: Server, session, path: str, many: int) -> list[Page]:
    pages = []
    for _ in range(many):
        async with session.get(product.url + path) as answer:
            pages.append(Page(await answer.text()))
    return pages


async def waiting(product: Server, session) -> dict[str, float]:
    async with session.get(f"{product.url}/metrics") as answer:
        text = await answer.text()
    return {name: float(value) for name, value in re.findall(r"^(hailong\S+) (\S+)$", text, re.M)}


@pytest.mark.slow
async def test_a_database_that_is_away_is_noticed_by_nobody(
    product: Server, database: Database
) -> None:
    """Under 50 events/s every one is answered 200 within 2 s, and done once and in order."""
    await asyncio.to_thread(product.start)
    desk = json.loads(product.command("desks", "list", "--json"))["rows"][0]
    path = f"/q/{desk['token']}"
    chats, forms = Answers(), Answers()
    jar = aiohttp.DummyCookieJar()
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(cookie_jar=jar, connector=connector) as session:
        pages = await opened(product, session, path, int(WEB * (AWAY + 2 * AROUND)))
        flow = asyncio.gather(
            chatting(product, session, desk["code"], AWAY + 2 * AROUND, chats),
            rating(product, session, pages, path, forms),
        )
        with ExitStack() as outage:
            await asyncio.sleep(AROUND)
            await asyncio.to_thread(outage.enter_context, database.away(product.home))
            await asyncio.sleep(AWAY)
            await asyncio.to_thread(outage.close)
        sent, _ = await flow
        async with asyncio.timeout(60):
            while (found := await waiting(product, session))['hailong_spool{state="waiting"}']:
                await asyncio.sleep(0.1)
    print(f"\nZalo {chats.figures()}; web {forms.figures()}; {_counts(found)}")
    assert set(chats.statuses) == {200}
    assert set(forms.statuses) == {200}
    assert max(chats.seconds) < 2
    assert max(forms.seconds) < 2.5
    assert found['hailong_spooled_total{kind="update"}'] > RATE * AWAY / 2
    assert found['hailong_spool{state="aside"}'] == 0
    assert product.stop() == 0
    _check(product, database, sent, len(pages))


@pytest.mark.slow
@pytest.mark.parametrize("database", ["locked file"], indirect=True)
async def test_a_server_that_is_killed_meanwhile_loses_nothing(
    product: Server, database: Database
) -> None:
    """What was answered before the kill is done after the next start, before what comes then."""
    await asyncio.to_thread(product.start)
    code = json.loads(product.command("desks", "list", "--json"))["rows"][0]["code"]
    answers = Answers()
    connector = aiohttp.TCPConnector(limit=0)
    turns = 8
    async with aiohttp.ClientSession(connector=connector) as session:
        with database.away(product.home):
            for turn in range(turns - 2):
                await _all_say(product, session, code, turn, answers)
            product.kill()
        assert overview(Segments(product.home / "spool")).n == (turns - 2) * CITIZENS
        await asyncio.to_thread(product.start)
        for turn in range(turns - 2, turns):
            await _all_say(product, session, code, turn, answers)
        async with asyncio.timeout(60):
            while (await waiting(product, session))['hailong_spool{state="waiting"}']:
                await asyncio.sleep(0.1)
    assert set(answers.statuses) == {200}
    assert product.stop() == 0
    _check(product, database, turns * CITIZENS, 0)


@pytest.mark.slow
@pytest.mark.skipif(not DEEP, reason="with HAILONG_DEEP=1")
@pytest.mark.parametrize("database", ["stopped server", "locked tables"], indirect=True)
async def test_two_workers_keep_the_order(product: Server, database: Database) -> None:
    """Each event may reach either of them, and each of them loses patience at its own time."""
    await asyncio.to_thread(product.start, workers=2)
    code = json.loads(product.command("desks", "list", "--json"))["rows"][0]["code"]
    answers = Answers()
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    async with aiohttp.ClientSession(connector=connector) as session:
        flow = asyncio.create_task(chatting(product, session, code, 9, answers))
        await asyncio.sleep(AROUND)
        with database.away(product.home):
            await asyncio.sleep(5)
        sent = await flow
        async with asyncio.timeout(60):
            while overview(Segments(product.home / "spool")).n:
                await asyncio.sleep(0.1)
    print(f"\ntwo workers {answers.figures()}")
    assert set(answers.statuses) == {200}
    assert max(answers.seconds) < 2
    assert product.stop() == 0
    _check(product, database, sent, 0)


async def _all_say(product: Server, session, code: str, turn: int, answers: Answers) -> None:
    async with asyncio.TaskGroup() as group:
        for citizen in range(CITIZENS):
            raw, headers = said(citizen, turn, texts(code, turn))
            url = f"{product.url}/hooks/zalo/oa"
            group.create_task(answers.post(session, url, data=raw, headers=headers))


def _counts(found: dict[str, float]) -> str:
    return " ".join(f"{name}={n:.0f}" for name, n in found.items() if "spool" in name)


def _check(product: Server, database: Database, sent: int, forms: int) -> None:
    turns = sent // CITIZENS // 2
    expected = [n % 5 + 1 for n in range(turns)]
    url = database.url or f"sqlite:///{product.home / 'hailong.db'}"
    store = Store(open_engine(url), Vault.__new__(Vault))
    with store.look() as work:
        keys = work.connection.scalar(select(func.count()).where(inbox_key.c.key.like("%m%x%")))
        of_web = select(facts.rating.c.level).where(facts.rating.c.channel == "web")
        levels = sorted(work.connection.scalars(of_web))
    history = told(store)
    store.close()
    assert keys == sent
    assert levels == sorted(n % 5 + 1 for n in range(forms))
    assert sorted(history, key=len)[-CITIZENS:] == [expected] * CITIZENS
