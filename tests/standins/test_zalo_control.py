"""The control plane, and the stand-in as a process of its own."""

import asyncio
import json
import sys
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.standins.product import Caller, Listener
from tests.standins.zalo import OaStandIn, Phone


async def order(caller: Caller, name: str, token: str | None = None, **arguments: Any) -> Any:
    headers = {"X-Control-Token": caller.oa.control_token if token is None else token}
    address = f"{caller.oa.url}/control/{name}"
    async with caller.session.post(address, json=arguments, headers=headers) as answer:
        return answer.status, await answer.json()


async def test_orders_need_their_own_token(caller: Caller, lan: Phone) -> None:
    for token in ("", "wrong", caller.oa.oauth.pair.access):
        assert (await order(caller, "say", token, user=lan.id, text="chào"))[0] == 401
    assert lan.bubbles == []


async def test_a_phone_can_be_ordered_about(caller: Caller, lan: Phone, listener: Listener) -> None:
    status, answer = await order(caller, "say", user=lan.id, text="chào")
    assert (status, answer["result"]) == (200, lan.bubbles[0].id)
    await order(caller, "follow", user=lan.id)
    await order(caller, "send_image", user=lan.id, count=2)
    assert listener.names() == ["user_send_text", "follow", *["user_send_image"] * 2]
    assert "tôi: chào" in (await order(caller, "transcript"))[1]["result"]


async def test_time_and_faults_can_be_ordered(oa: OaStandIn, caller: Caller, lan: Phone) -> None:
    await lan.say("chào")
    before = oa.clock.now()
    await order(caller, "advance_clock", hours=1)
    assert (oa.clock.now() - before).total_seconds() == 3600
    await order(caller, "inject_error", method="message/cs", code=-211, times=1)
    assert (await caller.write(lan.id))["error"] == -211


@pytest.mark.parametrize(
    ("name", "arguments", "status"),
    [
        ("fly", {}, 404),
        ("receive", {"user": "1"}, 404),
        ("say", {"user": "1"}, 400),
        ("tap", {"user": "1", "which": "Không có"}, 400),
        ("redeliver", {"msg_id": "unknown"}, 400),
    ],
)
async def test_a_wrong_order_is_refused(
    caller: Caller, name: str, arguments: dict[str, Any], status: int
) -> None:
    assert (await order(caller, name, **arguments))[0] == status


async def test_it_runs_as_a_process_and_finds_its_webhook(listener: Listener) -> None:
    """It prints what a product needs, probes the webhook, and stops when told."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.standins.zalo", "--port", "0", "--bot-port", "0"),
        *("--webhook", listener.url, "--control-token", "c"),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        told = json.loads(await process.stdout.readline())
        headers = {"access_token": told["access_token"]}
        async with ClientSession() as session:
            async with session.get(told["api_base"] + "/v2.0/oa/getoa", headers=headers) as answer:
                assert (await answer.json())["data"]["oaid"] == told["oa_id"]
            bot = f"{told['bot_api_base']}/bot{told['bot_token']}/getMe"
            async with session.get(bot) as answer:
                assert (await answer.json())["ok"]
            said = {"user": "1", "text": "chào"}
            control = told["api_base"] + "/control/say"
            while "user_send_text" not in listener.names():
                async with session.post(control, json=said, headers={"X-Control-Token": "c"}) as _:
                    pass
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 10) == 0
