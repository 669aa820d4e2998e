"""`hailong zalo` and `hailong doctor` as an operator types them, against a stand-in."""

import asyncio
import json
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.serving import Server
from tests.standins.wiring import oa_settings
from tests.standins.zalo import OaStandIn


@pytest.fixture
async def office(tmp_path: Path, oa: OaStandIn) -> Server:
    """A home that has an Official Account and no tokens."""
    given = oa_settings(oa) | {"zalo_oa_access_token": "", "zalo_oa_refresh_token": ""}
    server = Server(tmp_path / "home", **given)
    await asyncio.to_thread(server.command, "init", "--yes")
    return server


async def rows(server: Server, *words: str, text: str = "", code: int = 0) -> list[dict]:
    said = await asyncio.to_thread(server.command, *words, "--json", text=text, code=code)
    return json.loads(said)["rows"]


async def test_from_consent_to_new_tokens_in_commands(office: Server, oa: OaStandIn) -> None:
    (told,) = await rows(office, "zalo", "authorize")
    oa.account.code_challenge, oa.account.redirect_uri = told["challenge"], told["callback"]
    async with (
        ClientSession() as browser,
        browser.post(told["address"], allow_redirects=False) as answer,
    ):
        back = answer.headers["Location"]
    pasted = await asyncio.to_thread(office.command, "zalo", "authorize", text=f"{back}\n")
    assert "consent" in pasted
    (status,) = await rows(office, "zalo", "status")
    assert (status["tokens"], status["origin"], status["verified"]) == ("living", "consent", True)
    (renewed,) = await rows(office, "zalo", "refresh")
    assert (renewed["origin"], renewed["pairs"]) == ("rotation", 2)
    oa.oauth.seed("of", "another")
    await asyncio.to_thread(office.command, "zalo", "refresh", code=1)
    (refused,) = await rows(office, "zalo", "status", "--offline")
    assert (refused["tokens"], refused["problem"]) == ("refused", "-14014")
    wrong = [row for row in await rows(office, "doctor", code=1) if row["state"] == "WRONG"]
    assert [row["do"] for row in wrong if "refresh token" in row["what"]] == [
        "hailong zalo authorize"
    ]
    done = [row["act"] for row in await rows(office, "audit", "search", "--act", "token.")]
    assert done == ["token.refused", "token.rotation", "token.consent"]


async def test_without_an_account_the_command_says_what_is_missing(tmp_path: Path) -> None:
    server = Server(tmp_path / "home")
    await asyncio.to_thread(server.command, "init", "--yes")
    await asyncio.to_thread(server.command, "zalo", "status", code=2)
