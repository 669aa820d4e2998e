"""What the office may send: windows, quotas, limits, forms, rates, and the echoes that follow."""

from typing import Any

import pytest

from tests.standins.product import Caller, Listener
from tests.standins.zalo import OaStandIn, Phone


def query(title: str = "Rất hài lòng", payload: Any = "5") -> dict[str, Any]:
    return {"title": title, "type": "oa.query.show", "payload": payload}


def buttoned(*buttons: Any) -> dict[str, Any]:
    return {"attachment": {"type": "template", "payload": {"buttons": list(buttons)}}}


def picture(**element: Any) -> dict[str, Any]:
    payload = {"template_type": "media", "elements": [{"media_type": "image", **element}]}
    return {"attachment": {"type": "template", "payload": payload}}


@pytest.mark.parametrize(
    ("moved", "error", "billed"),
    [
        ({"hours": 48}, 0, 0),
        ({"hours": 48, "seconds": 1}, 0, 1),
        ({"days": 7}, 0, 1),
        ({"days": 7, "seconds": 1}, -230, 0),
    ],
)
async def test_the_window_is_free_then_billed_then_shut(
    oa: OaStandIn, lan: Phone, caller: Caller, moved: dict[str, float], error: int, billed: int
) -> None:
    """48 h free with a quota, to 7 days without one, and to the second refused."""
    await lan.say("chào")
    oa.advance_clock(**moved)
    await caller.refresh(oa.oauth.pair.refresh)
    answer = await caller.write(lan.id)
    assert answer["error"] == error
    assert oa.billed == billed
    assert ("quota" in answer.get("data", {})) is (error == 0 and not billed)


async def test_nobody_is_written_to_who_never_did_anything(lan: Phone, caller: Caller) -> None:
    assert (await caller.write(lan.id))["error"] == -232
    assert (await caller.write("999"))["error"] == -201
    assert lan.bubbles == []


@pytest.mark.parametrize("act", ["follow", "click_chatnow", "share_info", "send_location"])
async def test_every_act_of_the_citizen_opens_the_window(
    lan: Phone, caller: Caller, act: str
) -> None:
    await getattr(lan, act)()
    assert (await caller.write(lan.id))["error"] == 0


async def test_leaving_opens_no_window(lan: Phone, caller: Caller) -> None:
    await lan.unfollow()
    await lan.withdraw()
    assert (await caller.write(lan.id))["error"] == -232


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a" * 2000, 0),
        ("a" * 2001, -210),
        ("ệ" * 2000, 0),
        (" ", -201),
        ("e\u0302\u0323" * 1000, 0),
    ],
)
async def test_a_text_holds_two_thousand_composed_letters(
    lan: Phone, caller: Caller, text: str, error: int
) -> None:
    await lan.say("chào")
    assert (await caller.write(lan.id, text))["error"] == error


@pytest.mark.parametrize(
    ("more", "error"),
    [
        (buttoned(*[query()] * 5), 0),
        (buttoned(*[query()] * 6), -201),
        (buttoned(query("a" * 101)), -201),
        (buttoned(query(payload="a" * 1001)), -201),
        (buttoned(query(payload={"text": "5"})), -201),
        (buttoned({"title": "a", "type": "oa.open.url", "payload": {"url": "https://a.vn"}}), 0),
        (buttoned({"title": "a", "type": "oa.open.url", "payload": "https://a.vn"}), -201),
        (buttoned({"title": "a", "type": "postback", "payload": "5"}), -201),
        ({"attachment": {"type": "template", "payload": {"template_type": "list"}}}, -233),
        (picture(url="https://a.vn/a.png"), 0),
        (picture(), -201),
        (picture(url="https://a.vn/a.png", attachment_id="x"), -201),
        (picture(attachment_id="unknown"), -201),
        ({"quote_message_id": "unknown"}, -201),
    ],
)
async def test_a_message_has_one_of_the_forms_that_are_allowed(
    lan: Phone, caller: Caller, more: dict[str, Any], error: int
) -> None:
    await lan.say("chào")
    assert (await caller.write(lan.id, "Xin chào", **more))["error"] == error


async def test_an_account_without_buttons_refuses_only_them(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    oa.account.buttons_supported = False
    await lan.say("chào")
    assert (await caller.write(lan.id, "Mời chọn", **buttoned(query())))["error"] == -233
    assert (await caller.write(lan.id, "Mời chọn"))["error"] == 0


async def test_a_tap_is_the_typed_text(lan: Phone, caller: Caller, listener: Listener) -> None:
    """What a button sends comes back as an ordinary text; a link only opens."""
    await lan.say("chào")
    link = {"title": "Mở", "type": "oa.open.url", "payload": {"url": "https://a.vn"}}
    hidden = query("Ẩn", "0") | {"type": "oa.query.hide"}
    await caller.write(lan.id, "Mời chọn", **buttoned(query(), link, hidden))
    listener.got.clear()
    assert await lan.tap("Mở") == "https://a.vn"
    assert await lan.tap("Rất hài lòng") == ""
    assert await lan.tap(2) == ""
    texts = [got.event["message"]["text"] for got in listener.got if got.name == "user_send_text"]
    assert texts == ["5", "0"]
    assert [bubble.text for bubble in lan.bubbles if bubble.who == "me"] == ["chào", "5"]


async def test_every_message_comes_back_as_an_echo_and_a_receipt(
    oa: OaStandIn, lan: Phone, caller: Caller, listener: Listener
) -> None:
    """The echo of a program carries no officer; seeing the chat is told when it is opened."""
    await lan.say("chào")
    sent = (await caller.write(lan.id))["data"]["message_id"]
    await oa.settled()
    assert listener.names() == ["user_send_text", "oa_send_text", "user_received_message"]
    echo = listener.got[-2].event
    assert echo["sender"] == {"id": oa.account.oa_id}
    assert echo["recipient"] == {"id": lan.id}
    assert echo["message"]["msg_id"] == sent
    await lan.open()
    assert listener.got[-1].event["message"] == {"msg_ids": [sent]}
    await lan.open()
    assert listener.names().count("user_seen_message") == 1


async def test_an_officers_echo_says_who_wrote(lan: Phone, listener: Listener) -> None:
    await lan.admin_reply("Chúng tôi đang xem")
    assert listener.got[-1].event["sender"]["admin_id"]
    assert lan.last.who == "human"


async def test_the_rate_holds_for_a_minute(oa: OaStandIn, lan: Phone, caller: Caller) -> None:
    oa.account.rpm = 2
    await lan.say("chào")
    await caller.write(lan.id)
    assert caller.headers["X-RateLimit-Remain"] == "1"
    await caller.write(lan.id)
    assert (await caller.write(lan.id))["error"] == -32
    oa.advance_clock(seconds=60)
    assert (await caller.write(lan.id))["error"] == 0


async def test_a_template_goes_outside_every_window(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    oa.account.templates["t1"] = frozenset({"code"})
    body = {"user_id": lan.id, "template_id": "t1", "template_data": {"code": "1234"}}
    assert (await caller.post("/v3.0/oa/message/template", body))["error"] == 0
    assert oa.templates_paid == 1
    assert "1234" in lan.last.text
    assert (await caller.post("/v3.0/oa/message/template", body | {"template_data": {}}))["error"]
    assert (await caller.post("/v3.0/oa/message/template", body | {"template_id": "t2"}))["error"]


async def test_the_old_way_takes_reactions_only(lan: Phone, caller: Caller) -> None:
    sent = await lan.say("chào")
    action = {"react_icon": "/-heart", "react_message_id": sent}
    body = {"recipient": {"user_id": lan.id}, "sender_action": action}
    assert (await caller.post("/v2.0/oa/message", body))["error"] == 0
    assert lan.reactions == [(sent, "/-heart")]
    text = {"recipient": {"user_id": lan.id}, "message": {"text": "chào"}}
    assert (await caller.post("/v2.0/oa/message", text))["error"] == -240


async def test_a_person_may_refuse_the_office(lan: Phone, caller: Caller) -> None:
    await lan.say("chào")
    lan.refusal = -213
    assert (await caller.write(lan.id))["error"] == -213


async def test_the_account_and_a_person_can_be_asked_about(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    await lan.follow()
    about = await caller.get("/v2.0/oa/getoa")
    assert (about["data"]["oaid"], about["data"]["num_follower"]) == (oa.account.oa_id, 1)
    detail = await caller.get("/v3.0/oa/user/detail", user_id=lan.id)
    assert detail["data"]["user_last_interaction_date"] == "12/08/2026"
    left = await caller.post("/v3.0/oa/quota/message", {"user_id": lan.id})
    assert left["data"]["last_interaction"] == str(oa.clock.ms())
    oa.account.broken = -224
    assert (await caller.get("/v2.0/oa/getoa"))["error"] == -224
