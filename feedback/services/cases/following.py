"""What whoever filed a case sees and does: by the follow-up number, or in the chat it came from.

Nothing here tells a wrong number from an unknown one, nor shows who handles a case.
"""

from dataclasses import dataclass
from datetime import date, datetime

from feedback.domain.cases import life
from feedback.domain.cases import number as follow_up
from feedback.domain.cases.kinds import GUIDED, CaseKind, Satisfaction
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import BY_CITIZEN, TO_CITIZEN, Case, Delivery, Step, Voice, Words
from feedback.domain.days import local_day
from feedback.domain.ids import CaseId, Person, UnitId
from feedback.services import calendars
from feedback.services.cases import clock, routing
from feedback.services.cases.filing import CITIZEN
from feedback.store import case_parties, case_people, case_words, casebox, cases
from feedback.store.work import Work

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Status:
    """A case as its citizen sees it; ``may`` are the acts open to the citizen now.

    ``unseen``: an answer is there that the citizen has not looked at on the page.
    """

    case: CaseId
    kind: CaseKind
    state: CaseState
    opened_at: datetime
    due_on: date | None
    due_provisional: bool
    guided_on: date | None
    unit: UnitId | None
    words: tuple[Words, ...]
    satisfaction: Satisfaction | None
    unseen: bool
    may: frozenset[CaseAct]


def by_number(work: Work, text: str) -> CaseId | None:
    """Find a case by its follow-up number as typed."""
    digits = follow_up.read(text)
    return None if digits is None else case_people.by_number(work, work.vault.number(digits))


def of_person(work: Work, person: Person) -> tuple[CaseId, ...]:
    """Find the cases filed in a chat, newest first."""
    return tuple(case_people.of_person(work, person))


def status(work: Work, identity: CaseId) -> Status | None:
    """Tell how a case stands, to whoever filed it; one that was merged has the other's answers."""
    case = cases.by_id(work, identity)
    if case is None:
        return None
    shown = TO_CITIZEN | BY_CITIZEN
    words = tuple(
        one for one in case_words.words(work, identity, original=True) if one.voice in shown
    )
    if case.merged_into is not None:
        words += tuple(
            one for one in case_words.words(work, case.merged_into) if one.voice is Voice.ANSWER
        )
    return Status(
        identity,
        case.kind,
        case.state,
        case.opened_at,
        case.due_on,
        case.due_provisional,
        case.guided_on,
        case.unit,
        words,
        case.satisfaction,
        case.delivery in (Delivery.QUEUED, Delivery.SENT, Delivery.WAITING),
        _may(case),
    )


def seen(work: Work, identity: CaseId) -> None:
    """Note that whoever filed a case has looked at its answer, so that the handler sees it."""
    case = cases.by_id(work, identity)
    if case is not None and case.delivery in (Delivery.QUEUED, Delivery.SENT, Delivery.WAITING):
        cases.deliver(work, identity, Delivery.SEEN)


def add(work: Work, identity: CaseId, text: str) -> Status | None:
    """Add what the citizen tells further; a case that waited for it goes on."""
    return _act(work, identity, CaseAct.ADD, Voice.ADDITION, text)


def withdraw(work: Work, identity: CaseId) -> Status | None:
    """Take a case back, as whoever filed it wishes."""
    return _act(work, identity, CaseAct.WITHDRAW, ended_at=work.now)


def judge(work: Work, identity: CaseId, satisfaction: Satisfaction) -> Status | None:
    """Keep how the citizen judged the answer."""
    return _act(work, identity, CaseAct.JUDGE, satisfaction=satisfaction)


def contest(work: Work, identity: CaseId, text: str) -> Status | None:
    """Contest the answer, once: the case goes to the level above, with a clock of its own.

    Whoever answered does not decide; at the top it goes to the office as a whole.
    """
    case = cases.by_id(work, identity)
    if case is None:
        return None
    return _act(
        work,
        identity,
        CaseAct.CONTEST,
        Voice.CONTEST,
        text,
        **_upward(work, case),
        **_anew(work, case),
    )


def _upward(work: Work, case: Case) -> dict[str, object]:
    if case.sealed:
        route = routing.sealed(work, case.unit, None, case.about_day) if case.unit else None
    else:
        route = routing.above(work, case.unit, case_parties.of_case(work, case.id))
    if route is None or route.unrouted:
        return {"appealed": True, "assignee": None, "ended_at": None}
    return {"appealed": True, "assignee": None, "ended_at": None, "unit": route.unit}


def _anew(work: Work, case: Case) -> dict[str, object]:
    due = calendars.deadline(work, case.kind.value, local_day(work.now))
    return {} if due is None else {"step": Step.NONE, **clock.written(work, due)}


def _act(
    work: Work,
    identity: CaseId,
    act: CaseAct,
    voice: Voice | None = None,
    text: str = "",
    **changes: object,
) -> Status | None:
    case = cases.by_id(work, identity, lock=True)
    if case is None or act not in _may(case):
        return None if case is None else status(work, identity)
    words = None
    box = casebox.open_box(work, identity) if voice and text.strip() else None
    if box is not None and voice is not None:
        words = case_words.say(work, box, voice, "", text.strip()[:LONGEST])
    state = life.after(case.state, act)
    if act is CaseAct.ADD and case.state is CaseState.WAITING:
        changes = clock.resumed(work, case) | changes
    cases.save(work, case, **({"state": state} | changes))
    case_words.note(work, identity, act, CITIZEN, {"to": state.value}, words)
    return status(work, identity)


def _may(case: Case) -> frozenset[CaseAct]:
    open_to = {CaseAct.ADD, CaseAct.WITHDRAW, CaseAct.JUDGE, CaseAct.CONTEST}
    possible = life.possible(case.state) & open_to
    if case.appealed or case.kind in GUIDED:
        possible -= {CaseAct.CONTEST}
    if case.delivery is Delivery.NONE:
        possible -= {CaseAct.JUDGE, CaseAct.CONTEST}
    return frozenset(possible)
