"""What happens to a message on its way out, and what the runtime is told to do next."""

import asyncio
import logging

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.wire.channel import Gone, Later, Never, SendError
from bot.wire.messages import Address, Button, Outbound
from tests.doubles.telegram_phone import Phone
from tests.doubles.telegram_server import TelegramServer
from tests.telegram.updates import ACCOUNT


@pytest.fixture
async def phone(server: TelegramServer) -> Phone:
    """A citizen who has opened the bot."""
    phone = server.citizen()
    await phone.start()
    return phone


def to(phone: Phone, text: str = "Xin chào ông/bà", ack: str | None = None) -> Outbound:
    """Make a message with one button."""
    rows = ((Button("5. Rất hài lòng", "1.level.5.10.a"),),)
    return Outbound(1, Address(ACCOUNT, str(phone.id)), text, rows, ack)


async def refusal(channel: TelegramChannel, message: Outbound) -> SendError:
    """Send what must fail."""
    with pytest.raises(SendError) as caught:
        await channel.send(message)
    return caught.value


async def test_a_message_arrives_with_its_buttons(channel: TelegramChannel, phone: Phone) -> None:
    """The words on the screen are the words that were given."""
    await channel.send(to(phone, "<i>Quầy 3</i> & co"))
    bubble = await phone.hears()
    assert bubble.text == "<i>Quầy 3</i> & co"
    assert bubble.buttons == ((("5. Rất hài lòng", "1.level.5.10.a"),),)


async def test_a_press_is_acknowledged_before_it_is_answered(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """The waiting mark on the button goes first."""
    await channel.send(to(phone))
    await phone.tap("Rất")
    (ack,) = phone.spinning
    await channel.send(to(phone, "Cảm ơn", ack))
    assert not phone.spinning
    assert [method for method, _ in server.calls][-2:] == ["answercallbackquery", "sendmessage"]


async def test_a_press_too_old_to_acknowledge_is_answered_all_the_same(
    channel: TelegramChannel, phone: Phone
) -> None:
    """Telegram refuses after a while; the message matters."""
    await channel.send(to(phone, ack="0"))
    assert (await phone.hears()).text == "Xin chào ông/bà"


async def test_429_holds_the_whole_account_for_as_long_as_it_says(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """The limit is the bot's, not the person's."""
    server.troubles.refuse("sendMessage", 429, "Too Many Requests: retry after 7", 7)
    assert await refusal(channel, to(phone)) == Later(7.0, account_wide=True, reason="429")
    await channel.send(to(phone))
    assert len(phone.bubbles) == 1


async def test_a_person_who_blocked_us_is_gone(channel: TelegramChannel, phone: Phone) -> None:
    """And is back when they open the bot again."""
    await phone.block()
    assert isinstance(await refusal(channel, to(phone)), Gone)
    await phone.start()
    await channel.send(to(phone))
    assert len(phone.bubbles) == 1


async def test_a_person_who_never_was_or_is_no_more_is_gone(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """Chat not found, account deleted, bot never opened."""
    phone.deactivated = True
    assert isinstance(await refusal(channel, to(phone)), Gone)
    assert isinstance(await refusal(channel, to(server.citizen())), Gone)
    stranger = Outbound(1, Address(ACCOUNT, "404"), "Xin chào")
    assert isinstance(await refusal(channel, stranger), Gone)


async def test_a_message_that_cannot_exist_is_never_tried_again(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """Refused by Telegram, or already by us."""
    server.troubles.refuse("sendMessage", 400, "Bad Request: BUTTON_DATA_INVALID")
    assert isinstance(await refusal(channel, to(phone)), Never)
    assert isinstance(await refusal(channel, to(phone, " ")), Never)
    assert isinstance(await refusal(channel, to(phone, "\ud800")), Never)


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_trouble_at_telegram_means_later(
    server: TelegramServer, channel: TelegramChannel, phone: Phone, status: int
) -> None:
    """Also when the answer is no JSON at all, as from a proxy."""
    server.troubles.refuse("sendMessage", status, "Internal Server Error")
    assert isinstance(await refusal(channel, to(phone)), Later)
    server.troubles.garble("sendMessage", status, "<html>Bad Gateway</html>")
    assert isinstance(await refusal(channel, to(phone)), Later)
    server.troubles.garble("sendMessage", status, '{"ok":false}')
    assert isinstance(await refusal(channel, to(phone)), Later)


async def test_a_dropped_connection_means_later(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """The next try goes through on a new one."""
    server.troubles.hang_up("sendMessage")
    assert isinstance(await refusal(channel, to(phone)), Later)
    await channel.send(to(phone))
    assert len(phone.bubbles) == 1


async def test_a_slow_answer_is_not_waited_for_without_end(
    server: TelegramServer, phone: Phone
) -> None:
    """It counts as not sent: rather twice than not at all."""
    released = server.troubles.stall("sendMessage")
    channel = TelegramChannel(server.token, ACCOUNT, server.url, timeout=0.2)
    assert isinstance(await refusal(channel, to(phone)), Later)
    released.set()
    await channel.close()


async def test_nobody_there_means_later_for_all(phone: Phone) -> None:
    """A port without a listener."""
    channel = TelegramChannel("1:secretsecret", ACCOUNT, "http://127.0.0.1:9", timeout=2)
    trouble = await refusal(channel, to(phone))
    assert isinstance(trouble, Later)
    assert trouble.account_wide
    await channel.close()


async def test_an_http_proxy_is_asked_instead_of_telegram(phone: Phone) -> None:
    """For an office from which Telegram cannot be reached; credentials go to the proxy only."""
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    listener = await asyncio.start_server(proxy, "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    channel = TelegramChannel(
        "1:secret", ACCOUNT, "http://telegram.invalid", f"http://me:word@127.0.0.1:{port}"
    )
    assert isinstance(await refusal(channel, to(phone)), Later)
    await channel.close()
    listener.close()
    assert asked[0].startswith(b"POST http://telegram.invalid/bot1:secret/sendMessage ")
    assert b"Proxy-Authorization: Basic" in asked[0]


@pytest.mark.parametrize("proxy", ["nonsense", "ftp://x:1"])
async def test_a_proxy_that_cannot_be_used_refuses_to_start(proxy: str) -> None:
    """Better than silence later."""
    with pytest.raises(ValueError, match="proxy"):
        TelegramChannel("1:secret", ACCOUNT, proxy=proxy)


async def test_a_wrong_token_loses_no_message_and_is_never_shown(
    server: TelegramServer, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything waits until someone mends the setting."""
    caplog.set_level(logging.DEBUG)
    channel = TelegramChannel("12345:wrongwrongwrong", ACCOUNT, server.url)
    trouble = await refusal(channel, to(phone))
    assert trouble == Later(60.0, account_wide=True, reason="TelegramUnauthorizedError")
    assert "wrongwrong" not in caplog.text + str(trouble) + repr(trouble) + repr(vars(trouble))
    await channel.close()


@pytest.mark.parametrize("token", ["", "no colon in this secret", "x:y", "1:a b"])
def test_what_cannot_be_a_token_is_refused_without_being_quoted(token: str) -> None:
    """The setting is wrong; the log is no place for it."""
    with pytest.raises(ValueError, match="no token") as caught:
        TelegramChannel(token, ACCOUNT)
    assert not token or token not in str(caught.value)


async def test_a_long_message_goes_on_where_it_had_to_wait(
    server: TelegramServer, channel: TelegramChannel, phone: Phone
) -> None:
    """What was said already is not said again."""
    message = to(phone, "một " * 1500)
    released = server.troubles.stall("sendMessage")
    released.set()
    server.troubles.refuse("sendMessage", 429, "Too Many Requests: retry after 1", 1)
    assert isinstance(await refusal(channel, message), Later)
    assert len(phone.bubbles) == 1
    await channel.send(message)
    assert [bool(bubble.buttons) for bubble in phone.bubbles] == [False, True]
    assert " ".join(bubble.text for bubble in phone.bubbles).split() == ["một"] * 1500


async def test_the_bot_knows_its_own_name(channel: TelegramChannel) -> None:
    """The link to it is made of this name."""
    assert await channel.me() == "HaiLongThuBot"


async def test_a_webhook_is_set_with_its_secret_and_kinds(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    """Leaving it is asked for before polling."""
    await channel.set_webhook("http://127.0.0.1:9/hooks/telegram", "s3cret")
    method, arguments = server.calls[-1]
    assert method == "setwebhook"
    assert arguments["secret_token"] == "s3cret"
    assert server.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}
    await channel.forget_webhook()
    assert server.hook is None
    assert isinstance(await _failing_hook(channel), Never)


async def _failing_hook(channel: TelegramChannel) -> SendError:
    with pytest.raises(SendError) as caught:
        await channel.set_webhook("http://127.0.0.1:9/x", "not allowed!")
    return caught.value


async def test_a_photo_is_fetched_by_its_id_and_not_beyond_the_limit() -> None:
    async with TelegramServer() as server:
        channel = TelegramChannel(server.token, ACCOUNT, server.url)
        reference = server.keep("photos", b"x" * 1000, ".jpg")
        assert await channel.fetch(reference, 1000) == b"x" * 1000
        with pytest.raises(Never):
            await channel.fetch(reference, 999)
        with pytest.raises(SendError):
            await channel.fetch("no such file", 1000)
        await channel.close()
