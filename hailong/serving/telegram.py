"""Opens the citizens' door on Telegram: webhook or polling, delivery, and the bot's own name."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from bot.channels.telegram.webhook import webhook
from bot.runtime.deliver import Deliverer
from bot.runtime.fetch import Fetcher
from bot.wire.channel import SendError
from bot.wire.messages import Account
from hailong.serving.doors import Doors, count_hooks, count_letters

if TYPE_CHECKING:
    from bot.channels.telegram.channel import TelegramChannel

log = structlog.get_logger()
PATH = "/hooks/telegram"


def open_telegram(doors: Doors) -> None:
    """Add the door's route, its delivery and its fetching of photos."""
    settings = doors.home.settings
    # What stands before the colon is the bot's own number, whatever becomes of its token.
    account = Account("telegram", settings.telegram_token.partition(":")[0])
    doors.telegram_username = settings.telegram_username
    if settings.telegram_mode == "webhook":
        seen = count_hooks(doors, "telegram")
        # Past the spool: Telegram sends again whatever is not answered with 2xx.
        hook = webhook(settings.telegram_webhook_secret, account, doors.collector.submit, seen)
        doors.hear(web.post(PATH, hook))
    # The client takes seconds and 100 MB to load; who only takes in needs it for the name alone.
    if doors.part.delivers or not doors.telegram_username:
        _open_client(doors, account)


def _open_client(doors: Doors, account: Account) -> None:
    from bot.channels.telegram.channel import TelegramChannel
    from bot.channels.telegram.poll import poll

    settings = doors.home.settings
    channel = TelegramChannel(
        settings.telegram_token,
        account,
        settings.telegram_api_base,
        settings.telegram_proxy or None,
    )
    deliverer = Deliverer(doors.writer, channel, told=count_letters(doors, "telegram"))
    doors.deliverers.append(deliverer)
    doors.carry("deliver telegram", deliverer.run)
    doors.carry("fetch telegram", Fetcher(doors.writer, channel).run)
    doors.closing.append(channel.close)
    if settings.telegram_mode == "polling":
        seen = count_hooks(doors, "telegram")
        doors.carry("poll telegram", partial(poll, channel, doors.collector.submit_all, seen))
    # Telegram is hard to reach in Viet Nam at times: pages and other doors do not wait for it.
    doors.work.append(("introduce telegram", partial(_introduce, doors, channel)))


async def _introduce(doors: Doors, channel: "TelegramChannel") -> None:
    """Learn the bot's user name and tell Telegram where to post, however long that takes."""
    settings = doors.home.settings
    rest = 1.0
    while True:
        try:
            doors.telegram_username = doors.telegram_username or await channel.me()
            # Telegram posts to https alone.
            if settings.telegram_mode == "webhook" and settings.public_url.startswith("https://"):
                url = settings.public_url + PATH
                await channel.set_webhook(url, settings.telegram_webhook_secret)
            return
        except SendError as error:
            log.warning("telegram is not reached yet", error=type(error).__name__)
            await asyncio.sleep(rest)
            rest = min(rest * 2, 300)
