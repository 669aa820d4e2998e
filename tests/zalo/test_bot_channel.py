"""What happens to a message on its way out through the Bot Platform."""

import logging

import pytest
import structlog

from bot.channels.zalo.bot import BotChannel
from bot.wire.channel import Later, Never, SendError
from bot.wire.messages import Account, Address, Button, Outbound
from tests.standins.zalo import BotPhone, BotStandIn
from tests.zalo.conftest import Bot

ROWS = ((Button("5. Rất hài lòng", "1.level.5..", "5"),),)


@pytest.fixture
async def phone(bot: BotStandIn) -> BotPhone:
    """A citizen who has written to the bot."""
    phone = bot.phone()
    await phone.say("Xin chào")
    return phone


def to(door: Bot, phone: BotPhone, text: str = "Xin bấm một dòng, hoặc nhắn số:") -> Outbound:
    return Outbound(1, Address(door.channel.account, phone.id), text, ROWS, "ignored")


async def refusal(channel: BotChannel, message: Outbound) -> SendError:
    """Send what must fail."""
    with pytest.raises(SendError) as caught:
        await channel.send(message)
    return caught.value


async def test_a_message_is_words_alone(door: Bot, phone: BotPhone) -> None:
    """The platform has no buttons, so that nobody is asked to press one."""
    await door.channel.send(to(door, phone))
    assert [bubble.text for bubble in phone.said] == ["Xin nhắn số của một dòng:"]
    assert door.server.calls[-1] == (
        "sendMessage",
        {"chat_id": phone.id, "text": "Xin nhắn số của một dòng:"},
    )


async def test_a_long_message_is_cut_where_it_fits(door: Bot, phone: BotPhone) -> None:
    await door.channel.send(to(door, phone, "một 😊 " * 900))
    assert len(phone.said) > 1
    assert " ".join(bubble.text for bubble in phone.said).split() == ["một", "😊"] * 900


async def test_a_wrong_token_stops_the_bot_and_is_never_shown(
    bot: BotStandIn, phone: BotPhone, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody hears of it once; Zalo is asked no more; no message is lost."""
    caplog.set_level(logging.DEBUG)
    alarms: list[str] = []
    channel = BotChannel("12345689:wrongwrong", Account("zalo_bot", "1"), bot.url, alarms.append)
    message = Outbound(1, Address(channel.account, phone.id), "Chào")
    with structlog.testing.capture_logs() as logs:
        errors = [await refusal(channel, message) for _ in range(3)]
    assert all(isinstance(error, Later) and error.account_wide for error in errors)
    assert channel.stopped
    assert alarms == ["setting 401"]
    shown = "".join(repr(e) + repr(e.__context__) + repr(vars(e)) for e in errors)
    assert "wrongwrong" not in shown + caplog.text + repr(logs)
    assert "wrongwrong" not in repr(channel)
    await channel.close()


async def test_an_address_with_the_token_in_it_is_never_shown(phone: BotPhone) -> None:
    """Network errors carry the address that was asked; ours do not."""
    for base in ("http://127.0.0.1:9", "http://no such host"):
        channel = BotChannel("1:secretsecret", Account("zalo_bot", "1"), base)
        error = await refusal(channel, Outbound(1, Address(channel.account, "x"), "Chào"))
        assert isinstance(error, Later)
        cause: BaseException | None = error
        while cause is not None:
            assert cause is error or cause.__suppress_context__ or "secret" not in repr(cause)
            cause = cause.__cause__
        await channel.close()


async def test_the_months_quota_makes_the_bot_rest_long(door: Bot, phone: BotPhone) -> None:
    door.server.month_quota = 0
    error = await refusal(door.channel, to(door, phone))
    assert isinstance(error, Later)
    assert error.seconds >= 3600
    assert door.alarms == ["quota 429"]


async def test_an_unknown_chat_is_never_tried_again(door: Bot) -> None:
    stranger = Outbound(1, Address(door.channel.account, "404"), "Chào")
    assert isinstance(await refusal(door.channel, stranger), Never)


@pytest.mark.parametrize(("given", "name"), [("bot.uGsxQaGt", "bot.uGsxQaGt"), ("a/../b?c", "")])
async def test_a_bot_learns_the_name_in_its_address(door: Bot, given: str, name: str) -> None:
    """What could not stand in an address is none."""
    door.server.account_name = given
    assert await door.channel.me() == name


async def test_a_webhook_is_set_with_its_secret(door: Bot) -> None:
    await door.channel.set_webhook("http://127.0.0.1:1/hooks/zalo/bot", "secret-of-the-hook")
    assert door.server.hook_url == "http://127.0.0.1:1/hooks/zalo/bot"
    assert door.server.hook_secret == "secret-of-the-hook"
    with pytest.raises(Never):
        await door.channel.set_webhook("http://example.vn/x", "secret-of-the-hook")
