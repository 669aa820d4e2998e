"""Owns when the office may write: free for 48 h after the citizen's last act, open for 7 days."""

from datetime import datetime, timedelta
from enum import Enum

FREE_FOR = timedelta(hours=48)
OPEN_FOR = timedelta(days=7)


class Window(Enum):
    """How a message of the office would go now."""

    FREE = "free"
    BILLED = "billed"
    CLOSED = "closed"
    NEVER = "never"


def window(last: datetime | None, now: datetime) -> Window:
    """Tell how a message goes, from the time of the citizen's last act."""
    if last is None:
        return Window.NEVER
    since = now - last
    if since <= FREE_FOR:
        return Window.FREE
    return Window.BILLED if since <= OPEN_FOR else Window.CLOSED
