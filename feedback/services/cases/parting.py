"""Lets merged cases go on by themselves, with all that their citizens were told.

It answers nobody, and never leaves a case waiting for one that will not be answered any more.
"""

from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Voice
from feedback.services.cases.alerting import alert
from feedback.services.cases.clock import Changes
from feedback.services.cases.filing import SYSTEM
from feedback.store import audit, case_people, case_words, casebox, cases, notices
from feedback.store.work import Work

APART: Changes = {"merged_into": None, "merged_from": None}
ANSWERED = (CaseState.ANSWERED, CaseState.CLOSED)


def alone(case: Case) -> Changes:
    """Give what makes a merged case one that goes on as it stood before."""
    return {**APART, "state": case.merged_from or CaseState.ACCEPTED, "ended_at": None}


def keep_answers(work: Work, case: Case) -> None:
    """Keep with a merged case the answers that its citizen was given through the other one."""
    box = None if case.merged_into is None else casebox.open_box(work, case.id)
    if box is None or case.merged_into is None:
        return
    for told in case_words.words(work, case.merged_into):
        if told.voice is Voice.ANSWER and told.text:
            case_words.say(work, box, told.voice, told.by, told.text, at=told.at)


def part_all(work: Work, other: Case) -> None:
    """Part all that was merged into a case that is withdrawn, erased, spam or sealed from now on.

    ``other``, locked with them, is the case as it stood until then: where it was answered, they
    stay answered.
    """
    for identity in cases.merged_into(work, other.id):
        case = cases.by_id(work, identity)
        if case is not None:
            _part(work, case, other)


def _part(work: Work, case: Case, other: Case) -> None:
    keep_answers(work, case)
    now = cases.save(work, case, **_after(work, case, other))
    moved = {"from": case.state.value, "to": now.state.value}
    case_words.note(work, case.id, CaseAct.UNMERGE, SYSTEM, moved)
    act, state, sealed = "case.unmerge", now.state.value, now.sealed
    audit.note(work, SYSTEM, act, case.code, case.state, state, case=case.id, sealed=sealed)
    if now.ended_at is None:
        notices.add(work, case.id, "unmerged", case_people.person(work, case.id), None)
        alert(work, now, "unmerged")


def _after(work: Work, case: Case, other: Case) -> Changes:
    if other.state in ANSWERED:
        return {**APART, "state": other.state, "ended_at": other.ended_at}
    if casebox.open_box(work, case.id) is None:  # its own citizen was erased meanwhile
        return {**APART, "state": CaseState.WITHDRAWN}
    return alone(case)
