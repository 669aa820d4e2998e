"""An office with one desk, its web door open, and a browser without a script that visits it."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, DummyCookieJar
from aiohttp.test_utils import TestServer

from feedback.store.work import Store
from tests.pages.house import Desk, House
from tests.pages.reader import Reader


@pytest.fixture
def house(sqlite_store: Store) -> House:
    return House(sqlite_store)


@pytest.fixture
def unit(house: House) -> int:
    return house.add_unit("UBND phường A")


@pytest.fixture
def desk(house: House, unit: int) -> Desk:
    return house.add_desk(unit, "Quầy 3: Hộ tịch")


@pytest.fixture
async def server(house: House) -> AsyncIterator[TestServer]:
    async with TestServer(house.application()) as server:
        yield server


@pytest.fixture
async def reader(server: TestServer) -> AsyncIterator[Reader]:
    """A browser that refuses cookies."""
    async with ClientSession(cookie_jar=DummyCookieJar()) as session:
        yield Reader(session, str(server.make_url("")))


@pytest.fixture
async def keeper(server: TestServer) -> AsyncIterator[Reader]:
    """A browser that keeps cookies."""
    from aiohttp import CookieJar

    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield Reader(session, str(server.make_url("")))
