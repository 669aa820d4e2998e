"""Owns asking the Bot Platform for updates, for an office without a public address.

It must never ask for the next update before the last one was stored: Zalo gives each only once.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.channels.zalo.bot import BotChannel
from bot.channels.zalo.decode_bot import decode_update
from bot.channels.zalo.refusals import RESTS, Refusal, Refused
from bot.wire.fields import Malformed
from bot.wire.hooks import Seen, Sink
from bot.wire.messages import Inbound

# A question that ends without an update ends so: it is no failure.
NOTHING_CAME = 408
_WAIT = 30  # seconds that Zalo holds a question open
# The client's own limit has to outlast the question.
_GRACE = 15.0
_LONGEST_PAUSE = 60.0
_log = structlog.get_logger(__name__)
Pause = Callable[[float], Awaitable[None]]


async def poll(
    channel: BotChannel,
    sink: Sink,
    seen: Seen = lambda _: None,
    pause: Pause = asyncio.sleep,
    wait: int = _WAIT,
) -> None:
    """Hand updates to the sink, one by one, until cancelled or the token is refused.

    ``seen`` counts what was received, dropped or malformed; ``wait`` is in seconds.
    """
    listening = False
    failures = 0
    while not channel.stopped:
        try:
            if not listening:
                await _clear_the_way(channel)
            inbound = await _asked(channel, seen, wait)
            listening, failures = True, 0
        except Refused as error:
            listening, failures = False, failures + 1
            _log.warning("zalo polling failed", refusal=error.refusal)
            used_up = error.refusal is Refusal.QUOTA
            await pause(RESTS[Refusal.QUOTA] if used_up else _rest(failures))
            continue
        if inbound is not None:
            await _kept(inbound, sink, pause)
            seen("received")


async def _clear_the_way(channel: BotChannel) -> None:
    """Take away a webhook, and say so: Zalo gives nothing to whoever asks while one is set."""
    info = await channel.call("getWebhookInfo", {})
    if isinstance(info, dict) and info.get("url"):
        _log.warning("zalo posts elsewhere until now; that is ended, to ask instead")
        await channel.call("deleteWebhook", {})


async def _asked(channel: BotChannel, seen: Seen, wait: int) -> Inbound | None:
    """Ask once; give what came, if it is for us."""
    try:
        update = await channel.call("getUpdates", {"timeout": str(wait)}, wait + _GRACE)
    except Refused as refused:
        if refused.code == NOTHING_CAME:
            return None
        raise
    try:
        inbound = decode_update(update, channel.account)
    except Malformed:
        seen("malformed")
        return None
    if inbound is None:
        seen("dropped")
    return inbound


async def _kept(inbound: Inbound, sink: Sink, pause: Pause) -> None:
    """Store an update, however often that takes: nobody will give it a second time."""
    failures = 0
    while True:
        try:
            return await sink(inbound)
        except Exception as error:  # noqa: BLE001 - it is lost for good unless it is stored
            failures += 1
            _log.error("zalo update not stored", error=type(error).__name__)
            await pause(_rest(failures))


def _rest(failures: int) -> float:
    return min(_LONGEST_PAUSE, 0.5 * 2.0 ** min(failures, 8))
