"""The Bot Platform: methods, both transports, both envelopes, quotas and refusals."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.conftest import Hands
from tests.standins.product import Listener
from tests.standins.zalo import BotPhone, BotStandIn, Clock

SECRET = "a-secret-of-the-hook"


@pytest.fixture
async def bot(clock: Hands) -> AsyncIterator[BotStandIn]:
    async with BotStandIn(clock=Clock(clock, pace=0.001)) as bot:
        yield bot


@pytest.fixture
def lan(bot: BotStandIn) -> BotPhone:
    return bot.phone()


class Caller:
    """Calls methods as any program could."""

    def __init__(self, bot: BotStandIn, session: ClientSession) -> None:
        self.bot, self.session = bot, session

    async def ask(self, method: str, token: str = "", **arguments: Any) -> dict[str, Any]:
        address = f"{self.bot.url}/bot{token or self.bot.token}/{method}"
        async with self.session.post(address, json=arguments) as answer:
            return await answer.json()

    async def code(self, method: str, token: str = "", **arguments: Any) -> int:
        """The number of the error, 0 where there was none."""
        return int((await self.ask(method, token, **arguments)).get("error_code", 0))

    async def get(self, method: str, **arguments: str) -> tuple[int, dict[str, Any]]:
        address = f"{self.bot.url}/bot{self.bot.token}/{method}"
        async with self.session.get(address, params=arguments) as answer:
            return answer.status, await answer.json()


@pytest.fixture
async def caller(bot: BotStandIn) -> AsyncIterator[Caller]:
    async with ClientSession() as session:
        yield Caller(bot, session)


@pytest.fixture
async def listener(bot: BotStandIn, caller: Caller) -> AsyncIterator[Listener]:
    async with Listener() as listener:
        assert (await caller.ask("setWebhook", url=listener.url, secret_token=SECRET))["ok"]
        yield listener


async def test_a_bot_says_who_it_is_by_get_and_by_post(bot: BotStandIn, caller: Caller) -> None:
    posted = await caller.ask("getMe")
    assert posted == (await caller.get("getMe"))[1]
    assert posted["result"]["account_name"] == bot.account_name


async def test_tokens_and_methods_must_be_right(caller: Caller) -> None:
    assert await caller.code("getMe", "1:wrong") == 401
    assert await caller.code("getme") == 400
    assert await caller.code("sendTemplate") == 400


async def test_errors_come_with_200_unless_told_otherwise(bot: BotStandIn, caller: Caller) -> None:
    assert (await caller.get("nothing"))[0] == 200
    bot.mirrors_status = True
    assert (await caller.get("nothing"))[0] == 400


async def test_a_poll_gives_one_update_once_and_then_times_out(
    lan: BotPhone, caller: Caller
) -> None:
    await lan.say("một")
    await lan.say("hai")
    got = [(await caller.ask("getUpdates", timeout="1"))["result"] for _ in range(2)]
    assert [update["message"]["text"] for update in got] == ["một", "hai"]
    assert got[0]["event_name"] == "message.text.received"
    assert got[0]["message"]["chat"] == {"id": lan.id, "chat_type": "PRIVATE"}
    empty = await caller.ask("getUpdates", timeout=1)
    assert empty == {"ok": False, "error_code": 408, "description": "Request timeout"}


async def test_a_poll_waits_for_what_comes_and_a_second_one_is_refused(
    bot: BotStandIn, lan: BotPhone, caller: Caller
) -> None:
    first = asyncio.create_task(caller.ask("getUpdates", timeout=5000))
    await bot.until(lambda: bot.polling)
    assert await caller.code("getUpdates", timeout=1) == 409
    await lan.say("một")
    assert (await first)["result"]["message"]["text"] == "một"


async def test_a_poller_that_went_away_takes_nothing_along(
    bot: BotStandIn, lan: BotPhone, caller: Caller
) -> None:
    gone = asyncio.create_task(caller.ask("getUpdates", timeout=5000))
    await bot.until(lambda: bot.polling)
    gone.cancel()
    await bot.until(lambda: not bot.polling)
    await lan.say("một")
    assert (await caller.ask("getUpdates", timeout=1))["result"]["message"]["text"] == "một"


async def test_updates_may_be_lost_while_nobody_polls(bot: BotStandIn, lan: BotPhone) -> None:
    bot.queues = False
    await lan.say("một")
    assert (len(bot.lost), bot.waiting) == (1, [])


async def test_a_webhook_is_posted_to_with_its_secret_and_ends_polling(
    bot: BotStandIn, lan: BotPhone, caller: Caller, listener: Listener
) -> None:
    await lan.say("một")
    got = listener.got[-1]
    assert got.headers["X-Bot-Api-Secret-Token"] == SECRET
    assert got.event["message"]["text"] == "một"
    assert got.event["message"]["date"] == bot.clock.ms()
    assert await caller.code("getUpdates", timeout=1) == 400
    info = (await caller.ask("getWebhookInfo"))["result"]
    assert info["url"] == listener.url
    assert SECRET not in str(info)
    await caller.ask("deleteWebhook")
    await lan.say("hai")
    assert len(listener.got) == 1
    assert len(bot.waiting) == 1


async def test_an_update_may_come_in_the_documented_envelope(
    bot: BotStandIn, lan: BotPhone, listener: Listener
) -> None:
    bot.wrapped = True
    await lan.say("một")
    assert listener.got[-1].event["ok"] is True
    assert listener.got[-1].event["result"]["message"]["text"] == "một"


async def test_a_picture_comes_under_either_name(
    bot: BotStandIn, lan: BotPhone, listener: Listener
) -> None:
    await lan.send_image(caption="Vũng nước")
    bot.photo_field = "photo"
    await lan.send_image()
    first, second = (got.event["message"] for got in listener.got)
    assert first["photo_url"].startswith(bot.url)
    assert first["caption"] == "Vũng nước"
    assert ("photo_url" in second, "photo" in second) == (False, True)


async def test_what_is_withheld_comes_with_and_without_a_message(
    lan: BotPhone, listener: Listener
) -> None:
    await lan.send_unsupported()
    await lan.send_unsupported(with_message=False)
    first, second = (got.event for got in listener.got)
    assert first["message"]["from"]["id"] == lan.id
    assert second == {"event_name": "message.unsupported.received"}


async def test_a_failed_post_is_not_repeated(
    bot: BotStandIn, lan: BotPhone, listener: Listener
) -> None:
    listener.status = 503
    await lan.say("một")
    await bot.settled()
    assert len(listener.got) == 1
    await lan.repeat()
    assert listener.got[0].body == listener.got[1].body


@pytest.mark.parametrize(
    ("url", "secret", "error"),
    [
        ("https://danhgia.example.vn/hooks/zalo/bot", SECRET, 0),
        ("http://127.0.0.1:9/", SECRET, 0),
        ("http://danhgia.example.vn/", SECRET, 404),
        ("https://localhost/", SECRET, 404),
        ("https://10.0.0.1/", SECRET, 404),
        ("https://danhgia.example.vn/", "7 bytes", 404),
        ("https://danhgia.example.vn/", "a" * 257, 404),
    ],
)
async def test_a_webhook_needs_https_and_a_secret(
    caller: Caller, url: str, secret: str, error: int
) -> None:
    assert await caller.code("setWebhook", url=url, secret_token=secret) == error


@pytest.mark.parametrize(
    ("text", "error"), [("a" * 2000, 0), ("a" * 2001, 404), ("👍" * 1001, 404), ("", 404)]
)
async def test_a_text_has_up_to_two_thousand_units(
    lan: BotPhone, caller: Caller, text: str, error: int
) -> None:
    await lan.say("chào")
    assert await caller.code("sendMessage", chat_id=lan.id, text=text) == error


async def test_nobody_is_written_to_who_never_wrote(lan: BotPhone, caller: Caller) -> None:
    assert await caller.code("sendMessage", chat_id=lan.id, text="chào") == 404


async def test_texts_and_pictures_reach_the_phone(lan: BotPhone, caller: Caller) -> None:
    await lan.say("chào")
    sent = await caller.ask("sendMessage", chat_id=lan.id, text="Xin chào")
    heard = await lan.hears("Xin chào")
    assert sent["result"]["message_id"] == heard.id
    await caller.ask("sendPhoto", chat_id=lan.id, photo="https://a.vn/a.png", caption="Ảnh")
    assert (await lan.hears()).image == "https://a.vn/a.png"
    assert (await caller.ask("sendChatAction", chat_id=lan.id, action="typing")) == {"ok": True}


async def test_a_month_has_a_quota(bot: BotStandIn, lan: BotPhone, caller: Caller) -> None:
    bot.month_quota = 2
    await lan.say("chào")
    codes = [await caller.code("sendMessage", chat_id=lan.id, text="a") for _ in range(3)]
    assert codes == [0, 0, 429]
    bot.advance_clock(days=31)
    assert await caller.code("sendMessage", chat_id=lan.id, text="a") == 0


async def test_the_quota_may_count_both_directions(
    bot: BotStandIn, lan: BotPhone, caller: Caller
) -> None:
    bot.month_quota, bot.counts_both = 2, True
    await lan.say("chào")
    codes = [await caller.code("sendMessage", chat_id=lan.id, text="a") for _ in range(2)]
    assert codes == [0, 429]


async def test_fifty_people_are_served_and_no_more(bot: BotStandIn, caller: Caller) -> None:
    people = [bot.phone() for _ in range(51)]
    for person in people:
        await person.say("chào")
    codes = [await caller.code("sendMessage", chat_id=p.id, text="a") for p in people[-2:]]
    assert codes == [0, 429]


async def test_faults_befall_methods_by_name(
    bot: BotStandIn, lan: BotPhone, caller: Caller
) -> None:
    await lan.say("chào")
    bot.faults.inject_error("sendMessage", 403)
    codes = [await caller.code("sendMessage", chat_id=lan.id, text="a") for _ in range(2)]
    assert codes == [403, 0]
