"""Owns one bot of the Zalo Bot Platform: its methods, its two transports, its quotas, its phones."""

import asyncio
import json
import math
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from tests.standins.zalo.bot_methods import METHODS, BotError
from tests.standins.zalo.bot_phone import BotPhone, person_id
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.events import Json, compact
from tests.standins.zalo.handset import Bubble
from tests.standins.zalo.lanes import Lanes
from tests.standins.zalo.orders import bot_doors
from tests.standins.zalo.refused import Refused
from tests.standins.zalo.stand import StandIn

SECRET = "X-Bot-Api-Secret-Token"
_PATH = re.compile(r"/bot([^/]+)/([^/]*)")


@dataclass(frozen=True)
class Handed:
    """One update as it was posted; ``status`` is None where no answer came."""

    body: bytes
    status: int | None
    seconds: float
    trouble: str


class BotStandIn(StandIn):
    """A bot on a real port: give ``url`` as API base and ``token`` to the product.

    ``wrapped`` posts updates in the documented envelope instead of flat, ``photo_field`` is
    ``photo_url`` (as seen live) or ``photo`` (as documented), ``mirrors_status`` answers errors
    with their number as HTTP status instead of 200, ``queues`` keeps updates while nobody polls,
    ``counts_both`` counts what people write toward the month's quota too.
    """

    hangs_up_with_caller = True

    def __init__(self, token: str = "12345689:abc-xyz", clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.token = token
        self.id = token.partition(":")[0]
        self.account_name = "bot.VDKyGxQvc"
        self.wrapped = self.mirrors_status = self.counts_both = False
        self.queues = True
        self.photo_field = "photo_url"
        # The plan that costs nothing.
        self.month_quota, self.most_users = 3000, 50
        self.patience = 10.0
        self.phones: dict[str, BotPhone] = {}
        self.calls: list[tuple[str, Json]] = []
        self.handed: list[Handed] = []
        self.waiting: list[Json] = []
        self.lost: list[Json] = []
        self.polling = False
        self.hook_url = self.hook_secret = ""
        self.hook_since = 0
        self._used: Counter[str] = Counter()
        self._last: dict[str, Json] = {}
        self._lanes = Lanes(self.bell.ring)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", r"/{path:bot[^/]+/[^/]*}", self._call),
            *self.media.routes(),
            *bot_doors(self),
        ]

    def phone(self, id: str = "", name: str = "Lan") -> BotPhone:
        """Return the phone of a person, a new one where the id is not known."""
        id = id or person_id(len(self.phones) + 1)
        if id not in self.phones:
            self.phones[id] = BotPhone(self, id, name)
        return self.phones[id]

    async def stop(self) -> None:
        await self._lanes.close()
        await super().stop()

    async def until(self, true: Callable[[], bool], timeout: float = 5.0) -> None:
        """Wait until something is true of this server; raise TimeoutError."""
        await self.bell.until(true, timeout)

    async def settled(self, timeout: float = 10.0) -> None:
        """Wait until every update was handed over, by whichever way."""
        await self.until(lambda: not self.waiting and not self._lanes.busy(), timeout)

    async def emit(self, user: str, update: Json) -> None:
        """Let an update happen; returns when it was posted, or at once where it is polled for."""
        self._last[user] = update
        if self.counts_both:
            self._used[self._month()] += 1
        if self.hook_url:
            await asyncio.wait({self._lanes.run(user, self._hand(update))})
        elif self.queues or self.polling:
            self.waiting.append(update)
        else:
            self.lost.append(update)
        self.bell.ring()

    async def again(self, user: str) -> None:
        """Let a person's last update happen a second time."""
        await self.emit(user, self._last[user])

    async def next_update(self, timeout: float) -> Json:
        """Wait for the next update to poll; raise TimeoutError after so many seconds."""
        real = None if math.isinf(self.clock.pace) else timeout * self.clock.pace
        await self.bell.until(lambda: bool(self.waiting), real)
        return self.waiting.pop(0)

    def deliver(self, phone: BotPhone, bubble: Bubble) -> Json:
        """Put a message on a phone; raise BotError (429) beyond the plan's quotas."""
        month = self._month()
        served = [person.id for person in self.phones.values() if person.chatted]
        if self._used[month] >= self.month_quota or served.index(phone.id) >= self.most_users:
            raise BotError(429, "Quota exceeded")
        self._used[month] += 1
        phone.show(bubble)
        return {"message_id": bubble.id, "date": bubble.at}

    def _month(self) -> str:
        return self.clock.now().strftime("%Y-%m")

    async def _hand(self, update: Json) -> None:
        body = compact({"ok": True, "result": update} if self.wrapped else update)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Java/1.8.0_192",
            SECRET: self.hook_secret,
        }
        started = time.monotonic()
        status, trouble = await self._lanes.post(self.hook_url, body, headers, self.patience)
        self.handed.append(Handed(body, status, time.monotonic() - started, trouble))

    async def _call(self, request: web.Request) -> web.StreamResponse:
        found = _PATH.fullmatch(request.path)
        method = found[2] if found else ""

        async def made() -> web.StreamResponse:
            if found is None or found[1] != self.token:
                raise BotError(401, "Token is invalid or expired")
            if method not in METHODS or request.method not in ("GET", "POST"):
                raise BotError(400, "API name is invalid")
            arguments = await _arguments(request)
            self.calls.append((method, arguments))
            self.bell.ring()
            result = await METHODS[method](self, arguments)
            return web.json_response({"ok": True} | ({} if result is None else {"result": result}))

        try:
            return await self.faults.pass_through(method, request, made)
        except BotError as error:
            return self._refuse(error)
        except Refused as refused:
            return self._refuse(BotError(refused.code, refused.words))
        finally:
            self.bell.ring()

    def _refuse(self, error: BotError) -> web.Response:
        return web.json_response(error.body(), status=error.code if self.mirrors_status else 200)


async def _arguments(request: web.Request) -> Json:
    """Read arguments from the query, a form, parts, or JSON; raise BotError (404)."""
    if request.content_type != "application/json":
        return dict(request.query) | dict(await request.post())
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        raise BotError(404, "Request is invalid") from None
    if not isinstance(body, dict):
        raise BotError(404, "Request is invalid")
    return dict(request.query) | body
