"""Owns the way over the wire to Zalo: JSON out, JSON in. Its errors never hold an address.

An address of the Bot Platform holds the token.
"""

from collections.abc import Mapping

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
)

from bot.channels.zalo.refusals import Refusal, Refused
from bot.wire.fields import Malformed, parsed

TIMEOUT = 20.0
_LARGEST = 1_000_000
_Json = Mapping[str, object]


class Calls:
    """One account's connections, opened when first needed."""

    def __init__(self, base: str, timeout: float = TIMEOUT) -> None:
        self._base = base
        self._timeout = timeout
        self._session: ClientSession | None = None

    @property
    def session(self) -> ClientSession:
        """The connections themselves; only inside the loop."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(
                timeout=ClientTimeout(total=self._timeout), cookie_jar=DummyCookieJar()
            )
        return self._session

    async def post(
        self,
        path: str,
        body: _Json,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> _Json:
        """Post JSON; give the JSON object that was answered, whatever the status says."""
        return await self._call("POST", path, body, headers, timeout)

    async def get(self, path: str, headers: Mapping[str, str]) -> _Json:
        """Ask; give the JSON object that was answered."""
        return await self._call("GET", path, None, headers, None)

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()

    async def _call(
        self,
        verb: str,
        path: str,
        body: _Json | None,
        headers: Mapping[str, str] | None,
        timeout: float | None,
    ) -> _Json:
        limit = ClientTimeout(total=timeout or self._timeout)
        try:
            async with self.session.request(
                verb,
                self._base + path,
                json=body,
                headers=headers,
                timeout=limit,
                # A redirect would carry the token to wherever it leads.
                allow_redirects=False,
            ) as answer:
                return _read(await bounded(answer, _LARGEST), answer.status)
        # Ahead of the others, of which it is one: nothing was sent, and a further try doubles
        # nothing.
        except ClientConnectorError as error:
            raise Refused(Refusal.UNREACHED, type(error).__name__) from None
        except (ClientError, TimeoutError, OSError) as error:
            raise Refused(Refusal.TRANSIENT, type(error).__name__) from None


async def bounded(answer: ClientResponse, limit: int) -> bytes | None:
    """Read what was answered; None for more bytes than the limit."""
    read = bytearray()
    async for chunk in answer.content.iter_chunked(65536):
        read += chunk
        if len(read) > limit:
            return None
    return bytes(read)


def _read(raw: bytes | None, status: int) -> _Json:
    """Read an answer; a page of a proxy or of nobody is none."""
    try:
        answer = parsed(raw or b"")
    except Malformed:
        answer = None
    if isinstance(answer, dict) and status < 500:
        return answer
    refusal = Refusal.RATE if status == 429 else Refusal.TRANSIENT
    raise Refused(Refusal.BROKEN if status >= 500 else refusal, f"HTTP {status}")
