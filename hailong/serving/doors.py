"""Joins doors, conversation and store for one process, as the settings ask."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from aiohttp import web

from bot.pages import tell_address
from bot.runtime.collector import Collector
from bot.runtime.deliver import Deliverer
from bot.runtime.doorbook import Doorbook
from bot.runtime.draining import Taker
from bot.runtime.housekeeping import Housekeeping
from bot.runtime.intake import Intake
from bot.runtime.receive import Received, Rules
from bot.runtime.spool import Spool
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from feedback.services import asking
from feedback.store.work import Work
from hailong.backup import last
from hailong.cookies import SignedCookies
from hailong.home import Home
from hailong.serving import health, pages
from hailong.serving.metrics import Metrics
from hailong.serving.part import Part
from hailong.serving.requests import numbered
from hailong.serving.spool import open_spool, serve_spool

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
        await asyncio.to_thread(self.writer.close)
        for end in self.ending:
            await asyncio.to_thread(end)


def rules(home: Home) -> Rules:
    """Read what receiving needs out of a home."""
    public_url = home.settings.public_url
    gated = ["zalo_oa"] if home.settings.zalo_oa_reply == "after_code_or_menu" else []
    return Rules(
        codes=home.codes,
        questionnaire=asking.current,
        web_page=public_url,
        authority=home.settings.higher_authority,
        reply_days=home.settings.reply_days,
        evidence_days=home.settings.evidence_days,
        gated=frozenset(gated),
        silence=timedelta(hours=home.settings.zalo_oa_silence_hours),
        form=partial(tell_address.written, SignedCookies(home.store.vault.keys), public_url),
    )


async def open_doors(home: Home, part: Part = Part.ALL) -> Doors:
    """Open every door that the settings switch on, as far as they are of this part.

    Raises Refusal where the spool cannot be written.
    """
    spool = open_spool(home)
    writer = Writer(home.store)
    collector = Collector(writer, rules(home))
    intake = Intake(collector, writer, spool, home.store.clock)
    doors = Doors(home, Metrics(), writer, collector, Doorbook(writer), spool, intake, part)
    collector.tell(doors.news)
    doors.metrics.last_backup.set_function(partial(_last_backup, home))
    doors.metrics.damaged.set_function(lambda: writer.damaged)
    doors.middlewares.append(numbered(doors.metrics))
    doors.routes += health.routes(writer, spool, doors.metrics)
    if home.settings.telegram_token:
        from hailong.serving.telegram import open_telegram

        open_telegram(doors)
    _open_zalo(doors)
    if part.takes_in:
        pages.open_pages(doors)
        doors.work.append(("doorbook", doors.book.run))
        serve_spool(doors)  # a page's part of it is known only where there are pages
    doors.carry("wake", Waker(writer, collector).run)
    settings = home.settings
    housekeeping = Housekeeping(writer, keeping=settings.keeping, patience=settings.patience)
    doors.carry("housekeeping", housekeeping.run)
    return doors


def _open_zalo(doors: Doors) -> None:
    settings = doors.home.settings
    if settings.zalo_oa_secret_key or settings.zalo_bot_token:
        from hailong.serving import zalo

        if settings.zalo_oa_secret_key:
            zalo.open_zalo_oa(doors)
        if settings.zalo_bot_token:
            zalo.open_zalo_bot(doors)


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


def _last_backup(home: Home) -> float:
    found = last.read(home.settings.home)
    return found.at.timestamp() if found else 0.0
