"""What the screens may ask, and the records they get back. It holds no rows and no SQL; every
call blocks and belongs in a thread."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from feedback.domain.ids import UnitId
from feedback.domain.index import Figure
from feedback.domain.query import TreeOf
from feedback.domain.questionnaire import Factor
from feedback.domain.roles import Viewer
from feedback.services.record import EntryPage

if TYPE_CHECKING:
    from admin_tui.caseload import Caseload


@dataclass(frozen=True, slots=True)
class Span:
    """The days that figures are asked for: None on either side leaves that side open.

    ``before`` are the first and last day of the period to compare with, where there is one.
    """

    first: date | None
    last: date | None
    tree: TreeOf = TreeOf.THEN
    before: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """Someone was let in; with ``must_change`` nothing but a new password is offered."""

    viewer: Viewer
    unit_name: str
    must_change: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A unit in the tree, with its own and its subordinates' figure together.

    ``ended`` is the last day of a unit that is no more; ``sample`` says that samples are in it.
    """

    unit: UnitId
    parent: UnitId | None
    code: str
    name: str
    sample: bool
    figure: Figure
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Forest:
    """All units the viewer may see, parents before children; ``until`` is the last day shown."""

    nodes: tuple[Node, ...]
    until: date | None
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the trend."""

    first: date
    figure: Figure


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk with its figure; ``code`` is its living short code, or empty."""

    name: str
    code: str
    sample: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One of the five factors of the service."""

    factor: Factor
    figure: Figure


@dataclass(frozen=True, slots=True)
class Sheet:
    """One unit's page.

    ``before`` is the figure of the period just before, where there is one. ``desks`` is None for
    a unit with so many below it that its desks are looked at one unit at a time. ``decision`` is
    what the target rests on.
    """

    node: Node
    path: tuple[str, ...]
    until: date | None
    before: Figure | None
    months: tuple[Month, ...]
    desks: tuple[DeskRow, ...] | None
    factors: tuple[FactorRow, ...]
    decision: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. ``day`` and ``level`` are None for those who are rated; they see the ``week``.

    ``text`` is None where the key that seals it is lost.
    """

    week: date
    day: date | None
    level: int | None
    desk: str
    text: str | None
    accuses: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Remarks:
    """The newest comments of a unit; ``more`` when older ones exist.

    With ``batched`` they come in batches; without ``allowed`` the role reads none.
    """

    rows: tuple[Remark, ...] = ()
    more: bool = False
    batched: bool = False
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class Sought:
    """Which acts of the record are sought; what is empty asks for nothing.

    ``act`` is how it begins, the others may stand anywhere; both days are included.
    """

    actor: str = ""
    act: str = ""
    subject: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None


class CodeWanted:
    """The password was right, and a one-time code is wanted too."""


class Reading(Protocol):
    """Everything the terminal can ask; raises Trouble."""

    @property
    def cases(self) -> "Caseload":
        """What the screens of cases work with."""
        ...

    def now(self) -> datetime:
        """Tell the time."""
        ...

    def sign_in(self, name: str, password: str, code: str = "") -> Entered | CodeWanted | None:
        """Let someone in, ask for a one-time code too, or give None where any of it forbids it."""
        ...

    def renew(self, viewer: Viewer, old: str, new: str) -> bool:
        """Replace the viewer's own password; False when the old one was wrong."""
        ...

    def forest(self, viewer: Viewer, span: Span) -> Forest:
        """Read the tree of units with figures."""
        ...

    def sheet(self, viewer: Viewer, unit: UnitId, span: Span) -> Sheet:
        """Read one unit's page."""
        ...

    def remarks(self, viewer: Viewer, unit: UnitId, most: int) -> Remarks:
        """Read the newest comments of a unit, at most so many."""
        ...

    def record(self, viewer: Viewer, sought: Sought, page: int) -> EntryPage:
        """Read a page of the record of acts, the newest first; the first page is 0."""
        ...

    def concerns(self, viewer: Viewer) -> tuple[str, ...]:
        """Say in a few words each what is wrong with the machine, to who may mend it."""
        ...

    def changed(self) -> bool:
        """Say whether anything was written since the last time this was asked."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
