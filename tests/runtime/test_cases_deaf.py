"""An answer to somebody who has blocked us waits behind the number."""

import asyncio

import pytest
from sqlalchemy import select

from bot.runtime.collector import Collector
from bot.runtime.deliver import Deliverer
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from bot.wire.channel import Gone
from bot.wire.messages import Outbound
from feedback.domain.cases.record import Delivery
from feedback.services.cases import casework
from feedback.store.tables import cases as tables
from feedback.store.work import Store
from tests.office import open_office
from tests.runtime.casework import (
    BOT,
    OPERATOR,
    RULES,
    Citizen,
    enrol,
    only,
)


@pytest.fixture
def anna(store: Store) -> Citizen:
    open_office(store)
    enrol(store)
    return Citizen(store)


def filed(anna: Citizen, text: str = "Chờ ba tiếng, không ai gọi số") -> str:
    return anna.says("góp ý", "1", text, "6", "9", "9", "9", "6")


def _notices(store: Store) -> list[str]:
    with store.look() as work:
        return list(work.connection.scalars(select(tables.notice.c.state)))


class Deaf:
    """A door whose citizen has blocked us."""

    account = BOT

    def __init__(self) -> None:
        self.tried = asyncio.Event()

    async def send(self, message: Outbound) -> None:
        self.tried.set()
        raise Gone("blocked")

    async def close(self) -> None: ...


async def _until(store: Store, happened) -> None:
    async with asyncio.timeout(10):
        while not await asyncio.to_thread(happened):
            await asyncio.sleep(0.05)


async def test_an_answer_that_cannot_reach_anyone_waits(store: Store, anna: Citizen) -> None:
    """The citizen has blocked the bot: the supervisor sees that the answer waits."""
    filed(anna)
    with store.work() as work:
        casework.answer(work, OPERATOR, only(store).code, "Xong rồi.")
    writer = Writer(store)
    assert await Waker(writer, Collector(writer, RULES)).once() == 1
    assert only(store).delivery is Delivery.QUEUED
    door = Deaf()
    deliverer = Deliverer(writer, door)
    task = asyncio.create_task(deliverer.run())
    await asyncio.wait_for(door.tried.wait(), 10)
    await _until(store, lambda: _notices(store) == ["waiting"])
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.to_thread(writer.close)
    assert only(store).delivery is Delivery.WAITING
