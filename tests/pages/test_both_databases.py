"""Several servers on one database, as an office has that outgrew one machine."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from aiohttp import ClientSession, DummyCookieJar, web
from aiohttp.test_utils import TestServer
from PIL import Image

from bot.pages import app
from bot.runtime.writer import Writer
from feedback.store.tables import codes, facts
from feedback.store.work import Store
from tests.pages.house import House
from tests.pages.reader import Reader


@pytest.fixture
def house(store: Store) -> House:
    """An office on each of the two databases in turn."""
    house = House(store, telegram="hailong_bot")
    house.units(
        "code,name,kind,parent_code,group,valid_from,valid_to\nP-A,UBND phường A,ward,,,2025-07-01,\n"
    )
    return house


@pytest.fixture
async def readers(house: House) -> AsyncIterator[list[Reader]]:
    """Browsers at three servers, each with a writer of its own."""
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(3):
            writer = Writer(house.store)
            stack.callback(writer.close)
            ports = replace(house.ports(), run=writer.run)
            application = web.Application(middlewares=app.middlewares(ports))
            application.add_routes(app.routes(ports))
            server = await stack.enter_async_context(TestServer(application))
            session = ClientSession(cookie_jar=DummyCookieJar())
            await stack.enter_async_context(session)
            made.append(Reader(session, str(server.make_url(""))))
        yield made


async def test_one_form_at_three_servers_at_once_is_one_rating(
    house: House, readers: list[Reader]
) -> None:
    """Level, answer, comment, photo and code are stored once, and everyone gets a page."""
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "#c8a14b").save(out, "PNG")
    desk = house.desk("Quầy 1")
    seen = await readers[0].scan(desk)
    for _ in range(3):
        fields = {"level": "2", "comment": "Đông quá", "q-staff": "3"}
        sent = [
            reader.send(desk, seen, photo=out.getvalue(), **fields)
            for reader in readers
            for _ in range(2)
        ]
        assert {answer.status for answer in await asyncio.gather(*sent)} == {200}
    assert house.levels() == [2]
    assert house.comments() == ["Đông quá"]
    assert house.answers() == {"staff": 3}
    assert len(house.rows(facts.rating_file)) == 1
    assert len(house.rows(codes.visit_code)) == 1
    assert house.rows(facts.rating_change) == []
