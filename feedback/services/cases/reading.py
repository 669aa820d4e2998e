"""Cases as staff read them: the queue, and one case with its words and its timeline."""

from dataclasses import dataclass, replace

from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import CaseAct, CaseState, possible
from feedback.domain.cases.record import BY_CITIZEN, Case, Delivery, Happening, Scope, Words
from feedback.domain.days import local_day
from feedback.domain.ids import StaffId, UnitId
from feedback.domain.names import clean
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.authority import Act, below, may, require, scope
from feedback.services.cases import casework
from feedback.services.cases.holding import named
from feedback.services.refusals import NotFound
from feedback.store import case_people, case_queue, case_words, casebox, cases, staff
from feedback.store.case_queue import Mark, Order, Page, Wanted
from feedback.store.work import Work

__all__ = ["File", "Mark", "Order", "Page", "Wanted", "listed", "opened", "queue"]

SIZE = 50
"""Cases of a page."""
# Even so counting takes up to 1.3 s on SQLite at a million cases (docs/scale.md).
MOST_COUNTED = 1_000
"""A queue is counted up to here; more is told as so many or more."""
_HANDLING = frozenset(
    {
        CaseAct.TAKE,
        CaseAct.ASSIGN,
        CaseAct.CLASSIFY,
        CaseAct.ASK,
        CaseAct.ANSWER,
        CaseAct.FORWARD,
        CaseAct.REFER,
        CaseAct.EXTEND,
        CaseAct.MERGE,
        CaseAct.UNMERGE,
        CaseAct.CLOSE,
        CaseAct.REOPEN,
        CaseAct.NOTE,
        CaseAct.CALL,
    }
)
_RIGHTS = dict.fromkeys(_HANDLING, Act.HANDLE_CASES) | {
    CaseAct.VERDICT: Act.MODERATE_CASES,
    CaseAct.SPAM: Act.MODERATE_CASES,
    CaseAct.REDACT: Act.MODERATE_CASES,
    CaseAct.PUBLISH: Act.MODERATE_CASES,
    CaseAct.UNPUBLISH: Act.MODERATE_CASES,
    CaseAct.CONCERN: Act.MODERATE_CASES,
    CaseAct.UNLOCK: Act.UNLOCK_IDENTITY,
}


@dataclass(frozen=True, slots=True)
class Merged:
    """A case that was merged into another, and what its citizen said."""

    code: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class File:
    """One case as a viewer may see it; who filed it stays hidden until it is unlocked.

    ``may`` are the acts open to the viewer now; ``merged`` are the cases that go on in this one.
    ``erased``: its citizen was erased, and what was said and sent with it.
    """

    case: Case
    words: tuple[Words, ...]
    timeline: tuple[Happening, ...]
    has_contact: bool
    may: frozenset[CaseAct] = frozenset()
    merged: tuple[Merged, ...] = ()
    merged_into: str = ""
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases a viewer sees in each queue, each up to ``MOST_COUNTED``."""

    owed: int
    late: int
    mine: int
    states: dict[CaseState, int]
    kinds: dict[CaseKind, int]


def queue(
    work: Work, viewer: Viewer, wanted: Wanted, *, size: int = SIZE, after: Mark | None = None
) -> Page:
    """Give a page of the cases that the viewer sees, after the mark of the page before."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    return case_queue.page(work, scope(work, viewer), wanted, size, after)


def listed(work: Work, viewer: Viewer, wanted: Wanted, *, size: int = SIZE) -> tuple[Case, ...]:
    """Give the first cases of a queue that the viewer sees."""
    return queue(work, viewer, wanted, size=size).cases


def counts(work: Work, viewer: Viewer, wanted: Wanted) -> Counts:
    """Count the queues of what the viewer sees: what is owed and of which kind, and each state."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    seen, owed = scope(work, viewer), replace(wanted, owed=True)
    late = replace(owed, due_before=local_day(work.now))
    mine = replace(owed, assignee=viewer.staff)
    return Counts(
        _count(work, seen, owed),
        _count(work, seen, late),
        # The operator has nothing in hand; asked for nobody, the queue would count everybody's.
        0 if viewer.staff is None else _count(work, seen, mine),
        {one: _count(work, seen, replace(wanted, states=frozenset({one}))) for one in CaseState},
        {one: _count(work, seen, replace(owed, kinds=frozenset({one}))) for one in CaseKind},
    )


def opened(work: Work, viewer: Viewer, code: str) -> File:
    """Open a case that the viewer sees; raise NotFound otherwise."""
    case = named(work, viewer, code)
    return File(
        case,
        tuple(case_words.words(work, case.id)),
        tuple(case_words.timeline(work, case.id)),
        case_people.has_contact(work, case.id),
        _open_to(viewer, case),
        _merged(work, viewer, case),
        _survivor(work, viewer, case),
        casebox.destroyed(work, case.id),
    )


def under(work: Work, text: str) -> frozenset[UnitId]:
    """Give the unit called so, all below it today, and what they were formed from."""
    return below(work, places.unit_id(work, text))


def member(work: Work, name: str) -> StaffId:
    """Find someone of the staff by name; raise NotFound."""
    found = staff.named(work, clean(name))
    if found is None:
        raise NotFound(f"There is nobody named {clean(name)[:60]}; see `hailong staff list`.")
    return found.id


def _count(work: Work, seen: Scope, wanted: Wanted) -> int:
    return case_queue.count(work, seen, wanted, MOST_COUNTED)


def _open_to(viewer: Viewer, case: Case) -> frozenset[CaseAct]:
    # Without a right stand the acts of citizens and of time, which no button offers.
    open_now = possible(case.state) & _RIGHTS.keys()
    return frozenset(act for act in open_now if _may(viewer, case, act))


def _may(viewer: Viewer, case: Case, act: CaseAct) -> bool:
    bars = {
        CaseAct.CLOSE: not casework.closes(viewer, case),
        CaseAct.REOPEN: not casework.reopens(viewer, case),
        CaseAct.PUBLISH: case.sealed,
        CaseAct.UNPUBLISH: not case.published,
        CaseAct.CALL: case.delivery is not Delivery.CALL,
    }
    return may(viewer.role, _RIGHTS[act]) and not bars.get(act, False)


def _merged(work: Work, viewer: Viewer, case: Case) -> tuple[Merged, ...]:
    seen = scope(work, viewer)
    found = (cases.by_id(work, one) for one in cases.merged_into(work, case.id))
    return tuple(
        Merged(one.code, _told(work, one))
        for one in found
        # Merged is not seen: a case about the viewer stays hidden within the other, too.
        if one is not None and cases.by_code(work, one.code, seen) is not None
    )


def _told(work: Work, case: Case) -> tuple[Words, ...]:
    return tuple(one for one in case_words.words(work, case.id) if one.voice in BY_CITIZEN)


def _survivor(work: Work, viewer: Viewer, case: Case) -> str:
    """Give the code of the case that this one goes on in, where the viewer sees it."""
    other = None if case.merged_into is None else cases.by_id(work, case.merged_into)
    if other is None or cases.by_code(work, other.code, scope(work, viewer)) is None:
        return ""
    return other.code
