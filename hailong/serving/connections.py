"""Bounds the connections of a process: how many, and how long one may say nothing or dawdle.

It never hangs up on one whose request is being answered.
"""

import asyncio
import contextlib
import resource
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from hailong.serving.headers import LEAST, NAME

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Told = Callable[[str], None]
_LOOK = 1.0
_LINE = 4096
_FIELD = 8190
_FIELDS = 64
_SPARE_FILES = 200
"""Files beside the connections: database, journals, messengers, logs."""
# Written whole in advance: nothing of a request was read yet, and nothing more is waited for.
_CROWDED = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\n"
    b"Content-Length: 0\r\n\r\n"
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How many connections are kept, and for how many seconds.

    ``header`` for a request to be said, ``idle`` between two requests, ``reader`` for whoever does
    not take the answer in.
    """

    most: int = 4_000
    header: float = 15.0
    idle: float = 130.0
    reader: float = 60.0


class Connection(web.RequestHandler):
    """One connection: since when it is open or was answered, and since when a request is said."""

    __slots__ = ("_gate", "answering", "begun", "deaf", "since")

    def __init__(self, gate: "Gate", manager: web.Server, patience: Patience) -> None:
        super().__init__(
            manager,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=patience.idle,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own way to say none
            max_line_size=_LINE,
            max_field_size=_FIELD,
            max_headers=_FIELDS,
        )
        self._gate = gate
        self.answering = False
        self.since = time.monotonic()
        # From the beginning on: who connects and says nothing at all dawdles as well.
        self.begun = self.since
        self.deaf = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, unless there are too many."""
        super().connection_made(transport)
        self._gate.enter(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """End."""
        self._gate.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in a piece of a request."""
        if not self.begun:
            self.begun = time.monotonic()
        super().data_received(data)

    def pause_writing(self) -> None:
        """Note that the answer is not taken in."""
        super().pause_writing()
        self.deaf = time.monotonic()

    def resume_writing(self) -> None:
        """Note that it is."""
        super().resume_writing()
        self.deaf = 0.0

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what is no request that can be read, telling nothing of ourselves."""
        answer = web.Response(status=status, headers=LEAST | {"Server": NAME})
        answer.force_close()
        return answer

    def refuse(self) -> None:
        """Say that there are too many, and close."""
        if self.transport is not None:
            self.transport.write(_CROWDED)
        self.force_close()

    def drop(self) -> None:
        """Close without waiting until what was written is taken in."""
        if self.transport is not None:
            self.transport.abort()


class Gate:
    """Keeps all connections of a process; ``told`` hears why one was hung up on."""

    def __init__(self, patience: Patience, told: Told = lambda why: None) -> None:
        self._patience = patience
        self._told = told
        self._all: set[Connection] = set()
        self._waiting: OrderedDict[Connection, None] = OrderedDict()

    def opening(self, server: web.Server) -> Callable[[], Connection]:
        """Give what makes a connection of a server's."""
        return lambda: Connection(self, server, self._patience)

    @web.middleware
    async def answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Hold the connection of a request until it is answered."""
        connection = request.protocol
        if not isinstance(connection, Connection):
            return await handler(request)
        self._waiting.pop(connection, None)
        connection.answering = True
        try:
            return await handler(request)
        finally:
            connection.answering = False
            connection.since, connection.begun = time.monotonic(), 0.0
            # It may have gone while it was answered, and would then wait here for ever.
            if connection in self._all:
                self._waiting[connection] = None

    def enter(self, connection: Connection) -> None:
        """Take a connection in: beyond the most, the one goes that has been silent longest."""
        if len(self._all) >= self._patience.most:
            # All are being answered, and nobody whose request is under way is hung up on.
            if not self._waiting:
                self._told("full")
                connection.refuse()
                return
            longest, _ = self._waiting.popitem(last=False)
            # At once: that it is lost is told only later, and its place is wanted now.
            self._all.discard(longest)
            self._told("crowd")
            longest.drop()
        self._all.add(connection)
        self._waiting[connection] = None

    def leave(self, connection: Connection) -> None:
        """Forget a connection that ended."""
        self._all.discard(connection)
        self._waiting.pop(connection, None)

    def count(self) -> int:
        """Give how many connections are open."""
        return len(self._all)

    async def watch(self) -> None:
        """Hang up on who dawdles, for ever; see ``look_over``."""
        while True:
            await asyncio.sleep(_LOOK)
            self.look_over()

    def look_over(self) -> None:
        """Hang up on whoever did not say a request in time, or does not take in the answer."""
        now = time.monotonic()
        late, deaf = now - self._patience.header, now - self._patience.reader
        for connection in [one for one in self._waiting if 0.0 < one.begun < late]:
            self._told("slow")
            # Nothing is said: a browser may hold a connection in reserve, and would show it.
            connection.force_close()
        for connection in [one for one in self._all if 0.0 < one.deaf < deaf]:
            self._told("deaf")
            connection.drop()


def room_for(most: int) -> int:
    """Give how many connections the system lets this process keep, after asking for ``most``."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most + _SPARE_FILES
    if soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(1, min(most, soft - _SPARE_FILES))
