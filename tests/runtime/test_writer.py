"""The thread that writes outlives whoever stops waiting for it."""

import asyncio
import sqlite3
import threading
import time
from contextlib import contextmanager

import pytest
from sqlalchemy.exc import OperationalError

from bot.runtime.writer import StoreDown, Writer
from feedback.store.work import Store, Work


async def test_whoever_gives_up_waiting_does_not_end_the_writer(sqlite_store: Store) -> None:
    """A job that runs is finished; one that had not begun is left out; later ones are done."""
    writer = Writer(sqlite_store)
    entered, go = threading.Event(), threading.Event()
    done: list[str] = []

    def slow(work: Work) -> None:
        entered.set()
        assert go.wait(10)
        done.append("slow")

    def named(name: str) -> None:
        done.append(name)

    running = asyncio.ensure_future(writer.run(slow))
    await asyncio.to_thread(entered.wait, 10)
    waiting = asyncio.ensure_future(writer.run(lambda work: named("never begun")))
    await asyncio.sleep(0)
    for task in (running, waiting):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    go.set()
    await asyncio.wait_for(writer.run(lambda work: named("after")), 10)
    assert done == ["slow", "after"]
    await asyncio.to_thread(writer.close)


class LockedStore(Store):
    """A store that another program locks: whoever writes waits, and then hears that it is."""

    def __init__(self, *parts, **more) -> None:
        super().__init__(*parts, **more)
        self.asked = 0
        self.entered, self.go = threading.Event(), threading.Event()

    @contextmanager
    def work(self):
        self.asked += 1
        if self.asked == 1:
            self.entered.set()
            assert self.go.wait(10)
        else:
            time.sleep(2.1)  # as long as the writer bears it
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("locked"))
        # Never reached, and yet what makes a context manager of this.
        yield


async def test_whoever_waits_together_for_a_locked_database_waits_once(
    sqlite_store: Store,
) -> None:
    """All of them hear it as soon as one wait is over, however many they are."""
    store = LockedStore(sqlite_store.engine, sqlite_store.vault)
    writer = Writer(store)
    asked = [asyncio.ensure_future(writer.run(lambda work: None))]
    await asyncio.to_thread(store.entered.wait, 10)
    asked += [asyncio.ensure_future(writer.run(lambda work: None)) for _ in range(6)]
    await asyncio.sleep(0)
    store.go.set()
    heard = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(one, StoreDown) for one in heard)
    await asyncio.to_thread(writer.close)
    assert store.asked <= 3
