"""Hands due timers and notices to their conversations, through the same door as any event."""

import asyncio
import contextlib
from functools import partial

from bot.conversation.events import Woken
from bot.conversation.here import NOTICE
from bot.runtime.collector import Collector
from bot.runtime.writer import StoreDown, Writer
from bot.store import conversations, timers
from bot.wire.messages import Inbound
from feedback.services.cases import notices
from feedback.store.work import Work

_LOOK = 5.0
_MOST = 64


class Waker:
    """Looks every few seconds for what is due."""

    def __init__(self, writer: Writer, collector: Collector, pause: float = _LOOK) -> None:
        self._writer = writer
        self._collector = collector
        self._pause = pause

    async def run(self) -> None:
        """Wake conversations until cancelled."""
        while True:
            with contextlib.suppress(StoreDown):
                while await self.once():
                    pass
            await asyncio.sleep(self._pause)

    async def once(self) -> int:
        """Wake those that are due now; give how many. What woke them goes only when handled."""
        timed, told = await self._writer.run(_due), await self._writer.run(noticed)
        # A crash before they are dropped brings them again; the key names the timer, and makes it
        # once.
        await self._collector.submit_all([inbound for _, inbound in (*timed, *told)])
        if timed:
            await self._writer.run(partial(timers.drop, ids=[identity for identity, _ in timed]))
        if told:
            handed = partial(notices.handed, ids=[identity for identity, _ in told])
            await self._writer.run(handed)
        return len(timed) + len(told)


def _due(work: Work) -> list[tuple[int, Inbound]]:
    found = timers.due(work, _MOST)
    reaches = conversations.reaches(work, {timer.person for timer in found})
    lost = [timer.id for timer in found if timer.person not in reaches]
    # An address that is forgotten never comes back, and they would be due for ever.
    timers.drop(work, lost)
    return [
        (
            timer.id,
            Inbound(
                key=f"timer:{timer.id}",
                address=reaches[timer.person].address,
                event=Woken(timer.name, timer.subject),
            ),
        )
        for timer in found
        if timer.person in reaches
    ]


def noticed(work: Work) -> list[tuple[int, Inbound]]:
    """Read the notices of people who can be reached; those of others wait behind the number."""
    found = notices.pending(work, _MOST)
    reaches = conversations.reaches(work, {one.person for one in found if one.person})
    ready = []
    for notice in found:
        reach = reaches.get(notice.person) if notice.person else None
        if reach is None or not reach.reachable:
            notices.unreachable(work, notice.id)
            continue
        event = Woken(NOTICE, notice.id)
        ready.append((notice.id, Inbound(f"notice:{notice.id}", reach.address, event)))
    return ready
