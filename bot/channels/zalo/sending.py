"""Owns what is remembered of a message between two tries: what went out, and how often it failed.

It never says again what was said before a message had to wait.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.channels.zalo.encode import Bubble
from bot.channels.zalo.refusals import Refusal, Refused, meaning
from bot.wire.channel import Later


@dataclass
class _Unfinished:
    said: int = 0
    failures: int = 0


class Sending:
    """The messages of one account on their way out, by their ids."""

    def __init__(self, say: Callable[[Bubble], Awaitable[None]]) -> None:
        self._say = say
        # In memory alone: after a crash a long message may begin anew, once.
        self._waiting: dict[int, _Unfinished] = {}

    async def send(self, message: int, bubbles: Sequence[Bubble]) -> None:
        """Send the bubbles in order, or raise the SendError that says what to do next."""
        unfinished = self._waiting.pop(message, None) or _Unfinished()
        try:
            for bubble in bubbles[unfinished.said :]:
                await self._say(bubble)
                unfinished.said += 1
                unfinished.failures = 0
        except Later:
            self._waiting[message] = unfinished
            raise
        except Refused as refused:
            unfinished.failures += refused.refusal is Refusal.TRANSIENT
            error = meaning(refused, unfinished.failures)
            if isinstance(error, Later):
                self._waiting[message] = unfinished
            raise error from None
