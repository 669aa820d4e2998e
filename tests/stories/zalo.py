"""Zalo's doors whole: signed events over a wire, the server that answers, what reaches the phone.

Between two steps nothing of the office lives on but its database; Zalo itself goes on.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import TypeVar

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.zalo import oauth
from bot.channels.zalo.bot import BotChannel
from bot.channels.zalo.oa import OaChannel, Ways
from bot.channels.zalo.webhook_bot import bot_webhook
from bot.channels.zalo.webhook_oa import oa_webhook
from bot.runtime.collector import Collector
from bot.runtime.deliver import Deliverer
from bot.runtime.fetch import Fetcher
from bot.runtime.ladder import Ladder, Meter
from bot.runtime.rehearsal import Rehearsal
from bot.runtime.tokens import Keeper
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from bot.store import outbox
from bot.wire.grants import Pair
from bot.wire.hooks import Handler
from bot.wire.messages import Account
from feedback.store.work import Clock, Store, Work
from tests.standins.zalo import BotStandIn, OaStandIn
from tests.standins.zalo import Clock as ZaloClock
from tests.standins.zalo.bell import Bell
from tests.stories.mail import rules
from tests.stories.zalo_lines import BotLine, OaLine, ZaloLine

T = TypeVar("T")
SECRET = "a-secret-of-the-hook"
CAP = 200
"""What the office spends in a day at most, in messages."""
_PATH = "/hook"
_PATIENCE = 20.0
"""Seconds; how quickly a hook answers is told elsewhere, a machine may be as slow as it is."""


class _Writer(Writer):
    """Rings whenever something was read or written."""

    def __init__(self, store: Store, bell: Bell) -> None:
        super().__init__(store)
        self._bell = bell

    async def run(self, act: Callable[[Work], T]) -> T:
        try:
            return await super().run(act)
        finally:
            self._bell.ring()


class ZaloPost:
    """The way through one of Zalo's two platforms; ``seen`` counts what came to the hook."""

    def __init__(self, stand: OaStandIn | BotStandIn, account: Account) -> None:
        self.stand = stand
        self.account = account
        self.rules = rules()
        self.seen: Counter[str] = Counter()
        self.url = ""
        self._bell = Bell()
        self._hook: Handler | None = None
        self._store: Store | None = None
        self._jobs: tuple[Waker, Fetcher] | None = None

    def line(self, name: str, id: str = "") -> ZaloLine:
        raise NotImplementedError

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Let Zalo stand there as long as a story is played."""
        app = web.Application()
        app.router.add_post(_PATH, self._handle)
        async with self.stand, TestServer(app) as server:
            self.url = str(server.make_url(_PATH))
            yield
        assert self.seen.keys() <= {"received", "dropped", "unsigned"}, self.seen

    @asynccontextmanager
    async def at(self, store: Store) -> AsyncIterator[None]:
        """Let the office's server stand on a store."""
        writer = _Writer(store, self._bell)
        collector = Collector(writer, replace(self.rules, rehearsal=Rehearsal()))
        async with self.door(writer, collector) as (channel, ladder):
            deliverer = Deliverer(writer, channel, rate=10_000, together=0, ladder=ladder)
            collector.tell(lambda got: deliverer.wake() if got.letters else None)
            self._store, self._jobs = store, (Waker(writer, collector), Fetcher(writer, channel))
            task = asyncio.create_task(deliverer.run())
            try:
                yield
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                self._store = self._jobs = self._hook = None
        await asyncio.to_thread(writer.close)

    async def deliver(self) -> None:
        """Return when nothing is due that could go now, and all of it was heard of."""
        await self._bell.until(lambda: not self._due(), _PATIENCE)
        await self.stand.settled(_PATIENCE)

    async def settle(self) -> None:
        """Do what the server does every few seconds."""
        assert self._jobs
        for job in self._jobs:
            while await job.once():
                pass
        await self.deliver()

    def door(self, writer: Writer, collector: Collector):
        """Open the door, and tell Zalo of its hook."""
        raise NotImplementedError

    def _due(self) -> bool:
        assert self._store
        with self._store.look() as work:
            return bool(outbox.heads(work, self.account, limit=1, busy=()))

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        assert self._hook, "nobody is there"
        return await self._hook(request)

    def _saw(self, word: str) -> None:
        self.seen[word] += 1


class OaPost(ZaloPost):
    """The Official Account, with buttons or with an account that takes none."""

    stand: OaStandIn

    def __init__(self, clock: Clock, *, buttons: bool) -> None:
        oa = OaStandIn(clock=ZaloClock(clock))
        oa.account.buttons_supported = buttons
        super().__init__(oa, Account("zalo_oa", oa.account.oa_id))
        oa.hook.patience = _PATIENCE
        self.clock = clock
        self.lines: list[OaLine] = []
        self.seed = Pair(oa.oauth.pair.access, oa.oauth.pair.refresh)

    def line(self, name: str, id: str = "") -> OaLine:
        self.lines.append(OaLine(self.stand.phone(id, name), self.clock))
        return self.lines[-1]

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """See at the end that buttons were tapped, where the account takes any."""
        async with super().opened():
            yield
        for line in self.lines:
            assert bool(line.taps) == bool(self.stand.account.buttons_supported and line.pressed)

    @asynccontextmanager
    async def door(
        self, writer: Writer, collector: Collector
    ) -> AsyncIterator[tuple[OaChannel, Ladder]]:
        account = self.stand.account
        app = oauth.App(account.app_id, account.app_secret, self.stand.url)
        keeper = Keeper(
            writer, self.account, partial(oauth.refresh, app), self.seed, clock=self.clock
        )
        meter = Meter()
        ways = Ways(self.stand.url, per_minute=4000)
        channel = OaChannel(self.account, keeper, ways, meter.billed)
        self._hook = oa_webhook(
            account.app_id, account.secret_key, self.account, collector.submit, self._saw
        )
        if not self.stand.hook.url:
            await self.stand.set_webhook(self.url)
        try:
            yield channel, Ladder(self.account, CAP, meter)
        finally:
            await channel.close()
            await keeper.close()


class BotPost(ZaloPost):
    """A bot of the Bot Platform, which shows nothing but text."""

    stand: BotStandIn

    def __init__(self, clock: Clock) -> None:
        bot = BotStandIn(clock=ZaloClock(clock))
        super().__init__(bot, Account("zalo_bot", bot.id))
        bot.patience = _PATIENCE

    def line(self, name: str, id: str = "") -> BotLine:
        return BotLine(self.stand.phone(id, name))

    @asynccontextmanager
    async def door(
        self, writer: Writer, collector: Collector
    ) -> AsyncIterator[tuple[BotChannel, None]]:
        channel = BotChannel(self.stand.token, self.account, self.stand.url)
        self._hook = bot_webhook(SECRET, self.account, collector.submit, self._saw)
        if not self.stand.hook_url:
            await channel.set_webhook(self.url, SECRET)
        try:
            yield channel, None
        finally:
            await channel.close()
