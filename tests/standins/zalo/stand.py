"""Owns the listening: one real port on this machine, with faults, media and a movable clock."""

import secrets
from typing import Self

from aiohttp import web

from tests.standins.zalo.bell import Bell
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.faults import Faults
from tests.standins.zalo.media import Media


class StandIn:
    """A server that stands in for one of Zalo's. Use it with ``async with``."""

    hangs_up_with_caller = False
    """Whether a call ends when its caller goes away, as a poll must."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.bell = Bell()
        self.faults = Faults()
        self.media = Media(lambda: self.url, self.bell.ring)
        self.control_token = secrets.token_urlsafe(16)
        self.stopped = False
        self._host = "127.0.0.1"
        self._port = 0
        self._runner: web.AppRunner | None = None

    def routes(self) -> list[web.RouteDef]:
        """Everything that is served."""
        raise NotImplementedError

    async def start(self, port: int = 0, host: str = "127.0.0.1", shown: str = "") -> Self:
        """Listen; port 0 takes any that is free. ``shown`` is the name that addresses carry."""
        app = web.Application(client_max_size=16 * 2**20)
        app.add_routes(self.routes())
        self._runner = web.AppRunner(
            app,
            access_log=None,
            shutdown_timeout=0.2,
            handler_cancellation=self.hangs_up_with_caller,
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self._port = self._runner.addresses[0][1]
        self._host = shown or host
        return self

    async def stop(self) -> None:
        """Hang up on everyone, those first who wait for something to happen."""
        self.stopped = True
        self.bell.ring()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The base address to give to a client."""
        return f"http://{self._host}:{self._port}"

    def advance_clock(self, **by: float) -> None:
        """Move the time forward, in the words of timedelta."""
        self.clock.advance(**by)
        self.bell.ring()
