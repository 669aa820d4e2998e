"""Makes cases that tell the same matter one, and parts them again; every citizen stays told."""

from feedback.domain.cases.kinds import GUIDED
from feedback.domain.cases.life import UNANSWERED, CaseAct, CaseState
from feedback.domain.cases.record import Case
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases import clock, parting
from feedback.services.cases.casework import because
from feedback.services.cases.holding import Hold, hold, named
from feedback.services.refusals import Refusal
from feedback.store import cases
from feedback.store.work import Work


def merge(
    work: Work, viewer: Viewer, code: str, into: str, reason: str, *, version: int | None = None
) -> Case:
    """Let one case go on in another; whoever filed it is told, and of the answer as well.

    The earlier of both dates holds for what goes on, so that nobody waits longer for the merging.
    """
    pair = {named(work, viewer, one).id: one for one in (code, into)}
    if len(pair) < 2:
        raise Refusal("A case cannot be merged into itself.")
    # Both at once, so that two who merge crosswise never wait for each other.
    cases.lock(work, *pair)
    held = hold(work, viewer, code, CaseAct.MERGE, Act.HANDLE_CASES, version)
    # Held as for a note, which any state allows: what has ended is refused below, by name.
    other = hold(work, viewer, into, CaseAct.NOTE, Act.HANDLE_CASES)
    _refuse_unlike(work, held.case, other.case)
    held.changes |= {
        "merged_into": other.case.id,
        "merged_from": _before(held.case),
        "ended_at": work.now,
        "assignee": None,
    }
    held.detail |= {"into": other.case.code}
    held.tell("merged")
    merged = held.done(because(reason))
    _take_in(other, merged)
    return merged


def unmerge(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Let a merged case go on by itself again, as it stood, with what its citizen was told."""
    held = hold(work, viewer, code, CaseAct.UNMERGE, Act.HANDLE_CASES, version)
    parting.keep_answers(work, held.case)
    held.changes |= parting.alone(held.case)
    held.tell("unmerged")
    return held.done(because(reason))


def _refuse_unlike(work: Work, one: Case, other: Case) -> None:
    if other.state not in UNANSWERED:
        raise Refusal(f"{other.code} has ended; merge into a case that is still dealt with.")
    # Merged with an open case, a sealed one would be read by those it accuses.
    if other.sealed != one.sealed or (one.sealed and one.unit != other.unit):
        raise Refusal("A sealed case is merged only with another that the same people open.")
    # Of what is guided no settlement is promised, and of the other its citizen is to be answered.
    if (one.kind in GUIDED) != (other.kind in GUIDED):
        raise Refusal("What needs a signed form is not merged with what is answered here.")
    # The answer would be given by whom it was contested against.
    if (one.appealed or other.appealed) and one.unit != other.unit:
        raise Refusal("A contested case is merged only with one that the same level answers.")
    # No chains: what a citizen is told is looked up in one other case and no further.
    if cases.merged_into(work, one.id):
        raise Refusal(f"Others are merged into {one.code}; merge {other.code} into it instead.")


def _before(case: Case) -> CaseState:
    # The question to the citizen falls away with the merging, and the clock went on.
    return CaseState.ACCEPTED if case.state is CaseState.WAITING else case.state


def _take_in(other: Hold, merged: Case) -> None:
    kept = other.case
    if kept.state is CaseState.WAITING:
        # Whoever filed the merged one was asked nothing: no clock stands still for them.
        other.changes |= {"state": CaseState.ACCEPTED} | clock.resumed(other.work, kept)
    due = other.changes.get("due_on", kept.due_on)
    if merged.due_on is not None and (due is None or merged.due_on < due):
        other.changes |= {
            "due_on": merged.due_on,
            "due_why": merged.due_why,
            "due_provisional": merged.due_provisional,
            "step": merged.step,
            "step_on": merged.step_on,
        }
        other.detail |= {"due_on": merged.due_on.isoformat(), "was": str(kept.due_on)}
    other.detail |= {"merged": merged.code}
    other.done()
