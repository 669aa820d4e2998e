"""A stand-in for the Bot API in a process of its own: it takes every message and counts them.

It does as little as HTTP allows, so that whoever sends to it is what a measurement measures.
"""

import asyncio
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

_MESSAGE = (
    b'{"ok":true,"result":{"message_id":1,"date":1790000000,"chat":{"id":1,"type":"private"}}}'
)
_TRUE = b'{"ok":true,"result":true}'
_COUNT = "/sent"
"""Where the number of messages taken is told."""


@contextmanager
def serving() -> Iterator[str]:
    """Run one as long as the block lasts; gives its address."""
    command = [sys.executable, "-m", "benchmarks.bot_api"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(10)


def sent(url: str) -> int:
    """Tell how many messages one has taken."""
    with urllib.request.urlopen(url + _COUNT, timeout=10) as answer:
        return int(answer.read())


def until_sent(url: str, wanted: int, patience: float = 300.0) -> float:
    """Wait until one has taken so many messages; give how many seconds that took from now."""
    began = time.perf_counter()
    while sent(url) < wanted:
        if time.perf_counter() - began > patience:
            raise SystemExit(f"only {sent(url)} of {wanted} answers were sent")
        time.sleep(0.01)
    return time.perf_counter() - began


async def serve() -> None:
    """Serve until terminated; prints the address first."""
    from aiohttp import web

    taken = 0

    async def answer(request: web.BaseRequest) -> web.Response:
        nonlocal taken
        if request.path == _COUNT:
            return web.Response(text=str(taken))
        await request.read()
        says = request.path.endswith("/sendMessage")
        taken += says
        return web.Response(body=_MESSAGE if says else _TRUE, content_type="application/json")

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    import uvloop

    uvloop.run(serve())
