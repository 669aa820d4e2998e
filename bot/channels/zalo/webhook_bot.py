"""Owns the route that the Bot Platform posts to: stored first, then 200.

It must never read what comes without the secret, nor log what a citizen wrote.
"""

import hmac

from aiohttp import web

from bot.channels.zalo.decode_bot import decode
from bot.wire.fields import Malformed
from bot.wire.hooks import Handler, Seen, Sink, Unread, body, refusal, stored
from bot.wire.messages import Account

SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 262_144
"""Bytes of one update; Zalo's own stay far below."""


def bot_webhook(secret: str, account: Account, sink: Sink, seen: Seen) -> Handler:
    """Make the handler of one bot's updates; ``sink`` returns once its update is stored.

    Answers 401 without the secret, 413 above LARGEST, 503 when the sink raises, 200 for all else.
    ``seen`` counts one word per request.
    """
    expected = secret.encode()

    async def handle(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
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
