"""Owns one Official Account, from its OAuth to its webhook, and the phones that chat with it."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.standins.zalo import events
from tests.standins.zalo.account import Account
from tests.standins.zalo.calls import CALLS, Call
from tests.standins.zalo.clock import Clock
from tests.standins.zalo.consent import consent_page
from tests.standins.zalo.events import Json
from tests.standins.zalo.hook import Hook
from tests.standins.zalo.letters import Letter
from tests.standins.zalo.oauth import OAuth
from tests.standins.zalo.orders import oa_doors
from tests.standins.zalo.phone import Phone
from tests.standins.zalo.refused import Denied, Refused
from tests.standins.zalo.stand import StandIn
from tests.standins.zalo.uploads import Uploads


class OaStandIn(StandIn):
    """An OA on a real port: give ``url`` to the product as API base and as OAuth base.

    ``events_off`` are events whose switch in the console is off; ``filter_syntax`` is "Lọc cú
    pháp": only texts beginning with ``#`` arrive. ``free``, ``billed`` and ``templates_paid``
    count what was sent how; ``calls`` are the methods asked for, ``events`` all that happened.
    """

    def __init__(self, account: Account | None = None, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.account = account or Account()
        self.oauth = OAuth(self.account, self.clock)
        self.hook = Hook(self.account, self.clock, self.bell.ring)
        self.uploads = Uploads(self.clock)
        self.phones: dict[str, Phone] = {}
        self.events_off: set[str] = set()
        self.filter_syntax = False
        self.free = self.billed = self.templates_paid = 0
        self.calls: list[str] = []
        self.events: list[Json] = []
        self._minute: deque[float] = deque()
        self._people = 246845883529197000

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/v4/oa/access_token", self._token),
            *consent_page(self),
            *(web.route(verb, path, self._call(path, call)) for path, (verb, call) in _CALLS),
            *self.media.routes(),
            *oa_doors(self),
        ]

    def phone(self, id: str = "", name: str = "Lan") -> Phone:
        """Return the phone of a person, a new one where the id is not known."""
        if not id:
            self._people += 1
            id = str(self._people)
        if id not in self.phones:
            self.phones[id] = Phone(self, id, name)
        return self.phones[id]

    async def stop(self) -> None:
        await self.hook.close()
        await super().stop()

    async def set_webhook(self, url: str) -> None:
        """Save the webhook's address in the console; raise ProbeRefused unless it answers 200."""
        await self.hook.register(url)

    async def emit(self, user: str, event: Json) -> None:
        """Let an event happen; returns when it was tried a first time, or is not sent at all."""
        task = self._post(user, event)
        if task is not None:
            await asyncio.wait({task})

    def echo(self, phone: Phone, number: str, letter: Letter) -> None:
        """Tell the webhook what the office sent, and that it reached the phone."""
        at = self.clock.ms()
        said = {"text": letter.text, "msg_id": number} if letter.text else {"msg_id": number}
        self._post(phone.id, events.from_oa(phone.ids, letter.event, said, at))
        received = events.from_user(phone.ids, "user_received_message", {"msg_id": number}, at)
        self._post(phone.id, received)

    async def until(self, true: Callable[[], bool], timeout: float = 5.0) -> None:
        """Wait until something is true of this server; raise TimeoutError."""
        await self.bell.until(true, timeout)

    async def settled(self, timeout: float = 10.0) -> None:
        """Wait until no event is under way, held back or waiting for its next try."""
        await self.until(lambda: not self.hook.under_way(), timeout)

    def redeliver(self, msg_id: str, num_retry: int = 0) -> None:
        """Send the event of a message again, byte for byte; wait with ``settled``."""
        self.hook.redeliver(msg_id, num_retry)

    def transcript(self) -> str:
        """Write every chat as text."""
        chats = (f"# {phone.name} {phone.id}\n{phone.screen()}" for phone in self.phones.values())
        return "\n\n".join(chats)

    def _post(self, user: str, event: Json) -> asyncio.Task[None] | None:
        self.events.append(event)
        name = event["event_name"]
        text = str(event.get("message", {}).get("text", ""))
        filtered = self.filter_syntax and name == "user_send_text" and not text.startswith("#")
        if name in self.events_off or filtered:
            return None
        return self.hook.post(self.hook.wrap(user, event))

    async def _token(self, request: web.Request) -> web.StreamResponse:
        async def answer() -> web.StreamResponse:
            form = {key: str(value) for key, value in (await request.post()).items()}
            try:
                given: Any = self.oauth.exchange(form, request.headers.get("secret_key"))
            except Denied as denied:
                given = denied.body()
            return web.json_response(given)

        self._asked("access_token")
        try:
            return await self.faults.pass_through("access_token", request, answer)
        except Refused as refused:
            words = refused.words
            return web.json_response(Denied(refused.code, words, words).body())
        finally:
            self.bell.ring()

    def _asked(self, method: str) -> None:
        self.calls.append(method)
        self.bell.ring()

    def _call(self, path: str, call: Call) -> Callable[[web.Request], Any]:
        method = path.partition("/oa/")[2]

        async def answer(request: web.Request) -> web.StreamResponse:
            async def made() -> web.StreamResponse:
                self._admit(request)
                data = await call(self, request)
                return web.json_response({"data": data, "error": 0, "message": "Success"})

            self._asked(method)
            try:
                answered = await self.faults.pass_through(method, request, made)
            except Refused as refused:
                answered = web.json_response(refused.body())
            finally:
                self.bell.ring()
            left = max(0, self.account.rpm - len(self._minute))
            answered.headers["X-RateLimit-Limit"] = str(self.account.rpm)
            answered.headers["X-RateLimit-Remain"] = str(left)
            return answered

        return answer

    def _admit(self, request: web.Request) -> None:
        """Let a call pass; raise Refused (the account's own number, -216, -220, -242, -32)."""
        if self.account.broken is not None:
            raise Refused(self.account.broken)
        given = request.headers.get("appsecret_proof")
        self.oauth.admit(request.headers.get("access_token"), given)
        now = self.clock.now().timestamp()
        while self._minute and self._minute[0] <= now - 60:
            self._minute.popleft()
        if len(self._minute) >= self.account.rpm:
            raise Refused(-32)
        self._minute.append(now)


_CALLS = tuple(CALLS.items())
