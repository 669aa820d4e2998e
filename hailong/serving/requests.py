"""A number for each request, in every line of log that it causes, and the time it took."""

import secrets
from collections.abc import Awaitable, Callable
from time import perf_counter

import structlog
from aiohttp import web

from hailong.serving.metrics import Metrics

HEADER = "X-Request-Id"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]
_NOWHERE = "none"


def numbered(metrics: Metrics) -> Middleware:
    """Make the middleware; the number is ours alone, whatever the caller sends."""

    @web.middleware
    async def handled(request: web.Request, handler: Handler) -> web.StreamResponse:
        number = secrets.token_hex(8)
        structlog.contextvars.bind_contextvars(request=number)
        started = perf_counter()
        status = 500
        try:
            response = await handler(request)
            status = response.status
            response.headers[HEADER] = number
        except web.HTTPException as answer:
            status = answer.status
            answer.headers[HEADER] = number
            raise
        finally:
            took = perf_counter() - started
            metrics.pages.labels(_route(request), str(status)).observe(took)
            structlog.contextvars.unbind_contextvars("request")
        return response

    return handled


def _route(request: web.Request) -> str:
    """Name the route by its pattern, so that no code and no token becomes a label."""
    resource = request.match_info.route.resource
    return _NOWHERE if resource is None else resource.canonical
