"""Where files are fetched from, and where they never are."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from yarl import URL

from bot.channels.zalo.calls import Calls
from bot.channels.zalo.files import Files
from bot.wire.channel import Later, Never
from tests.standins.zalo import OaStandIn, Phone
from tests.zalo.conftest import Office

ZALO = "https://openapi.zalo.me"


@pytest.mark.parametrize(
    "address",
    [
        "https://f6.photo.talk.zdn.vn/a.jpg",
        "https://zdn.vn/a",
        "https://s120-ava-talk.zadn.vn/a?b=c",
        "https://F6.Photo.Talk.ZDN.vn/a",
    ],
)
def test_zalos_own_hosts_are_asked(address: str) -> None:
    assert Files(Calls(ZALO), ZALO).allowed(URL(address))


@pytest.mark.parametrize(
    "address",
    [
        "http://f6.photo.talk.zdn.vn/a.jpg",
        "https://f6.photo.talk.zdn.vn:8443/a.jpg",
        "https://zdn.vn.example.com/a",
        "https://evilzdn.vn/a",
        # Zalo's name is the user's here, and the host is another.
        "https://zdn.vn@example.com/a",
        "https://example.com/zdn.vn",
        "https://127.0.0.1/a",
        "http://127.0.0.1/a",
        # Where a cloud tells a machine its own secrets.
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://zdn.vn/a",
        "//zdn.vn/a",
        "zdn.vn",
        "",
    ],
)
def test_no_other_host_is_asked(address: str) -> None:
    assert not Files(Calls(ZALO), ZALO).allowed(URL(address))


@pytest.mark.parametrize(
    ("base", "allowed"),
    [
        ("http://127.0.0.1:9000", True),
        ("https://openapi.zalo.me", False),
        ("https://bot-api.zaloplatforms.com", False),
        ("https://bot-api.zapps.me", False),
        ("http://10.0.0.5", False),
    ],
)
def test_a_stand_ins_own_host_is_asked_only_with_a_stand_in(base: str, allowed: bool) -> None:
    assert Files(Calls(base), base).allowed(URL("http://127.0.0.1:5/a")) is allowed


async def test_a_photo_is_fetched_while_its_address_lives(office: Office, lan: Phone) -> None:
    await lan.send_image(b"PNG..")
    url = office.oa.events[-1]["message"]["attachments"][0]["payload"]["url"]
    assert await office.channel.fetch(url, 100) == b"PNG.."
    with pytest.raises(Never):
        await office.channel.fetch(url, 4)
    office.oa.media.forget()
    with pytest.raises(Never, match="404"):
        await office.channel.fetch(url, 100)


@pytest.mark.parametrize(
    "reference", ["", "a b", "http://[", "https://example.com/a", "http://\ud800", "javascript:1"]
)
async def test_what_is_no_address_of_zalos_is_never_tried(office: Office, reference: str) -> None:
    with pytest.raises(Never):
        await office.channel.fetch(reference, 100)


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """A host that misbehaves; it also counts as the stand-in's own."""

    async def moved(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.query["to"]})

    async def around(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/around"})

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(1000):
            await response.write(b"x" * 1000)
        return response

    async def broken(request: web.Request) -> web.Response:
        return web.Response(status=int(request.match_info["status"]))

    async def torn(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"x")
        request.transport.abort()
        return response

    async def good(request: web.Request) -> web.Response:
        return web.Response(body=b"good")

    app = web.Application()
    app.add_routes(
        [
            web.get("/moved", moved),
            web.get("/around", around),
            web.get("/endless", endless),
            web.get("/torn", torn),
            web.get("/good", good),
            web.get("/status/{status}", broken),
        ]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def files(site: str) -> AsyncIterator[Files]:
    calls = Calls(site, timeout=3)
    yield Files(calls, site)
    await calls.close()


async def test_a_file_that_moved_to_another_host_is_not_followed(files: Files, site: str) -> None:
    """An allowed host must not be a way to others."""
    assert await files.fetch(f"{site}/moved?to=/good", 10) == b"good"
    for elsewhere in ("http://localhost:1/x", "https://example.com/", "//example.com/", ""):
        with pytest.raises(Never):
            await files.fetch(f"{site}/moved?to={elsewhere}", 10)
    with pytest.raises(Never):
        await files.fetch(f"{site}/around", 10)


async def test_a_file_without_end_is_left(files: Files, site: str) -> None:
    with pytest.raises(Never, match="large"):
        await files.fetch(f"{site}/endless", 5000)


async def test_trouble_that_may_pass_is_tried_again(files: Files, site: str) -> None:
    for path in ("status/500", "status/503", "status/429", "torn"):
        with pytest.raises(Later):
            await files.fetch(f"{site}/{path}", 5000)
    for path in ("status/403", "status/410"):
        with pytest.raises(Never):
            await files.fetch(f"{site}/{path}", 5000)


async def test_the_stand_ins_own_files_are_kept_from_production(oa: OaStandIn) -> None:
    """With Zalo's own API set, a local address is refused before anything is asked."""
    calls = Calls(ZALO)
    with pytest.raises(Never, match="not Zalo's"):
        await Files(calls, ZALO).fetch(f"{oa.url}/media/x", 10)
    await calls.close()
