"""The thread that writes outlives whoever stops waiting for it."""

import asyncio
import threading

import pytest

from bot.runtime.writer import Writer
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
