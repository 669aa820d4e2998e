"""Bounds how long a page waits for the store: what comes too late is undone, never half told."""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.pages.ports import Runner, T

if TYPE_CHECKING:
    from collections.abc import Callable

    from feedback.store.work import Work


class TooLate(Exception):
    """Nobody waits for it any more; raised inside the transaction, so that it is undone."""


@dataclass(frozen=True, slots=True)
class Patient:
    """A runner that waits so many seconds and then raises TimeoutError.

    An act that has not ended by then stores nothing: its reader was told so.
    """

    runner: Runner
    seconds: float

    async def __call__(self, act: "Callable[[Work], T]") -> T:
        """Give what the act gave, or give up."""
        given_up = False

        def done(work: "Work") -> T:
            if given_up:
                raise TooLate
            result = act(work)
            # Its reader may have been sent away while it ran: raising now still undoes all of it.
            if given_up:
                raise TooLate
            return result

        # It is left alone rather than cancelled: the thread that runs it cannot be stopped anyhow.
        task = asyncio.ensure_future(self.runner(done))
        await asyncio.wait({task}, timeout=self.seconds)
        if task.done():
            return task.result()
        given_up = True
        task.add_done_callback(_heard)
        raise TimeoutError


def _heard(task: "asyncio.Task[Any]") -> None:
    with contextlib.suppress(asyncio.CancelledError):
        task.exception()
