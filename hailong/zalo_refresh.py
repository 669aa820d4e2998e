"""Has new tokens at an operator's word, under the same lease as the server."""

import asyncio

from bot.runtime.writer import Writer
from bot.wire.channel import SendError
from feedback.services.refusals import Refusal
from hailong import zalo_account
from hailong.home import Home


def now(home: Home) -> None:
    """Ask for a new pair; raise Refusal that says why there is none."""
    asyncio.run(_ask(home))


async def _ask(home: Home) -> None:
    writer = Writer(home.store)
    keeper = zalo_account.keeper(home, writer, by=home.actor)
    try:
        await keeper.force()
    except SendError as error:
        why = getattr(error, "reason", "") or type(error).__name__
        raise Refusal(f"There are no new tokens: {why}.") from None
    finally:
        await keeper.close()
        await asyncio.to_thread(writer.close)
