"""A server whose clock is wrong, and can be set while it runs. What counts seconds stays right."""

import os
import time
from pathlib import Path

import pytest

from tests.serving import Server

HOUR = 3_600
DAY = 86_400
_LIBRARY = "faketime/libfaketimeMT.so.1"


def library() -> Path:
    """Find what gives a process another clock; skip aloud where it is not."""
    for folder in (Path("/usr/lib"), *Path("/usr/lib").glob("*-linux-gnu")):
        if (folder / _LIBRARY).exists():
            return folder / _LIBRARY
    pytest.skip("LEFT OUT: a clock that is wrong needs libfaketime")


class WrongClock(Server):
    """A server, and commands, whose clock is so many seconds off."""

    def __init__(self, home: Path, **settings: str) -> None:
        super().__init__(home, **settings)
        self._library = library()
        self._told = home.parent / f"{home.name}.clock"
        self.off = 0
        self.set(0)

    def set(self, seconds: int) -> None:
        """Set the clock, of a running server too."""
        self.off = seconds
        fresh = self._told.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}s\n")
        # Replaced whole, since a running server may read it at any moment.
        os.replace(fresh, self._told)

    def now(self) -> float:
        """What the clock says."""
        return time.time() + self.off

    def environment(self) -> dict[str, str]:
        return super().environment() | {
            "LD_PRELOAD": str(self._library),
            "FAKETIME_TIMESTAMP_FILE": str(self._told),
            # Else the clock of a running server would follow only after some seconds.
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # else threads wait for each other for seconds
        }
