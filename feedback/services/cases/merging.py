"""Cases that tell the same matter: found, made one, and parted again; every citizen stays told."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from feedback.domain.cases.life import UNANSWERED, CaseAct
from feedback.domain.cases.likeness import LIKELY, SHORTEST_KEY, likeness, signature
from feedback.domain.cases.record import BY_CITIZEN, Case, Words
from feedback.domain.ids import CaseId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, scope
from feedback.services.cases.casework import because
from feedback.services.cases.holding import hold, named
from feedback.services.refusals import Refusal
from feedback.store import case_queue, case_words, cases
from feedback.store.work import Work

NEAR = timedelta(days=45)
MOST = 300
"""So many of the newest cases near by are compared."""


@dataclass(frozen=True, slots=True)
class Like:
    """A case that may tell the same matter, and how alike their words are, 0 to 1."""

    case: Case
    likeness: float


def similar(work: Work, viewer: Viewer, code: str) -> tuple[Like, ...]:
    """Find cases that may tell the same matter: near in place and time, alike in words.

    Words are compared with and without marks alike, and only within what the viewer sees.
    """
    case = named(work, viewer, code)
    key = secrets.token_bytes(SHORTEST_KEY)
    own = signature(_told(work, case), key)
    near = case_queue.near(work, scope(work, viewer), case, case.opened_on - NEAR, MOST)
    weighed = [Like(one, likeness(own, signature(_told(work, one), key))) for one in near]
    return tuple(sorted((w for w in weighed if w.likeness >= LIKELY), key=_most_alike))


def merge(
    work: Work, viewer: Viewer, code: str, into: str, reason: str, *, version: int | None = None
) -> Case:
    """Let one case go on in another; whoever filed it is told, and of the answer as well."""
    if code == into:
        raise Refusal("A case cannot be merged into itself.")
    # Both are locked in one order, so that two who merge crosswise never wait for each other.
    for one in sorted((code, into)):
        named(work, viewer, one)
    held = hold(work, viewer, code, CaseAct.MERGE, Act.HANDLE_CASES, version)
    other = hold(work, viewer, into, CaseAct.NOTE, Act.HANDLE_CASES)
    if other.case.merged_into is not None or other.case.ended_at is not None:
        raise Refusal(f"{into} has ended; merge into a case that is still dealt with.")
    if other.case.sealed != held.case.sealed:
        raise Refusal("A sealed case and an open one are never merged.")
    for child in cases.merged_into(work, held.case.id):
        _move(work, child, other.case)
    held.changes |= {
        "merged_into": other.case.id,
        "merged_from": held.case.state,
        "ended_at": work.now,
        "assignee": None,
    }
    held.detail |= {"into": other.case.code}
    held.tell("merged")
    merged = held.done(because(reason))
    other.detail |= {"merged": merged.code}
    other.done()
    return merged


def unmerge(
    work: Work, viewer: Viewer, code: str, reason: str = "", *, version: int | None = None
) -> Case:
    """Let a merged case go on by itself again, as it stood before."""
    held = hold(work, viewer, code, CaseAct.UNMERGE, Act.HANDLE_CASES, version)
    before = held.case.merged_from
    held.changes |= {"merged_into": None, "merged_from": None}
    if before is not None:
        held.changes |= {"state": before}
    held.changes |= {"ended_at": None if before is None or before in UNANSWERED else work.now}
    held.tell("unmerged")
    return held.done(reason.strip())


def _move(work: Work, child: CaseId, to: Case) -> None:
    case = cases.by_id(work, child, lock=True)
    if case is not None:
        cases.save(work, case, merged_into=to.id)


def _told(work: Work, case: Case) -> str:
    return " ".join(_texts(case_words.words(work, case.id)))


def _texts(words: Iterable[Words]) -> Iterable[str]:
    return (one.text for one in words if one.text and one.voice in BY_CITIZEN)


def _most_alike(one: Like) -> float:
    return -one.likeness
