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
    """An office of one ward."""
    house = House(sqlite_store)
    house.units(
        "code,name,kind,parent_code,group,valid_from,valid_to\n"
        "P-A,UBND phường A,ward,,,2025-07-01,\n"
    )
    return house


@pytest.fixture
def desk(house: House) -> Desk:
    """The ward's one desk."""
    return house.desk("Quầy 3: Hộ tịch")


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
