"""Owns what can go wrong between the product and Zalo, ordered in advance by a test."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.standins.zalo.refused import Refused

ANY = "*"
Call = Callable[[], Awaitable[web.StreamResponse]]
Fault = Callable[[web.Request, Call], Awaitable[web.StreamResponse]]


class Faults:
    """Faults in waiting, by method or for ``"*"``; each befalls one call, in the order given.

    Methods are named by the end of their address: ``message/cs``, ``message/template``,
    ``message``, ``access_token``, ``getoa``, ``user/detail``, ``quota/message``,
    ``upload/image``, ``upload/file``; of the Bot Platform by their own names.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, list[Fault]] = defaultdict(list)

    def inject_error(self, method: str, code: int, times: int = 1, what: str = "") -> None:
        """Answer the next calls with an error number, without doing what they ask."""
        refused = Refused(code, what)

        async def fault(_: web.Request, __: Call) -> web.StreamResponse:
            raise refused

        self._add(method, fault, times)

    def answer_status(self, method: str, status: int, times: int = 1, body: str = "") -> None:
        """Answer the next calls as a broken proxy would: a status and something that is no JSON."""

        async def fault(_: web.Request, __: Call) -> web.StreamResponse:
            return web.Response(status=status, text=body or "<html>Bad</html>")

        self._add(method, fault, times)

    def drop_connection(self, method: str, times: int = 1, *, done: bool = False) -> None:
        """Hang up in the middle of the next calls; with ``done`` only after they took effect."""

        async def fault(request: web.Request, call: Call) -> web.StreamResponse:
            if done:
                await call()
            if request.transport is not None:
                request.transport.abort()
            return web.Response()

        self._add(method, fault, times)

    def slow(self, method: str, seconds: float, times: int = 1) -> None:
        """Do what the next calls ask, and answer only after so many real seconds."""

        async def fault(_: web.Request, call: Call) -> web.StreamResponse:
            answer = await call()
            await asyncio.sleep(seconds)
            return answer

        self._add(method, fault, times)

    def stall(self, method: str) -> asyncio.Event:
        """Hold the next call back until the returned event is set; then it is done."""
        released = asyncio.Event()

        async def fault(_: web.Request, call: Call) -> web.StreamResponse:
            await released.wait()
            return await call()

        self._add(method, fault, 1)
        return released

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self._waiting.clear()

    async def pass_through(
        self, method: str, request: web.Request, call: Call
    ) -> web.StreamResponse:
        """Make a call, or let what waits for it happen instead."""
        for queue in (self._waiting[method], self._waiting[ANY]):
            if queue:
                return await queue.pop(0)(request, call)
        return await call()

    def _add(self, method: str, fault: Fault, times: int) -> None:
        self._waiting[method].extend([fault] * times)
