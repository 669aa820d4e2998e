"""What happens to a message on its way out through the Official Account."""

import logging

import pytest
import structlog

from bot.channels.zalo.oa import Health, OaChannel, Ways
from bot.wire.channel import Later, Never, SendError, WindowClosed
from bot.wire.messages import Account, Address, Button, Outbound
from tests.standins.zalo import OaStandIn, Phone
from tests.zalo.conftest import Office, Pair

ROWS = tuple((Button(f"{n}. Mức {n}", f"1.level.{n}..", str(n)),) for n in (5, 4, 3, 2, 1))


def to(office: Office, phone: Phone, text: str = "Mời ông/bà chọn", **more: object) -> Outbound:
    """Make a message with five buttons."""
    return Outbound(1, Address(office.account, phone.id), text, ROWS, **more)


async def refusal(office: Office, message: Outbound) -> SendError:
    """Send what must fail."""
    with pytest.raises(SendError) as caught:
        await office.channel.send(message)
    return caught.value


async def test_a_message_arrives_with_its_buttons_and_a_tap_is_the_typed_digit(
    office: Office, lan: Phone
) -> None:
    await office.channel.send(to(office, lan, "<i>Quầy 3</i> & co"))
    bubble = await lan.hears()
    assert bubble.text == "<i>Quầy 3</i> & co"
    assert bubble.labels() == ["5. Mức 5", "4. Mức 4", "3. Mức 3", "2. Mức 2", "1. Mức 1"]
    await lan.tap(1)
    last = office.oa.events[-1]
    assert (last["event_name"], last["message"]["text"]) == ("user_send_text", "4")


async def test_an_account_without_buttons_is_written_to_in_words_from_then_on(
    office: Office, lan: Phone
) -> None:
    """It is tried once; the words are complete and ask nobody to press."""
    office.oa.account.buttons_supported = False
    with structlog.testing.capture_logs() as logs:
        for _ in range(2):
            await office.channel.send(to(office, lan, "Xin bấm một dòng, hoặc nhắn số:\n5. …"))
    assert [bubble.text for bubble in lan.said] == ["Xin nhắn số của một dòng:\n5. …"] * 2
    assert office.oa.calls == ["message/cs"] * 3
    assert [log["event"] for log in logs].count("zalo takes no buttons from this account") == 1
    assert not office.channel.takes_buttons


@pytest.mark.parametrize("code", [-201, -233])
async def test_both_answers_to_buttons_lead_to_words(office: Office, lan: Phone, code: int) -> None:
    office.oa.faults.inject_error("message/cs", code)
    await office.channel.send(to(office, lan))
    assert lan.last.buttons == ()


async def test_a_message_that_is_wrong_without_buttons_too_says_nothing_about_buttons(
    office: Office,
) -> None:
    """A person whom Zalo does not know: -201 as well."""
    stranger = Outbound(1, Address(office.account, "404"), "Xin chào", ROWS)
    assert isinstance(await refusal(office, stranger), Never)
    assert office.channel.takes_buttons


async def test_a_quote_that_is_refused_is_left_out_and_the_buttons_stay(
    office: Office, lan: Phone
) -> None:
    (number,) = await lan.send_image()
    await office.channel.send(to(office, lan, ack=number))
    assert lan.last.quotes == number
    office.oa.faults.inject_error("message/cs", -201)
    await office.channel.send(to(office, lan, ack=number))
    assert (lan.last.quotes, len(lan.last.buttons)) == ("", 5)
    assert office.channel.takes_buttons


async def test_buttons_can_be_switched_off(oa: OaStandIn, lan: Phone) -> None:
    account = Account("zalo_oa", oa.account.oa_id)
    channel = OaChannel(account, Pair(oa), Ways(oa.url, buttons=False))
    await channel.send(Outbound(1, Address(account, lan.id), "Mời chọn", ROWS))
    assert lan.last.buttons == ()
    await channel.close()


@pytest.mark.parametrize("code", [-216, -220])
async def test_a_dead_token_is_renewed_once_and_the_message_goes(
    office: Office, lan: Phone, code: int
) -> None:
    office.oa.faults.inject_error("message/cs", code)
    dead = office.oa.oauth.pair.access
    await office.channel.send(to(office, lan))
    assert office.tokens.renewals == [dead]
    assert len(lan.said) == 1
    assert office.alarms == []


async def test_a_renewed_token_that_is_dead_too_is_not_renewed_again(
    office: Office, lan: Phone
) -> None:
    """No endless loop: the account rests, and somebody hears of it."""
    office.oa.faults.inject_error("message/cs", -216, times=5)
    error = await refusal(office, to(office, lan))
    assert isinstance(error, Later)
    assert error.account_wide
    assert len(office.tokens.renewals) == 1
    assert office.oa.calls.count("message/cs") == 2
    assert office.alarms == ["token -216"]


async def test_what_the_keeper_of_tokens_says_is_passed_on(oa: OaStandIn, lan: Phone) -> None:
    class Empty:
        async def current(self) -> str:
            raise Later(5, account_wide=True, reason="none yet")

        async def renewed(self, failed: str) -> str:
            raise AssertionError

    account = Account("zalo_oa", oa.account.oa_id)
    channel = OaChannel(account, Empty(), Ways(oa.url))
    with pytest.raises(Later) as caught:
        await channel.send(Outbound(1, Address(account, lan.id), "Chào"))
    assert caught.value.reason == "none yet"
    assert oa.calls == []
    await channel.close()


async def test_an_answer_after_two_days_is_counted_as_billed(office: Office, lan: Phone) -> None:
    """Free for 48 hours, charged up to seven days, closed after."""
    await office.channel.send(to(office, lan))
    assert office.bills == []
    office.oa.advance_clock(hours=49)
    with structlog.testing.capture_logs() as logs:
        await office.channel.send(to(office, lan))
    assert (len(office.bills), office.oa.billed) == (1, 1)
    assert [log["event"] for log in logs] == ["zalo message billed"]
    office.oa.advance_clock(days=6)
    assert isinstance(await refusal(office, to(office, lan)), WindowClosed)
    assert len(office.bills) == 1


async def test_a_long_message_goes_on_where_it_had_to_wait(office: Office, lan: Phone) -> None:
    """What was said already is not said again."""
    message = to(office, lan, "một " * 1500)
    released = office.oa.faults.stall("message/cs")
    released.set()
    office.oa.faults.inject_error("message/cs", -32)
    assert isinstance(await refusal(office, message), Later)
    assert len(lan.said) == 1
    await office.channel.send(message)
    assert " ".join(bubble.text for bubble in lan.said).split() == ["một"] * 1500
    assert [len(bubble.buttons) for bubble in lan.said] == [0] * (len(lan.said) - 1) + [5]


async def test_what_may_have_gone_out_is_tried_three_times_in_all(
    office: Office, lan: Phone
) -> None:
    """A broken line after the message arrived: Zalo has no key against repeats."""
    office.oa.faults.drop_connection("message/cs", times=3, done=True)
    assert [type(await refusal(office, to(office, lan))) for _ in range(3)] == [Later, Later, Never]
    assert len(lan.said) == 3


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_broken_proxy_means_later(office: Office, lan: Phone, status: int) -> None:
    """Whether it says so in JSON, in HTML, or with nothing."""
    office.oa.faults.answer_status("message/cs", status)
    office.oa.faults.answer_status("message/cs", status, body='{"error":0,"data":{}}')
    for _ in range(2):
        assert isinstance(await refusal(office, to(office, lan)), Later)
    await office.channel.send(to(office, lan))
    assert len(lan.said) == 1


async def test_a_zalo_that_fails_for_hours_costs_no_message(office: Office, lan: Phone) -> None:
    """Unlike one that may have sent it, it is asked again however often that was in vain."""
    office.oa.faults.answer_status("message/cs", 500, times=20)
    for _ in range(20):
        assert isinstance(await refusal(office, to(office, lan)), Later)
    await office.channel.send(to(office, lan))
    assert len(lan.said) == 1


@pytest.mark.parametrize("body", ["", "[]", "null", '{"error":null}', '{"ok":true}', "[" * 9999])
async def test_an_answer_that_is_none_means_later(office: Office, lan: Phone, body: str) -> None:
    office.oa.faults.answer_status("message/cs", 200, body=body or " ")
    assert isinstance(await refusal(office, to(office, lan)), Later)


async def test_a_number_in_quotes_is_a_number(office: Office, lan: Phone) -> None:
    office.oa.faults.answer_status("message/cs", 200, body='{"error":"-230"}')
    assert isinstance(await refusal(office, to(office, lan)), WindowClosed)


async def test_nobody_there_means_later_for_all_without_end(lan: Phone, oa: OaStandIn) -> None:
    """Nothing went out, so that nothing is lost by waiting."""
    account = Account("zalo_oa", "1")
    channel = OaChannel(account, Pair(oa), Ways("http://127.0.0.1:9"))
    for _ in range(5):
        with pytest.raises(Later) as caught:
            await channel.send(Outbound(1, Address(account, lan.id), "Chào"))
        assert caught.value.account_wide
    await channel.close()


async def test_a_slow_answer_is_not_waited_for_without_end(oa: OaStandIn, lan: Phone) -> None:
    released = oa.faults.stall("message/cs")
    account = Account("zalo_oa", oa.account.oa_id)
    channel = OaChannel(account, Pair(oa), Ways(oa.url, timeout=0.2))
    with pytest.raises(Later):
        await channel.send(Outbound(1, Address(account, lan.id), "Chào"))
    released.set()
    await channel.close()


@pytest.mark.parametrize("text", ["", " ", "\ud800"])
async def test_a_message_that_cannot_exist_is_never_tried(
    office: Office, lan: Phone, text: str
) -> None:
    assert isinstance(await refusal(office, to(office, lan, text)), Never)
    assert office.oa.calls == []


async def test_no_token_is_ever_shown(
    office: Office, lan: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = office.oa.oauth.pair.access
    shown = ""
    with structlog.testing.capture_logs() as logs:
        for code in (-216, -209, -200, -201):
            office.oa.faults.inject_error("message/cs", code, times=2)
            error = await refusal(office, to(office, lan))
            shown += repr(error) + str(error) + repr(error.__cause__) + repr(error.__context__)
            office.oa.faults.clear()
    assert token not in shown + caplog.text + repr(logs) + repr(office.alarms)


async def test_the_account_says_how_it_is(office: Office) -> None:
    account = office.oa.account
    assert await office.channel.health() == Health(
        account.name, True, account.package_name, account.package_ends, account.oa_id
    )
    account.broken = -221
    with pytest.raises(Later):
        await office.channel.health()
    assert office.alarms == ["setting -221"]


@pytest.mark.parametrize(
    ("said", "verified"),
    [("true", True), ('"true"', True), ("1", True), ('"False"', False), ("null", False)],
)
async def test_whether_it_is_verified_is_read_in_any_spelling(
    office: Office, said: str, verified: bool
) -> None:
    body = f'{{"error": 0, "data": {{"name": "UBND", "is_verified": {said}}}}}'
    office.oa.faults.answer_status("getoa", 200, body=body)
    assert (await office.channel.health()).verified is verified


async def test_an_answer_without_an_account_says_nothing_of_it(office: Office) -> None:
    """Else the doctor would call a verified account unverified."""
    office.oa.faults.answer_status("getoa", 200, body='{"error": 0, "message": "Success"}')
    with pytest.raises(Later):
        await office.channel.health()
