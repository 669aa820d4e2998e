"""Carries updates to a bot's webhook as Telegram does: in order per chat, again until 2xx."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from tests.doubles.telegram_wire import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Attempt:
    """One try at handing over an update; status is None when nobody answered."""

    update_id: int
    status: int | None
    at: float


class Courier:
    """Posts to one webhook. One failing update blocks the later ones of its chat, no others."""

    def __init__(
        self,
        url: str,
        secret: str | None,
        delivered: Callable[[Json], None],
        tried: Callable[[], None],
        again_after: float,
        repeats: int,
    ) -> None:
        self._url = url
        self._headers = {"Content-Type": "application/json"}
        if secret:
            self._headers[SECRET_HEADER] = secret
        self._delivered, self._tried = delivered, tried
        self._again_after = again_after
        self._repeats = repeats
        self._queues: dict[int, deque[Json]] = defaultdict(deque)
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))
        self.attempts: list[Attempt] = []

    def carry(self, chat: int, update: Json) -> None:
        """Take an update of a chat along."""
        self._queues[chat].append(update)
        if chat not in self._workers or self._workers[chat].done():
            self._workers[chat] = asyncio.create_task(self._work(chat))

    async def stop(self) -> None:
        """Stop carrying; what was not delivered stays with the server."""
        for worker in self._workers.values():
            worker.cancel()
        await asyncio.gather(*self._workers.values(), return_exceptions=True)
        await self._client.close()

    async def _work(self, chat: int) -> None:
        queue = self._queues[chat]
        while queue:
            for _ in range(self._repeats):
                await self._until_taken(queue[0])
            self._delivered(queue.popleft())

    async def _until_taken(self, update: Json) -> None:
        wait = self._again_after
        while not 200 <= (await self._post(update) or 0) < 300:
            await asyncio.sleep(wait)
            wait = min(1.0, wait * 2)

    async def _post(self, update: Json) -> int | None:
        status = None
        try:
            async with self._client.post(self._url, json=update, headers=self._headers) as answer:
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError):
            pass
        self.attempts.append(Attempt(update["update_id"], status, time.time()))
        self._tried()
        return status
