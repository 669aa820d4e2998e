"""Pairs of tokens, how a door asks for a new one, and how that fails. No pair ever shows itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Pair:
    """A token to call with, and the one that a new pair is had for, once."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grant:
    """A new pair, and how long its two tokens live from now."""

    pair: Pair
    access_lives: timedelta
    refresh_lives: timedelta


class GrantError(Exception):
    """No new pair was had."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotReached(GrantError):
    """Nobody was there, so that nothing was asked and the old pair lives."""


class NotAnswered(GrantError):
    """It is not known what became of it: the old pair may be spent."""


class AskedTooOften(GrantError):
    """Nothing was done; ask again in a minute."""


class Denied(GrantError):
    """The token is not taken and never will be: a person has to consent anew."""


Refresh = Callable[[str], Awaitable[Grant]]
"""Spends a refresh token for a new pair; raises nothing but GrantError."""
