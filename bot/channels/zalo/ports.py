"""What this room asks of others. It never says how a token is kept."""

from typing import Protocol


class Tokens(Protocol):
    """The living access token of one Official Account; both methods raise SendError alone."""

    async def current(self) -> str:
        """Give the token to call with now."""
        ...

    async def renewed(self, failed: str) -> str:
        """Give another token than the one that Zalo has just refused."""
        ...
