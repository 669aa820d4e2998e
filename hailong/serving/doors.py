"""What one process serves and does, until it is closed. It opens nothing itself."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from aiohttp import web

from bot.runtime.collector import Collector
from bot.runtime.deliver import Deliverer
from bot.runtime.doorbook import Doorbook
from bot.runtime.draining import Taker
from bot.runtime.intake import Intake
from bot.runtime.receive import Received
from bot.runtime.spool import Spool
from bot.runtime.writer import Writer
from feedback.store.work import Work
from hailong.home import Home
from hailong.serving.metrics import Metrics
from hailong.serving.part import Part

T = TypeVar("T")
Loop = Callable[[], Coroutine[Any, Any, None]]


@dataclass
class Doors:
    """What one process serves and does, until it is closed."""

    home: Home
    metrics: Metrics
    writer: Writer
    collector: Collector
    book: Doorbook
    spool: Spool
    intake: Intake
    part: Part = Part.ALL
    takers: dict[str, Taker] = field(default_factory=dict)
    routes: list[web.AbstractRouteDef] = field(default_factory=list)
    middlewares: list[Any] = field(default_factory=list)
    work: list[tuple[str, Loop]] = field(default_factory=list)
    deliverers: list[Deliverer] = field(default_factory=list)
    closing: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    ending: list[Callable[[], None]] = field(default_factory=list)
    telegram_username: str = ""
    zalo_bot_name: str = ""

    def hear(self, *routes: web.AbstractRouteDef) -> None:
        """Serve routes of citizens and messengers, where this process takes in."""
        if self.part.takes_in:
            self.routes += routes

    def carry(self, name: str, loop: Loop) -> None:
        """Run a task that sends, fetches or keeps time, where this process delivers."""
        if self.part.delivers:
            self.work.append((name, loop))

    async def look(self, act: Callable[[Work], T]) -> T:
        """Read in a thread of its own, on one consistent picture."""

        def read() -> T:
            with self.home.store.look() as work:
                return act(work)

        return await asyncio.to_thread(read)

    def news(self, received: Received) -> None:
        """Count a batch, and let the deliverers know of its letters."""
        self.metrics.received(received)
        if received.letters:
            for deliverer in self.deliverers:
                deliverer.wake()

    async def close(self) -> None:
        """Let go of everything."""
        for close in self.closing:
            await close()
        # After what may still have something to store: the keeper of tokens brings a pair to its
        # end.
        await asyncio.to_thread(self.writer.close)
        for end in self.ending:
            await asyncio.to_thread(end)


def count_hooks(doors: Doors, door: str) -> Callable[[str], None]:
    """Give a counter of what comes to a hook, by outcome."""
    return partial(_count_hook, doors, door)


def _count_hook(doors: Doors, door: str, outcome: str) -> None:
    doors.metrics.hook(door, outcome)
    doors.book.seen(door, outcome)


def count_letters(doors: Doors, channel: str) -> Callable[[str], None]:
    """Give a counter of a channel's letters by outcome."""
    return partial(_count_letter, doors.metrics, channel)


def _count_letter(metrics: Metrics, channel: str, outcome: str) -> None:
    metrics.letters.labels(channel, outcome).inc()
