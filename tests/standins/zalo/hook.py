"""Owns the delivery of events: exact bytes, signed, 2 s, retries by schedule, then disabled.

Zalo retries where no connection could be opened. Whether it also does so after a slow or a bad
answer is not known, so that is a switch, off by default: the product must need neither.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.standins.zalo.account import Account
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.events import Json, compact
from tests.standins.zalo.lanes import NO_CONNECTION, Lanes
from tests.standins.zalo.signature import mac

PAUSES = (30, 300, 900, 1800, 3600)
"""Seconds before each retry, docs/OA/webhook/tong-quan."""
PATIENCE = 2.0
"""Seconds in which an event must be answered."""
HEADER = "X-ZEvent-Signature"
PROBE = b'{"event_name":"probe"}'


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


class Hook:
    """The webhook of an app: ``register`` sets its address, ``post`` sends to it.

    ``attempts`` are all tries, ``dropped`` what was not sent because nobody was subscribed,
    ``given_up`` what five retries did not bring there.
    """

    def __init__(self, account: Account, clock: Clock, changed: Callable[[], None]) -> None:
        self.account, self.clock = account, clock
        self.url = ""
        self.enabled = False
        self.retrying = True
        self.retries_bad_answers = False
        self.patience = PATIENCE
        self.attempts: list[Attempt] = []
        self.parcels: list[Parcel] = []
        self.dropped: list[Parcel] = []
        self.given_up: list[Parcel] = []
        self._held: list[Parcel] = []
        self._hold = 0
        self._lanes = Lanes(changed)
        self._changed = changed

    async def register(self, url: str) -> None:
        """Take an address once it answers the unsigned probe with 200; raise ProbeRefused."""
        self.url = url
        tried = await self._try(Parcel("probe", "", "", PROBE, None), 0)
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
        """Send an event; the task ends with its first try. One person's go in order."""
        if not self.url or not self.enabled:
            self.dropped.append(parcel)
            return None
        self.parcels.append(parcel)
        if self._hold:
            self._keep_back(parcel)
            return None
        return self._lanes.run(parcel.user, self._first(parcel, 0))

    def reorder(self, count: int = 2) -> None:
        """Hold the next events back until there are so many, then send the last one first."""
        self._hold = count

    def redeliver(self, msg_id: str, num_retry: int = 0) -> asyncio.Task[None]:
        """Send the event of a message again, byte for byte; raise LookupError."""
        same = [parcel for parcel in self.parcels if msg_id and parcel.msg_id == msg_id]
        if not same:
            raise LookupError(f"no event of a message {msg_id!r}")
        parcel = same[-1]
        return self._lanes.run(parcel.user, self._first(parcel, num_retry))

    def under_way(self) -> bool:
        """Whether anything is still being sent, held back, or waiting for its next try."""
        return self._lanes.busy() or bool(self._held)

    async def close(self) -> None:
        """Stop everything."""
        await self._lanes.close()

    def _keep_back(self, parcel: Parcel) -> None:
        self._held.append(parcel)
        if len(self._held) < self._hold:
            return
        held, self._held, self._hold = self._held, [], 0
        for late in reversed(held):
            self._lanes.run(late.user, self._first(late, 0))

    async def _first(self, parcel: Parcel, num_retry: int) -> None:
        if self._wants_again(await self._try(parcel, num_retry)):
            self._lanes.aside(self._again(parcel))

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
        return self.retries_bad_answers or tried.trouble == NO_CONNECTION

    async def _try(self, parcel: Parcel, num_retry: int) -> Attempt:
        headers = {"Content-Type": "application/json"}
        headers |= {HEADER: parcel.header} if parcel.header else {}
        headers |= {"num_retry": str(num_retry)} if num_retry else {}
        started = time.monotonic()
        status, trouble = await self._lanes.post(self.url, parcel.body, headers, self.patience)
        tried = Attempt(parcel, num_retry, status, time.monotonic() - started, trouble)
        self.attempts.append(tried)
        self._changed()
        return tried
