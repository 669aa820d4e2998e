"""What a step may know of cases: a person's own, and who would receive a new one. It looks nowhere.

Cases are named by their ids here; no word of what was said in them.
"""

from dataclasses import dataclass
from datetime import date

from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.standing import standing

MOST = 5
"""Cases that are listed; older ones are followed on the web."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A case as its citizen sees it.

    ``kind``, ``state`` and ``judged`` are the values of the domain's enumerations; ``question``
    and ``answer`` name the newest texts of that kind; ``may`` are the acts open to the citizen.
    ``files`` is how many came with it, told only of the one that is being written to.
    An ``undecided`` one ended though it was contested, without another answer.
    A ``veiled`` one is sealed, in a chat that people of the office read: who tells of it there must
    not let them see that it was sealed.
    """

    id: int
    kind: str
    state: str
    opened: date
    due: date | None = None
    provisional: bool = False
    unit: str = ""
    question: int | None = None
    answer: int | None = None
    judged: str = ""
    may: tuple[str, ...] = ()
    files: int = 0
    veiled: bool = False
    undecided: bool = False

    @property
    def name(self) -> str:
        """The phrase that names it."""
        return "case.report" if self.veiled else f"case.{self.kind}"

    @property
    def stands(self) -> str:
        """How it stands, by the name that plain words go by."""
        answered = self.answer is not None
        kind, state = CaseKind(self.kind), CaseState(self.state)
        return standing(kind, state, answered=answered, undecided=self.undecided)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something happened to a case: ``what`` names it, ``text`` the text of ours it carries."""

    what: str
    mine: Mine
    text: int | None = None


@dataclass(frozen=True, slots=True)
class Docket:
    """``receives``: someone outside the unit takes what accuses it. ``own``: newest first."""

    receives: bool = False
    own: tuple[Mine, ...] = ()
    notice: Notice | None = None

    def find(self, case: int) -> Mine | None:
        """Find a case of this person."""
        known = (*self.own, *((self.notice.mine,) if self.notice else ()))
        return next((mine for mine in known if mine.id == case), None)
