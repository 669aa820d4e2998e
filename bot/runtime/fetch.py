"""Fetches files soon after they were sent, before the messenger's link dies."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial

import structlog

from bot.runtime.writer import StoreDown, Writer
from bot.wire.channel import Fetches, Later, SendError
from feedback.services import photos
from feedback.services.cases import attachments
from feedback.services.cases.attachments import BadFile
from feedback.services.photos import BadPhoto
from feedback.store.files import Pending
from feedback.store.work import Work

_LOOK = 2.0
_MOST = 8
log = structlog.get_logger()


class Fetcher:
    """Fetches the files of one account: photos of ratings, and what belongs to cases."""

    def __init__(self, writer: Writer, channel: Fetches, pause: float = _LOOK) -> None:
        self._writer = writer
        self._channel = channel
        self._pause = pause

    async def run(self) -> None:
        """Fetch until cancelled."""
        while True:
            with contextlib.suppress(StoreDown):
                while await self.once():
                    pass
            await asyncio.sleep(self._pause)

    async def once(self) -> int:
        """Fetch those that are due now; give how many were tried."""
        account = self._channel.account
        due = await self._writer.run(
            partial(photos.pending, channel=account.channel, account=account.name, limit=_MOST)
        )
        for item in due:
            await self._fetch(item)
        return len(due)

    async def _fetch(self, item: Pending) -> None:
        try:
            data = await self._channel.fetch(item.reference, photos.LARGEST)
            # Decoding a large picture here would hold up every answer of this loop.
            keep = await asyncio.to_thread(_keeping, item, data)
        except (SendError, BadPhoto, BadFile) as error:
            log.warning("file not fetched", error=type(error).__name__)
            later = isinstance(error, Later)
            await self._writer.run(partial(_put_off, item=item, error=error, later=later))
            return
        await self._writer.run(keep)


def _keeping(item: Pending, data: bytes) -> Callable[[Work], None]:
    """Make a file fit to be kept, and give the act that keeps it."""
    if item.case is not None:
        return partial(attachments.fetched, item=item, file=attachments.prepared(data))
    return partial(photos.keep, identity=item.id, photo=photos.clean(data))


def _put_off(work: Work, item: Pending, error: Exception, later: bool) -> None:
    attachments.put_off(work, item, type(error).__name__, for_good=not later)
