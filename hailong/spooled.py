"""The spool as an operator meets it: where it lies, and what is found in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hailong.finding import Finding
from hailong.settings import Settings

if TYPE_CHECKING:
    from bot.runtime.segments import Segments

SPOOL = "spool"


def files_of(settings: Settings) -> "Segments":
    """Give the files of a home's spool."""
    from bot.runtime.segments import Segments

    return Segments(settings.home / SPOOL)


def spool_kids(settings: Settings) -> dict[str, int]:
    """Count what waits by the key that sealed it; raise OSError."""
    from bot.runtime.spool import overview

    return overview(files_of(settings)).by_key


def spool_of(settings: Settings) -> Iterator[Finding]:
    """Look the spool over: whether it can be written, what waits, and what was put aside."""
    from bot.runtime.spool import overview

    files = files_of(settings)
    if files.folder.exists() and not files.writable():
        yield Finding(
            Finding.WRONG,
            f"{files.folder} cannot be written",
            "let the server's account write there; `hailong serve` does not start without it",
        )
        return
    found = overview(files)
    if found.n:
        yield Finding(
            Finding.NOTE,
            f"{found.n} updates wait in the spool since {found.since:%Y-%m-%d %H:%M} UTC",
            "a running server stores them once the database takes them: `hailong serve`",
        )
    else:
        yield Finding(Finding.OK, "nothing waits in the spool")
    if found.aside:
        yield Finding(
            Finding.WRONG,
            f"{found.aside} files in {files.aside_folder} could not be read or stored",
            "after a crash a torn end is nothing; else see the manual, about the spool",
        )
