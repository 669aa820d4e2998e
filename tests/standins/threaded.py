"""A loop in a thread of its own, for tests that sit in a browser and may not be held up."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from tests.standins.zalo.stand import StandIn


class Beside:
    """A running loop: ``call`` does something there and waits for what comes of it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop

    def call(self, work: Coroutine[Any, Any, Any], timeout: float = 20) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)


@contextmanager
def beside(*stands: StandIn) -> Iterator[Beside]:
    """Run stand-ins in a thread until the test is over."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    there = Beside(loop)
    try:
        for stand in stands:
            there.call(stand.start())
        yield there
    finally:
        for stand in stands:
            there.call(stand.stop())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
