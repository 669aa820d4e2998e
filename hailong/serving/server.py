"""Starts the server, keeps it until it is told to stop, and stops it cleanly."""

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiohttp import web

from feedback.services.refusals import Refusal
from hailong.home import Home
from hailong.serving import headers
from hailong.serving.connections import Gate, Patience, room_for
from hailong.serving.doors import Doors
from hailong.serving.opening import open_doors
from hailong.serving.part import Part

log = structlog.get_logger()
_TURN = 0.0005
"""Seconds after which the writer's thread and the loop take turns; 5 ms would hold up answers."""
_QUEUE = 1024
"""Connections that the system keeps waiting while the process is busy."""
IDLE = 5
"""Seconds after which PostgreSQL lets go of what a process holds that stands still, or is gone."""
HEADROOM = 16 * 2**20
"""Bytes of the largest body any route reads; each route has its own, smaller limit."""


@dataclass(slots=True)
class Listening:
    """Where to listen, and for which part; ``shared`` lets several processes listen on one port."""

    host: str
    port: int
    shared: bool = False
    told: Callable[[], None] = field(default=lambda: None)
    part: Part = Part.ALL


def run(home: Home, listening: Listening) -> None:
    """Serve until SIGINT or SIGTERM; raise Refusal where the port cannot be had."""
    sys.setswitchinterval(_TURN)
    gc.collect()
    gc.freeze()  # what was imported stays; looking it over again and again costs every answer
    gc.set_threshold(50_000, 20, 50)
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(serve(home, listening))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    try:
        import uvloop
    except ImportError:  # there is none for this machine
        return asyncio.new_event_loop
    return uvloop.new_event_loop


async def serve(home: Home, listening: Listening, stop: asyncio.Event | None = None) -> None:
    """Open the doors, listen, and run deliveries and timers until told to stop."""
    stop = stop or _told_by_signal()
    doors = await open_doors(home, listening.part)
    gate = _gate(doors)
    # No access log: its lines would hold citizens' addresses and the tokens of what they open.
    runner = web.AppRunner(_app(doors, gate), access_log=None, shutdown_timeout=5)
    await runner.setup()
    tasks = [asyncio.create_task(_kept(name, make)) for name, make in doors.work]
    try:
        async with _listen(runner, gate, listening):
            log.info("serving", host=listening.host, port=listening.port)
            listening.told()
            await stop.wait()
    finally:
        # In this order: nobody comes in any more, then tasks end, and last what they write with.
        await runner.cleanup()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await doors.close()


@contextlib.asynccontextmanager
async def _listen(runner: web.AppRunner, gate: Gate, listening: Listening) -> AsyncIterator[None]:
    manager = runner.server
    if manager is None:
        raise RuntimeError("the runner was not set up")
    loop = asyncio.get_running_loop()
    try:
        # Not aiohttp's own site, which makes its connections itself and knows no gate.
        server = await loop.create_server(
            gate.opening(manager),
            listening.host,
            listening.port,
            backlog=_QUEUE,
            # Only among workers: otherwise a second server would start beside the first, and nobody
            # know.
            reuse_port=listening.shared or None,
        )
    except OSError as error:
        where = f"{listening.host}:{listening.port}"
        raise Refusal(f"Cannot listen on {where}: {error.strerror or error}.") from None
    try:
        yield
    finally:
        server.close()


def _gate(doors: Doors) -> Gate:
    settings = doors.home.settings
    most = room_for(settings.limit_connections)
    if most < settings.limit_connections:
        log.warning("the system lets us keep fewer connections", most=most)
    patience = Patience(most, settings.limit_header_seconds, settings.limit_idle_seconds)
    gate = Gate(patience, doors.metrics.hung_up)
    doors.metrics.connections.set_function(gate.count)
    doors.work.append(("connections", gate.watch))
    return gate


def _app(doors: Doors, gate: Gate) -> web.Application:
    middlewares = [gate.answered, *doors.middlewares]
    app = web.Application(client_max_size=HEADROOM, middlewares=middlewares)
    app.add_routes(doors.routes)
    app.on_response_prepare.append(headers.signed(doors.home.settings.public_url))
    return app


async def _kept(name: str, make: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Start a task again when it fails, after a rest that grows."""
    rest = 0.5
    while True:
        try:
            await make()
            return
        except Exception as error:  # noqa: BLE001  the server outlives each of its tasks
            log.error("task failed", task=name, error=type(error).__name__)
            await asyncio.sleep(rest)
            rest = min(rest * 2, 30)


def _told_by_signal() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    return stop
