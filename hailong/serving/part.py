"""Names what a server process does of the whole, so that parts can run, and fail, apart."""

from enum import StrEnum


class Part(StrEnum):
    """All of it, or what citizens reach, or what goes out to them and happens by itself."""

    ALL = "all"
    WEB = "web"
    DELIVERY = "delivery"

    @property
    def takes_in(self) -> bool:
        """Whether pages and hooks are served."""
        return self is not Part.DELIVERY

    @property
    def delivers(self) -> bool:
        """Whether messages are sent, files fetched and timers kept."""
        return self is not Part.WEB
