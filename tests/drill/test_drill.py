"""Three that take in, two that deliver and a terminal on one PostgreSQL, each struck in turn.

``HAILONG_DEEP=1`` goes on for ten minutes, with PostgreSQL writing to the disk as it should;
``HAILONG_DRILL=SECONDS`` for as long as is said.
"""

import asyncio
import itertools
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.runtime.deliver import IN_FLIGHT
from tests.doubles.telegram_server import TelegramServer
from tests.drill.citizens import Chats, Visitors
from tests.drill.crew import PASSWORD, Crew, crew
from tests.drill.reckoning import drained, reckon
from tests.drill.saboteur import Saboteur
from tests.drill.talkers import OnTelegram, OnZalo, Talker
from tests.drill.terminal import Desk
from tests.runtime.outage import StoppedServer
from tests.runtime.test_telegram_way import HOOK
from tests.runtime.test_zalo_way import OA_HOOK
from tests.serving import SECRET
from tests.standins.zalo import OaStandIn

DEEP = bool(os.environ.get("HAILONG_DEEP"))
SECONDS = float(os.environ.get("HAILONG_DRILL", "600"))
UPDATES, FORMS = (10.0, 3.0) if DEEP else (12.0, 4.0)
"""A second."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty PostgreSQL: of its own and durable for the long drill."""
    if not DEEP:
        url = request.getfixturevalue("postgres_url")
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        yield url
        return
    server = StoppedServer()
    yield server.url
    server.end()


async def test_each_is_struck_in_turn_and_nothing_is_lost_or_counted_twice(
    tmp_path: Path, database: str
) -> None:
    """Every confirmed rating is there once, and everybody was told everything, in order."""
    began = time.monotonic()
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer())
        oa = await stack.enter_async_context(OaStandIn())
        office = await stack.enter_async_context(crew(tmp_path / "home", database, telegram, oa))
        desk = Desk(tmp_path, office.operator, PASSWORD)
        stack.callback(desk.close)
        await _drill(telegram, oa, office, desk)
    print(f"all in {time.monotonic() - began:.0f} s")


async def _drill(telegram: TelegramServer, oa: OaStandIn, office: Crew, desk: Desk) -> None:
    chance = random.Random(9)
    tokens = [code.token for code in office.codes]
    chats = (
        Chats("telegram", _on_telegram(telegram), [f"/start {one}" for one in tokens], chance),
        Chats("zalo_oa", _on_zalo(oa), [f"#{code.short_code}" for code in office.codes], chance),
    )
    visitors = Visitors(office.front.url, tokens, chance)
    await telegram.set_webhook(office.front.url + HOOK, SECRET)
    await oa.set_webhook(office.front.url + OA_HOOK)
    oa.hook.retrying = False
    for one in chats:
        await one.rehearse(partial(_answered, telegram, office))
    await asyncio.to_thread(desk.open)
    page = f"/q/{tokens[0]}"
    assert [post.server.answers(page) for post in office.delivery] == [False, False]
    saboteur, stop = Saboteur(office, desk), asyncio.Event()
    began = time.monotonic()
    async with asyncio.TaskGroup() as going:
        for one in chats:
            going.create_task(one.flow(UPDATES / 2, stop))
        going.create_task(visitors.flow(FORMS, stop))
        looking = going.create_task(saboteur.look(stop, 3.0 if DEEP else 0.5))
        await (_long if DEEP else _short)(saboteur, began)
        stop.set()
        await looking
    load = time.monotonic() - began
    await _answered(telegram, office)
    drain = time.monotonic() - began - load
    print(f"\n{load:.0f} s of load, {drain:.0f} s to drain; {desk.looks} looks; {saboteur.done}")
    print(await asyncio.to_thread(reckon, office.home, chats, visitors))
    for one in chats:
        repeats = one.repeats()
        print(
            f"{one.channel}: {one.answers()} answers; again {sum(repeats)}, at most {max(repeats)}"
        )
        assert max(repeats) <= saboteur.speakers
        assert sum(repeats) <= saboteur.speakers * IN_FLIGHT
    assert not any(way.passed_at for post in office.web for way in post.ways)
    tries = telegram.attempts
    events = Counter(one.trouble or one.status for one in oa.hook.attempts)
    print(f"telegram: {len({one.update_id for one in tries})} updates in {len(tries)} tries")
    print(f"zalo: {len(oa.hook.parcels)} events in tries that ended {dict(events)}")
    print(f"web: {sum(visitors.given.values())} forms, refused {dict(visitors.refused)}")


async def _answered(telegram: TelegramServer, office: Crew) -> None:
    await telegram.settled(180)
    await drained(office.home, 300)


def _on_telegram(telegram: TelegramServer) -> Callable[[int], Talker]:
    return lambda n: OnTelegram(telegram.citizen(id=7_000_000 + n, name="Lan"))


def _on_zalo(oa: OaStandIn) -> Callable[[int], Talker]:
    return lambda n: OnZalo(oa, oa.phone())


async def _long(saboteur: Saboteur, began: float) -> None:
    for turn in itertools.cycle(saboteur.turns()):
        await asyncio.sleep(3)
        if time.monotonic() - began > SECONDS:
            return
        await turn()


async def _short(saboteur: Saboteur, began: float) -> None:
    """Several at once, so that it does not take long; whoever sends is struck twice."""
    first, second, third = saboteur.crew.web
    await asyncio.gather(
        saboteur.killed(first),
        saboteur.silenced(second, 2.0),
        saboteur.cut_off(third, 1.0),
        saboteur.desk_killed(),
        saboteur.speaker_frozen(5.0),
    )
    last = saboteur.crew.speaker
    saboteur.speakers += 1
    await asyncio.to_thread(last.server.kill)
