"""Every page keeps to itself: nothing from elsewhere, nothing told to others, and light."""

import re
from urllib.parse import urlsplit

import pytest
from aiohttp.test_utils import TestServer

from bot.pages.visitor import COOKIE
from tests.pages.house import Desk, House
from tests.pages.reader import Reader, Seen


@pytest.fixture
def house(house: House) -> House:
    """The same office with both messengers switched on: the heaviest pages."""
    house.telegram = "hailong_bot"
    house.zalo = "https://zalo.me/1234567890"
    return house


async def pages(desk: Desk, reader: Reader) -> list[Seen]:
    """One of every page."""
    levels = await reader.scan(desk)
    thanks = await reader.send(desk, levels, level="4")
    return [
        levels,
        thanks,
        await reader.send(desk, thanks, comment="Tốt"),
        await reader.send(desk, thanks, change="1"),
        await reader.send(desk, levels, level=""),
        await reader.get("/privacy"),
        await reader.get("/"),
        await reader.get("/nothing"),
        await reader.get("/kiosk"),
    ]


async def test_every_page_is_under_50_kilobytes(desk: Desk, reader: Reader) -> None:
    """Light enough for a slow phone."""
    for seen in await pages(desk, reader):
        assert len(seen.page.source.encode()) < 50_000


async def test_no_page_asks_anything_of_another_host(desk: Desk, reader: Reader) -> None:
    """Only links that a person follows lead elsewhere; nothing is loaded."""
    for seen in await pages(desk, reader):
        for tag, found in seen.page.attributes:
            for name in ("src", "href", "action", "data", "poster", "srcset"):
                host = urlsplit(found.get(name) or "").netloc
                assert not host or (tag == "a" and host in ("zalo.me", "t.me"))
        assert "url(" not in seen.page.source
        assert "@import" not in seen.page.source


async def test_the_policy_allows_only_our_own_style_and_script(desk: Desk, reader: Reader) -> None:
    """No inline handler, no inline style, and hashes that fit what stands in the page."""
    from bot.pages.script import hashed

    for seen in await pages(desk, reader):
        policy = seen.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "form-action 'self'" in policy
        assert "unsafe" not in policy
        for block in re.findall(r"<style>(.*?)</style>", seen.page.source, re.S):
            assert hashed(block) in policy
        for block in re.findall(r"<script>(.*?)</script>", seen.page.source, re.S):
            assert hashed(block) in policy
        for _, found in seen.page.attributes:
            assert not [name for name in found if name.startswith("on") or name == "style"]


async def test_every_page_guards_the_token_in_its_address(desk: Desk, reader: Reader) -> None:
    """No referrer, no copy, no frame, no guessing of types, no index of search."""
    for seen in await pages(desk, reader):
        assert seen.headers["Referrer-Policy"] == "no-referrer"
        assert seen.headers["Cache-Control"] == "no-store"
        assert "aiohttp" not in seen.headers["Server"]
        assert seen.headers["X-Content-Type-Options"] == "nosniff"
        assert seen.headers["X-Frame-Options"] == "DENY"
        assert seen.headers["Content-Type"] == "text/html; charset=utf-8"


async def test_only_the_public_page_may_be_found_by_searching(desk: Desk, reader: Reader) -> None:
    """A desk's page is for those who stand there."""
    for path in (f"/q/{desk.token}", "/privacy", "/nothing"):
        assert (await reader.get(path)).headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in (await reader.get("/")).headers


async def test_every_page_names_its_language_and_has_one_title_and_heading(
    desk: Desk, reader: Reader
) -> None:
    """A screen reader knows where it is."""
    for seen in await pages(desk, reader):
        assert ("html", {"lang": "vi"}) in seen.page.attributes
        assert seen.page.tags.count("title") == 1
        assert seen.page.tags.count("h1") == 1
        assert seen.page.tags.count("main") == 1
        ids = [found["id"] for _, found in seen.page.attributes if "id" in found]
        assert len(ids) == len(set(ids))


async def test_every_field_has_a_label_and_every_group_a_legend(desk: Desk, reader: Reader) -> None:
    """Whoever cannot see the page knows what each field is for."""
    for seen in await pages(desk, reader):
        labels = {found.get("for") for tag, found in seen.page.attributes if tag == "label"}
        for tag, found in seen.page.attributes:
            if tag == "textarea" or found.get("type") == "file":
                assert found["id"] in labels
        assert seen.page.tags.count("fieldset") == seen.page.tags.count("legend")


async def test_the_cookie_is_out_of_reach(desk: Desk, reader: Reader) -> None:
    """No script reads it, no other site sends it, and it ends within 90 days."""
    assert not (await reader.scan(desk)).cookies
    cookie = (await reader.tap(desk, 5)).cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) <= 90 * 86_400
    assert not cookie["secure"]


async def test_the_cookie_of_an_https_office_is_secure(house: House, desk: Desk) -> None:
    """It never travels in the clear where the office has a certificate."""
    from aiohttp import ClientSession, DummyCookieJar

    house.public_url = "https://danhgia.example.vn"
    async with (
        TestServer(house.application()) as server,
        ClientSession(cookie_jar=DummyCookieJar()) as session,
    ):
        reader = Reader(session, str(server.make_url("")))
        assert (await reader.tap(desk, 5)).cookies[COOKIE]["secure"]


async def test_small_files_are_there(reader: Reader) -> None:
    """Crawlers are told to stay away from desks; the icon is a picture."""
    robots = await reader.get("/robots.txt")
    assert "Disallow: /q/" in robots.text
    icon = await reader.get("/favicon.ico")
    assert icon.status == 200
    assert icon.headers["Content-Type"] == "image/svg+xml; charset=utf-8"


async def test_links_to_messengers_carry_no_more_than_they_may(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A Zalo link has no query, since that can break it; Telegram's start fits its alphabet."""
    for seen in (await pages(desk, reader))[:4]:
        addresses = [str(link["href"]) for link in seen.page.links]
        assert house.zalo in addresses
        (start,) = [a for a in addresses if a.startswith("https://t.me/")]
        assert re.fullmatch(r"https://t\.me/hailong_bot\?start=[A-Za-z0-9_-]{1,64}", start)
