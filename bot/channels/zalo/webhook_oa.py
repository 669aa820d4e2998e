"""Owns the route of the Official Account's events: stored first, then 200.

What is not signed by Zalo is dropped and counted, never read further.
"""

import structlog
from aiohttp import web

from bot.channels.zalo.decode_oa import decode
from bot.channels.zalo.signature import HEADER, form, signed
from bot.wire.fields import Malformed
from bot.wire.hooks import Handler, Seen, Sink, Unread, body, refusal, stored
from bot.wire.messages import Account

LARGEST = 262_144
"""Bytes of one event; Zalo's own stay far below."""
_log = structlog.get_logger(__name__)


def oa_webhook(
    app_id: str, secret_key: str, account: Account, sink: Sink, seen: Seen, unsigned: int = 200
) -> Handler:
    """Make the handler of one account's events; ``sink`` returns once its event is stored.

    Answers ``unsigned`` to what is not signed by Zalo (saving the address in Zalo's console sends
    such a probe, and wants 200), 413 above LARGEST, 503 when the sink raises, 200 for all else.
    ``seen`` counts one word per request.
    """
    told: set[str] = set()

    async def handle(request: web.Request) -> web.Response:
        try:
            raw = await body(request, LARGEST)
        except Unread as unread:
            seen(unread.word)
            return refusal(unread.status)
        header = request.headers.get(HEADER, "")
        if not signed(raw, header, app_id, secret_key):
            seen("bad_signature" if header else "unsigned")
            _tell(told, header)
            return web.Response(status=unsigned)
        try:
            inbound = decode(raw, account)
        except Malformed:
            seen("malformed")
            return web.Response()
        return await stored(inbound, sink, seen)

    return handle


def _tell(told: set[str], header: str) -> None:
    """Log each form of header once: whoever floods us must not fill the disk."""
    kind = form(header)
    if kind not in told and len(told) < 20:
        told.add(kind)
        _log.warning("zalo event not signed", header=kind)
