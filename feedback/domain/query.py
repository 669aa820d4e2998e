"""What can be asked of the index, and the table that answers it. It computes nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from feedback.domain.ids import DeskId, UnitId
from feedback.domain.index import Figure
from feedback.domain.methods import Method
from feedback.domain.periods import Period


class By(StrEnum):
    """What makes the rows of a table."""

    UNIT = "unit"
    DESK = "desk"
    SERVICE = "service"
    FACTOR = "factor"
    MONTH = "month"
    CHANNEL = "channel"
    GROUP = "group"


class TreeOf(StrEnum):
    """Which tree a rating is counted on: that of its own day, or that of today."""

    THEN = "then"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """A question: which unit or desk, which days, cut how, by which definition.

    Without ``unit`` and ``desk`` everything the viewer may see is meant; without a period, all
    days from the first rating to today. ``public`` applies what holds for the public.
    """

    unit: UnitId | None = None
    desk: DeskId | None = None
    period: Period | None = None
    first: date | None = None
    last: date | None = None
    by: By | None = None
    method: str = "t2b"
    tree: TreeOf = TreeOf.THEN
    public: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What an office set itself to reach, in basis points, and by which decision."""

    points: int
    decision: str


@dataclass(frozen=True, slots=True)
class UnitLabel:
    """A unit as it is named in a table, and the code of the one above it."""

    id: UnitId
    code: str
    name: str
    parent_code: str | None = None


@dataclass(frozen=True, slots=True)
class DeskLabel:
    """A desk as it is named in a table; ``code`` is its living short code, if any."""

    id: DeskId
    code: str | None
    name: str


@dataclass(frozen=True, slots=True)
class PartLabel:
    """The code of a service, factor, month, channel or group, and its name where it has one."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One row: the figure, None where it is suppressed, and whose figure it is.

    ``unknown`` counts "do not know" answers; ``sample`` says that samples are among the ratings.
    """

    figure: Figure | None
    of_unit: UnitLabel | None = None
    of_desk: DeskLabel | None = None
    of_part: PartLabel | None = None
    target: Target | None = None
    unknown: int = 0
    sample: bool = False

    @property
    def suppressed(self) -> bool:
        """Say whether the figure is kept from whoever asked."""
        return self.figure is None

    @property
    def unit(self) -> UnitId | None:
        """The unit; None where the row is of all units."""
        return self.of_unit.id if self.of_unit else None

    @property
    def unit_code(self) -> str | None:
        """The unit's code."""
        return self.of_unit.code if self.of_unit else None

    @property
    def unit_name(self) -> str | None:
        """The unit's name."""
        return self.of_unit.name if self.of_unit else None

    @property
    def desk(self) -> DeskId | None:
        """The desk, in a table by desk."""
        return self.of_desk.id if self.of_desk else None


class Note(StrEnum):
    """What a reader of a table must know; each is put into words where it is shown."""

    CHANCE_ONLY = "chance_only"
    NOT_SIPAS = "not_sipas"
    SAMPLES = "samples"
    BATCHED = "batched"
    PUBLIC = "public"
    SPLIT_STAYS = "split_stays"
    ANSWERS = "answers"
    FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why ratings of this table do not count, and how many."""

    reason: str
    n: int


@dataclass(frozen=True, slots=True)
class IndexTable:
    """The answer: the definition and days it rests on, its rows, and what must be said with it.

    ``until`` is the last day of which anything is shown to those who are rated, else None.
    """

    query: IndexQuery
    method: Method
    first: date
    last: date
    rows: tuple[IndexRow, ...]
    notes: tuple[Note, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    until: date | None = None
