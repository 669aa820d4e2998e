"""What comes is stored or spooled within two seconds, and done once, in each person's order."""

import asyncio
import random
import sqlite3
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversation.events import Opened, Said
from bot.runtime.intake import Intake
from bot.runtime.segments import Segments
from bot.runtime.spool import Spool
from bot.runtime.writer import Damaged
from bot.store.tables import parked
from bot.wire.entry import Entry, NotKept
from bot.wire.messages import Address, Inbound
from feedback.domain.days import local_day
from feedback.store.engine import open_engine
from feedback.store.tables import facts
from feedback.store.work import Store
from tests.conftest import Hands
from tests.office import open_office
from tests.runtime.spooling import OA, TroubledStore, taking, tap, taps, told

GO = threading.Event()
QUICK = 0.15
"""Patience of an intake where nothing is measured."""


@pytest.fixture
def troubled(database_url: str, vault, clock):
    store = TroubledStore(open_engine(database_url), vault, clock)
    open_office(store)
    yield store
    store.open.set()
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "spool"


async def test_a_database_that_answers_needs_no_spool(troubled: Store, folder: Path) -> None:
    async with taking(troubled, folder, drains=False) as server:
        for n in range(3):
            await server.intake.submit(tap("anna", n))
        assert server.spool.files.listed() == {}
    assert told(troubled) == [taps(3)]


async def test_a_database_that_is_down_costs_nobody_anything(
    troubled: TroubledStore, folder: Path
) -> None:
    async with taking(troubled, folder) as server:
        troubled.down = True
        started = time.monotonic()
        for n in range(20):
            await server.intake.submit(tap("anna", n))
        assert time.monotonic() - started < 2
        assert server.spool.count() == 20
        troubled.down = False
        await asyncio.wait_for(_empty(server), 20)
    assert told(troubled) == [taps(20)]


async def _empty(server) -> None:
    while server.spool.count():
        await asyncio.sleep(0.01)


async def test_a_commit_that_ends_late_is_not_done_again(
    troubled: TroubledStore, folder: Path
) -> None:
    """It was spooled after a moment, stored after all, and then drained."""
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.open.clear()
        await server.intake.submit(tap("anna", 0))
        await server.intake.submit(tap("anna", 1))
        assert server.spool.count() == 2
        troubled.open.set()
        await server.drained()
    assert told(troubled) == [taps(2)]


async def test_a_locked_sqlite_keeps_nobody_for_two_seconds(
    sqlite_store: Store, folder: Path
) -> None:
    open_office(sqlite_store)
    async with taking(sqlite_store, folder) as server:
        with closing(sqlite3.connect(sqlite_store.engine.url.database)) as rival:
            rival.execute("BEGIN IMMEDIATE")
            started = time.monotonic()
            await asyncio.gather(*(server.intake.submit(tap(f"p{n}", 0)) for n in range(30)))
            assert time.monotonic() - started < 2
            rival.rollback()
        await asyncio.wait_for(_empty(server), 20)
    assert told(sqlite_store) == [taps(1)] * 30


async def test_nothing_overtakes_what_failed(troubled: TroubledStore, folder: Path) -> None:
    """All that was on its way together goes to the spool together, in its order."""
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.open.clear()
        coming = []
        for n in range(6):
            coming.append(asyncio.create_task(server.intake.submit(tap("anna", n))))
            await asyncio.sleep(QUICK / 10)
        await asyncio.gather(*coming)
        troubled.open.set()
        await server.drained()
    assert told(troubled) == [taps(6)]


async def test_what_is_newer_waits_behind_what_waits(troubled: TroubledStore, folder: Path) -> None:
    """Also after a restart, and in another server of the same home; others do not wait."""
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.down = True
        await server.intake.submit(tap("anna", 0))
        troubled.down = False
    async with (
        taking(troubled, folder, drains=False) as again,
        taking(troubled, folder, drains=False) as sibling,
    ):
        await again.intake.submit(tap("anna", 1))
        await sibling.intake.submit(tap("anna", 2))
        await sibling.intake.submit(tap("binh", 0))
        assert told(troubled) == [taps(1)]
        await again.drained()
        await sibling.intake.submit(tap("anna", 3))
        assert sibling.spool.count() == 0
    assert sorted(told(troubled), key=len) == [taps(1), taps(4)]


async def test_two_servers_that_give_up_at_once_keep_the_order(
    troubled: TroubledStore, folder: Path, clock: Hands
) -> None:
    """The one that got the later update may lose patience first; nothing is done before that."""
    async with (
        taking(troubled, folder, drains=False) as one,
        taking(troubled, folder, drains=False) as other,
    ):
        troubled.down = True
        clock.move(seconds=2)
        await one.intake.submit(tap("anna", 1))
        await one.intake.submit(tap("binh", 0))
        assert not await one.drainer.once()
        clock.move(seconds=-1)
        await other.intake.submit(tap("anna", 0))
        clock.move(seconds=1)
        troubled.down = False
        await other.drained()
    assert sorted(told(troubled), key=len) == [taps(1), taps(2)]


async def test_a_rating_of_last_night_counts_for_last_night(
    troubled: TroubledStore, folder: Path, clock
) -> None:
    """However long it had to wait, and also where the messenger says no time."""
    clock.now = clock.now.replace(hour=15)  # ten in the evening in Viet Nam
    night = local_day(clock.now)
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.down = True
        sent = clock.now - timedelta(minutes=50)
        await server.intake.submit(tap("anna", 0, sent_at=sent))
        await server.intake.submit(tap("binh", 1))
    clock.move(days=3)
    troubled.down = False
    async with taking(troubled, folder, drains=False) as server:
        await server.drained()
    with troubled.look() as work:
        found = work.connection.execute(select(facts.rating.c.day, facts.rating.c.given_at))
        assert sorted(found) == [(night, sent), (night, sent + timedelta(minutes=50))]


async def test_a_full_spool_says_so(troubled: TroubledStore, folder: Path) -> None:
    async with taking(troubled, folder, QUICK, drains=False, most=800) as server:
        troubled.down = True
        kept = 0
        while server.spool.files.size() < 400:
            await server.intake.submit(tap("anna", kept))
            kept += 1
        with pytest.raises(NotKept):
            await server.intake.submit(tap("anna", kept))
        troubled.down = False
        await server.drained()
        await server.intake.submit(tap("anna", kept))
    assert told(troubled) == [taps(kept + 1)]


class StuckFiles(Segments):
    """Files on a disk that does not answer until it is let go."""

    def append(self, data: bytes) -> None:
        assert GO.wait(30)
        super().append(data)


async def test_a_disk_that_hangs_holds_nobody(troubled: TroubledStore, folder: Path) -> None:
    """Neither stored nor spooled is said within two seconds."""
    files = StuckFiles(folder)
    files.prepare()
    async with taking(troubled, folder, drains=False) as server:
        spool = Spool(files, troubled.vault)
        stuck = Intake(server.collector, server.writer, spool, troubled.clock)
        GO.clear()
        troubled.open.clear()
        started = time.monotonic()
        with pytest.raises(NotKept):
            await stuck.submit(tap("anna", 0))
        assert time.monotonic() - started < 2
        GO.set()
        stuck.close()
        troubled.open.set()


async def test_one_that_nobody_can_handle_does_not_hold_the_others(
    troubled: TroubledStore, folder: Path
) -> None:
    """It is parked with its error, as if it had come just now."""
    # A NUL, which PostgreSQL takes in no text, and half a surrogate, which has no bytes.
    poison = Inbound("bad", Address(OA, "eve"), Opened("x\0" * 3 + "\ud800"))
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.down = True
        for update in (tap("anna", 0), poison, tap("binh", 0), tap("anna", 1)):
            await server.intake.submit(update)
        troubled.down = False
        await server.drained()
    assert sorted(told(troubled), key=len) == [taps(1), taps(2)]


async def test_a_damaged_database_is_waited_for_and_nothing_is_put_aside(
    troubled: TroubledStore, folder: Path
) -> None:
    """Also where most of it still takes what comes: what is there will be put back."""
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.down = True
        for n in range(3):
            await server.intake.submit(tap("anna", n))
        troubled.down, troubled.torn = False, "rating"
        for _ in range(2):
            with pytest.raises(Damaged):
                await server.drainer.once()
        assert (server.spool.count(), server.spool.aside()) == (3, 0)
        troubled.torn = ""
        await server.drained()
        assert server.spool.aside() == 0
    assert told(troubled) == [taps(3)]


async def test_what_a_working_database_refuses_is_put_aside(
    troubled: TroubledStore, folder: Path
) -> None:
    """A key that it cannot hold, a door that is no more, a text that is no update."""
    async with taking(troubled, folder, QUICK, drains=False) as server:
        troubled.down = True
        await server.intake.submit(tap("anna", 0))
        await server.intake.submit(Inbound("\ud800", Address(OA, "eve"), Said("5")))
        for strange in (Entry("gone", "p", "1", ""), Entry("update", "p", "2", "{}")):
            await server.intake.spool(strange)
        await server.intake.submit(tap("anna", 1))
        troubled.down = False
        await server.drained()
        assert server.spool.aside() >= 1
    assert told(troubled) == [taps(2)]
    with troubled.look() as work:
        assert work.connection.scalar(select(func.count()).select_from(parked)) == 0


async def test_through_any_trouble_each_is_done_once_and_in_order(
    troubled: TroubledStore, folder: Path
) -> None:
    """Ten citizens, a database that comes and goes, repeats, and a restart in the middle."""
    chance = random.Random(5)
    people = [f"p{n}" for n in range(10)]
    sent = dict.fromkeys(people, 0)

    async def citizen(server, person: str, until: int) -> None:
        while sent[person] < until:
            update = tap(person, sent[person])
            await server.intake.submit(update)
            if chance.random() < 0.2:
                await server.intake.submit(update)
            sent[person] += 1
            await asyncio.sleep(chance.random() * 0.02)

    async def trouble() -> None:
        while True:
            await asyncio.sleep(chance.random() * 0.2)
            troubled.down = True
            await asyncio.sleep(chance.random() * 0.1)
            troubled.down = False
            troubled.open.clear()
            await asyncio.sleep(chance.random() * 0.3)
            troubled.open.set()

    for until in (20, 40):
        async with taking(troubled, folder, QUICK) as server:
            troubling = asyncio.create_task(trouble())
            await asyncio.gather(*(citizen(server, person, until) for person in people))
            troubling.cancel()
            troubled.down = False
            troubled.open.set()
    async with taking(troubled, folder) as server:
        await asyncio.wait_for(_empty(server), 30)
    assert told(troubled) == [taps(40)] * 10
