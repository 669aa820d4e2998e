"""Owns the delivery of events: exact bytes, signed, 2 s, retries by schedule, then disabled.

Zalo retries where no connection could be opened. Whether it also does so after a slow or a bad
answer is not known, so that is a switch, off by default: the product must need neither.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
)

from tests.standins.zalo.account import Account
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.events import Json, compact
from tests.standins.zalo.signature import mac

PAUSES = (30, 300, 900, 1800, 3600)
"""Seconds before each retry, docs/OA/webhook/tong-quan."""
PATIENCE = 2.0
"""Seconds in which an event must be answered."""
HEADER = "X-ZEvent-Signature"


class ProbeRefused(Exception):
    """The address did not answer the unsigned probe with 200, so that it is not taken."""


@dataclass(frozen=True)
class Parcel:
    """An event as it goes over the wire, the same bytes every time."""

    name: str
    msg_id: str
    user: str
    body: bytes
    header: str | None


@dataclass(frozen=True)
class Attempt:
    """One try; ``status`` is None where no answer came, ``trouble`` then says why."""

    parcel: Parcel
    num_retry: int
    status: int | None
    seconds: float
    trouble: str = ""


@dataclass
class Hook:
    """The webhook of an app. Use ``register`` to set its address, ``post`` to send to it."""

    account: Account
    clock: Clock
    changed: Callable[[], None]
    url: str = ""
    enabled: bool = False
    retrying: bool = True
    retries_bad_answers: bool = False
    patience: float = PATIENCE
    attempts: list[Attempt] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)
    dropped: list[Parcel] = field(default_factory=list)
    given_up: list[Parcel] = field(default_factory=list)
    _held: list[Parcel] = field(default_factory=list)
    _hold: int = 0
    _lanes: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _session: ClientSession | None = None

    async def register(self, url: str) -> None:
        """Take an address once it answers the unsigned probe with 200; raise ProbeRefused."""
        self.url = url
        probe = Parcel("probe", "", "", b'{"event_name":"probe"}', None)
        tried = await self._try(probe, 0)
        if tried.status != 200:
            self.url = ""
            raise ProbeRefused(tried.trouble or f"answered {tried.status}")
        self.enabled = True

    def wrap(self, user: str, event: Json) -> Parcel:
        """Write and sign an event."""
        body = compact(event)
        account = self.account
        signed = mac(account.app_id, body, str(event.get("timestamp", "")), account.secret_key)
        msg_id = str(event.get("message", {}).get("msg_id", ""))
        return Parcel(str(event["event_name"]), msg_id, user, body, f"mac={signed}")

    def post(self, parcel: Parcel) -> asyncio.Task[None] | None:
        """Send an event; the task ends with its first attempt. One person's go in order."""
        if not self.url or not self.enabled:
            self.dropped.append(parcel)
            return None
        self.parcels.append(parcel)
        if self._hold:
            self._held.append(parcel)
            if len(self._held) == self._hold:
                self._release()
            return None
        return self._go(parcel)

    def reorder(self, count: int = 2) -> None:
        """Hold the next events back until there are so many, then send the last one first."""
        self._hold = count

    def redeliver(self, msg_id: str, num_retry: int = 0) -> asyncio.Task[None]:
        """Send an event again, byte for byte."""
        parcel = next(p for p in reversed(self.parcels) if p.msg_id == msg_id)
        return self._go(parcel, num_retry)

    def under_way(self) -> bool:
        """Whether anything is still being sent, held back, or waiting for its next try."""
        return bool(self._tasks or self._held)

    async def close(self) -> None:
        """Stop everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _release(self) -> None:
        held, self._held, self._hold = self._held, [], 0
        for parcel in reversed(held):
            self._go(parcel)

    def _go(self, parcel: Parcel, num_retry: int = 0) -> asyncio.Task[None]:
        before = self._lanes.get(parcel.user)
        task = self._start(self._first(parcel, num_retry, before))
        self._lanes[parcel.user] = task
        return task

    def _start(self, work: object) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)  # type: ignore[arg-type]
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.changed()

    async def _first(
        self, parcel: Parcel, num_retry: int, before: asyncio.Task[None] | None
    ) -> None:
        if before is not None and not before.done():
            await asyncio.wait({before})
        tried = await self._try(parcel, num_retry)
        if self._wants_again(tried):
            self._start(self._again(parcel))

    async def _again(self, parcel: Parcel) -> None:
        for number, pause in enumerate(PAUSES, 1):
            await self.clock.sleep(pause)
            if not self.enabled:
                break
            if not self._wants_again(await self._try(parcel, number)):
                return
        self.given_up.append(parcel)
        self.enabled = False

    def _wants_again(self, tried: Attempt) -> bool:
        if not self.retrying or tried.status == 200:
            return False
        return self.retries_bad_answers or tried.trouble == "no connection"

    async def _try(self, parcel: Parcel, num_retry: int) -> Attempt:
        started = time.monotonic()
        status, trouble = await self._send(parcel, num_retry)
        tried = Attempt(parcel, num_retry, status, time.monotonic() - started, trouble)
        self.attempts.append(tried)
        self.changed()
        return tried

    async def _send(self, parcel: Parcel, num_retry: int) -> tuple[int | None, str]:
        if self._session is None:
            self._session = ClientSession()
        headers = {"Content-Type": "application/json"}
        headers |= {HEADER: parcel.header} if parcel.header else {}
        headers |= {"num_retry": str(num_retry)} if num_retry else {}
        limit = ClientTimeout(total=self.patience)
        try:
            async with self._session.post(
                self.url, data=parcel.body, headers=headers, timeout=limit
            ) as answer:
                await answer.read()
                return answer.status, ""
        except ClientConnectorError:
            return None, "no connection"
        except TimeoutError:
            return None, "slow"
        except (ClientConnectionError, ClientError) as error:
            return None, type(error).__name__
