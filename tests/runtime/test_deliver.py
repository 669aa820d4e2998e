"""What is due goes out once, in order, and the error alone decides what follows."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.runtime.deliver import MOST_TRIES, Deliverer
from bot.runtime.writer import Writer
from bot.store import conversations, outbox, tables
from bot.store.outbox import Letter
from bot.wire.channel import Gone, Later, Never, SendError
from bot.wire.messages import Account, Address, Outbound
from feedback.domain.ids import Person
from feedback.store.engine import open_engine
from feedback.store.vault import Key, Vault
from feedback.store.work import Store

BOT = Account("telegram", "42")


class Mailbox:
    """A door that keeps what it is given, and fails as it is told to."""

    def __init__(self) -> None:
        self.account = BOT
        self.got: dict[str, list[str]] = defaultdict(list)
        self.order: list[str] = []
        self.sent_at: list[float] = []
        self.failed_at = 0.0
        self.failures: dict[str, list[SendError]] = defaultdict(list)
        self.in_flight: dict[str, int] = defaultdict(int)
        self.news = asyncio.Event()

    async def send(self, message: Outbound) -> None:
        person = message.address.person
        self.in_flight[person] += 1
        assert self.in_flight[person] == 1, "two messages to one person at once"
        await asyncio.sleep(0)
        self.in_flight[person] -= 1
        if self.failures[message.text]:
            self.failed_at = asyncio.get_running_loop().time()
            raise self.failures[message.text].pop(0)
        self.got[person].append(message.text)
        self.order.append(message.text)
        self.sent_at.append(asyncio.get_running_loop().time())
        self.news.set()

    async def close(self) -> None:
        pass

    async def until(self, n: int) -> None:
        async with asyncio.timeout(10):
            while len(self.order) < n:
                self.news.clear()
                await self.news.wait()


@pytest.fixture
def real_time_store(database_url, vault):
    """Delivery waits in real time, so these stores run on the machine's clock."""
    store = Store(open_engine(database_url), vault)
    yield store
    store.close()


@contextlib.asynccontextmanager
async def delivering(store: Store, channel: Mailbox, **more) -> AsyncIterator[Deliverer]:
    writer = Writer(store)
    deliverer = Deliverer(writer, channel, rate=10_000, **more)
    task = asyncio.create_task(deliverer.run())
    try:
        yield deliverer
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.to_thread(writer.close)


def person_of(store: Store, name: str) -> Person:
    return store.vault.person("telegram", name)


def post(store: Store, *letters: tuple[str, str]) -> None:
    """Put (person, text) pairs into the outbox, and remember their addresses."""
    with store.work() as work:
        people = {name for name, _ in letters}
        conversations.meet(
            work,
            {person_of(store, name): Address(BOT, name) for name in people},
            work.now + timedelta(days=1),
        )
        outbox.post(
            work,
            [
                Letter(work.new_id(), person_of(store, name), BOT, text, (), None)
                for name, text in letters
            ],
        )


def left(store: Store) -> dict[str, int]:
    with store.look() as work:
        return outbox.count(work)


async def settled(store: Store, wanted: dict[str, int]) -> None:
    async with asyncio.timeout(10):
        while left(store) != wanted:
            await asyncio.sleep(0.02)


async def test_each_person_hears_everything_in_order(real_time_store: Store) -> None:
    channel = Mailbox()
    post(real_time_store, *[(f"p{n % 4}", f"{n:03}") for n in range(40)])
    async with delivering(real_time_store, channel):
        await channel.until(40)
        await settled(real_time_store, {})
    assert all(texts == sorted(texts) for texts in channel.got.values())
    assert len(channel.order) == len(set(channel.order)) == 40


async def test_later_holds_the_person_and_keeps_the_order(real_time_store: Store) -> None:
    channel = Mailbox()
    channel.failures["first"] = [Later(0.2), Later(0.1)]
    post(real_time_store, ("anna", "first"), ("anna", "second"), ("binh", "other"))
    async with delivering(real_time_store, channel):
        await channel.until(3)
    assert channel.got == {"anna": ["first", "second"], "binh": ["other"]}
    assert channel.order[0] == "other"


async def test_a_limit_holds_the_whole_account(real_time_store: Store) -> None:
    channel = Mailbox()
    channel.failures["first"] = [Later(0.7, account_wide=True)]
    post(real_time_store, ("anna", "first"))
    async with delivering(real_time_store, channel) as deliverer, asyncio.timeout(10):
        while not channel.failed_at:
            await asyncio.sleep(0.01)
        post(real_time_store, ("binh", "other"))
        deliverer.wake()
        await channel.until(2)
    assert min(channel.sent_at) - channel.failed_at >= 0.69


async def test_what_holds_the_whole_account_uses_up_no_letters_tries(
    real_time_store: Store,
) -> None:
    """However long a network was away, a single failure afterwards buries nothing."""
    channel = Mailbox()
    # The last but one is its own, at a time when as many tries are over as a letter has.
    away = [Later(0.001, account_wide=True) for _ in range(MOST_TRIES + 2)]
    channel.failures["first"] = [*away, Later(0.001), Later(0.001)]
    post(real_time_store, ("anna", "first"))
    async with delivering(real_time_store, channel), asyncio.timeout(20):
        await channel.until(1)
        await settled(real_time_store, {})
    assert channel.failures["first"] == []


async def test_a_letter_to_an_address_under_a_lost_key_holds_nobody_up(
    real_time_store: Store,
) -> None:
    """It is kept aside; the others hear what is for them."""
    with real_time_store.work() as work:
        anna = {person_of(real_time_store, "anna"): Address(BOT, "anna")}
        conversations.meet(work, anna, work.now + timedelta(days=1))
    fresh = Vault((Key("k2", b"another key of thirty-two bytes."),))
    later = Store(real_time_store.engine, fresh, real_time_store.clock)
    with later.work() as work:
        outbox.post(work, [Letter(work.new_id(), *anna, BOT, "nowhere to go", (), None)])
    post(later, ("binh", "hello"))
    channel = Mailbox()
    async with delivering(later, channel):
        await channel.until(1)
        await settled(later, {"dead": 1})
    assert channel.got == {"binh": ["hello"]}


async def test_never_is_kept_aside_and_the_next_goes_out(real_time_store: Store) -> None:
    channel = Mailbox()
    channel.failures["bad"] = [Never("too odd")]
    post(real_time_store, ("anna", "bad"), ("anna", "good"))
    async with delivering(real_time_store, channel):
        await channel.until(1)
        await settled(real_time_store, {"dead": 1})
    assert channel.got["anna"] == ["good"]


async def test_nothing_more_goes_to_someone_who_left(real_time_store: Store) -> None:
    channel = Mailbox()
    channel.failures["one"] = [Gone("blocked")]
    post(real_time_store, ("anna", "one"), ("anna", "two"), ("binh", "three"))
    async with delivering(real_time_store, channel):
        await channel.until(1)
        await settled(real_time_store, {"dead": 2})
    assert channel.got == {"binh": ["three"]}


async def test_two_deliverers_never_speak_at_once(real_time_store: Store) -> None:
    channel = Mailbox()
    post(real_time_store, *[(f"p{n % 7}", f"{n:03}") for n in range(60)])
    async with delivering(real_time_store, channel), delivering(real_time_store, channel):
        await channel.until(60)
        await settled(real_time_store, {})
    assert len(channel.order) == len(set(channel.order)) == 60


async def test_a_dead_owner_is_replaced_within_five_seconds(real_time_store: Store) -> None:
    with real_time_store.work() as work:
        until = work.now + timedelta(seconds=4)
        assert outbox.take_lease(work, "telegram:42", "the dead one", until)
    channel = Mailbox()
    post(real_time_store, ("anna", "hello"))
    started = asyncio.get_running_loop().time()
    async with delivering(real_time_store, channel):
        await channel.until(1)
    assert asyncio.get_running_loop().time() - started < 5.5


def put_off(store: Store) -> int:
    """Count the letters that were tried and are to be tried again."""
    with store.look() as work:
        tried = select(func.count()).select_from(tables.outbox).where(tables.outbox.c.tries > 0)
        return int(work.connection.scalar(tried) or 0)


async def test_what_a_clock_that_was_ahead_put_off_goes_once_it_is_right(
    store: Store, clock
) -> None:
    """Set right while it runs, or before it begins: neither a date nor a lease of then holds it."""
    channel = Mailbox()
    channel.failures["put off"] = [Later(500.0)]
    clock.move(days=1)
    async with delivering(store, channel), asyncio.timeout(10):
        post(store, ("anna", "put off"))
        while not put_off(store):
            await asyncio.sleep(0.01)
        clock.move(days=-1)
        await channel.until(1)
        await settled(store, {})
    clock.move(days=1)
    with store.work() as work:
        until = work.now + timedelta(seconds=4)
        assert outbox.take_lease(work, "telegram:42", "the dead one", until)
    post(store, ("binh", "of tomorrow"))
    clock.move(days=-1)
    async with delivering(store, channel):
        await channel.until(2)
    assert channel.order == ["put off", "of tomorrow"]


async def test_how_long_a_letter_waits_counts_from_when_it_was_written(store: Store, clock) -> None:
    """However often it was put off; one that is held for want of money waits as it should."""
    written = clock.now
    post(store, ("anna", "first"), ("binh", "held"))
    with store.work() as work:
        first, held = (letter.id for letter in outbox.heads(work, BOT, limit=9, busy=()))
        outbox.delay(work, first, work.now + timedelta(seconds=600), "HTTP 500")
        outbox.hold(work, held, work.now + timedelta(hours=9))
    clock.move(seconds=30)
    with store.work() as work:
        assert outbox.oldest_waiting(work) == written
        outbox.sent(work, [first])
        assert outbox.oldest_waiting(work) is None
