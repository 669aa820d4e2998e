"""What waits for a level is reminded of once; what is sealed reads as nothing in the tables."""

import asyncio

from sqlalchemy import select

from bot.conversation.events import Opened, Said
from bot.runtime.collector import Collector
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from bot.store.tables import conversation, timer
from feedback.store.tables import facts
from feedback.store.work import Store
from tests.office import open_office
from tests.runtime.test_receive import RULES, came, take


async def wake(store: Store) -> int:
    writer = Writer(store)
    woken = await Waker(writer, Collector(writer, RULES)).once()
    await asyncio.to_thread(writer.close)
    return woken


async def test_words_that_wait_are_reminded_of_once(store: Store, clock) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)), came("2", Said("Tôi phải chờ cả buổi sáng")))
    before = len(_all(store))
    assert await wake(store) == 0
    clock.move(minutes=31)
    assert await wake(store) == 1
    assert len(_all(store)) == before + 1
    assert await wake(store) == 0
    take(store, came("3", Said("2")))
    with store.look() as work:
        assert work.connection.scalar(select(facts.comment.c.id)) is not None


async def test_nobody_is_reminded_of_what_was_recorded(store: Store, clock) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)), came("2", Said("Chờ lâu")), came("3", Said("2")))
    before = len(_all(store))
    clock.move(minutes=31)
    await wake(store)
    assert len(_all(store)) == before


async def test_words_that_wait_are_sealed(store: Store) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)), came("2", Said("Tôi phải chờ")))
    with store.look() as work:
        row = work.connection.execute(select(conversation)).one()
        timers = work.connection.execute(select(timer)).all()
    assert row.state == ""
    assert "chờ".encode() not in bytes(row.sealed)
    assert len(timers) == 1


def _all(store: Store) -> list[str]:
    """Every letter that waits, not only the first of each person."""
    from bot.store.tables import outbox

    with store.look() as work:
        return list(work.connection.scalars(select(outbox.c.body)))
