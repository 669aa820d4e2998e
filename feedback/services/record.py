"""The record of acts as auditor and operator read it: whether it is whole, and who did what.

It only reads. Whom a case is about never sees what was done with it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from feedback.domain.cases.record import Scope
from feedback.domain.days import start_of
from feedback.domain.names import clean
from feedback.domain.record import Entry, Head, Verdict
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, may, require
from feedback.store import audit_read
from feedback.store.walk import Walk
from feedback.store.work import Work

_TELL_EVERY = 1000


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One page of acts, the newest first, and whether another follows."""

    rows: tuple[Entry, ...]
    more: bool


def reads(viewer: Viewer) -> bool:
    """Say whether someone may read the record: it is of the whole office, and so must they be."""
    return may(viewer.role, Act.READ_RECORD) and viewer.unit is None


def size(work: Work, viewer: Viewer) -> int:
    """Tell how many rows the record should have; raise NotAllowed."""
    require(work, viewer, Act.READ_RECORD)
    head = audit_read.head(work)
    return 0 if head is None else head.seq


def verify(
    work: Work,
    viewer: Viewer,
    kept: Collection[Head] = (),
    advance: Callable[[int], None] | None = None,
) -> Verdict:
    """Go along the whole record and say where it is not as it was written; raise NotAllowed.

    ``kept`` are heads that were kept outside the database: without the newest one, rows that were
    cut off at the end together with the head in the database are not missed. Read them before the
    call, since others may append meanwhile. ``advance`` is told of every thousand rows; they are
    streamed, and 1,000,000 take about 15 s.
    """
    require(work, viewer, Act.READ_RECORD)
    walk = Walk(work.vault, kept, audit_read.head(work))
    for row in audit_read.chained(work):
        walk.step(row)
        if advance and not walk.rows % _TELL_EVERY:
            advance(_TELL_EVERY)
    walk.end(audit_read.head(work), audit_read.unchained(work))
    newest = max((head.seq for head in kept), default=None)
    return Verdict(
        rows=walk.rows,
        head=Head(walk.last.seq, walk.last.mac),
        at=walk.right_at,
        behind=None if newest is None else max(0, walk.last.seq - newest),
        wrong=walk.wrong,
        findings=tuple(walk.findings),
    )


def search(
    work: Work,
    viewer: Viewer,
    *,
    text: str = "",
    actor: str = "",
    act: str = "",
    subject: str = "",
    from_day: date | None = None,
    to_day: date | None = None,
    page: int = 0,
    size: int = 50,
) -> EntryPage:
    """Read a page of acts, the newest first; raise NotAllowed.

    ``text`` may stand anywhere in subject, before, after or reason, ``act`` is how it begins, and
    both days are local and included. Acts about a case that the viewer is not to see, because it
    is about them, are left out.
    """
    require(work, viewer, Act.READ_RECORD)
    wanted = audit_read.Wanted(
        clean(text),
        clean(actor),
        clean(act),
        clean(subject),
        start_of(from_day) if from_day else None,
        start_of(to_day + timedelta(days=1)) if to_day else None,
    )
    # Every unit and every sealed case: only what is about the viewer stays out of sight.
    scope = None if viewer.staff is None else Scope(None, None, unrouted=True, staff=viewer.staff)
    rows = audit_read.search(work, wanted, scope, size + 1, page * size)
    return EntryPage(tuple(rows[:size]), len(rows) > size)
