"""Opens the citizens' doors on Zalo: events in, delivery out, and an eye on the account."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from aiohttp import web

from bot.channels.zalo.bot import BotChannel
from bot.channels.zalo.oa import OaChannel, Ways
from bot.channels.zalo.poll import poll
from bot.channels.zalo.webhook_bot import bot_webhook
from bot.channels.zalo.webhook_oa import oa_webhook
from bot.runtime.deliver import Deliverer
from bot.runtime.fetch import Fetcher
from bot.runtime.ladder import Approved, Ladder, Meter
from bot.wire.channel import SendError
from bot.wire.messages import Account
from hailong import zalo_account
from hailong.serving.doors import Doors, count_hooks, count_letters

log = structlog.get_logger()
OA = zalo_account.CHANNEL
BOT = "zalo_bot"
OA_PATH = "/hooks/zalo/oa"
BOT_PATH = "/hooks/zalo/bot"
_CAME_BACK = """<!doctype html><html lang="vi"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Zalo</title>
<p>Đã đồng ý trên Zalo. Ông/bà hãy sao chép toàn bộ địa chỉ của trang này và dán vào cửa sổ
đang chạy lệnh <code>hailong zalo authorize</code>, trong vòng mười phút.</p></html>"""
# The page's address carries the code of a consent: it must not travel on nor be kept.
_QUIET = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}
_DAY = 86_400.0
_BOT_RATE = 5.0
"""Messages a second; Zalo names no limit for bots."""


def open_zalo_oa(doors: Doors) -> None:
    """Add the Official Account's route, its delivery and its fetching of files."""
    settings = doors.home.settings
    account = zalo_account.account(settings)
    tokens = zalo_account.keeper(doors.home, doors.writer, told=partial(_renewal, doors))
    ways = Ways(
        settings.zalo_oa_api_base,
        settings.zalo_oa_rpm,
        settings.zalo_oa_buttons == "auto",
        template=settings.zalo_oa_template,
    )
    counted = count_letters(doors, OA)
    meter = Meter(counted)
    channel = OaChannel(account, tokens, ways, meter.billed, partial(_alarm, doors, OA))
    approved = Approved(channel, f"{settings.public_url}/t") if ways.template else None
    ladder = Ladder(account, settings.zalo_oa_billed_daily_cap, meter, approved)
    doors.carry("tokens zalo_oa", tokens.run)
    doors.closing.append(tokens.close)
    _join(doors, channel, Deliverer(doors.writer, channel, told=counted, ladder=ladder))
    hook = oa_webhook(
        settings.zalo_oa_app_id,
        settings.zalo_oa_secret_key,
        account,
        # By way of the spool, since Zalo does not reliably send again.
        doors.intake.submit,
        count_hooks(doors, OA),
        settings.zalo_oa_bad_signature_status,
    )
    doors.hear(web.post(OA_PATH, hook), web.get(zalo_account.CALLBACK, _came_back))
    doors.carry("watch zalo_oa", partial(_watch, channel))


def open_zalo_bot(doors: Doors) -> None:
    """Add the bot's route, or its polling where no secret is set, and its delivery."""
    settings = doors.home.settings
    token, secret = settings.zalo_bot_token, settings.zalo_bot_webhook_secret
    account = Account(BOT, token.partition(":")[0])
    channel = BotChannel(token, account, settings.zalo_bot_api_base, partial(_alarm, doors, BOT))
    doors.work.append(("name zalo_bot", partial(_name, doors, channel)))
    told = count_letters(doors, BOT)
    _join(doors, channel, Deliverer(doors.writer, channel, rate=_BOT_RATE, told=told))
    seen = count_hooks(doors, BOT)
    if not secret:
        doors.carry("poll zalo_bot", partial(poll, channel, doors.intake.submit, seen))
        return
    hook = bot_webhook(secret, account, doors.intake.submit, seen)
    doors.hear(web.post(BOT_PATH, hook))
    # Zalo posts to https alone.
    if settings.public_url.startswith("https://"):
        doors.carry("introduce zalo_bot", partial(_introduce, doors, channel))


def _join(doors: Doors, channel: OaChannel | BotChannel, deliverer: Deliverer) -> None:
    name = channel.account.channel
    doors.deliverers.append(deliverer)
    doors.carry(f"deliver {name}", deliverer.run)
    doors.carry(f"fetch {name}", Fetcher(doors.writer, channel).run)
    doors.closing.append(channel.close)


async def _came_back(_: web.Request) -> web.Response:
    """Say what to do with the address; nothing of it is read, so that no stranger's code counts."""
    return web.Response(text=_CAME_BACK, content_type="text/html", headers=_QUIET)


def _renewal(doors: Doors, outcome: str) -> None:
    doors.metrics.tokens.labels(OA, outcome).inc()
    if outcome == "alarm":
        doors.metrics.troubles.labels(OA, "token").inc()


def _alarm(doors: Doors, channel: str, trouble: str) -> None:
    """Say aloud what only a person can mend."""
    doors.metrics.troubles.labels(channel, trouble.partition(" ")[0]).inc()
    log.error("zalo needs somebody", channel=channel, trouble=trouble)


async def _introduce(doors: Doors, channel: BotChannel) -> None:
    """Tell Zalo where to post, however long that takes."""
    settings = doors.home.settings
    url = settings.public_url + BOT_PATH
    hook = partial(channel.set_webhook, url, settings.zalo_bot_webhook_secret)
    await _until_reached(channel, hook)


async def _name(doors: Doors, channel: BotChannel) -> None:
    """Learn under which name people find the bot, for the desks' pages."""

    async def learn() -> None:
        doors.zalo_bot_name = await channel.me()

    await _until_reached(channel, learn)


async def _until_reached(channel: BotChannel, act: Callable[[], Awaitable[None]]) -> None:
    rest = 1.0
    while not channel.stopped:
        try:
            await act()
        except SendError as error:
            log.warning("zalo is not reached yet", error=type(error).__name__)
            await asyncio.sleep(rest)
            rest = min(rest * 2, 300)
        else:
            return


async def _watch(channel: OaChannel) -> None:
    """Ask at the start and once a day how the account is, and say what is wrong with it."""
    while True:
        try:
            health = await channel.health()
        except SendError as error:
            log.warning("zalo does not say how the account is", error=type(error).__name__)
            await asyncio.sleep(_DAY / 24)
            continue
        if not health.verified:
            log.error("zalo has not verified the account")
        log.info("zalo account", package=health.package, until=health.package_until)
        await asyncio.sleep(_DAY)
