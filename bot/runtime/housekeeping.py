"""Forgets on schedule what is no longer needed: keys, addresses, evidence, codes of visits."""

import asyncio
import contextlib
from datetime import timedelta

from bot.runtime.writer import StoreDown, Writer
from bot.store import conversations, inbox
from feedback.services import followups, retention
from feedback.services.cases import notices, steps
from feedback.store.work import Work

_EVERY = 600.0
IDLE = timedelta(days=60)
AFTER_A_CASE = timedelta(days=30)
"""How long after the end of a case its citizen may still be told or asked about the answer."""
_AGAIN = timedelta(days=7)
_AT_ONCE = 500
_ROUNDS = 20


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
        "addresses": _addresses(work),
        "conversations": conversations.forget_idle(work, work.now - IDLE),
        **retention.forget_expired(work),
        "steps": steps.advance(work),
        "followups": followups.gather(work),
    }


def _addresses(work: Work) -> int:
    """Drop addresses past their time, but for those whose case is open or was just answered."""
    gone = 0
    for _ in range(_ROUNDS):
        past = conversations.expired(work, work.now, _AT_ONCE)
        owed = notices.owing(work, past, work.now - AFTER_A_CASE)
        conversations.prolong(work, owed, work.now + _AGAIN)
        gone += conversations.forget_addresses(work, past, work.now)
        if len(past) < _AT_ONCE:
            break
    return gone
