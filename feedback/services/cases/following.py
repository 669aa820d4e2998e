"""What whoever filed a case sees and does: by the follow-up number, or in the chat it came from.

Nothing here tells a wrong number from an unknown one, nor shows who handles a case.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from feedback.domain.cases import life
from feedback.domain.cases import number as follow_up
from feedback.domain.cases.kinds import GUIDED, CaseKind, Satisfaction
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import BY_CITIZEN, TO_CITIZEN, Case, Delivery, Step, Voice, Words
from feedback.domain.days import local_day
from feedback.domain.ids import CaseId, Person, UnitId
from feedback.services import calendars
from feedback.services.cases import appealing, clock, likening, parting, routing, sealing
from feedback.services.cases.alerting import alert
from feedback.services.cases.clock import Changes
from feedback.services.cases.filing import CITIZEN
from feedback.store import case_parties, case_people, case_words, casebox, cases
from feedback.store.work import Work

LONGEST = 4_000
_LOOKED_AT = frozenset({Delivery.NONE, Delivery.SEEN})
"""Where there is nothing more to look at."""
_HEARD = {
    CaseAct.ADD: "added",
    CaseAct.WITHDRAW: "withdrawn",
    CaseAct.JUDGE: "judged",
    CaseAct.CONTEST: "contested",
}
"""What staff are told of what a citizen did."""


@dataclass(frozen=True, slots=True)
class Status:
    """A case as its citizen sees it; ``may`` are the acts open to the citizen now.

    ``unseen``: an answer is there that the citizen has not looked at on the page. ``undecided``: it
    ended though it was contested, without another answer.
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
    undecided: bool
    may: frozenset[CaseAct]


def by_number(work: Work, text: str) -> CaseId | None:
    """Find a case by its follow-up number as typed."""
    digits = follow_up.read(text)
    return None if digits is None else case_people.by_number(work, work.vault.number(digits))


def of_person(work: Work, person: Person) -> tuple[CaseId, ...]:
    """Find the cases filed in a chat, newest first."""
    return tuple(case_people.of_person(work, person))


def status(work: Work, identity: CaseId) -> Status | None:
    """Tell how a case stands, to whoever filed it.

    One that was merged stands as the one it goes on in, as soon as that is answered; of the other
    only the answers are told.
    """
    case = cases.by_id(work, identity)
    if case is None:
        return None
    known = _standing(work, case)
    words = [
        one
        # Their own words as they wrote them; what was blacked out of an answer may be someone
        # else's.
        for one in case_words.words(work, identity, original=BY_CITIZEN)
        if one.voice in TO_CITIZEN | BY_CITIZEN
    ]
    return Status(
        identity,
        known.kind,
        known.state,
        known.opened_at,
        known.due_on,
        known.due_provisional,
        known.guided_on,
        known.unit,
        (*words, *_answers(work, case)),
        known.satisfaction,
        known.delivery not in _LOOKED_AT,
        known.state is CaseState.CLOSED and appealing.undecided(work, known),
        _may(known),
    )


def seen(work: Work, identity: CaseId) -> None:
    """Note that whoever filed a case has looked at its answer, so that the handler sees it."""
    case = cases.by_id(work, identity)
    if case is not None and case.delivery not in _LOOKED_AT:
        cases.deliver(work, identity, Delivery.SEEN)


def add(work: Work, identity: CaseId, text: str) -> Status | None:
    """Add what the citizen tells further; a case that waited for it goes on."""
    return _act(work, identity, CaseAct.ADD, {}, Voice.ADDITION, text)


def withdraw(work: Work, identity: CaseId) -> Status | None:
    """Take a case back, as whoever filed it wishes."""
    return _act(work, identity, CaseAct.WITHDRAW, {"ended_at": work.now, **parting.APART})


def judge(work: Work, identity: CaseId, satisfaction: Satisfaction) -> Status | None:
    """Keep how the citizen judged the answer; a merged case keeps its own citizen's."""
    case = cases.by_id(work, identity)
    if case is None:
        return None
    # A form sent twice is one judgement, and staff hear of it once.
    if case.satisfaction is satisfaction:
        return status(work, identity)
    # Its own state: a merged case is judged by that of the other, and stays merged.
    judged = {"state": case.state, "satisfaction": satisfaction}
    return _act(work, identity, CaseAct.JUDGE, judged)


def contest(work: Work, identity: CaseId, text: str) -> Status | None:
    """Contest the answer, once: the case goes to the level above, with a clock of its own.

    Whoever answered does not decide; at the top it goes to the office as a whole. One that was
    merged goes up by itself.
    """
    case = cases.by_id(work, identity)
    if case is None:
        return None
    # From the unit that answered, which for a merged case is the other's.
    anew = {**_upward(work, _standing(work, case)), **_anew(work, case.kind), **parting.APART}
    return _act(work, identity, CaseAct.CONTEST, anew, Voice.CONTEST, text)


def _upward(work: Work, case: Case) -> Changes:
    if case.sealed:
        route = routing.sealed(work, case.unit, None, case.about_day) if case.unit else None
    else:
        route = routing.above(work, case.unit, case_parties.of_case(work, case.id))
    # Where nobody above could open it, it stays with those who can.
    if route is None or route.unrouted:
        return {"appealed": True, "assignee": None, "ended_at": None}
    return {"appealed": True, "assignee": None, "ended_at": None, "unit": route.unit}


def _anew(work: Work, kind: CaseKind) -> Changes:
    due = calendars.deadline(work, kind.value, local_day(work.now))
    return {} if due is None else {"step": Step.NONE, **clock.written(work, due)}


def _act(
    work: Work,
    identity: CaseId,
    act: CaseAct,
    changes: Changes,
    voice: Voice | None = None,
    text: str = "",
) -> Status | None:
    cases.lock(work, identity)
    case = cases.by_id(work, identity)
    known = None if case is None else _standing(work, case)
    # Too late is no error: the citizen is shown how the case stands by now.
    if case is None or known is None or act not in _may(known):
        return None if case is None else status(work, identity)
    sealed = sealing.by_words(work, case, text)
    # Sealing stands last: wherever the act would bring the case, it must leave the accused.
    changes = {"state": life.after(known.state, act)} | changes | sealed
    if sealed:
        changes |= _reported(work, case, known, act)
    if "merged_into" in changes:
        parting.keep_answers(work, case)
    words = None
    box = casebox.open_box(work, identity) if voice and text.strip() else None
    if box is not None and voice is not None:
        words = case_words.say(work, box, voice, "", text.strip()[:LONGEST])
    if changes["state"] is not CaseState.WAITING:
        # What the act says of the date stands above what the going clock would make of it.
        changes = clock.resumed(work, case) | changes
    now = cases.save(work, case, **changes)
    detail = {"to": now.state.value}
    if now.kind is not case.kind:
        detail |= {"kind": now.kind.value, "was": case.kind.value}
    case_words.note(work, identity, act, CITIZEN, detail, words)
    if sealed or act is CaseAct.WITHDRAW:
        parting.part_all(work, case)
    if sealed:
        likening.sign(work, now)
    _heard(work, now, act)
    return status(work, identity)


def _reported(work: Work, case: Case, known: Case, act: CaseAct) -> Changes:
    """Give what makes somebody owe an answer to words that accuse: no answer before met them."""
    if act is CaseAct.CONTEST:
        return _anew(work, CaseKind.MISCONDUCT)
    if known.state in parting.ANSWERED:
        anew = _anew(work, CaseKind.MISCONDUCT)
        return {**parting.APART, "state": CaseState.NEW, "ended_at": None, **anew}
    return {} if case.merged_into is None else parting.alone(case)


def _heard(work: Work, case: Case, act: CaseAct) -> None:
    """Tell the staff what the citizen did; of a merged case those who have the other in hand."""
    # Word to the staff is for what somebody has to act on.
    if act is CaseAct.JUDGE and case.satisfaction is Satisfaction.YES:
        return
    other = None if case.merged_into is None else cases.by_id(work, case.merged_into)
    # What either citizen adds may be the reply that is waited for.
    if other is not None and act is CaseAct.ADD and other.state is CaseState.WAITING:
        changes = {"state": life.after(other.state, act)} | clock.resumed(work, other)
        other = cases.save(work, other, **changes)
        case_words.note(work, other.id, act, CITIZEN, {"from_merged": case.code})
    alert(work, other or case, _HEARD[act])


def _standing(work: Work, case: Case) -> Case:
    """Give a case as it stands for its citizen: a merged one as the other, once it is answered."""
    other = None if case.merged_into is None else cases.by_id(work, case.merged_into)
    if other is None:
        return case
    known = replace(case, due_on=other.due_on, due_provisional=other.due_provisional)
    answered = other.state in parting.ANSWERED
    return replace(known, state=other.state, unit=other.unit) if answered else known


def _answers(work: Work, case: Case) -> tuple[Words, ...]:
    if case.merged_into is None:
        return ()
    told = case_words.words(work, case.merged_into)
    return tuple(one for one in told if one.voice is Voice.ANSWER)


def _may(case: Case) -> frozenset[CaseAct]:
    open_to = {CaseAct.ADD, CaseAct.WITHDRAW, CaseAct.JUDGE, CaseAct.CONTEST}
    possible = life.possible(case.state) & open_to
    content = case.satisfaction is Satisfaction.YES
    if case.appealed or content or case.kind in GUIDED:
        possible -= {CaseAct.CONTEST}
    # Where nothing was answered there is nothing to judge, nor to contest.
    if case.delivery is Delivery.NONE:
        possible -= {CaseAct.JUDGE, CaseAct.CONTEST}
    return frozenset(possible)
