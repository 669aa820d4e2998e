"""What a person at the terminal can do with a case, as data: which act, and all that it takes. It
does nothing itself."""

from dataclasses import dataclass

from feedback.domain.cases.kinds import CaseKind, Verdict
from feedback.domain.cases.life import CaseAct
from feedback.domain.ids import UnitId
from feedback.services.cases.calling import Outcome


@dataclass(frozen=True, slots=True)
class Plain:
    """Take, close, reopen, mark as no matter, unmerge or unpublish: with a reason where due."""

    act: CaseAct
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Write:
    """Ask the citizen, answer, note, or publish; ``template`` is what a text was written from.

    ``sure``: publish although the text seems to hold private data.
    """

    act: CaseAct
    text: str
    template: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Assign:
    """Give it to someone of the staff."""

    to: str


@dataclass(frozen=True, slots=True)
class Forward:
    """Hand it to another unit."""

    to: UnitId
    reason: str


@dataclass(frozen=True, slots=True)
class Refer:
    """End it here, because another authority is competent."""

    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extend:
    """Give it more time; ``length`` None for all that the rule allows."""

    length: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Classify:
    """Say what it is."""

    kind: CaseKind
    reason: str


@dataclass(frozen=True, slots=True)
class Called:
    """Record what came of ringing the citizen up."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Find:
    """Record what a check of the facts found."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Let it go on in another case."""

    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class Concern:
    """Say that it is about someone of the staff, or with ``clear`` that it is not after all."""

    name: str
    reason: str
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Redact:
    """Show a text in another form, or with ``text`` None as it was written."""

    words: int
    text: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Withhold:
    """Show a file to nobody any more, or with ``release`` again."""

    file: int
    reason: str
    release: bool = False


Deed = (
    Plain
    | Write
    | Assign
    | Forward
    | Refer
    | Extend
    | Classify
    | Called
    | Find
    | Merge
    | Concern
    | Redact
    | Withhold
)


def act_of(deed: Deed) -> CaseAct:
    """Name the act that a deed is, as the table of states knows it."""
    match deed:
        case Plain(act=act) | Write(act=act):
            return act
        # One right for both: whoever may black out a text may keep a file from everybody.
        case Withhold():
            return CaseAct.REDACT
        case _:
            return _ACTS[type(deed)]


_ACTS: dict[type[Deed], CaseAct] = {
    Assign: CaseAct.ASSIGN,
    Forward: CaseAct.FORWARD,
    Refer: CaseAct.REFER,
    Extend: CaseAct.EXTEND,
    Classify: CaseAct.CLASSIFY,
    Called: CaseAct.CALL,
    Find: CaseAct.VERDICT,
    Merge: CaseAct.MERGE,
    Concern: CaseAct.CONCERN,
    Redact: CaseAct.REDACT,
}
