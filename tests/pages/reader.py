"""A citizen's browser without a script: it opens pages and sends the forms that stand on them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientResponse, ClientSession, CookieJar, DummyCookieJar, FormData
from aiohttp.test_utils import TestServer

from tests.pages.house import Desk, House, Page


@dataclass
class Seen:
    """An answer: its status, its headers, and the page in it."""

    status: int
    headers: Any
    page: Page
    cookies: Any

    @property
    def text(self) -> str:
        return self.page.text


class Reader:
    """Opens and sends."""

    def __init__(self, session: ClientSession, base: str) -> None:
        self._session = session
        self._base = base.rstrip("/")

    async def get(self, path: str, **options: Any) -> Seen:
        async with self._session.get(self._base + path, **options) as answer:
            return await _seen(answer)

    async def ask(self, method: str, path: str) -> Seen:
        async with self._session.request(method, self._base + path) as answer:
            return await _seen(answer)

    async def head(self, path: str) -> int:
        async with self._session.head(self._base + path) as answer:
            return answer.status

    async def post(self, path: str, fields: Any, **options: Any) -> Seen:
        async with self._session.post(self._base + path, data=fields, **options) as answer:
            return await _seen(answer)

    async def scan(self, desk: Desk, **options: Any) -> Seen:
        return await self.get(f"/q/{desk.token}", **options)

    async def tap(self, desk: Desk, level: int | str, **options: Any) -> Seen:
        """Scan, then tap a level."""
        seen = await self.scan(desk)
        return await self.send(desk, seen, level=str(level), **options)

    async def send(self, desk: Desk, seen: Seen, photo: bytes | None = None, **fields: str) -> Seen:
        """Send the form of a page with some fields filled in."""
        filled = {**seen.page.fields, **{k.replace("__", "-"): v for k, v in fields.items()}}
        if photo is None:
            return await self.post(f"/q/{desk.token}", filled)
        form = FormData(filled)
        form.add_field("photo", photo, filename="anh.jpg", content_type="image/jpeg")
        return await self.post(f"/q/{desk.token}", form)


@asynccontextmanager
async def visited(house: House, *, keeps: bool = False) -> AsyncIterator[Reader]:
    """Open the office's door as its switches stand now; ``keeps`` says whether cookies are."""
    jar = CookieJar(unsafe=True) if keeps else DummyCookieJar()
    async with (
        TestServer(house.application()) as server,
        ClientSession(cookie_jar=jar) as session,
    ):
        yield Reader(session, str(server.make_url("")))


async def _seen(answer: ClientResponse) -> Seen:
    return Seen(answer.status, answer.headers, Page(await answer.text()), answer.cookies)
