"""What can go wrong between a bot and Telegram, ordered in advance by a test."""

import asyncio
import math
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

Trouble = Callable[[web.Request], Awaitable[web.StreamResponse | None]]


class ApiError(Exception):
    """A refusal in the form in which the Bot API writes it."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status, self.description, self.retry_after = status, description, retry_after

    def response(self) -> web.Response:
        """Write the refusal as an HTTP answer."""
        body = {"ok": False, "error_code": self.status, "description": self.description}
        headers = {}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
            headers["Retry-After"] = str(self.retry_after)
        return web.json_response(body, status=self.status, headers=headers)


def too_many(seconds: float) -> ApiError:
    """Refuse for so many seconds, rounded up as Telegram does."""
    whole = math.ceil(seconds)
    return ApiError(429, f"Too Many Requests: retry after {whole}", whole)


@dataclass
class Troubles:
    """Troubles in waiting, per method in lower case; each happens once, in the order given."""

    waiting: dict[str, list[Trouble]] = field(default_factory=lambda: defaultdict(list))
    held_until: float = 0.0
    asked_while_held: int = 0

    def refuse(
        self, method: str, status: int, description: str, retry_after: int | None = None
    ) -> None:
        """Answer the next call of a method with an error."""
        error = ApiError(status, description, retry_after)

        async def refuse(_: web.Request) -> web.StreamResponse:
            return error.response()

        self._add(method, refuse)

    def garble(self, method: str, status: int, body: str) -> None:
        """Answer the next call of a method with something that is no JSON, as a proxy would."""

        async def garble(_: web.Request) -> web.StreamResponse:
            return web.Response(status=status, text=body, content_type="text/html")

        self._add(method, garble)

    def hang_up(self, method: str) -> None:
        """Close the connection in the middle of the next call of a method."""

        async def hang_up(request: web.Request) -> web.StreamResponse:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()

        self._add(method, hang_up)

    def stall(self, method: str) -> asyncio.Event:
        """Let the next call of a method wait until the returned event is set; then it is done."""
        released = asyncio.Event()

        async def stall(_: web.Request) -> None:
            await released.wait()

        self._add(method, stall)
        return released

    def hold(self, seconds: float) -> None:
        """Answer every call with 429 for so many seconds: the whole bot is held, not one chat."""
        self.held_until = time.monotonic() + seconds

    async def meet(self, method: str, request: web.Request) -> web.StreamResponse | None:
        """Return what goes wrong with this call, or None where all is well."""
        if (left := self.held_until - time.monotonic()) > 0:
            self.asked_while_held += 1
            return too_many(left).response()
        queue = self.waiting[method]
        return await queue.pop(0)(request) if queue else None

    def _add(self, method: str, trouble: Trouble) -> None:
        self.waiting[method.lower()].append(trouble)
