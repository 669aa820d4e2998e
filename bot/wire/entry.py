"""What waits in the spool until the database takes it, and what is said of that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that came and is to be stored later.

    ``door`` names who can read ``body``. ``person`` says in whose order it stands: whatever comes
    of the same person waits behind it. ``key`` is unique for it, so that it is done once. ``at`` is
    when it came, as ISO 8601 in UTC; empty where only the order of writing counts.
    """

    door: str
    person: str
    key: str
    body: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Spooled:
    """It is on the disk, and will be stored as soon as the database takes it."""


class NotKept(Exception):
    """Neither the database nor the spool could take it; whoever sent it has to send it again."""
