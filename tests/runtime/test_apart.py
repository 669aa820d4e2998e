"""Several processes on one database: one that stands still or is cut off holds nobody up.

Nothing of anybody is overtaken, whichever process heard it.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.runtime.deliver import Deliverer
from bot.runtime.receive import receive
from bot.runtime.writer import Writer
from bot.store import outbox
from bot.store.tables import lease
from bot.store.tables import outbox as letters
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store, Work
from tests.conftest import Hands
from tests.office import open_office
from tests.runtime.spooling import RULES, TroubledStore, taking, tap, taps, told
from tests.runtime.test_deliver import Mailbox, left, post, settled

LEASE = timedelta(seconds=0.8)


@pytest.mark.parametrize("seconds", [5, 0], ids=["by a clock ahead", "in the same moment"])
def test_answers_leave_in_the_order_of_what_was_said(
    database_url: str, vault: Vault, clock: Hands, seconds: int
) -> None:
    """Another process's clock, or its earlier beginning, lets nothing of ours overtake."""
    first = Store(open_engine(database_url), vault, lambda: clock() + timedelta(seconds=seconds))
    told: list[int] = []
    for n in range(6):
        store = first if n % 2 == 0 else Store(open_engine(database_url), vault, clock)
        with store.work() as work:
            receive(work, RULES, [tap("anna", n)])
            before, told = told, list(work.connection.scalars(select(letters.c.id)))
        assert len(told) > len(before)
        assert not before or min(set(told) - set(before)) > max(before)
        if store is not first:
            store.close()
    first.close()


@pytest.mark.parametrize("seized", [False, True], ids=["before", "in the middle"])
async def test_whoever_is_cut_off_keeps_no_other_from_the_spool(
    database_url: str, vault: Vault, tmp_path: Path, seized: bool
) -> None:
    """A server that hears nothing of the database any more leaves the spool to the next."""
    folder = tmp_path / "spool"
    cut = CutStore(open_engine(database_url), vault)
    store = Store(open_engine(database_url), vault)
    open_office(store)
    async with taking(cut, folder, 0.1, drains=False, bears=0.5) as ours:
        cut.down = True
        for n in range(4):
            await ours.intake.submit(tap("anna", n))
        assert ours.spool.count() == 4
        cut.down = False
        cut.open.clear()
        cut.answers = 1 if seized else 0
        draining = asyncio.create_task(ours.drainer.run())
        await asyncio.to_thread(cut.asked.wait, 10)
        async with taking(store, folder) as theirs, asyncio.timeout(10):
            while theirs.spool.count():
                await asyncio.sleep(0.05)
        draining.cancel()
        await asyncio.gather(draining, return_exceptions=True)
        cut.open.set()
    assert told(store) == [taps(4)]
    cut.close()
    store.close()


class CutStore(TroubledStore):
    """Answers so many times more after it was cut off, and then not at all."""

    answers = 0

    def __init__(self, *parts, **more) -> None:
        super().__init__(*parts, **more)
        self.asked = threading.Event()

    @contextmanager
    def work(self):
        if not self.open.is_set() and self.answers:
            self.answers -= 1
            self.open.set()
            with super().work() as work:
                yield work
            self.open.clear()
            return
        if not self.open.is_set():
            self.asked.set()
        with super().work() as work:
            yield work


@pytest.fixture
def stores(postgres_url: str, vault: Vault) -> Iterator[list[Store]]:
    """Two processes' ways to one PostgreSQL, which bears a second of standing still."""
    opened = [Store(open_engine(postgres_url, idle=1), vault) for _ in range(2)]
    yield opened
    for store in opened:
        store.close()


async def test_whoever_stands_still_in_a_transaction_holds_nobody_up(stores: list[Store]) -> None:
    """The other goes on within the time, and the one that stood does its work again, once."""
    still, other = (Writer(store) for store in stores)
    with stores[0].work() as work:
        outbox.take_lease(work, "row", "nobody", work.now)
    standing, go = threading.Event(), threading.Event()
    tries = []

    def stops(work: Work) -> None:
        tries.append(_written(work, "still"))
        if len(tries) == 1:
            standing.set()
            assert go.wait(30)
        work.connection.execute(select(lease.c.name)).all()

    waiting = asyncio.ensure_future(still.run(stops))
    await asyncio.to_thread(standing.wait, 10)
    before = await asyncio.wait_for(other.run(lambda work: _written(work, "other")), 10)
    assert before == "nobody"
    go.set()
    await asyncio.wait_for(waiting, 10)
    assert tries == ["nobody", "other"]
    for writer in (still, other):
        await asyncio.to_thread(writer.close)


def _written(work: Work, owner: str) -> str | None:
    """Write a row that both want; give what stood there."""
    row = select(lease.c.owner).where(lease.c.name == "row").with_for_update()
    before = work.connection.scalar(row)
    work.connection.execute(update(lease).values(owner=owner))
    return before


async def test_whoever_is_cut_off_says_nothing_after_its_lease(
    postgres_url: str, vault: Vault
) -> None:
    """What it had in hand is left to the next, so that nobody hears an old message after a new."""
    cut = TroubledStore(open_engine(postgres_url), vault)
    store = Store(open_engine(postgres_url), vault)
    ours, theirs = Mailbox(), Mailbox()
    post(store, *[(f"p{n}", f"{n:03}") for n in range(12)])
    writers = Writer(cut), Writer(store)
    one, other = (
        Deliverer(writer, channel, rate=6, lease=LEASE)
        for writer, channel in zip(writers, (ours, theirs), strict=True)
    )
    speaking = [asyncio.create_task(one.run())]
    await ours.until(1)
    cut.open.clear()
    speaking.append(asyncio.create_task(other.run()))
    await settled(store, {})
    cut.open.set()
    for task in speaking:
        task.cancel()
    await asyncio.gather(*speaking, return_exceptions=True)
    for writer in writers:
        await asyncio.to_thread(writer.close)
    assert max(ours.sent_at) <= min(theirs.sent_at)
    assert {*ours.order, *theirs.order} == {f"{n:03}" for n in range(12)}
    assert len(theirs.order) == len(set(theirs.order))
    assert left(store) == {}
    cut.close()
    store.close()
