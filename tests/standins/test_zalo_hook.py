"""The webhook's sender: probe, signature, order, patience, retries, and its switches."""

import asyncio
import math

import pytest

from tests.conftest import Hands
from tests.standins.product import Caller, Listener
from tests.standins.zalo import Clock, OaStandIn, Phone, ProbeRefused
from tests.standins.zalo.hook import PAUSES
from tests.standins.zalo.signature import mac

NOBODY = "http://127.0.0.1:9/hook"
SCHEDULE = (30, 300, 900, 1800, 3600)


async def test_an_address_is_taken_only_when_it_answers_the_unsigned_probe(
    oa: OaStandIn,
) -> None:
    async with Listener(status=401) as listener:
        with pytest.raises(ProbeRefused, match="401"):
            await oa.set_webhook(listener.url)
        assert "X-ZEvent-Signature" not in listener.got[0].headers
        assert not oa.hook.enabled
    with pytest.raises(ProbeRefused):
        await oa.set_webhook(NOBODY)


async def test_an_event_is_signed_over_the_bytes_that_arrive(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    await lan.say("Cán bộ rất nhiệt tình 👍")
    got = listener.got[-1]
    account = oa.account
    right = mac(account.app_id, got.body, got.event["timestamp"], account.secret_key)
    assert got.headers["X-ZEvent-Signature"] == f"mac={right}"
    assert got.event["timestamp"] == str(oa.clock.ms())
    assert "num_retry" not in got.headers


async def test_without_a_connection_it_tries_again_by_schedule_and_then_stops(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    """Five retries, numbered, of the same bytes; then nothing is sent any more."""
    assert PAUSES == SCHEDULE
    oa.hook.url = NOBODY
    await lan.say("một")
    await oa.settled()
    tries = [attempt for attempt in oa.hook.attempts if attempt.parcel.name != "probe"]
    assert [attempt.num_retry for attempt in tries] == [0, 1, 2, 3, 4, 5]
    assert len({attempt.parcel.body for attempt in tries}) == 1
    assert not oa.hook.enabled
    await lan.say("hai")
    assert len(oa.hook.dropped) == 1


async def test_a_retry_waits_for_its_time(clock: Hands, listener: Listener) -> None:
    """30 seconds, not one less; the retry carries its number and the old timestamp."""
    async with OaStandIn(clock=Clock(clock, pace=math.inf)) as oa:
        await oa.set_webhook(listener.url)
        lan = oa.phone()
        oa.hook.url = NOBODY
        await lan.say("một")
        oa.hook.url = listener.url
        said = oa.clock.ms()
        oa.advance_clock(seconds=29)
        await lan.say("hai")
        assert [got.event["message"]["text"] for got in listener.got[2:]] == ["hai"]
        oa.advance_clock(seconds=1)
        await oa.settled()
        late = listener.got[-1]
        assert late.headers["num_retry"] == "1"
        assert late.event["timestamp"] == str(said)


@pytest.mark.parametrize(("again", "tries"), [(False, 1), (True, 6)])
async def test_a_bad_answer_is_tried_again_only_where_that_is_switched_on(
    oa: OaStandIn, lan: Phone, listener: Listener, again: bool, tries: int
) -> None:
    oa.hook.retries_bad_answers = again
    listener.status = 503
    await lan.say("một")
    await oa.settled()
    assert len(listener.names()) == tries


async def test_a_slow_answer_is_not_waited_for(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    oa.hook.patience = 0.05
    listener.gate.clear()
    await lan.say("một")
    assert (oa.hook.attempts[-1].status, oa.hook.attempts[-1].trouble) == (None, "slow")
    assert oa.hook.attempts[-1].seconds >= 0.05


async def test_one_persons_events_arrive_in_order(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    words = [str(number) for number in range(20)]
    await asyncio.gather(*(lan.say(word) for word in words))
    assert [got.event["message"]["text"] for got in listener.got[1:]] == words


async def test_events_can_change_places(oa: OaStandIn, lan: Phone, listener: Listener) -> None:
    oa.hook.reorder(2)
    await lan.say("một")
    await lan.say("hai")
    await oa.settled()
    assert [got.event["message"]["text"] for got in listener.got[1:]] == ["hai", "một"]


async def test_an_event_can_come_twice(oa: OaStandIn, lan: Phone, listener: Listener) -> None:
    said = await lan.say("một")
    oa.redeliver(said, num_retry=3)
    await oa.settled()
    first, second = listener.got[-2:]
    assert first.body == second.body
    assert second.headers["num_retry"] == "3"


async def test_switches_of_the_console_keep_events_back(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    """An event's own switch, and "Lọc cú pháp", which lets only texts with # through."""
    oa.events_off.add("follow")
    oa.filter_syntax = True
    await lan.follow()
    await lan.say("xin chào")
    await lan.say("#K7M3Q9")
    await lan.send_sticker()
    assert listener.names() == ["user_send_text", "user_send_sticker"]


async def test_chatnow_is_told_once_and_only_by_a_stranger(
    oa: OaStandIn, lan: Phone, listener: Listener
) -> None:
    await lan.click_chatnow()
    await lan.click_chatnow()
    other = oa.phone(name="Hoa")
    await other.say("chào")
    await other.click_chatnow()
    assert listener.names() == ["user_click_chatnow", "user_send_text"]


async def test_what_a_phone_sends_can_be_fetched_until_it_is_forgotten(
    oa: OaStandIn, lan: Phone, listener: Listener, caller: Caller
) -> None:
    await lan.send_image(b"a picture", count=2)
    assert listener.names() == ["user_send_image"] * 2
    url = listener.got[-1].event["message"]["attachments"][0]["payload"]["url"]
    async with caller.session.get(url) as answer:
        assert await answer.read() == b"a picture"
    oa.media.forget()
    async with caller.session.get(url) as answer:
        assert answer.status == 404


async def test_faults_befall_the_calls_they_were_ordered_for(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    await lan.say("chào")
    oa.faults.inject_error("message/cs", -200, times=2)
    answers = [(await caller.write(lan.id))["error"] for _ in range(3)]
    assert answers == [-200, -200, 0]
    assert len(lan.said) == 1
    oa.faults.answer_status("getoa", 502)
    async with caller.session.get(oa.url + "/v2.0/oa/getoa") as answer:
        assert answer.status == 502


async def test_a_call_may_take_effect_though_its_caller_gave_up(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    """A slow answer is the ambiguous one; a stalled call is done only when it is let go."""
    await lan.say("chào")
    oa.faults.slow("message/cs", 30)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await caller.write(lan.id, "một")
    assert lan.last.text == "một"
    released = oa.faults.stall("message/cs")
    held = asyncio.create_task(caller.write(lan.id, "hai"))
    await oa.until(lambda: oa.calls.count("message/cs") == 2)
    assert lan.last.text == "một"
    released.set()
    assert (await held)["error"] == 0
    assert lan.last.text == "hai"
