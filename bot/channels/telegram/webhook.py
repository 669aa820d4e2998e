"""Owns the route that Telegram posts to: 200 is said only after an update was stored.

It must never read what comes without the secret, nor log what a citizen wrote.
"""

import hmac
import re
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import ClientError, web

from bot.channels.telegram.decode import decode
from bot.channels.telegram.fields import Malformed
from bot.wire.messages import Account, Inbound

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1_000_000
"""Bytes of one update; Telegram's own stay far below."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
_RETRY_AFTER = "2"
_log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.Response]]


def webhook(
    secret: str,
    account: Account,
    sink: Callable[[Inbound], Awaitable[None]],
    seen: Callable[[str], None],
) -> Handler:
    """Make the handler of one bot's updates; ``sink`` returns once its update is committed.

    Answers 401 without the secret, 413 above LARGEST, 503 when the sink raises, and 200 for all
    else, also for what is malformed or not for us: Telegram would only send it again. ``seen``
    counts one word per request. Raises ValueError for a secret that Telegram would not take.
    """
    if not _SECRET.match(secret):
        raise ValueError("a webhook secret takes 1 to 256 of A-Z a-z 0-9 _ -")
    expected = secret.encode()

    async def handle(request: web.Request) -> web.Response:
        if not hmac.compare_digest(_given(request), expected):
            seen("unauthorized")
            return _refusal(401)
        try:
            raw = await _body(request)
        except (web.RequestPayloadError, ClientError):
            seen("malformed")  # it says that it is compressed, and is not; or it broke off
            return _refusal(200)
        if raw is None:
            seen("too_large")
            return _refusal(413)
        try:
            inbound = decode(raw, account)
        except Malformed:
            seen("malformed")
            return web.Response()
        return await _stored(inbound, sink, seen)

    return handle


async def _stored(
    inbound: Inbound | None,
    sink: Callable[[Inbound], Awaitable[None]],
    seen: Callable[[str], None],
) -> web.Response:
    if inbound is None:
        seen("dropped")
        return web.Response()
    try:
        await sink(inbound)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, Telegram has to send it again
        # Only the kind of error: its text may quote the statement, and so the citizen.
        _log.error("telegram update not stored", error=type(error).__name__)
        seen("failed")
        return web.Response(status=503, headers={"Retry-After": _RETRY_AFTER})
    seen("received")
    return web.Response()


def _given(request: web.Request) -> bytes:
    return request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")


async def _body(request: web.Request) -> bytes | None:
    """Read a body; None for one above LARGEST, of which no more than that is kept."""
    if (request.content_length or 0) > LARGEST:
        return None
    body = b""
    while not request.content.at_eof() and len(body) <= LARGEST:
        body += await request.content.readany()
    return body if len(body) <= LARGEST else None


def _refusal(status: int) -> web.Response:
    """Refuse and hang up, so that the rest of the body is not taken in."""
    response = web.Response(status=status)
    response.force_close()
    return response
