"""The contract of a door that can send, and its vocabulary of failure."""

from dataclasses import dataclass
from typing import Protocol

from bot.wire.messages import Account, Address, Outbound


class SendError(Exception):
    """A message did not go out."""


@dataclass
class Later(SendError):
    """Try again after so many seconds; ``account_wide`` holds the whole account meanwhile."""

    seconds: float
    account_wide: bool = False
    reason: str = ""


@dataclass
class Never(SendError):
    """This message can never be sent; others to the person may."""

    reason: str


@dataclass
class Gone(SendError):
    """The person has left or blocked us; nothing more goes there until they write again."""

    reason: str = ""


@dataclass
class WindowClosed(SendError):
    """The messenger no longer lets us write to this person for now."""

    reason: str = ""


class Channel(Protocol):
    """A door that can send. It raises nothing but SendError."""

    @property
    def account(self) -> Account:
        """The account that this door speaks for."""
        ...

    async def send(self, message: Outbound) -> None:
        """Send one message, or raise the SendError that says what to do next."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class Announces(Protocol):
    """A door that can say one approved text to someone it may not write to. Only SendError."""

    async def announce(self, address: Address, page: str) -> None:
        """Say that there is news, to be read at a page, or raise the SendError it came to."""
        ...


class Fetches(Protocol):
    """A door that can fetch what a citizen sent. It raises nothing but SendError."""

    @property
    def account(self) -> Account:
        """The account that this door speaks for."""
        ...

    async def fetch(self, reference: str, limit: int) -> bytes:
        """Fetch a file by the messenger's own name of it; Never when larger than the limit."""
        ...
