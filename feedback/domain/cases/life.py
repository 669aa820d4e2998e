"""The states of a case and the acts that lead from one to another. Nothing else sets a state."""

from dataclasses import dataclass
from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands."""

    NEW = "new"
    ACCEPTED = "accepted"
    WAITING = "waiting_citizen"
    ANSWERED = "answered"
    CONTESTED = "contested"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    FORWARDED = "forwarded"
    SPAM = "spam"


class CaseAct(StrEnum):
    """What can be done to a case, by staff, by the citizen or by the passing of time."""

    FILE = "file"
    TAKE = "take"
    ASSIGN = "assign"
    CLASSIFY = "classify"
    ASK = "ask"
    ANSWER = "answer"
    FORWARD = "forward"
    REFER = "refer"
    MERGE = "merge"
    UNMERGE = "unmerge"
    REDACT = "redact"
    VERDICT = "verdict"
    EXTEND = "extend"
    CLOSE = "close"
    REOPEN = "reopen"
    SPAM = "spam"
    NOTE = "note"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    UNLOCK = "unlock"
    CONCERN = "concern"
    CALL = "call"
    ADD = "add"
    WITHDRAW = "withdraw"
    JUDGE = "judge"
    CONTEST = "contest"
    STEP = "step"


class NotNow(Exception):
    """An act that the state of the case does not allow."""

    def __init__(self, act: CaseAct, state: CaseState) -> None:
        super().__init__(f"{act} is not possible while a case is {state}")
        self.act = act
        self.state = state


S = CaseState
A = CaseAct
_UNANSWERED = (S.NEW, S.ACCEPTED, S.WAITING, S.CONTESTED, S.FORWARDED)
_ALL = tuple(S)


@dataclass(frozen=True, slots=True)
class Row:
    """This act leads from any of these states there; ``to`` None leaves the state."""

    act: CaseAct
    states: tuple[CaseState, ...]
    to: CaseState | None = None


TABLE = (
    Row(A.TAKE, (S.NEW, S.CONTESTED, S.FORWARDED), S.ACCEPTED),
    # Taken over from a colleague, it stays as it stands: what was asked is still asked.
    Row(A.TAKE, (S.ACCEPTED, S.WAITING)),
    Row(A.ASSIGN, (S.NEW, S.CONTESTED, S.FORWARDED), S.ACCEPTED),
    Row(A.ASSIGN, (S.ACCEPTED, S.WAITING)),
    Row(A.CLASSIFY, _UNANSWERED),
    Row(A.ASK, _UNANSWERED, S.WAITING),
    Row(A.ANSWER, _UNANSWERED, S.ANSWERED),
    Row(A.FORWARD, _UNANSWERED, S.FORWARDED),
    Row(A.REFER, _UNANSWERED, S.CLOSED),
    Row(A.MERGE, _UNANSWERED, S.MERGED),
    Row(A.UNMERGE, (S.MERGED,), S.ACCEPTED),
    Row(A.REDACT, _ALL),
    # A check of the facts may end long after its case, and the figures follow it.
    Row(A.VERDICT, _ALL),
    Row(A.EXTEND, _UNANSWERED),
    Row(A.CLOSE, (*_UNANSWERED, S.ANSWERED), S.CLOSED),
    Row(A.REOPEN, (S.ANSWERED, S.CLOSED, S.SPAM), S.ACCEPTED),
    Row(A.SPAM, (S.NEW, S.ACCEPTED, S.WAITING, S.FORWARDED), S.SPAM),
    Row(A.NOTE, _ALL),
    Row(A.PUBLISH, (S.ANSWERED, S.CLOSED)),
    # What should not stand in public is taken back whatever became of its case.
    Row(A.UNPUBLISH, _ALL),
    Row(A.UNLOCK, _ALL),
    Row(A.CONCERN, _ALL),
    Row(A.CALL, (S.ANSWERED, S.CLOSED, S.MERGED)),
    Row(A.ADD, (S.WAITING,), S.ACCEPTED),
    # A merged one too: what its citizen adds reaches whoever has the other case in hand.
    Row(A.ADD, (S.NEW, S.ACCEPTED, S.CONTESTED, S.FORWARDED, S.ANSWERED, S.MERGED)),
    Row(A.WITHDRAW, (*_UNANSWERED, S.ANSWERED, S.MERGED), S.WITHDRAWN),
    Row(A.JUDGE, (S.ANSWERED, S.CLOSED)),
    Row(A.CONTEST, (S.ANSWERED, S.CLOSED), S.CONTESTED),
    Row(A.STEP, _UNANSWERED),
)
_NEXT = {(row.act, state): row.to or state for row in TABLE for state in row.states}

UNANSWERED = frozenset(_UNANSWERED)
"""States in which somebody owes the citizen something, or waits for the citizen."""
AWAITED = frozenset({*UNANSWERED, CaseState.MERGED})
"""States in which whoever filed a case still waits for an answer."""
SETTLING = frozenset({CaseState.NEW, CaseState.ACCEPTED, CaseState.FORWARDED})
"""States whose plain words promise that a case is being settled."""


def after(state: CaseState, act: CaseAct) -> CaseState:
    """Give the state that an act leads to; raise NotNow where it is not possible."""
    try:
        return _NEXT[act, state]
    except KeyError:
        raise NotNow(act, state) from None


def possible(state: CaseState) -> frozenset[CaseAct]:
    """Give the acts that a state allows."""
    return frozenset(act for act, of in _NEXT if of is state)
