"""Forgets on schedule what is no longer needed, and whoever wished to be forgotten."""

import asyncio
import contextlib
from datetime import date, timedelta

import structlog

from bot.runtime.leap import Leap
from bot.runtime.writer import StoreDown, Writer
from bot.store import conversations, doorbook, forgetting, inbox, outbox
from feedback.domain.days import local_day
from feedback.services import followups, retention
from feedback.services.cases import notices, steps
from feedback.services.cases.steps import Patience
from feedback.services.privacy import purging, requests
from feedback.services.privacy.keeping import Keeping, Past
from feedback.store.work import Work

log = structlog.get_logger()

_EVERY = 600.0
_SOON = 30.0
"""Seconds: what somebody who wished to be erased writes meanwhile would be erased with the rest."""
IDLE = timedelta(days=Keeping().chats)
AFTER_A_CASE = timedelta(days=30)
"""How long after the end of a case its citizen may still be told or asked about the answer."""
_AGAIN = timedelta(days=7)
_HOOK_DAYS = timedelta(days=90)
_AT_ONCE = 500
_ROUNDS = 20


class Housekeeping:
    """Sweeps every ten minutes, erases whoever wished it within one, and forgets once a day.

    For a day after the clock leapt ahead nothing is forgotten but what somebody wished to be.
    """

    def __init__(
        self,
        writer: Writer,
        every: float = _EVERY,
        keeping: Keeping | None = None,
        patience: Patience | None = None,
        leap: Leap | None = None,
        soon: float = _SOON,
    ) -> None:
        self._writer = writer
        self._every = every
        self._soon = soon
        self._keeping = keeping or Keeping()
        self._patience = patience
        self._purged_on: date | None = None
        self._leap = leap or Leap()

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            with contextlib.suppress(StoreDown):
                await self._writer.run(self._look)
                if self._leap.holds:
                    await self._writer.run(self._go_on)
                else:
                    await self._writer.run(self._sweep)
                    await self._writer.run(self._purge)
            await self._rest()

    async def _rest(self) -> None:
        """Wait for the next sweep; who wished to be erased does not."""
        left = self._every
        while left > 0:
            await asyncio.sleep(min(left, self._soon))
            left -= self._soon
            with contextlib.suppress(StoreDown):
                await self._writer.run(_wishes)

    def _look(self, work: Work) -> None:
        """Hold on where the clock leapt: what is forgotten by a wrong year is gone for good."""
        newest = purging.newest(work)
        if self._leap.look(work.now, newest):
            purging.held(work)
            log.warning("the clock leapt", since=newest and newest.isoformat())

    def _go_on(self, work: Work) -> None:
        # A server that was off over Tết looks like a leap too, and its deadlines went on.
        _wishes(work)
        _owed(work, self._patience)

    def _sweep(self, work: Work) -> None:
        sweep(work, self._keeping, self._patience)

    def _purge(self, work: Work) -> None:
        today = local_day(work.now)
        if self._purged_on != today:
            more = purging.scheduled(work, self._keeping)
            # What is left goes on at the next sweep, so that no transaction is long.
            self._purged_on = None if more else today


def sweep(
    work: Work, keeping: Keeping | None = None, patience: Patience | None = None
) -> dict[str, int]:
    """Forget what is past its time; give how many of each kind."""
    kept = keeping or Keeping()
    stuck = work.now - timedelta(days=kept.stuck)
    return {
        "keys": inbox.forget(work, work.now - inbox.KEPT),
        "addresses": _addresses(work),
        "conversations": conversations.forget_idle(work, work.now - timedelta(days=kept.chats)),
        "letters": outbox.forget_dead(work, stuck),
        "hooks": doorbook.forget(work, local_day(work.now) - _HOOK_DAYS),
        "parked": inbox.forget_parked(work, stuck),
        "wishes": _wishes(work),
        **retention.forget_expired(work),
        **_owed(work, patience),
    }


def preview(work: Work, keeping: Keeping) -> tuple[Past, ...]:
    """Count what the next sweep would forget of the conversation's own."""
    stuck = work.now - timedelta(days=keeping.stuck)
    idle = conversations.count_idle(work, work.now - timedelta(days=keeping.chats))
    return (
        Past("conversations", idle, keeping.chats),
        Past("dead letters", outbox.count_dead(work, stuck), keeping.stuck),
        Past("parked updates", inbox.count_parked_before(work, stuck), keeping.stuck),
    )


def _owed(work: Work, patience: Patience | None) -> dict[str, int]:
    return {"steps": steps.advance(work, patience), "followups": followups.gather(work)}


def _wishes(work: Work) -> int:
    return requests.fulfilled(work, forgetting.silent, forgetting.forget)


def _addresses(work: Work) -> int:
    """Drop addresses past their time, but for those whose case is open or was just answered."""
    gone = 0
    # At most 10,000 a sweep: the thread that writes is everyone's.
    for _ in range(_ROUNDS):
        past = conversations.expired(work, work.now, _AT_ONCE)
        owed = notices.owing(work, past, work.now - AFTER_A_CASE)
        # Before the forgetting, which looks at the day alone.
        conversations.prolong(work, owed, work.now + _AGAIN)
        gone += conversations.forget_addresses(work, past, work.now)
        if len(past) < _AT_ONCE:
            break
    return gone
