"""A webhook of a product that only listens: what came, and an API client that sends raw calls."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.standins.zalo import OaStandIn


@dataclass
class Got:
    """One request at the webhook."""

    body: bytes
    headers: dict[str, str]

    @property
    def event(self) -> dict[str, Any]:
        return json.loads(self.body)

    @property
    def name(self) -> str:
        return str(self.event["event_name"])


@dataclass
class Listener:
    """Answers every event with ``status``, after ``gate`` is open."""

    status: int = 200
    got: list[Got] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    server: TestServer | None = None

    async def __aenter__(self) -> Self:
        self.gate.set()
        app = web.Application()
        app.router.add_post("/hook", self._hear)
        self.server = TestServer(app)
        await self.server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.gate.set()
        await self.server.close()

    @property
    def url(self) -> str:
        return str(self.server.make_url("/hook"))

    def names(self) -> list[str]:
        """The events that came, the probe left out."""
        return [got.name for got in self.got if got.name != "probe"]

    async def _hear(self, request: web.Request) -> web.Response:
        self.got.append(Got(await request.read(), dict(request.headers)))
        await self.gate.wait()
        return web.Response(status=self.status)


class Caller:
    """Calls the OpenAPI as any program could."""

    def __init__(self, oa: OaStandIn, session: ClientSession) -> None:
        self.oa, self.session = oa, session
        self.headers: dict[str, str] = {}

    async def post(self, path: str, body: Any, token: str | None = None) -> dict[str, Any]:
        async with self.session.post(
            self.oa.url + path, json=body, headers=self._headers(token)
        ) as answer:
            assert answer.status == 200
            self.headers = dict(answer.headers)
            return await answer.json()

    async def get(self, path: str, **data: Any) -> dict[str, Any]:
        params = {"data": json.dumps(data)} if data else {}
        async with self.session.get(
            self.oa.url + path, params=params, headers=self._headers(None)
        ) as answer:
            return await answer.json()

    async def write(self, user: str, text: str = "Xin chào", **more: Any) -> dict[str, Any]:
        """Send a consultation message."""
        message = {"text": text, **more}
        body = {"recipient": {"user_id": user}, "message": message}
        return await self.post("/v3.0/oa/message/cs", body)

    async def tokens(self, secret: str | None = None, **form: str) -> dict[str, Any]:
        """Ask for tokens."""
        fields = {"app_id": self.oa.account.app_id, **form}
        headers = {"secret_key": self.oa.account.app_secret if secret is None else secret}
        async with self.session.post(
            self.oa.url + "/v4/oa/access_token", data=fields, headers=headers
        ) as answer:
            return await answer.json()

    async def refresh(self, token: str) -> dict[str, Any]:
        return await self.tokens(grant_type="refresh_token", refresh_token=token)

    def _headers(self, token: str | None) -> dict[str, str]:
        return {"access_token": self.oa.oauth.pair.access if token is None else token}
