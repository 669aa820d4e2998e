"""Forgets on schedule what is no longer needed: keys, addresses, evidence, codes of visits."""

import asyncio
import contextlib
from datetime import timedelta

from bot.runtime.writer import StoreDown, Writer
from bot.store import conversations, inbox
from feedback.services import retention
from feedback.store.work import Work

_EVERY = 600.0
IDLE = timedelta(days=60)


class Housekeeping:
    """Sweeps every ten minutes."""

    def __init__(self, writer: Writer, every: float = _EVERY) -> None:
        self._writer = writer
        self._every = every

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            with contextlib.suppress(StoreDown):
                await self._writer.run(sweep)
            await asyncio.sleep(self._every)


def sweep(work: Work) -> dict[str, int]:
    """Forget what is past its time; give how many of each kind."""
    return {
        "keys": inbox.forget(work, work.now - inbox.KEPT),
        "addresses": conversations.forget_addresses(work, work.now),
        "conversations": conversations.forget_idle(work, work.now - IDLE),
        **retention.forget_expired(work),
    }
