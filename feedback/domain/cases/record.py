"""A case as rows tell it, without its words: who may see it, and what is still owed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from feedback.domain.cases.kinds import (
    SEALED,
    CaseKind,
    Satisfaction,
    Severity,
    Verdict,
    severities,
)
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.channels import Channel
from feedback.domain.ids import CaseId, DeskId, RatingId, StaffId, UnitId


class Step(StrEnum):
    """How far the clock of a case has come."""

    NONE = "none"
    REMINDED = "reminded"
    DUE = "due"
    LATE = "late"
    VERY_LATE = "very_late"


class Delivery(StrEnum):
    """Whether the newest answer reached the citizen."""

    NONE = "none"
    QUEUED = "queued"
    SENT = "sent"
    WAITING = "waiting"
    """It waits behind the follow-up number: "chờ tra cứu"."""
    ANNOUNCED = "template"
    """A fixed text said that there is news; the answer itself waits behind the number."""
    CALL = "call"
    """The citizen could not be written to and left a telephone: somebody is to ring."""
    PHONED = "phoned"
    """The citizen was told by telephone."""
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Case:
    """One case without a word of what was said in it.

    ``unit`` is who answers for it now (None: the office as a whole); ``about_unit``, ``about_desk``
    and ``about_day`` are what it is about and never change. ``due_why`` is the stored explanation
    of ``due_on``. ``unrouted`` is a sealed case that nobody outside the unit was there to receive.
    ``ended_at`` is None as long as somebody owes something. ``version`` grows with every change.
    """

    id: CaseId
    code: str
    kind: CaseKind
    state: CaseState
    choice: str
    unit: UnitId | None
    about_unit: UnitId | None
    about_desk: DeskId | None
    about_day: date
    rating: RatingId | None
    channel: Channel
    language: str
    opened_at: datetime
    opened_on: date
    accepted_on: date | None
    due_on: date | None
    due_why: str
    due_provisional: bool
    step: Step
    suspended_on: date | None
    guided_on: date | None
    severity: Severity
    assignee: StaffId | None
    sealed: bool
    unrouted: bool
    appealed: bool
    verdict: Verdict
    satisfaction: Satisfaction | None
    published: bool
    delivery: Delivery
    merged_into: CaseId | None
    merged_from: CaseState | None
    ended_at: datetime | None
    version: int
    sample: bool
    step_on: date | None = None

    def __post_init__(self) -> None:
        # What accuses someone and stands open to the unit must not be able to exist.
        if self.sealed != (self.kind in SEALED) or (self.unrouted and not self.sealed):
            raise ValueError(f"a case of {self.kind} is sealed as its kind is")
        if self.severity not in severities(self.kind):
            raise ValueError(f"a case of {self.kind} cannot weigh {self.severity}")

    def late(self, today: date) -> bool:
        """Say whether the end of the due day has passed and the case is still owed an answer.

        While the citizen is asked for more, a day that had not come yet does not come.
        """
        if self.ended_at is not None or self.due_on is None:
            return False
        stands = self.suspended_on is not None and self.suspended_on <= self.due_on
        return not stands and today > self.due_on


@dataclass(frozen=True, slots=True)
class Contact:
    """How a citizen may be reached outside the chat, as far as it was given."""

    name: str = ""
    phone: str = ""
    address: str = ""


UNNAMED = Contact()


class Voice(StrEnum):
    """What a text in a case is."""

    STATEMENT = "statement"
    ADDITION = "addition"
    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"
    CONTEST = "contest"
    PUBLIC = "public"
    LOCATION = "location"
    REASON = "reason"
    """Why staff did something; it stands in the timeline, and never reaches the citizen."""


TO_CITIZEN = frozenset({Voice.QUESTION, Voice.ANSWER})
"""Texts that staff write to the citizen."""
BY_CITIZEN = frozenset({Voice.STATEMENT, Voice.ADDITION, Voice.CONTEST, Voice.LOCATION})
"""Texts that the citizen wrote."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text of a case as it may be shown: ``text`` None where its key was destroyed.

    ``by`` is empty for the citizen. Where ``redacted`` is true, ``text`` is the redacted form.
    """

    id: int
    voice: Voice
    by: str
    at: datetime
    text: str | None
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of a case's timeline; ``detail`` is data for the one who words it, never free text.

    ``by`` is a member of staff, ``citizen`` or ``system``.
    """

    id: int
    act: CaseAct
    by: str
    at: datetime
    detail: tuple[tuple[str, str], ...] = ()
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cases someone may see at all.

    ``plain``: units whose ordinary cases are seen, None for all and those of no unit; ``sealed``
    the same for sealed ones. ``unrouted``: also sealed cases that found no recipient. ``staff``:
    whose own matters are kept from them, that is cases about a desk on a day they sat there, and
    cases that name them.
    """

    plain: frozenset[UnitId] | None
    sealed: frozenset[UnitId] | None
    unrouted: bool = False
    staff: StaffId | None = None


NOTHING = Scope(frozenset(), frozenset())
