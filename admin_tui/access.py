"""What the front door hands to the terminal: ways to read and to write, and word of changes."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from feedback.store.work import Work

R = TypeVar("R")


class Access(Protocol):
    """An open database, as far as the terminal may know it."""

    @property
    def floor(self) -> int:
        """The office's least size of a batch for those who are rated."""
        ...

    def address(self, path: str) -> str:
        """Give the office's public address of a path."""
        ...

    def drawn(self, address: str) -> str:
        """Draw an address as a QR code: lines of half blocks, the light modules as blocks."""
        ...

    def now(self) -> datetime:
        """Tell the time."""
        ...

    def look(self, question: "Callable[[Work], R]") -> R:
        """Answer a question from one consistent picture."""
        ...

    def act(self, deed: "Callable[[Work], R]") -> R:
        """Do something in one transaction that commits."""
        ...

    def changed(self) -> bool:
        """Say whether anything was written since the last time this was asked."""
        ...

    def concerns(self) -> tuple[str, ...]:
        """Say in a few plain words each what an admin should know about the machine."""
        ...

    def report(self, error: BaseException) -> None:
        """Note what went wrong, for the operator."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
