"""For how many days each kind of data is kept: the one place that settings, purge and page read.

Luật 91/2025/QH15 Đ.3.3 and Đ.14: no longer than the purpose needs. The office sets the days.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Keeping:
    """Days of keeping.

    ``contact``, ``files`` and ``words`` count from the end of a case; the rest from the day
    it came, was done or was last touched. ``stuck`` are letters and updates that went wrong.
    """

    contact: int = 180
    words: int = 1825
    comments: int = 730
    files: int = 730
    notices: int = 365
    evidence: int = 90
    chats: int = 60
    stuck: int = 30

    def __post_init__(self) -> None:
        if min(getattr(self, one.name) for one in fields(self)) < 1:
            raise ValueError("a time of keeping is at least one day")


@dataclass(frozen=True, slots=True)
class Past:
    """How many of a kind are past their time, and were, or would be, forgotten."""

    what: str
    n: int
    days: int
