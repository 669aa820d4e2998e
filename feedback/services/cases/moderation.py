"""Says of a case what it is, what was true of it, and that it is none. It answers nobody."""

from feedback.domain.cases.kinds import GUIDED, SEALED, CaseKind, Severity, Verdict, severity
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import standings
from feedback.services.authority import Act, may
from feedback.services.cases import clock, likening, parting, sealing
from feedback.services.cases.casework import because
from feedback.services.cases.holding import Hold, hold
from feedback.services.refusals import NotAllowed, Refusal
from feedback.store import cases
from feedback.store.work import Work


def classify(
    work: Work,
    viewer: Viewer,
    code: str,
    kind: CaseKind,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Say what a case is; what becomes sealed leaves the unit, what is guided loses its clock.

    What is guided no more gets the date that it has by the day of its receipt, and its citizen is
    told: of a text that holds both, that is how what is settled here keeps its time.
    """
    held = hold(work, viewer, code, CaseAct.CLASSIFY, Act.HANDLE_CASES, version)
    case = held.case
    if case.sealed and kind not in SEALED and not may(viewer.role, Act.MODERATE_CASES):
        raise NotAllowed("Only an inspector or a moderator opens a sealed case to the unit.")
    # That its citizen was guided stays true, whatever of it is settled here.
    guided = local_day(work.now) if kind in GUIDED else case.guided_on
    held.changes |= {"kind": kind, "severity": _weight(case, kind), "guided_on": guided}
    held.changes |= clock.classified(work, case, kind)
    held.detail |= {"kind": kind.value, "was": case.kind.value}
    if (kind in SEALED) != case.sealed:
        held.changes |= _rerouted(held, sealed=kind in SEALED)
    if kind in GUIDED and kind is not case.kind:
        held.tell("guided")
    if case.kind in GUIDED and kind not in GUIDED:
        held.tell("handled")
    now = held.done(because(reason))
    if now.sealed != case.sealed:
        likening.sign(work, now)
    return now


def verdict(
    work: Work,
    viewer: Viewer,
    code: str,
    found: Verdict,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Record what a check of the facts found; what is false counts against nobody."""
    held = hold(work, viewer, code, CaseAct.VERDICT, Act.MODERATE_CASES, version)
    held.changes |= {"verdict": found}
    held.detail |= {"verdict": found.value, "was": held.case.verdict.value}
    case = held.done(because(reason))
    false = found is Verdict.FALSE
    # What another case with the same rating was found to be keeps it aside.
    if case.rating is not None and (false or not cases.proved_false(work, case.rating)):
        standings.follow_verdict(work, viewer, case.rating, case.code, false=false)
    return case


def spam(work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None) -> Case:
    """End what is no matter at all, and part what was merged into it; `unspam` brings it back."""
    # Not a handler's: the unit complained about could bury what it likes.
    held = hold(work, viewer, code, CaseAct.SPAM, Act.MODERATE_CASES, version)
    held.changes |= {"ended_at": work.now}
    parting.part_all(work, held.case)
    return held.done(because(reason))


def unspam(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Bring back what was taken for no matter at all; its date stands."""
    held = hold(work, viewer, code, CaseAct.REOPEN, Act.MODERATE_CASES, version)
    if held.case.state is not CaseState.SPAM:
        raise Refusal("This case is not marked as spam.")
    held.changes |= {"ended_at": None}
    return held.done(because(reason))


def _weight(case: Case, kind: CaseKind) -> Severity:
    """Weigh a case as its new kind; that it came with the lowest level goes on counting."""
    lowest = case.severity is Severity.SERIOUS and case.kind is not CaseKind.COMPLAINT
    return severity(kind, 1 if lowest else None)


def _rerouted(held: Hold, *, sealed: bool) -> dict[str, object]:
    case, work = held.case, held.work
    # Their citizens would be told in its name what accuses someone.
    if sealed and cases.merged_into(work, case.id):
        raise Refusal("Other cases are merged into this one; part them first.")
    return dict(sealing.moved(work, case, sealed=sealed))
