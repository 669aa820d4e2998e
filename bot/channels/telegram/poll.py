"""Owns long polling, for an office without a public address.

It must never confirm an update to Telegram before the sink has stored it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import structlog
from aiogram.methods import TelegramMethod

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.decode import UPDATES, decode_update, update_id
from bot.wire.channel import Later
from bot.wire.fields import Malformed
from bot.wire.messages import Account, Inbound

Sink = Callable[[list[Inbound]], Awaitable[None]]
_WAIT = 25  # seconds that Telegram holds a question open
# The client's own limit has to outlast the question.
_GRACE = 10
_LONGEST_PAUSE = 60.0
_log = structlog.get_logger(__name__)


class GetRawUpdates(TelegramMethod[list[Any]]):
    """getUpdates as bare JSON: aiogram's own would refuse a whole batch for one odd update."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = _WAIT
    # The most that Telegram gives at once.
    limit: int = 100
    allowed_updates: list[str] = list(UPDATES)  # noqa: RUF012 - pydantic copies it


async def poll(
    channel: TelegramChannel,
    sink: Sink,
    seen: Callable[[str], None] = lambda _: None,
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    wait: int = _WAIT,
) -> None:
    """Hand updates to the sink until cancelled; what the sink refuses is asked for again.

    ``seen`` counts what was received, dropped or malformed; ``wait`` is in seconds.
    """
    offset: int | None = None
    listening = False
    failures = 0
    while True:
        try:
            if not listening:  # a webhook that is still set makes Telegram refuse to be asked
                await channel.forget_webhook()
            offset = await _round(channel, sink, seen, offset, wait)
            listening, failures = True, 0
        except Exception as error:  # noqa: BLE001 - a loop that died would leave citizens unheard
            listening, failures = False, failures + 1
            _log.warning("telegram polling failed", error=type(error).__name__)
            await pause(_rest(error, failures))


async def _round(
    channel: TelegramChannel,
    sink: Sink,
    seen: Callable[[str], None],
    offset: int | None,
    wait: int,
) -> int | None:
    """Ask once and store what came; return the offset with which to ask next.

    Once nothing waits there is none: after a quiet week the numbers start anew, perhaps lower, and
    an old offset would confirm them unread.
    """
    updates = await channel.call(GetRawUpdates(offset=offset, timeout=wait), timeout=wait + _GRACE)
    # Stored before the next offset confirms it; aiogram's own polling confirms first.
    if batch := list(_decoded(updates, channel.account, seen)):
        await sink(batch)
    # Of the malformed too: unconfirmed they would come again for ever.
    numbers = list(_numbers(updates))
    return max(numbers) + 1 if numbers else None


def _decoded(
    updates: list[Any], account: Account, seen: Callable[[str], None]
) -> Iterator[Inbound]:
    for update in updates:
        try:
            inbound = decode_update(update, account)
        except Malformed:
            seen("malformed")
            continue
        seen("dropped" if inbound is None else "received")
        if inbound is not None:
            yield inbound


def _numbers(updates: list[Any]) -> Iterator[int]:
    for update in updates:
        try:
            yield update_id(update)
        except Malformed:
            continue


def _rest(error: Exception, failures: int) -> float:
    """Wait as long as Telegram asks, and longer with each failure, up to a minute."""
    asked = error.seconds if isinstance(error, Later) else 0.0
    return min(_LONGEST_PAUSE, max(asked, 0.5 * 2.0 ** min(failures, 8)))
