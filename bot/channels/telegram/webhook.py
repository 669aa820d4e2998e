"""Owns the route that Telegram posts to: 200 is said only after an update was stored.

It must never read what comes without the secret, nor log what a citizen wrote.
"""

import hmac
import re

from aiohttp import web

from bot.channels.telegram.decode import decode
from bot.wire.fields import Malformed
from bot.wire.hooks import Handler, Seen, Sink, Unread, body, refusal, stored
from bot.wire.messages import Account

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1_000_000
"""Bytes of one update; Telegram's own stay far below."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")


def webhook(
    secret: str,
    account: Account,
    sink: Sink,
    seen: Seen,
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
            return refusal(401)
        try:
            inbound = decode(await body(request, LARGEST), account)
        except Unread as unread:
            seen(unread.word)
            return refusal(unread.status)
        except Malformed:
            seen("malformed")
            return web.Response()
        return await stored(inbound, sink, seen)

    return handle


def _given(request: web.Request) -> bytes:
    # compare_digest refuses text that is not ASCII, and a stranger's header may be any.
    return request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
