"""Adds words and a file to a case at once, where the same form may come in twice."""

from enum import Enum, auto

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Voice
from feedback.domain.ids import CaseId
from feedback.services.cases import attachments, following
from feedback.services.cases.attachments import Prepared
from feedback.services.cases.following import Status
from feedback.store import cases
from feedback.store.work import Work


class Added(Enum):
    """What became of it: all is there, all but the file (the case has five), or it is too late."""

    WHOLE = auto()
    NO_ROOM = auto()
    TOO_LATE = auto()


def add(work: Work, identity: CaseId, text: str, file: Prepared | None, channel: str) -> Added:
    """Add what a citizen tells further; what is there already is not added again."""
    # Before anything is read: of two copies of one form the second must see what the first added.
    cases.lock(work, identity)
    before = following.status(work, identity)
    if before is None or CaseAct.ADD not in before.may:
        return Added.TOO_LATE
    words = "" if _said_last(before, text) else text
    fresh = file is not None and not attachments.holds(work, identity, file)
    kept = fresh and file is not None and attachments.add(work, identity, file, channel)
    if words.strip() or kept:
        following.add(work, identity, words)
    return Added.NO_ROOM if fresh and not kept else Added.WHOLE


def _said_last(before: Status, text: str) -> bool:
    last = before.words[-1] if before.words else None
    # Cut as it was stored, or a long text sent twice would stand there twice.
    same = last is not None and last.text == text.strip()[: following.LONGEST]
    return same and last is not None and last.voice is Voice.ADDITION
