"""Measures aiogram's own bundled webhook handler, answering a fixed text and storing nothing.

``python -m benchmarks.webhook_baseline`` runs every way that it can be set up and is as kind to it
as its settings allow: uvloop, no access log, no FSM, one handler per kind of update, and
- ``reply``: the answer travels in the webhook's own response;
- ``sending``: its default, 200 at once in the background; the answer goes by aiogram's own session
  to the stand-in Bot API that our server delivers to as well, and the last one sent ends the time;
- ``nowhere``: the same, but with a session that sends nothing at all;
- ``silent``: the same, with handlers that do not answer;
- ``door``: not aiogram, but our route alone with a sink that stores nothing, for comparison.
The baseline to beat is the faster of ``reply`` and ``sending``, where the answer really leaves.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from benchmarks import bot_api
from benchmarks.load import Result

SECRET = "benchmark-secret"
PATH = "/hooks/telegram"
ANSWERING = ("reply", "sending")
MODES = (*ANSWERING, "nowhere", "silent", "door")
_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
_TEXT = "Cảm ơn ông/bà."


def measure(mode: str, updates: int = 35_000, connections: int = 64) -> Result:
    """Start one server in a process of its own, warm it up, and load it from another process."""
    with bot_api.serving() as api, serving(mode, api) as url:
        warm = post(url, SECRET, max(700, updates // 20), connections)
        if mode != "sending":
            return post(url, SECRET, updates, connections)
        bot_api.until_sent(api, warm.updates)
        result = post(url, SECRET, updates, connections)
        seconds = result.seconds + bot_api.until_sent(api, warm.updates + result.updates)
        rate = round(result.updates / seconds, 1)
        return replace(result, seconds=round(seconds, 3), per_second=rate)


@contextmanager
def serving(mode: str, api: str) -> Iterator[str]:
    """Run a server on a free port as long as the block lasts; gives the webhook's address."""
    command = [sys.executable, "-m", "benchmarks.webhook_baseline", "--serve", mode, "--api", api]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(10)


def post(
    url: str, secret: str, updates: int, connections: int, tokens_file: str | None = None
) -> Result:
    """Run the generator in a process of its own."""
    command = [
        *(sys.executable, "-m", "benchmarks.load", "--url", url, "--secret", secret),
        *("--updates", str(updates), "--connections", str(connections)),
        *(("--tokens-file", tokens_file) if tokens_file else ()),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=600)
    return Result(**json.loads(done.stdout))


async def serve(mode: str, api: str) -> None:
    """Serve one way of handling updates until terminated; prints the address first."""
    from aiohttp import web

    app = web.Application()
    app.router.add_post(PATH, _door() if mode == "door" else _aiogram(mode, api))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}", flush=True)
    await asyncio.Event().wait()


def _aiogram(mode: str, api: str) -> Any:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.session.base import BaseSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import CallbackQuery, Message
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler

    class Nowhere(BaseSession):
        """Sends nothing and says that it was sent."""

        async def make_request(self, bot: Any, method: Any, timeout: Any = None) -> Any:
            return True

        async def stream_content(self, *_: Any, **__: Any) -> Any:
            yield b""

        async def close(self) -> None:
            return None

    async def said(message: Message) -> Any:
        return None if mode == "silent" else message.answer(_TEXT)

    async def pressed(press: CallbackQuery) -> Any:
        return None if mode == "silent" else press.message.answer(_TEXT)

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(said)
    dispatcher.callback_query.register(pressed)
    sending = AiohttpSession(api=TelegramAPIServer.from_base(api)) if mode == "sending" else None
    bot = Bot(_TOKEN, session=sending or Nowhere())
    # In the background an answer cannot travel in the webhook's own response.
    return SimpleRequestHandler(dispatcher, bot, mode != "reply", SECRET)


def _door() -> Any:
    from bot.channels.telegram.webhook import webhook
    from bot.wire.messages import Account, Inbound

    async def forget(_: Inbound) -> None:
        return None

    return webhook(SECRET, Account("telegram", "benchmark"), forget, lambda _: None)


def main() -> None:
    """Serve when told to; else measure every way and print one JSON line for each."""
    parser = argparse.ArgumentParser(description="measure aiogram's bundled webhook handler")
    parser.add_argument("--serve", choices=MODES)
    parser.add_argument("--api", default="", help="the stand-in Bot API of the mode sending")
    parser.add_argument("--updates", type=int, default=35_000)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    if options.serve:
        import uvloop

        uvloop.run(serve(options.serve, options.api))
        return
    for mode in MODES:
        result = measure(mode, options.updates, options.connections)
        print(json.dumps({"mode": mode} | vars(result)), flush=True)


if __name__ == "__main__":
    main()
