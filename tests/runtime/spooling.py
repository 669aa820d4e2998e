"""A server's intake without its doors: store, collector, spool and drainer, started and ended."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import event, select
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.conversation.events import Tapped
from bot.pages import waiting
from bot.runtime.collector import Collector
from bot.runtime.draining import Drainer
from bot.runtime.intake import UPDATES, Intake
from bot.runtime.rules import Rules
from bot.runtime.segments import Segments
from bot.runtime.spool import Spool
from bot.runtime.takers import Act, Acts, Updates, can_store
from bot.runtime.writer import Writer
from bot.wire.messages import Account, Address, Inbound
from feedback.services import asking
from feedback.store.tables import facts
from feedback.store.work import Store
from tests.office import codes

OA = Account("zalo_oa", "1")
RULES = Rules(codes(), asking.current, "https://example.gov.vn")


class TroubledStore(Store):
    """A store whose database can be taken away, or made to keep everyone waiting.

    ``torn`` names a table whose pages are damaged for whoever writes there."""

    def __init__(self, *parts, **more) -> None:
        super().__init__(*parts, **more)
        self.down = self.blind = False
        self.torn = ""
        event.listen(self.engine, "before_cursor_execute", self._refuse)
        self.open = threading.Event()
        self.open.set()

    def _refuse(self, connection, cursor, statement: str, *more) -> None:
        if self.torn and statement.startswith(f"INSERT INTO {self.torn} "):
            raise DatabaseError(statement, {}, sqlite3.DatabaseError("disk image is malformed"))

    @contextmanager
    def work(self):
        if self.down:
            raise OperationalError("BEGIN", {}, ConnectionError("the database is gone"))
        assert self.open.wait(60)
        with super().work() as work:
            yield work

    @contextmanager
    def look(self):
        if self.blind:
            raise OperationalError("BEGIN", {}, ConnectionError("the database is gone"))
        with super().look() as work:
            yield work


@dataclass
class Taking:
    """A running server's intake; ``drainer`` works when it is told to, or all the time."""

    writer: Writer
    collector: Collector
    spool: Spool
    intake: Intake
    drainer: Drainer

    async def drained(self) -> None:
        """Wait until nothing is in the spool."""
        while self.spool.count():
            await self.drainer.once()


@asynccontextmanager
async def taking(
    store: Store,
    folder: Path,
    patience: float = 1.0,
    *,
    drains: bool = True,
    bears: float = 10.0,
    forms: Callable[[str], Act | None] = lambda body: None,
    **spool,
) -> AsyncIterator[Taking]:
    """Run an intake on a folder, as a server does, until the end; with ``drains`` its drainer too.

    ``forms`` reads what a page left in the spool."""
    files = Segments(folder, **spool)
    files.prepare()
    kept = Spool(files, store.vault)
    writer = Writer(store)
    collector = Collector(writer, RULES)
    intake = Intake(collector, writer, kept, store.clock, patience)
    drainer = Drainer(
        kept,
        {UPDATES: Updates(collector), waiting.DOOR: Acts(writer, forms)},
        partial(can_store, writer),
        lambda n: intake.drained(),
        bears,
    )
    running = asyncio.create_task(drainer.run()) if drains else None
    try:
        yield Taking(writer, collector, kept, intake, drainer)
    finally:
        if running:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        await asyncio.to_thread(writer.close)
        drainer.close()
        intake.close()


def tap(person: str, n: int, **more) -> Inbound:
    """The n-th tap of a citizen at desk 1: levels 1 to 5 and over again."""
    return Inbound(
        f"oa:{person}:{n}", Address(OA, person), Tapped("level", str(n % 5 + 1), desk=1), **more
    )


def told(store: Store) -> list[list[int]]:
    """Every rating as the levels it had, one after the other."""
    with store.look() as work:
        ratings = work.connection.execute(
            select(facts.rating.c.id, facts.rating.c.level).order_by(facts.rating.c.id)
        ).all()
        changes = work.connection.execute(
            select(facts.rating_change).order_by(facts.rating_change.c.id)
        ).all()
    history = []
    for rating, level in ratings:
        own = [change for change in changes if change.rating_id == rating]
        levels = [own[0].before, *(change.after for change in own)] if own else [level]
        assert [change.before for change in own] == levels[:-1]
        assert levels[-1] == level
        history.append(levels)
    return history


def taps(n: int) -> list[int]:
    """The levels of so many taps."""
    return [number % 5 + 1 for number in range(n)]
