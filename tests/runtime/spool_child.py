"""A process that appends to a spool until it is killed, and says what it was told is kept."""

import asyncio
import sys
from pathlib import Path

from bot.runtime.appending import Appender
from bot.runtime.segments import Segments
from bot.runtime.spool import Spool
from bot.wire.entry import Entry
from feedback.store.vault import Vault
from tests.office import KEY

PEOPLE = 8


async def append(folder: Path, name: str) -> None:
    """Let several people send one thing after another, for ever."""
    appender = Appender(Spool(Segments(folder, each=20_000), Vault((KEY,))))

    async def person(number: int) -> None:
        n = 0
        while True:
            await appender.put(Entry("update", f"{name}{number}", f"{name}{number}:{n}", "x" * 300))
            print(f"{name}{number}:{n}", flush=True)
            n += 1

    await asyncio.gather(*(person(number) for number in range(PEOPLE)))


if __name__ == "__main__":
    asyncio.run(append(Path(sys.argv[1]), sys.argv[2]))
