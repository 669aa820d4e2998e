"""Keeps what was contested from whoever answered it.

It bars nobody where nobody else could decide, and never the operator, who is of no unit.
"""

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case, Voice
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, may, scope
from feedback.services.cases.holding import Hold
from feedback.services.places import snapshot
from feedback.services.refusals import NotAllowed, Refusal
from feedback.store import case_words, cases, staff
from feedback.store.work import Work


def decide(held: Hold) -> None:
    """Raise NotAllowed for who answered what was contested, where someone else could decide."""
    viewer = held.viewer
    if viewer.staff is not None and not decides(held.work, held.case, viewer.name):
        raise NotAllowed("Whoever answered does not decide on what was contested; hand it on.")


def decides(work: Work, case: Case, name: str) -> bool:
    """Say whether someone of the staff may bring a case to its end."""
    against = _answered(work, case)
    return name not in against or not _others(work, case, against)


def never_back(held: Hold, to: UnitId) -> None:
    """Raise Refusal where what was contested would come to who answered it, or below them."""
    work, against = held.work, _answered(held.work, held.case)
    here = snapshot.tree(work).on(local_day(work.now))
    reached = {to, *here.ancestors(to)}
    if any(one.name in against and one.unit in reached for one in staff.everyone(work)):
        raise Refusal("What was contested never goes back to whoever answered it, nor below them.")


def undecided(work: Work, case: Case) -> bool:
    """Say whether what was contested has had no other answer since."""
    if not case.appealed:
        return False
    since = _contested(work, case)
    told = case_words.words(work, case.id)
    return not any(one.voice is Voice.ANSWER and one.id > since for one in told)


def _contested(work: Work, case: Case) -> int:
    """Give the place in time of the contesting: ids of words and entries grow alike."""
    acts = case_words.timeline(work, case.id)
    return next((one.id for one in acts if one.act is CaseAct.CONTEST), 0)


def _answered(work: Work, case: Case) -> frozenset[str]:
    """Name those whose answers were contested; nobody where nothing was."""
    if not case.appealed:
        return frozenset()
    until = _contested(work, case)
    told = case_words.words(work, case.id)
    return frozenset(one.by for one in told if one.voice is Voice.ANSWER and one.id < until)


def _others(work: Work, case: Case, against: frozenset[str]) -> bool:
    return any(
        one.name not in against
        and not one.disabled
        and may(one.role, Act.HANDLE_CASES)
        and cases.by_code(
            work, case.code, scope(work, Viewer(one.name, one.role, one.unit, one.id))
        )
        for one in staff.everyone(work)
    )
