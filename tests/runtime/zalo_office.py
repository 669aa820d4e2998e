"""An Official Account and a citizen on a test's own clock, and all that goes out to her."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from sqlalchemy import select

from bot.channels.zalo.oa import OaChannel, Ways
from bot.conversation.events import Said
from bot.runtime.collector import Collector
from bot.runtime.deliver import Deliverer
from bot.runtime.ladder import Approved, Ladder, Meter
from bot.runtime.receive import receive
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from bot.store import outbox, spending
from bot.store.outbox import Letter
from bot.store.spending import Spent
from bot.store.tables import outbox as outbox_table
from bot.wire.messages import Account, Address, Inbound, Purpose
from feedback.domain.ids import Person
from feedback.store.work import Store
from tests.conftest import Hands
from tests.runtime.test_receive import RULES
from tests.standins.zalo import OaStandIn, Phone
from tests.zalo.conftest import Pair

MESSAGE, TEMPLATE = "message/cs", "message/template"
NUMBER = "4711"


@dataclass
class Office:
    """An account with a citizen, both on the test's own clock, and what goes out to her."""

    store: Store
    oa: OaStandIn
    clock: Hands
    lan: Phone
    cap: int = 200
    template: str = ""
    told: list[str] = field(default_factory=list)
    n: int = 0

    @property
    def account(self) -> Account:
        return Account("zalo_oa", self.oa.account.oa_id)

    @property
    def person(self) -> Person:
        return self.store.vault.person("zalo_oa", self.lan.id)

    async def passes(self, **by: float) -> None:
        """Let time pass, and the tokens be renewed as they are."""
        self.clock.move(**by)
        await Pair(self.oa).renewed("")

    async def hears(self, text: str = "Xin chào") -> None:
        """Let the citizen write; take it, and let go what is said back."""
        await self.lan.say(text)
        self.n += 1
        said = Inbound(
            f"k{self.n}", Address(self.account, self.lan.id), Said(text), sent_at=self.clock.now
        )
        with self.store.work() as work:
            receive(work, RULES, [said])
        await self.deliver()

    def post(self, text: str, purpose: Purpose = Purpose.ANSWER) -> None:
        with self.store.work() as work:
            letter = Letter(
                work.new_id(), self.person, self.account, text, (), None, purpose=purpose
            )
            outbox.post(work, [letter])

    async def deliver(self) -> None:
        """Run a deliverer until nothing is due that could go now."""
        async with self.delivering():
            async with asyncio.timeout(10):
                while self.due():
                    await asyncio.sleep(0.02)

    @contextlib.asynccontextmanager
    async def delivering(self) -> AsyncIterator[None]:
        writer, meter = Writer(self.store), Meter(self.told.append)
        ways = Ways(self.oa.url, per_minute=4000, template=self.template)
        channel = OaChannel(self.account, Pair(self.oa), ways, meter.billed)
        approved = Approved(channel, "https://example.gov.vn/t") if self.template else None
        ladder = Ladder(self.account, self.cap, meter, approved)
        task = asyncio.create_task(
            Deliverer(writer, channel, rate=10_000, told=self.told.append, ladder=ladder).run()
        )
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await channel.close()
            await asyncio.to_thread(writer.close)

    def due(self) -> int:
        """Count what could go now."""
        with self.store.look() as work:
            return len(outbox.heads(work, self.account, limit=9, busy=()))

    def spent(self) -> Spent:
        with self.store.look() as work:
            return spending.today(work, self.account)

    def fates(self) -> list[tuple[str, str]]:
        with self.store.look() as work:
            rows = work.connection.execute(select(outbox_table.c.state, outbox_table.c.problem))
            return [(row.state, row.problem) for row in rows]

    def asked(self, method: str) -> int:
        return self.oa.calls.count(method)

    async def wakes(self) -> None:
        """Hand on what is to be told, as the server's waker does, and let it go."""
        writer = Writer(self.store)
        await Waker(writer, Collector(writer, RULES)).once()
        await asyncio.to_thread(writer.close)
        await self.deliver()
