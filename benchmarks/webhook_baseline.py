"""Measures aiogram's own bundled webhook handler, answering a fixed text and storing nothing.

``python -m benchmarks.webhook_baseline`` runs every way that it can be set up and is as kind to it
as its settings allow: uvloop, no access log, no FSM, one handler per kind of update, and
- ``reply``: the answer travels in the webhook's own response;
- ``background``: its default, 200 at once; the answer goes to a session that sends nothing at all,
  so that aiogram is not charged for the HTTP call that a real bot would make;
- ``silent``: the same, with handlers that do not answer;
- ``door``: not aiogram, but our route alone with a sink that stores nothing, for comparison.
The baseline to beat is the faster of ``reply`` and ``background``.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.load import Result

SECRET = "benchmark-secret"
PATH = "/hooks/telegram"
ANSWERING = ("reply", "background")
MODES = (*ANSWERING, "silent", "door")
_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
_TEXT = "Cảm ơn ông/bà."


def baseline(updates: int = 35_000, connections: int = 64) -> Result:
    """Return the best that aiogram's handler does while it answers."""
    runs = [measure(mode, updates, connections) for mode in ANSWERING]
    return max(runs, key=lambda run: run.per_second)


def measure(mode: str, updates: int = 35_000, connections: int = 64) -> Result:
    """Start one server in a process of its own, warm it up, and load it from another process."""
    with serving(mode) as url:
        post(url, SECRET, max(700, updates // 20), connections)
        return post(url, SECRET, updates, connections)


@contextmanager
def serving(mode: str) -> Iterator[str]:
    """Run a server on a free port as long as the block lasts; gives the webhook's address."""
    command = [sys.executable, "-m", "benchmarks.webhook_baseline", "--serve", mode]
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


async def serve(mode: str) -> None:
    """Serve one way of handling updates until terminated; prints the address first."""
    from aiohttp import web

    app = web.Application()
    app.router.add_post(PATH, _door() if mode == "door" else _aiogram(mode))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}", flush=True)
    await asyncio.Event().wait()


def _aiogram(mode: str) -> Any:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.base import BaseSession
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
    bot = Bot(_TOKEN, session=Nowhere())
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
    parser.add_argument("--updates", type=int, default=35_000)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    if options.serve:
        import uvloop

        uvloop.run(serve(options.serve))
        return
    for mode in MODES:
        result = measure(mode, options.updates, options.connections)
        print(json.dumps({"mode": mode} | vars(result)), flush=True)


if __name__ == "__main__":
    main()
