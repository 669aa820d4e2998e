"""The web server in front: passes each connection to the next server that says it is alive."""

import asyncio
import itertools
from collections.abc import Sequence

import aiohttp

from tests.drill.wire import End, Wire

_EVERY = 0.5
_PATIENCE = aiohttp.ClientTimeout(total=1.5)


class Front(Wire):
    """Asks each server after ``/healthz``; who does not answer loses its connections."""

    def __init__(self, ports: Sequence[int]) -> None:
        super().__init__(self._next)
        self._ports = ports
        self._turn = itertools.cycle(range(len(ports)))
        self._down: set[int] = set()
        self._held: dict[int, set[asyncio.StreamWriter]] = {port: set() for port in ports}

    async def watch(self) -> None:
        """Ask all of them, until cancelled."""
        async with aiohttp.ClientSession(timeout=_PATIENCE) as session, asyncio.TaskGroup() as all_:
            for port in self._ports:
                all_.create_task(self._watch(session, port))

    async def _watch(self, session: aiohttp.ClientSession, port: int) -> None:
        while True:
            if await _alive(session, port):
                self._down.discard(port)
            else:
                self._down.add(port)
                for writer in self._held[port]:
                    writer.transport.abort()
                self._held[port].clear()
            await asyncio.sleep(_EVERY)

    async def _next(self) -> End:
        for _ in self._ports:
            port = self._ports[next(self._turn)]
            if port in self._down:
                continue
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                continue
            self._held[port].add(writer)
            return reader, writer
        raise ConnectionError("none of them is alive")


async def _alive(session: aiohttp.ClientSession, port: int) -> bool:
    try:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            return answer.status == 200
    except (OSError, aiohttp.ClientError, TimeoutError):
        return False
