"""Owns the control plane: what a test in another process orders, behind a token of its own."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from aiohttp import web

TOKEN = "X-Control-Token"
Order = Callable[..., Any]


class Commanded(Protocol):
    """A stand-in that takes orders."""

    control_token: str

    def phone(self, id: str = "", name: str = "Lan") -> Any: ...


def control_plane(
    stand: Commanded, acts: frozenset[str], orders: Mapping[str, Order]
) -> list[web.RouteDef]:
    """Serve ``POST /control/<name>`` with a JSON object of arguments.

    ``acts`` are a phone's, named by ``user``; ``orders`` the server's. Answers
    ``{"ok": true, "result": ...}``, 401 without the token, 404 for an unknown name, 400 for
    arguments that do not fit.
    """

    async def command(request: web.Request) -> web.Response:
        given = request.headers.get(TOKEN, "")
        if not hmac.compare_digest(given.encode(), stand.control_token.encode()):
            return _refuse(401, "wrong control token")
        name = request.match_info["name"]
        arguments = json.loads(await request.text() or "{}")
        order = orders.get(name)
        if order is None and name in acts:
            order = getattr(stand.phone(arguments.pop("user", "")), name)
        if order is None:
            return _refuse(404, f"no such order: {name}")
        try:
            result = order(**arguments)
            if isinstance(result, Awaitable):
                result = await result
        except (TypeError, ValueError, LookupError, AssertionError) as error:
            return _refuse(400, f"{type(error).__name__}: {error}")
        return web.json_response({"ok": True, "result": result}, dumps=_dumps)

    return [web.post("/control/{name}", command)]


def _refuse(status: int, why: str) -> web.Response:
    return web.json_response({"ok": False, "description": why}, status=status)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
