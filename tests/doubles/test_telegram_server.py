"""The stand-in speaks Telegram's language: read by a library that knows the real one."""

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import Update

from tests.doubles.telegram_phone import Phone
from tests.doubles.telegram_server import TelegramServer


def client(server: TelegramServer) -> Bot:
    """Make a bot of aiogram's own that talks to the stand-in."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    return Bot(server.token, session=session)


async def everything(phone: Phone) -> None:
    """Do all that a person can do."""
    await phone.start("AbC")
    await phone.say("Tốt")
    await phone.edit("Rất tốt")
    await phone.photo("quầy 3")
    await phone.album(2)
    for act in (phone.sticker, phone.voice, phone.video, phone.document, phone.location):
        await act()
    await phone.contact()
    await phone.press("1.level.5.a.b")
    await phone.block()
    await phone.unblock()


async def test_every_update_is_one_that_aiogram_can_read() -> None:
    """Whole: no field of a phone's updates is unknown to its models."""
    async with TelegramServer() as server, client(server) as bot:
        await everything(server.citizen())
        updates = await bot.get_updates(timeout=1)
        assert [update.event_type for update in updates] == [
            *("message", "message", "edited_message"),
            *["message"] * 9,
            *("callback_query", "my_chat_member", "my_chat_member"),
        ]
        numbers = [update.update_id for update in updates]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert updates[0].message.entities[0].type == "bot_command"
        assert updates[0].message.from_user.is_bot is False
        assert (
            abs(updates[0].message.date.timestamp() - server.pending[0][1]["message"]["date"]) < 1
        )


async def test_only_an_offset_above_it_confirms_an_update() -> None:
    """Asking again without one brings the same."""
    async with TelegramServer() as server, client(server) as bot:
        phone = server.citizen()
        await phone.say("một")
        await phone.say("hai")
        first, second = await bot.get_updates(timeout=1)
        assert [update.update_id for update in await bot.get_updates()] == [
            first.update_id,
            second.update_id,
        ]
        (left,) = await bot.get_updates(offset=second.update_id)
        assert left.message.text == "hai"


async def test_polling_and_a_webhook_exclude_each_other() -> None:
    """As at Telegram."""
    async with TelegramServer() as server, client(server) as bot:
        await bot.set_webhook("http://127.0.0.1:9/hook", secret_token="s")
        with pytest.raises(TelegramConflictError):
            await bot.get_updates()
        assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/hook"
        await bot.delete_webhook()
        assert await bot.get_updates() == []


async def test_it_refuses_what_telegram_refuses() -> None:
    """A button's data above 64 bytes, text above 4,096 units, a person who blocked the bot."""
    async with TelegramServer() as server, client(server) as bot, aiohttp.ClientSession() as http:
        phone = server.citizen()
        await phone.start()
        keys = {"inline_keyboard": [[{"text": "5", "callback_data": "x" * 65}]]}
        body = {"chat_id": phone.id, "text": "?", "reply_markup": keys}
        async with http.post(f"{server.url}/bot{server.token}/sendMessage", json=body) as answer:
            assert answer.status == 400
            assert "BUTTON_DATA_INVALID" in await answer.text()
        with pytest.raises(TelegramBadRequest, match="too long"):
            await bot.send_message(phone.id, "😊" * 2049)
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(404, "?")
        await phone.block()
        with pytest.raises(TelegramForbiddenError, match="blocked"):
            await bot.send_message(phone.id, "?")
        server.troubles.hold(30)
        with pytest.raises(TelegramRetryAfter) as caught:
            await bot.send_message(phone.id, "?")
        assert caught.value.retry_after == 30


async def test_a_file_can_be_downloaded() -> None:
    """The largest of a photo's sizes is what was sent."""
    async with TelegramServer() as server, client(server) as bot:
        await server.citizen().photo(content=b"\xff\xd8picture")
        (update,) = await bot.get_updates(timeout=1)
        file = await bot.get_file(update.message.photo[-1].file_id)
        content = await bot.download_file(file.file_path)
        assert content.read() == b"\xff\xd8picture"


async def test_a_phone_taps_by_words_or_by_number_and_hears_the_answers() -> None:
    """The press carries the button's own data, and waits for its acknowledgement."""
    async with TelegramServer() as server, client(server) as bot:
        phone = server.citizen()
        await phone.start()
        keys = [
            [{"text": label, "callback_data": data}]
            for label, data in (("Có", "y"), ("Không", "n"))
        ]
        await bot.send_message(
            phone.id, "Ông/bà có hài lòng?", reply_markup={"inline_keyboard": keys}
        )
        assert (await phone.hears("hài lòng")).labels() == ["Có", "Không"]
        await phone.tap("Không")
        await phone.tap(0)
        presses = [u.callback_query for u in await bot.get_updates(timeout=1) if u.callback_query]
        assert [press.data for press in presses] == ["n", "y"]
        assert len(phone.spinning) == 2
        await bot.answer_callback_query(presses[0].id)
        assert phone.spinning == {presses[1].id}


def test_an_update_read_strictly_has_nothing_left_over() -> None:
    """A guard for the test above: aiogram keeps fields it does not know apart."""
    odd = Update.model_validate({"update_id": 1, "kind_of_2031": {}})
    assert odd.model_extra == {"kind_of_2031": {}}
