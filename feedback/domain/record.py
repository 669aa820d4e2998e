"""The record of acts: an act, where the record stands, and the places that are not right."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feedback.domain.ids import CaseId

# All 64 digits or none: a line that was torn anywhere must never make another head.
_HEAD = re.compile(r"(?a:(\d{1,18})):([0-9a-f]{64})")


class BadHead(Exception):
    """A head is written SEQ:MAC, a number and 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest row of a record at some time: its number and its 32 bytes of HMAC."""

    seq: int
    mac: bytes

    def __str__(self) -> str:
        """Write it as it is kept on paper: ``SEQ:MAC``."""
        return f"{self.seq}:{self.mac.hex()}"

    @classmethod
    def read(cls, text: str) -> "Head":
        """Read what ``str`` wrote; raise BadHead."""
        found = _HEAD.fullmatch(text.strip().lower())
        if found is None:
            raise BadHead(f"{text!r} is not SEQ:MAC, a number and 64 hexadecimal digits")
        return cls(int(found[1]), bytes.fromhex(found[2]))


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the record. ``case`` is the case it is about, ``sealed`` that it was sealed."""

    seq: int
    at: datetime
    actor: str
    act: str
    subject: str
    before: str
    after: str
    reason: str
    case: CaseId | None
    sealed: bool


class Fault(StrEnum):
    """What is wrong at a place of the record."""

    CHANGED = "changed"
    """The row is not what was written."""
    REMOVED = "removed"
    """Rows are gone from the middle."""
    ADDED = "added"
    """A row that this product did not append."""
    CUT_OFF = "cut_off"
    """The newest rows are gone."""
    REPLACED = "replaced"
    """Another row stands where a head kept elsewhere says which one stood."""
    FOREIGN_KEY = "foreign_key"
    """The row names a key that is not here, and no later row vouches for it."""
    HEAD = "head"
    """The head in the database is not that of the newest row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that is not right: rows ``seq`` to ``last``.

    ``seq`` is None for rows that carry no number. ``after`` is the time of the last row before
    the place that is as it was written; None where there is none.
    """

    fault: Fault
    seq: int | None
    last: int | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look at the whole record found: ``findings`` are the first ones, ``wrong`` counts all.

    ``behind``: by how many rows the newest head kept elsewhere is older than the record, which is
    no fault; None where no head is kept elsewhere, so that rows cut off could not be missed.
    """

    rows: int
    head: Head
    at: datetime | None
    behind: int | None
    wrong: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Say that nothing was changed, removed or added."""
        return not self.wrong
