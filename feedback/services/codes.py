"""The small port through which signed codes come: wired to the room of codes at the front door."""

from enum import StrEnum
from typing import Protocol


class Use(StrEnum):
    """What a signed code is for; one never passes for another."""

    DESK = "desk"
    VISIT = "visit"
    TABLET = "tablet"


class NotOurs(Exception):
    """A text that looks like a signed code is not one of ours; the message says why."""


class Codes(Protocol):
    """Makes and reads signed tokens and short codes."""

    @property
    def kid(self) -> str:
        """The id of the key that signs now."""
        ...

    def mint(self, use: Use, serial: int) -> str:
        """Sign a serial of at most 48 bits as a token of ``A-Za-z0-9_-``."""
        ...

    def read(self, use: Use, token: str) -> int:
        """Give the serial of a token; raise NotOurs for anything forged or of another use."""
        ...

    def short(self) -> str:
        """Make a fresh short code of six symbols."""
        ...

    def find(self, text: str) -> str | None:
        """Find a short code in a typed text, in its one spelling, or None."""
        ...
