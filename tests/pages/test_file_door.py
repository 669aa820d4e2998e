"""The page of a ticket: a button first, then the file once, with nothing kept in the browser."""

import base64
import re

import pytest
from aiohttp import ClientSession, DummyCookieJar
from aiohttp.test_utils import TestServer

from feedback.domain.cases.filetypes import known
from feedback.services.cases import attachments, tickets
from feedback.services.cases.attachments import Prepared
from feedback.store.work import Store
from tests.pages.house import House
from tests.pages.reader import Reader
from tests.privacy.conftest import filed
from tests.privacy.pictures import with_place
from tests.runtime.casework import OPERATOR

MP3 = (b"\xff\xfb\x90\x00" + b"\0" * 413) * 20
PDF = b"%PDF-1.4\n<script>alert(1)</script>"
AMR = b"#!AMR\n" + b"\0" * 32
PAGE = "text/html"


def ticket(store: Store, data: bytes) -> str:
    """File a case with a file, and give the path of a ticket for it."""
    case, code, _ = filed(store)
    found = known(data)
    assert found is not None
    kept = (
        attachments.prepared(data)
        if found.mime == "image/jpeg"
        else Prepared(found.mime, found.medium, data)
    )
    with store.work() as work:
        attachments.add(work, case, kept, "web", '"><script>\r\nX: 1.jpg')
        file = attachments.listed(work, OPERATOR, code)[0].id
        return f"/f/{tickets.issue(work, OPERATOR, code, file)}"


class Browser:
    """Opens addresses and keeps the bytes."""

    def __init__(self, session: ClientSession, server: TestServer) -> None:
        self._session, self._server = session, server

    async def ask(self, method: str, path: str, **fields: str) -> tuple[int, dict[str, str], bytes]:
        url = self._server.make_url(path)
        async with self._session.request(method, url, data=fields or None) as answer:
            return answer.status, dict(answer.headers), await answer.read()


@pytest.fixture
async def browser(server: TestServer):  # type: ignore[no-untyped-def]
    async with ClientSession(cookie_jar=DummyCookieJar()) as session:
        yield Browser(session, server)


async def test_looking_uses_nothing_up_and_the_button_opens_once(
    house: House, browser: Browser
) -> None:
    path = ticket(house.store, with_place())
    for method in ("GET", "HEAD", "GET"):
        status, headers, body = await browser.ask(method, path)
        assert status == 200
        assert headers["Content-Type"].startswith(PAGE)
    assert b"<button" in body
    status, headers, body = await browser.ask("POST", path)
    assert (status, headers["Content-Type"]) == (200, "image/jpeg")
    assert body.startswith(b"\xff\xd8\xff")
    assert headers["Content-Disposition"] == "inline; filename=tep-phan-anh.jpg"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    for method in ("POST", "GET"):
        status, headers, body = await browser.ask(method, path)
        assert status == 404
        assert "Liên kết này không còn dùng được".encode() in body


async def test_a_recording_is_heard_on_a_page_that_asks_for_nothing_more(
    house: House, browser: Browser
) -> None:
    """A browser would ask for the recording a second time, and the ticket is used up."""
    status, headers, body = await browser.ask("POST", ticket(house.store, MP3))
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "media-src data:" in policy
    assert "script-src" not in policy
    found = re.search(r'<audio controls src="data:audio/mpeg;base64,([^"]+)"', body.decode())
    assert found is not None
    assert base64.b64decode(found[1]) == MP3


@pytest.mark.parametrize(("data", "ending"), [(PDF, "pdf"), (AMR, "amr")])
async def test_what_a_browser_would_run_or_not_play_is_saved(
    house: House, browser: Browser, data: bytes, ending: str
) -> None:
    _, headers, body = await browser.ask("POST", ticket(house.store, data))
    assert headers["Content-Disposition"] == f"attachment; filename=tep-phan-anh.{ending}"
    assert body == data


async def test_anything_can_be_saved_instead(house: House, browser: Browser) -> None:
    _, headers, body = await browser.ask("POST", ticket(house.store, MP3), save="1")
    assert headers["Content-Disposition"] == "attachment; filename=tep-phan-anh.mp3"
    assert body == MP3


@pytest.mark.parametrize("token", ["x", "A" * 43, "%00", "%E1%BB%87" * 20, "A" * 3000])
async def test_a_strange_address_says_kindly_that_it_is_over(
    house: House, reader: Reader, token: str
) -> None:
    for seen in (await reader.get(f"/f/{token}"), await reader.post(f"/f/{token}", {})):
        assert seen.status == 404
        assert "lấy liên kết mới" in seen.text


async def test_the_button_keeps_the_language(house: House, reader: Reader) -> None:
    path = ticket(house.store, MP3)
    seen = await reader.get(f"{path}?lang=en")
    assert "Open the file" in seen.text
    heard = await reader.post(path, seen.page.fields)
    assert "Recording" in heard.text


async def test_a_store_that_is_down_spends_nothing(house: House, reader: Reader) -> None:
    path = ticket(house.store, with_place())
    house.wounded = True
    assert (await reader.post(path, {})).status == 503
    house.wounded = False
    assert (await reader.get(path)).status == 200
