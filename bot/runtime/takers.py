"""How what waited in the spool is done: updates through the collector, acts of a page once each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import structlog

from bot.runtime.collector import Collector
from bot.runtime.writer import StoreDown, Writer
from bot.store import inbox, outbox
from bot.wire import codec
from bot.wire.codec import NotAnUpdate
from bot.wire.entry import Entry
from bot.wire.messages import Inbound
from feedback.store.work import Work

log = structlog.get_logger()
Act = Callable[[Work], object]


@dataclass(frozen=True, slots=True)
class Updates:
    """Takes updates of messengers."""

    collector: Collector

    async def __call__(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Take them in their order; give those that are no updates."""
        read = [_update(entry) for entry in entries]
        updates = [one for one in read if one is not None]
        if updates:
            await self.collector.take(updates)
        return [entry for entry, one in zip(entries, read, strict=True) if one is None]


def _update(entry: Entry) -> Inbound | None:
    try:
        return codec.read(entry.body)
    except NotAnUpdate:
        return None


@dataclass(frozen=True, slots=True)
class Acts:
    """Takes what a page would have stored at once; ``read`` gives the act, None for no such."""

    writer: Writer
    read: Callable[[str], Act | None]

    async def __call__(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Do them in their order; give those that cannot be read."""
        acts = [(entry, act) for entry in entries if (act := self.read(entry.body)) is not None]
        try:
            await self.writer.run(partial(_all, acts=acts))
        except StoreDown:
            raise
        except Exception as error:  # noqa: BLE001  one of them must not hold the others
            log.warning("batch failed", size=len(acts), error=type(error).__name__)
            await self._one_by_one(acts)
        known = [entry for entry, _ in acts]
        return [entry for entry in entries if entry not in known]

    async def _one_by_one(self, acts: Sequence[tuple[Entry, Act]]) -> None:
        for entry, act in acts:
            try:
                await self.writer.run(partial(_all, acts=[(entry, act)]))
            except StoreDown:
                raise
            except Exception as error:  # noqa: BLE001  parked with its error
                log.error("form parked", error=type(error).__name__)
                await self._park(entry, error)

    async def _park(self, entry: Entry, error: Exception) -> None:
        try:
            await self.writer.run(partial(_park, entry=entry, error=error))
        except Exception as second:
            # What cannot even be parked stays in the spool.
            raise StoreDown(type(second).__name__) from second


def _all(work: Work, acts: Sequence[tuple[Entry, Act]]) -> None:
    for entry, act in acts:
        # It may have been stored before patience with it ended; its key was claimed then.
        if inbox.claim(work, [entry.key]):
            act(work)


def _park(work: Work, entry: Entry, error: Exception) -> None:
    inbox.claim(work, [entry.key])
    inbox.park(work, entry.key, entry.door, entry.body, type(error).__name__)


async def can_store(writer: Writer) -> bool:
    """Say whether the database takes anything at all just now."""
    try:
        await writer.run(_write_something)
    except Exception:  # noqa: BLE001  whatever it is, it takes nothing
        return False
    return True


def _write_something(work: Work) -> None:
    # It has lapsed as soon as it is taken: a true write that holds nothing and leaves one row.
    outbox.take_lease(work, "readiness", "any", work.now)
