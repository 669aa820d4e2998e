"""Does to one process after the other what happens to processes, and counts what it did."""

import asyncio
import signal
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from tests.drill.crew import Crew, Post
from tests.drill.terminal import Desk

Turn = Callable[[], Awaitable[None]]
LAPSE = 6.0
"""Seconds: longer than a lease, and than a transaction may rest."""


@dataclass
class Saboteur:
    """``done`` counts the turns; ``speakers`` those that hit whoever was sending."""

    crew: Crew
    desk: Desk
    done: Counter[str] = field(default_factory=Counter)
    speakers: int = 0
    at_desk: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def look(self, stop: asyncio.Event, pause: float) -> None:
        """Let the admin look around until told to stop."""
        while not stop.is_set():
            async with self.at_desk:
                await asyncio.to_thread(self.desk.look)
            await asyncio.sleep(pause)

    def turns(self) -> Sequence[Turn]:
        """Give one of each kind, for each web worker in its turn and for whoever sends."""
        first, second, third = self.crew.web
        return (
            lambda: self.killed(first),
            self.speaker_killed,
            lambda: self.frozen(second),
            self.speaker_frozen,
            lambda: self.silenced(third),
            self.speaker_silenced,
            self.desk_killed,
            lambda: self.cut_off(first),
            self.speaker_without_messengers,
            self.desk_cut_off,
            lambda: self.killed(second),
            self.speaker_cut_off,
            lambda: self.frozen(third),
            lambda: self.silenced(first),
            lambda: self.killed(third),
        )

    async def killed(self, post: Post) -> None:
        self.done["web killed"] += 1
        await post.fall()

    async def frozen(self, post: Post, seconds: float = LAPSE) -> None:
        self.done["web stopped and woken"] += 1
        await self._freeze(post, seconds)

    async def silenced(self, post: Post, seconds: float = LAPSE) -> None:
        self.done["web: silent line to PostgreSQL"] += 1
        await self._silence(post, seconds)

    async def cut_off(self, post: Post, seconds: float = LAPSE) -> None:
        self.done["web: cut off from PostgreSQL"] += 1
        await self._cut(post, seconds)

    async def speaker_killed(self) -> None:
        self.done["deliverer killed"] += 1
        await self._speaker().fall()

    async def speaker_frozen(self, seconds: float = LAPSE) -> None:
        self.done["deliverer stopped and woken"] += 1
        await self._freeze(self._speaker(), seconds)

    async def speaker_silenced(self, seconds: float = LAPSE) -> None:
        self.done["deliverer: silent line to PostgreSQL"] += 1
        await self._silence(self._speaker(), seconds)

    async def speaker_cut_off(self, seconds: float = LAPSE) -> None:
        self.done["deliverer: cut off from PostgreSQL"] += 1
        await self._cut(self._speaker(), seconds)

    async def speaker_without_messengers(self, seconds: float = LAPSE) -> None:
        self.done["deliverer: cut off from the messengers"] += 1
        ways = self._speaker().ways
        for way in ways:
            way.cut()
        await asyncio.sleep(seconds)
        for way in ways:
            way.mend()

    async def desk_killed(self) -> None:
        self.done["terminal killed"] += 1
        self.desk.signal(signal.SIGKILL)
        async with self.at_desk:
            self.desk.close()
            await asyncio.to_thread(self.desk.open)

    async def desk_cut_off(self, seconds: float = LAPSE) -> None:
        self.done["terminal: cut off from PostgreSQL"] += 1
        self.crew.desk.silence()
        await asyncio.sleep(seconds)
        self.crew.desk.cut()
        self.crew.desk.mend()

    def _speaker(self) -> Post:
        self.speakers += 1
        return self.crew.speaker

    async def _freeze(self, post: Post, seconds: float) -> None:
        post.freeze()
        await asyncio.sleep(seconds)
        post.thaw()

    async def _silence(self, post: Post, seconds: float) -> None:
        """As a network does that swallows everything: nobody hears of it before it is over."""
        post.base.silence()
        await asyncio.sleep(seconds)
        post.base.cut()
        post.base.mend()

    async def _cut(self, post: Post, seconds: float) -> None:
        post.base.cut()
        await asyncio.sleep(seconds)
        post.base.mend()
