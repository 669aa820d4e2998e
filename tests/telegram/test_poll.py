"""Long polling confirms an update only after it was stored."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.poll import Sink, poll
from bot.conversation.events import Opened, Said
from bot.wire.messages import Inbound
from tests.doubles.telegram_server import TelegramServer
from tests.telegram.updates import message


class Store:
    """A sink that remembers, and that can be told to refuse."""

    def __init__(self, server: TelegramServer) -> None:
        self._server = server
        self.kept: list[Inbound] = []
        self.refusals = 0
        self.waiting_at_telegram: list[int] = []

    async def __call__(self, batch: list[Inbound]) -> None:
        """Keep a batch whole, or refuse it whole."""
        self.waiting_at_telegram.append(len(self._server.pending))
        if self.refusals:
            self.refusals -= 1
            raise OSError("disk full")
        self.kept += batch


class Pauses:
    """A clock that is never waited for."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Note a pause and let others run."""
        self.taken.append(seconds)
        await asyncio.sleep(0)


@asynccontextmanager
async def polling(
    channel: TelegramChannel,
    sink: Sink,
    pauses: Pauses,
    seen: Counter[str] | None = None,
    wait: int = 1,
) -> AsyncIterator[None]:
    """Poll in the background, then stop as a shutdown does."""
    counts: Counter[str] = Counter() if seen is None else seen
    count = lambda word: counts.update([word])  # noqa: E731
    task = asyncio.create_task(poll(channel, sink, count, pauses, wait))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_updates_are_confirmed_only_after_the_sink_kept_them(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """While the sink works, Telegram still holds what it is given."""
    store, phone = Store(server), server.citizen()
    await phone.start("AbC")
    await phone.say("Tốt")
    async with polling(channel, store, Pauses()):
        await server.settled()
    assert [inbound.event for inbound in store.kept] == [Opened("AbC"), Said("Tốt")]
    assert store.waiting_at_telegram[0] == 2


async def test_a_crash_between_fetching_and_storing_loses_nothing(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """A new process is given the same updates again, with the same keys."""
    await server.citizen().start("AbC")
    crashed = asyncio.Event()
    taken: list[Inbound] = []

    async def crash(batch: list[Inbound]) -> None:
        taken.extend(batch)
        crashed.set()
        await asyncio.Event().wait()

    async with polling(channel, crash, Pauses()):
        await asyncio.wait_for(crashed.wait(), 5)
    store = Store(server)
    async with polling(channel, store, Pauses()):
        await server.settled()
    assert [inbound.key for inbound in store.kept] == [inbound.key for inbound in taken]


async def test_a_refused_batch_is_asked_for_again_after_a_growing_pause(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Nothing is skipped, and nobody is hammered."""
    store, pauses = Store(server), Pauses()
    store.refusals = 12
    await server.citizen().say("Tốt")
    async with polling(channel, store, pauses):
        await server.settled()
    assert [inbound.event for inbound in store.kept] == [Said("Tốt")]
    assert pauses.taken == sorted(pauses.taken)
    assert len(pauses.taken) == 12
    assert pauses.taken[-1] == 60.0


async def test_a_refusal_of_telegram_is_waited_out(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """As long as it asks."""
    store, pauses = Store(server), Pauses()
    server.troubles.refuse("getUpdates", 429, "Too Many Requests: retry after 9", 9)
    await server.citizen().say("Tốt")
    async with polling(channel, store, pauses):
        await server.settled()
    assert pauses.taken == [9.0]


async def test_one_update_that_nobody_can_read_does_not_hold_up_the_rest(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """It is counted and confirmed."""
    store, seen, phone = Store(server), Counter[str](), server.citizen()
    server.push_raw(phone.id, {"update_id": 1, "message": {"text": ["?"]}})
    server.push_raw(phone.id, {"update_id": 2, "kind_of_2031": {"\ud800": "\ud800"}})
    await phone.say("Tốt")
    async with polling(channel, store, Pauses(), seen):
        await server.settled()
    assert [inbound.event for inbound in store.kept] == [Said("Tốt")]
    assert seen == {"malformed": 1, "dropped": 1, "received": 1}


async def test_numbers_that_start_anew_lower_are_not_confirmed_unread(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """After a quiet week Telegram numbers from anywhere."""
    store, phone = Store(server), server.citizen()
    async with polling(channel, store, Pauses(), wait=0):
        await phone.say("trước")
        await server.settled()
        asked = len(server.calls)
        await server.until(lambda: len(server.calls) >= asked + 2)
        lower = {"update_id": 5, "message": message(text="sau")}
        server.push_raw(phone.id, lower)
        await server.settled()
    assert [inbound.event for inbound in store.kept] == [Said("trước"), Said("sau")]


async def test_a_webhook_left_over_is_taken_away_first(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Telegram refuses to be polled while one is set."""
    await server.set_webhook("http://127.0.0.1:9/hooks/telegram", "s")
    store = Store(server)
    await server.citizen().say("Tốt")
    async with polling(channel, store, Pauses()):
        await server.settled()
    assert len(store.kept) == 1
    assert server.hook is None
