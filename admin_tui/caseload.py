"""What the screens of cases may ask, and the records they get back. It holds no rows and no SQL;
every call blocks and belongs in a thread."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from admin_tui.deeds import Deed
from feedback.domain.cases.record import Case, Contact, Words
from feedback.domain.cases.template import Template
from feedback.domain.dues import Due
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services.cases.attachments import Attachment
from feedback.services.cases.reading import File, Mark
from feedback.services.followups import Item, Outcome


class Tab(Enum):
    """The queues, by the digit that opens them."""

    OWED = 1
    MINE = 2
    LATE = 3
    WAITING = 4
    ANSWERED = 5
    SEALED = 6
    LOW = 7
    ALL = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A case in a queue, with the names of its places and of whoever has it in hand.

    ``left`` are the working days from tomorrow to the day due, ``late`` the days since it passed;
    both None where no clock runs towards or away from it.
    """

    case: Case
    unit: str
    desk: str
    assignee: str
    left: int | None = None
    late: int | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of a queue and how many there are in each; ``tabs`` are those the viewer has.

    ``more`` is where the next page begins; ``most`` the number up to which was counted.
    """

    lines: tuple[Line, ...]
    more: Mark | None
    counts: dict[Tab, int]
    tabs: frozenset[Tab]
    most: int
    read_at: datetime
    low: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One case with everything that its viewer may see.

    ``private`` names for each text the kinds of private data it seems to hold; ``units`` gives the
    names of units by code, for the timeline; ``concerned`` are those whom it is said to be about;
    ``mine`` says that its viewer has it in hand.
    """

    line: Line
    file: File
    files: tuple[Attachment, ...]
    due: Due | None
    private: dict[int, tuple[str, ...]]
    units: dict[str, str]
    concerned: tuple[str, ...]
    mine: bool
    read_at: datetime

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.line.case


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that a case can be handed to, with those above it, highest first."""

    unit: UnitId
    code: str
    name: str
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likely:
    """A case that may tell the same matter."""

    line: Line
    likeness: int
    """In percent."""
    same_desk: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; ``whole`` False when only the newest were looked through."""

    lines: tuple[Line, ...]
    looked_through: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Drafted:
    """A text made from a template, its version, and the places still to be filled in."""

    text: str
    template: str
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address that opens a file once, until a moment, and its QR code as half blocks."""

    address: str
    until: datetime
    qr: tuple[str, ...] = field(repr=False)


class Looks(Protocol):
    """What can be looked at; raises Trouble."""

    def queue(self, viewer: Viewer, tab: Tab, size: int, after: Mark | None = None) -> Queue:
        """Read so many cases of a queue, after the end of the page before."""
        ...

    def search(self, viewer: Viewer, text: str) -> Found:
        """Find cases by code or by words."""
        ...

    def sheet(self, viewer: Viewer, code: str) -> Sheet:
        """Open a case."""
        ...


class Choices(Protocol):
    """What an act is chosen from; raises Trouble."""

    def templates(self, viewer: Viewer, language: str) -> tuple[Template, ...]:
        """List the answer templates of a language."""
        ...

    def filled(self, viewer: Viewer, code: str, template: str, words: str) -> Drafted:
        """Fill a template for a case, around what was written already."""
        ...

    def colleagues(self, viewer: Viewer, code: str) -> tuple[str, ...]:
        """Name those who see a case and may handle it."""
        ...

    def everyone(self, viewer: Viewer) -> tuple[str, ...]:
        """Name all of the staff."""
        ...

    def places(self, viewer: Viewer) -> tuple[Place, ...]:
        """List the units of today."""
        ...

    def similar(self, viewer: Viewer, code: str) -> tuple[Likely, ...]:
        """Find cases that may tell the same matter."""
        ...


class Acts(Protocol):
    """What can be done; all of it is recorded. Raises Trouble."""

    def do(self, viewer: Viewer, code: str, version: int | None, deed: Deed) -> None:
        """Do something with a case as it was read."""
        ...

    def followed(self, viewer: Viewer, item: int, outcome: Outcome, note: str) -> None:
        """Record what came of a follow-up."""
        ...

    def unlock(self, viewer: Viewer, code: str, reason: str) -> Contact:
        """Open who filed a case."""
        ...

    def originals(self, viewer: Viewer, code: str, reason: str) -> tuple[Words, ...]:
        """Open the texts as they were written."""
        ...

    def link(self, viewer: Viewer, code: str, file: int, reason: str) -> Link:
        """Give an address that opens a file once."""
        ...


@dataclass(frozen=True, slots=True)
class Caseload:
    """All that the screens of cases work with."""

    looks: Looks
    choices: Choices
    acts: Acts
