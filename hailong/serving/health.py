"""Alive, able to store, and the numbers: three routes that say nothing about citizens."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from aiohttp import web

from bot.runtime.spool import Spool
from bot.runtime.takers import can_store
from bot.runtime.writer import StoreDown, Writer
from hailong.serving import standing
from hailong.serving.metrics import Metrics

Handler = Callable[[web.Request], Awaitable[web.Response]]
# Below the five seconds for which a locked SQLite is waited for: a probe hears of it.
PATIENCE = 3.0


def routes(writer: Writer, spool: Spool, metrics: Metrics) -> list[web.RouteDef]:
    """Make the routes."""
    return [
        web.get("/healthz", _alive),
        web.get("/readyz", partial(_ready, writer, spool)),
        web.get("/metrics", partial(_metrics, writer, metrics)),
    ]


async def _alive(request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


async def _ready(writer: Writer, spool: Spool, request: web.Request) -> web.Response:
    stores = await _can_store(writer)
    checks = {"store": stores, "undamaged": not writer.damaged, "spool": spool.takes_more()}
    ok = all(checks.values())
    return web.json_response({"ok": ok, "checks": checks}, status=200 if ok else 503)


async def _can_store(writer: Writer) -> bool:
    try:
        return await asyncio.wait_for(can_store(writer), PATIENCE)
    except TimeoutError:
        return False


async def _metrics(writer: Writer, metrics: Metrics, request: web.Request) -> web.Response:
    try:
        metrics.stand(await asyncio.wait_for(writer.run(standing.read), PATIENCE))
    except (StoreDown, TimeoutError):
        metrics.stand(None)
    return web.Response(
        body=metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
    )
