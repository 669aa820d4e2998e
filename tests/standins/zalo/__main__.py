"""The stand-in as a process of its own: an Official Account and a bot, each on a port.

``python -m tests.standins.zalo --port 8090 --webhook http://127.0.0.1:8080/hooks/zalo/oa``
prints one JSON object with every address, id, secret and token, and serves until it is stopped.
"""

import argparse
import asyncio
import contextlib
import json
import signal

from tests.standins.zalo import Account, BotStandIn, Clock, OaStandIn, ProbeRefused

_KNOCK = 0.5
"""Real seconds between two tries to register a webhook whose server is not up yet."""


def main() -> None:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.standins.zalo", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090, help="the Official Account; 0: any")
    parser.add_argument("--bot-port", type=int, default=8091, help="the bot; 0: any")
    parser.add_argument("--webhook", default="", help="where the account posts its events")
    parser.add_argument("--pace", type=float, default=1.0, help="real seconds per waited second")
    parser.add_argument("--control-token", default="")
    parser.add_argument("--access-token", default="")
    parser.add_argument("--refresh-token", default="")
    parser.add_argument("--bot-token", default="12345689:abc-xyz")
    parser.add_argument("--no-buttons", action="store_true")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(parser.parse_args()))


async def _serve(options: argparse.Namespace) -> None:
    clock = Clock(pace=options.pace)
    oa = OaStandIn(Account(buttons_supported=not options.no_buttons), clock)
    bot = BotStandIn(options.bot_token, clock)
    if options.control_token:
        oa.control_token = bot.control_token = options.control_token
    if options.refresh_token:
        oa.oauth.seed(options.access_token, options.refresh_token)
    await oa.start(options.port, options.host)
    await bot.start(options.bot_port, options.host)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    print(json.dumps(told(oa, bot), ensure_ascii=False), flush=True)
    knocking = asyncio.create_task(subscribed(oa, options.webhook))
    try:
        await stop.wait()
    finally:
        knocking.cancel()
        await bot.stop()
        await oa.stop()


async def subscribed(oa: OaStandIn, webhook: str) -> None:
    """Register a webhook as soon as its server answers the probe with 200."""
    while webhook:
        try:
            await oa.set_webhook(webhook)
        except ProbeRefused:
            await asyncio.sleep(_KNOCK)
        else:
            return


def told(oa: OaStandIn, bot: BotStandIn) -> dict[str, str]:
    """Name everything that a product must be given, and where a person chats."""
    account = oa.account
    return {
        "oa_id": account.oa_id,
        "app_id": account.app_id,
        "app_secret": account.app_secret,
        "secret_key": account.secret_key,
        "api_base": oa.url,
        "oauth_base": oa.url,
        "chat_base": oa.url,
        "access_token": oa.oauth.pair.access,
        "refresh_token": oa.oauth.pair.refresh,
        "oa_chat": f"{oa.url}/{account.oa_id}",
        "oa_control_token": oa.control_token,
        "bot_token": bot.token,
        "bot_api_base": bot.url,
        "bot_chat": f"{bot.url}/{bot.account_name}",
        "bot_control_token": bot.control_token,
    }


if __name__ == "__main__":
    main()
