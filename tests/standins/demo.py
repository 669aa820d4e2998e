"""`make demo-zalo`: the product as a process, and a simulated Zalo beside it to chat with it.

It gives the product nothing but settings; it never reaches into it.
"""

import argparse
import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process

from aiohttp import ClientError, ClientSession

from hailong.running import own_address
from tests.standins.wiring import bot_settings, oa_settings
from tests.standins.zalo import BotStandIn, OaStandIn, ProbeRefused

_LOOK = 0.2
"""Real seconds between two looks whether the product is up."""


def main() -> None:
    """Read the options, run both, and give the product's exit code."""
    parser = argparse.ArgumentParser(prog="make demo-zalo")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--zalo-port", type=int, default=8090, help="and the next one for the bot")
    parser.add_argument("--lan", action="store_true")
    sys.exit(asyncio.run(_run(parser.parse_args())))


async def _run(options: argparse.Namespace) -> int:
    stop = _told_by_signal()
    host, shown = ("0.0.0.0", own_address()) if options.lan else ("127.0.0.1", "127.0.0.1")
    oa, bot = OaStandIn(), BotStandIn()
    try:
        await oa.start(options.zalo_port, host, shown)
        await bot.start(options.zalo_port and options.zalo_port + 1, host, shown)
    except OSError as error:
        await oa.stop()
        print(f"{error.strerror}; say `make demo-zalo ZALO_PORT=8290`.", file=sys.stderr)
        return 2
    product = await _product(options, oa, bot)
    telling = asyncio.create_task(_introduced(oa, bot, f"http://{shown}:{options.port}"))
    try:
        await _either(stop.wait(), product.wait())
    finally:
        telling.cancel()
        code = await _ended(product)
        await bot.stop()
        await oa.stop()
    return code


async def _product(options: argparse.Namespace, oa: OaStandIn, bot: BotStandIn) -> Process:
    lan = ["--lan"] if options.lan else []
    given = oa_settings(oa) | bot_settings(bot)
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "hailong.running", "--port", str(options.port), *lan),
        env=os.environ | {f"HAILONG_{key.upper()}": value for key, value in given.items()},
    )


async def _introduced(oa: OaStandIn, bot: BotStandIn, product: str) -> None:
    """Tell the two about each other once the product is up, and a person about both."""
    async with ClientSession() as session:
        while not await _ready(session, product):
            await asyncio.sleep(_LOOK)
    try:
        await oa.set_webhook(f"{product}/hooks/zalo/oa")
    except ProbeRefused as refused:
        print(f"  The product does not take Zalo's events: {refused}", flush=True)
    _tell(oa, bot)


async def _ready(session: ClientSession, product: str) -> bool:
    try:
        async with session.get(f"{product}/readyz") as answer:
            return answer.status == 200
    except (ClientError, TimeoutError):
        return False


def _tell(oa: OaStandIn, bot: BotStandIn) -> None:
    order = f"curl -H 'X-Control-Token: {oa.control_token}' -d '{{\"hours\": 49}}'"
    lines = [
        "  Zalo, simulated: open one of these beside the form, and chat as a citizen would.",
        f"  Official Account     {oa.url}/{oa.account.oa_id}",
        f"  Bot (pilot)          {bot.url}/{bot.account_name}",
        "  Begin with           the desk's six letters and digits, typed with # in front,",
        "                       or with the form's own button that copies them",
        f"  Let two days pass    {order} {oa.url}/control/advance_clock",
        "",
    ]
    print("\n".join(lines), flush=True)


async def _either(*works: object) -> None:
    tasks = [asyncio.ensure_future(work) for work in works]  # type: ignore[arg-type]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


async def _ended(product: Process) -> int:
    if product.returncode is None:
        product.send_signal(signal.SIGTERM)
    return await product.wait()


def _told_by_signal() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


if __name__ == "__main__":
    main()
