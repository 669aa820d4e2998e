"""Owns the order of deliveries: one person's go one after another, different people's at once."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

Work = Coroutine[Any, Any, None]
NO_CONNECTION = "no connection"


class Lanes:
    """Tasks in flight; ``changed`` is called whenever one ends."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._last: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: ClientSession | None = None

    def run(self, lane: str, work: Work) -> asyncio.Task[None]:
        """Do something after everything that was begun before in this lane."""
        task = self.aside(_after(self._last.get(lane), work))
        # Cancelled before its turn came, it would be told of as forgotten.
        task.add_done_callback(lambda _: work.close())
        self._last[lane] = task
        return task

    def aside(self, work: Work) -> asyncio.Task[None]:
        """Do something that nothing waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def busy(self) -> bool:
        """Whether anything is still being done."""
        return bool(self._tasks)

    async def close(self) -> None:
        """Stop everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def post(
        self, url: str, body: bytes, headers: dict[str, str], patience: float
    ) -> tuple[int | None, str]:
        """Post a body; returns the status, or None and why there was no answer."""
        if self._session is None:
            self._session = ClientSession()
        limit = ClientTimeout(total=patience)
        try:
            async with self._session.post(
                url, data=body, headers=headers, timeout=limit, allow_redirects=False
            ) as answer:
                await answer.read()
                return answer.status, ""
        except ClientConnectorError:
            return None, NO_CONNECTION
        except TimeoutError:
            return None, "slow"
        except ClientError as error:
            return None, type(error).__name__

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._changed()


async def _after(before: asyncio.Task[None] | None, work: Work) -> None:
    if before is not None and not before.done():
        await asyncio.wait({before})
    await work
