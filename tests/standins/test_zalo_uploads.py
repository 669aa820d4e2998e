"""Uploads: what is taken, how much of it, and for how long it may be sent."""

import io
from typing import Any

import pytest
from aiohttp import FormData
from PIL import Image

from tests.standins.product import Caller
from tests.standins.zalo import OaStandIn, Phone
from tests.standins.zalo.media import PNG


def gif() -> bytes:
    written = io.BytesIO()
    Image.new("L", (1, 1)).save(written, "GIF")
    return written.getvalue()


async def upload(caller: Caller, kind: str, content: bytes, name: str) -> dict[str, Any]:
    form = FormData()
    form.add_field("file", content, filename=name)
    headers = {"access_token": caller.oa.oauth.pair.access}
    address = f"{caller.oa.url}/v2.0/oa/upload/{kind}"
    async with caller.session.post(address, data=form, headers=headers) as answer:
        return await answer.json()


@pytest.mark.parametrize(
    ("kind", "content", "name", "error"),
    [
        ("image", PNG, "a.png", 0),
        ("image", gif(), "a.gif", -201),
        ("image", b"no picture", "a.png", -201),
        ("image", PNG + bytes(2**20), "a.png", -210),
        ("file", b"%PDF-", "a.pdf", 0),
        ("file", b"MZ", "a.exe", -201),
        ("file", bytes(5 * 2**20 + 1), "a.pdf", -210),
    ],
)
async def test_only_small_files_of_known_kinds_are_taken(
    caller: Caller, kind: str, content: bytes, name: str, error: int
) -> None:
    assert (await upload(caller, kind, content, name))["error"] == error


async def test_an_upload_may_be_sent_for_seven_days(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    handle = (await upload(caller, "image", PNG, "a.png"))["data"]["attachment_id"]
    element = {"media_type": "image", "attachment_id": handle}
    payload = {"template_type": "media", "elements": [element]}
    letter = {"attachment": {"type": "template", "payload": payload}}
    await lan.say("chào")
    assert (await caller.write(lan.id, "Ảnh", **letter))["error"] == 0
    async with caller.session.get(lan.last.image) as answer:
        assert await answer.read() == PNG
    oa.advance_clock(days=7, seconds=1)
    await lan.say("chào")
    await caller.refresh(oa.oauth.pair.refresh)
    assert (await caller.write(lan.id, "Ảnh", **letter))["error"] == -100


async def test_a_month_has_so_many_uploads(oa: OaStandIn, caller: Caller) -> None:
    oa.account.uploads_a_month = 1
    assert (await upload(caller, "file", b"a", "a.csv"))["error"] == 0
    assert (await upload(caller, "file", b"a", "a.csv"))["error"] == -211
    assert (await upload(caller, "image", PNG, "a.png"))["error"] == 0
