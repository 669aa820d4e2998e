"""What the terminal is handed: the store of a home, opened when the first screen is already there,
and a file for what went wrong. It hands out no more than reading, acting and word of changes."""

import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import datetime
from typing import TypeVar

from feedback.store.changes import Changes, listen
from feedback.store.work import Work, wall_clock
from hailong.home import Home, open_home
from hailong.mixed_homes import refuse_mistaken
from hailong.settings import home_path

LOG = "admin.log"
_IDLE = 30
"""Seconds; an act takes milliseconds, but a screen may think about what it reads."""

R = TypeVar("R")


class StoreAccess:
    """The store of a home, as far as the terminal may know it."""

    def __init__(self, home: Home, closing: ExitStack) -> None:
        self._home = home
        self._closing = closing
        self._changes: Changes = listen(home.store.engine)
        self.floor = home.settings.batch_floor

    def address(self, path: str) -> str:
        """Give the office's public address of a path."""
        return f"{self._home.settings.public_url.rstrip('/')}{path}"

    def drawn(self, address: str) -> str:
        """Draw an address as a QR code."""
        from qr.terminal import ascii_qr

        return ascii_qr(address)

    def now(self) -> datetime:
        """Tell the time."""
        return self._home.store.clock()

    def look(self, question: Callable[[Work], R]) -> R:
        """Answer a question from one consistent picture."""
        with self._home.store.look() as work:
            return question(work)

    def act(self, deed: Callable[[Work], R]) -> R:
        """Do something in one transaction that commits."""
        with self._home.store.work() as work:
            return deed(work)

    def changed(self) -> bool:
        """Say whether anything was written since the last time this was asked."""
        return self._changes.changed()

    def concerns(self) -> tuple[str, ...]:
        """Say in a few plain words each what an admin should know about the machine."""
        from hailong.concerns import concerns

        return tuple(concerns(self._home.settings.home, self._home.store))

    def report(self, error: BaseException) -> None:
        """Note what went wrong, without the values in it."""
        note(error)

    def close(self) -> None:
        """Let go of the database."""
        self._changes.close()
        self._closing.close()


def open_access() -> StoreAccess:
    """Open the home; raise BadSettings or Refusal."""
    with ExitStack() as stack:
        home = stack.enter_context(open_home(idle=_IDLE))
        refuse_mistaken(home)
        return StoreAccess(home, stack.pop_all())


def note(error: BaseException) -> None:
    """Append what went wrong and where to the home's log; never the message, which holds values."""
    # A message may quote what a citizen wrote, or a row; kinds and places say enough.
    kinds = " from ".join(type(one).__name__ for one in _chain(error))
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    with suppress(OSError):
        log = os.open(home_path() / LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(log, "a", encoding="utf-8") as file:
            file.write(f"{wall_clock():%Y-%m-%dT%H:%M:%SZ} {kinds}{places}\n")


def _chain(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__
