"""Where a conversation stands. Versioned: what an older release wrote is still read."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

STATE_VERSION = 1


class Stage(StrEnum):
    """The stages of a conversation; the table that joins them stands in ``table``."""

    NEW = "new"
    LOBBY = "lobby"
    """Known, but at no desk."""
    RATING = "rating"
    ASKING = "asking"
    COMMENT = "comment"
    PHOTO = "photo"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class State:
    """Everything remembered between two events of one person in one channel.

    ``desk`` and ``day`` name the rating in progress; ``pending`` are codes of questions still to
    ask; ``held`` is text that came before the first tap; ``tries`` counts codes that led nowhere.
    """

    stage: Stage = Stage.NEW
    language: str = "vi"
    desk: int | None = None
    day: date | None = None
    pending: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    tries: int = 0
    touched: datetime | None = None
