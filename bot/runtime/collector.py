"""Gathers what arrives into batches and answers each sender once its update is committed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import structlog

from bot.conversation.events import Stumbled
from bot.runtime.receive import Received, receive
from bot.runtime.rules import Rules
from bot.runtime.writer import StoreDown, Writer
from bot.store import inbox
from bot.wire.messages import Inbound
from feedback.store.work import Work

# Statements are set-based: so many cost little more than a single one.
MOST = 64
# With so many looks a lone update waits at most 3 ms for company.
_MOMENT = 0.0005
_LOOKS = 6
log = structlog.get_logger()


class Collector:
    """One queue of updates for a process; one batch at a time, so that nobody is overtaken."""

    def __init__(self, writer: Writer, rules: Rules) -> None:
        self._writer = writer
        self._rules = rules
        self._told: Callable[[Received], None] = lambda _: None
        self._waiting: list[tuple[Inbound, asyncio.Future[None]]] = []
        self._last = 1
        self._running: asyncio.Task[None] | None = None

    def tell(self, told: Callable[[Received], None]) -> None:
        """Call this with what each batch came to, once it is committed."""
        self._told = told

    async def submit(self, inbound: Inbound) -> None:
        """Return once the update is stored, or was stored before; raise StoreDown if it is not.

        Whoever stops waiting before it was taken takes it back.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((inbound, future))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._drain())
        await future

    async def submit_all(self, batch: Sequence[Inbound]) -> None:
        """Return once all of them are stored; raise StoreDown if any is not."""
        await asyncio.gather(*(self.submit(inbound) for inbound in batch))

    async def _drain(self) -> None:
        while self._waiting:
            await self._settle()
            # Who stopped waiting took it back, and may have put it into the spool in its order.
            wanted = [(inbound, future) for inbound, future in self._waiting if not future.done()]
            taken, self._waiting = wanted[:MOST], wanted[MOST:]
            error = await self._store([inbound for inbound, _ in taken])
            for _, future in taken:
                # Given up while it was being stored: its key is claimed, so that a repeat ends
                # there.
                if future.done():
                    continue
                if error is None:
                    future.set_result(None)
                else:
                    future.set_exception(error)

    async def take(self, batch: Sequence[Inbound]) -> None:
        """Store a batch at once and in its order; raise StoreDown where not all of it is."""
        error = await self._store(batch)
        if error is not None:
            raise error

    async def _settle(self) -> None:
        """Wait a moment while more keep arriving: a full batch costs little more than one.

        When as many wait as were answered last, whoever is busy now is most likely all here.
        """
        enough = min(MOST, self._last)
        seen = 0
        for _ in range(_LOOKS):
            if seen == len(self._waiting) or len(self._waiting) >= enough:
                break
            seen = len(self._waiting)
            await asyncio.sleep(_MOMENT)
        # It is forgotten slowly: one thin batch does not mean that a rush is over.
        self._last = max(len(self._waiting), self._last * 3 // 4)

    async def _store(self, batch: Sequence[Inbound]) -> StoreDown | None:
        if not batch:
            return None
        try:
            self._told(await self._writer.run(partial(receive, rules=self._rules, batch=batch)))
        except StoreDown as down:
            return down
        except Exception as error:  # noqa: BLE001  one poisonous update must not hold the others
            log.warning("batch failed", size=len(batch), error=type(error).__name__)
            return await self._one_by_one(batch)
        return None

    async def _one_by_one(self, batch: Sequence[Inbound]) -> StoreDown | None:
        for inbound in batch:
            try:
                one = partial(receive, rules=self._rules, batch=[inbound])
                self._told(await self._writer.run(one))
            # Those before it are stored, yet hear the same error: their claimed keys end the
            # repeats.
            except StoreDown as down:
                return down
            except Exception as error:  # noqa: BLE001  parked with its error
                refused = await self._park(inbound, error)
                if refused is not None:
                    return refused
        return None

    async def _park(self, inbound: Inbound, error: Exception) -> StoreDown | None:
        """Keep it for a person to look at; a store that cannot take even that is down."""
        # A key of its own: the update's is claimed by the park, and would end this as a repeat.
        sorry = replace(inbound, key=f"{inbound.key}:stumbled", event=Stumbled())
        try:
            await self._writer.run(partial(_park, inbound=inbound, error=error))
        except Exception as second:  # noqa: BLE001  nothing of it was kept
            log.error("update not parked", key=inbound.key, error=type(second).__name__)
            return StoreDown(type(second).__name__)
        log.error("update parked", key=inbound.key, error=type(error).__name__)
        try:
            await self._writer.run(partial(receive, rules=self._rules, batch=[sorry]))
        except Exception as second:  # noqa: BLE001  the park holds it; the sender must not wait
            log.error("no apology", key=inbound.key, error=type(second).__name__)
        return None


def _park(work: Work, inbound: Inbound, error: Exception) -> None:
    channel = inbound.address.account.channel
    person = work.vault.person(channel, inbound.address.person)
    # An error may quote the citizen, so that its words are sealed with the event.
    event = f"{inbound.event!r}\n{error}"
    # Its claim was undone with the failure; each repeat would be tried, and parked, once more.
    inbox.claim(work, [inbound.key])
    inbox.park(work, inbound.key, channel, event, type(error).__name__, person)
