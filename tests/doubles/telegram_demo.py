"""The stand-in Telegram as a command: a phone in the terminal, for showing the bot without a net."""

import argparse
import asyncio
import sys
from contextlib import suppress

from tests.doubles.telegram_phone import Bubble, Phone
from tests.doubles.telegram_server import TelegramServer

_HELP = "a line is sent as text; #2 presses the second button; /photo sends a picture; Ctrl-D ends"


def main() -> None:
    """Read the options and run until the end of input."""
    parser = argparse.ArgumentParser(description=__doc__, epilog=_HELP)
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--hook", default="", help="where to post updates; without it, polling")
    parser.add_argument("--secret", default="")
    parser.add_argument("--token", default=TelegramServer().token)
    options = parser.parse_args()
    asyncio.run(_run(options.port, options.hook, options.secret, options.token))


async def _run(port: int, hook: str, secret: str, token: str) -> None:
    server = await TelegramServer(token=token, again_after=0.5).start(port)
    print(f"Bot API at {server.url}, token {server.token}\n{_HELP}")
    if hook:
        await server.set_webhook(hook, secret or None)
    phone = server.citizen()
    screen = asyncio.create_task(_screen(phone))
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            await _act(phone, line.strip())
        with suppress(TimeoutError):
            await server.settled()
    finally:
        screen.cancel()
        await server.stop()


async def _act(phone: Phone, line: str) -> None:
    if line.startswith("#") and line[1:].isdigit():
        await phone.tap(int(line[1:]) - 1)
    elif line == "/photo":
        await phone.photo()
    elif line:
        await phone.say(line)


async def _screen(phone: Phone) -> None:
    while True:
        _print(await phone.hears(timeout=10**9))


def _print(bubble: Bubble) -> None:
    print(f"\nBot: {bubble.text}")
    for number, label in enumerate(bubble.labels(), 1):
        print(f"  #{number} [{label}]")
