"""Owns what all routes share that messengers post to: a bounded body, and 200 only once stored.

It must never log what a citizen wrote.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiohttp import ClientError, web

from bot.wire.messages import Inbound

Handler = Callable[[web.Request], Awaitable[web.Response]]
Sink = Callable[[Inbound], Awaitable[None]]
"""Returns once an update is stored; raises when it could not be."""
Seen = Callable[[str], None]
"""Counts one word per request."""

_RETRY_AFTER = "2"
_STALL = 20.0
"""Seconds that a body may take."""
_log = structlog.get_logger(__name__)


@dataclass
class Unread(Exception):
    """A body that was not read: how it is counted, and answered."""

    word: str
    status: int


async def body(request: web.Request, largest: int) -> bytes:
    """Read a body; raise Unread for one that is too large, of which no more than that is kept.

    One that stalls was no update yet: it is refused, and whoever sends it will send it again.

    One that broke off, or says that it is compressed and is not, is answered with 200: whoever
    sent it would only send it again.
    """
    # Before a byte is read; the count below is for those who lie about it or say nothing.
    if (request.content_length or 0) > largest:
        raise Unread("too_large", 413)
    read = bytearray()
    try:
        async with asyncio.timeout(_STALL):
            while not request.content.at_eof() and len(read) <= largest:
                read += await request.content.readany()
    except TimeoutError:
        raise Unread("stalled", 408) from None
    except (web.RequestPayloadError, ClientError):
        raise Unread("malformed", 200) from None
    if len(read) > largest:
        raise Unread("too_large", 413)
    return bytes(read)


async def stored(inbound: Inbound | None, sink: Sink, seen: Seen) -> web.Response:
    """Hand on what was decoded; answer 200 once it is stored, 503 when the sink raises."""
    if inbound is None:
        seen("dropped")
        return web.Response()
    try:
        await sink(inbound)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, it has to be sent again
        # Only the kind of error: its text may quote the statement, and so the citizen.
        channel = inbound.address.account.channel
        _log.error("update not stored", channel=channel, error=type(error).__name__)
        seen("failed")
        return web.Response(status=503, headers={"Retry-After": _RETRY_AFTER})
    seen("received")
    return web.Response()


def refusal(status: int) -> web.Response:
    """Refuse and hang up, so that the rest of the body is not taken in."""
    response = web.Response(status=status)
    response.force_close()
    return response
