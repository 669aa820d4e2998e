"""Asking the Bot Platform, where each update is given only once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.channels.zalo.bot import BotChannel
from bot.channels.zalo.poll import poll
from bot.conversation.events import Medium, Said, Sent
from bot.wire.messages import Account, Inbound
from tests.standins.zalo import BotStandIn
from tests.zalo.conftest import Bot


@dataclass
class Store:
    """A sink that remembers, and that can be told to refuse."""

    kept: list[Inbound] = field(default_factory=list)
    refusals: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, inbound: Inbound) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OSError("the database is locked")
        self.kept.append(inbound)
        self.news.set()

    async def until(self, count: int) -> None:
        """Wait until so many are kept."""
        async with asyncio.timeout(5):
            while len(self.kept) < count:
                self.news.clear()
                await self.news.wait()


@dataclass
class Pauses:
    """A clock that is never waited for."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


@asynccontextmanager
async def polling(
    channel: BotChannel,
    sink: Callable[[Inbound], Awaitable[None]],
    pauses: Pauses,
    seen: Counter[str] | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    """Poll in the background, then stop as a shutdown does."""
    counts: Counter[str] = Counter() if seen is None else seen
    count = lambda word: counts.update([word])  # noqa: E731
    task = asyncio.create_task(poll(channel, sink, count, pauses, 1))
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_updates_arrive_one_by_one_and_in_order(door: Bot) -> None:
    """Also what waited before anybody asked; nothing for a quiet while is no failure."""
    phone = door.server.phone()
    await phone.say("một")
    store, pauses, seen = Store(), Pauses(), Counter()
    async with polling(door.channel, store, pauses, seen):
        await store.until(1)
        await door.server.until(lambda: door.server.polling)
        await phone.say("hai")
        await phone.send_unsupported()
        await phone.send_unsupported(with_message=False)
        await phone.say("ba")
        await store.until(4)
    events = [inbound.event for inbound in store.kept]
    assert events == [Said("một"), Said("hai"), Sent(Medium.OTHER), Said("ba")]
    assert pauses.taken == []
    assert seen == {"received": 4, "dropped": 1}


async def test_a_quiet_while_is_asked_again_at_once(door: Bot) -> None:
    door.server.faults.inject_error("getUpdates", 408, times=3)
    store, pauses = Store(), Pauses()
    await door.server.phone().say("một")
    async with polling(door.channel, store, pauses):
        await store.until(1)
    assert pauses.taken == []


async def test_an_update_that_could_not_be_stored_is_kept_until_it_is(door: Bot) -> None:
    """Zalo would not give it again, and the next must not overtake it."""
    phone = door.server.phone()
    await phone.say("một")
    await phone.say("hai")
    store, pauses = Store(refusals=7), Pauses()
    async with polling(door.channel, store, pauses):
        await store.until(2)
    assert [inbound.event for inbound in store.kept] == [Said("một"), Said("hai")]
    assert len(pauses.taken) == 7
    assert pauses.taken == sorted(pauses.taken)


async def test_a_webhook_that_is_set_is_taken_away_first(door: Bot) -> None:
    """While one is set, nobody who asks hears anything."""
    door.server.hook_url = "https://elsewhere.vn/hook"
    store = Store()
    async with polling(door.channel, store, Pauses()):
        await door.server.until(lambda: not door.server.hook_url)
        await door.server.phone().say("một")
        await store.until(1)


async def test_trouble_is_asked_again_after_a_rest_that_grows(door: Bot) -> None:
    door.server.faults.inject_error("getUpdates", 403, times=2)
    door.server.faults.drop_connection("getUpdates", times=2)
    await door.server.phone().say("một")
    store, pauses = Store(), Pauses()
    async with polling(door.channel, store, pauses):
        await store.until(1)
    assert pauses.taken == [1.0, 2.0, 4.0, 8.0]


async def test_a_used_up_plan_is_not_hammered(door: Bot) -> None:
    door.server.faults.inject_error("getUpdates", 429)
    await door.server.phone().say("một")
    store, pauses = Store(), Pauses()
    async with polling(door.channel, store, pauses):
        await store.until(1)
    assert pauses.taken == [3600.0]
    assert door.alarms == ["quota 429"]


async def test_a_refused_token_ends_the_asking(bot: BotStandIn) -> None:
    alarms: list[str] = []
    channel = BotChannel("1:wrongwrong", Account("zalo_bot", "1"), bot.url, alarms.append)
    async with asyncio.timeout(5):
        await poll(channel, Store(), pause=Pauses())
    assert alarms == ["setting 401"]
    await channel.close()


async def test_a_malformed_update_is_counted_and_the_next_comes(door: Bot) -> None:
    store, seen = Store(), Counter()
    phone = door.server.phone()
    door.server.waiting.append({"event_name": "message.text.received", "message": "?"})
    await phone.say("một")
    async with polling(door.channel, store, Pauses(), seen):
        await store.until(1)
    assert seen == {"malformed": 1, "received": 1}
