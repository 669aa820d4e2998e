"""Forgets on schedule what was only kept for a purpose that is over. ``preview`` changes nothing.

Luật 91/2025/QH15 Đ.3.3 and Đ.14: no longer than the purpose needs. The office sets the days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import retention
from feedback.services.authority import Act, require
from feedback.services.privacy.keeping import Keeping, Past
from feedback.store import audit, erasing, purging
from feedback.store.purging import Ids
from feedback.store.work import Work

__all__ = ["Keeping", "Past", "held", "newest", "preview", "purge", "scheduled"]

SYSTEM = "system"
AT_ONCE = 1000
"""Of each kind in one transaction, so that nobody waits long for it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of data: how long it is kept, what is past a day, and how it is forgotten."""

    what: str
    days: Callable[[Keeping], int]
    past: Callable[[date], Ids]
    forget: Callable[[Work, list[int]], None]


KINDS = (
    Kind("cases", lambda k: k.words, purging.words, purging.forget_cases),
    Kind("case files", lambda k: k.files, purging.case_files, purging.forget_files),
    Kind("contacts", lambda k: k.contact, purging.contacts, purging.forget_contacts),
    Kind("comments", lambda k: k.comments, purging.comments, purging.forget_words),
    Kind("notices", lambda k: k.notices, purging.notices, purging.forget_notices),
    Kind("staff notices", lambda k: k.notices, purging.staff_notices, purging.forget_staff_notices),
    Kind("requests", lambda k: k.words, purging.requests, purging.forget_requests),
)


def preview(work: Work, viewer: Viewer, keeping: Keeping) -> tuple[Past, ...]:
    """Count what a purge would forget today."""
    require(work, viewer, Act.ERASE, None)
    evidence = purging.count(work, purging.evidence(local_day(work.now)))
    return (
        *(Past(kind.what, _count(work, kind, keeping), kind.days(keeping)) for kind in KINDS),
        Past("evidence", evidence, keeping.evidence),
    )


def purge(work: Work, viewer: Viewer, keeping: Keeping) -> tuple[Past, ...]:
    """Forget what is past its time, `AT_ONCE` of each kind, and record how much of it.

    Evidence bears the day of its own end and goes with it.
    """
    require(work, viewer, Act.ERASE, None)
    evidence = retention.forget_expired(work)["evidence"]
    return (*_purge(work, viewer.name, keeping), Past("evidence", evidence, keeping.evidence))


def scheduled(work: Work, keeping: Keeping) -> bool:
    """Forget what is past its time, as the office set it; say whether there may be more."""
    found = _purge(work, SYSTEM, keeping)
    # Whoever read while something was erased kept the journal of the file from being emptied.
    erasing.compact(work)
    return any(past.n >= AT_ONCE for past in found)


def newest(work: Work) -> datetime | None:
    """Tell when the newest rating, case or act was stored; None where there is none."""
    return purging.newest(work)


def held(work: Work) -> None:
    """Record that nothing is forgotten for now: the clock is far ahead of all that is stored."""
    audit.note(work, SYSTEM, "privacy.held", "clock")


def _purge(work: Work, by: str, keeping: Keeping) -> tuple[Past, ...]:
    done = []
    for kind in KINDS:
        ids = purging.some(work, kind.past(_first_kept(work, kind, keeping)), AT_ONCE)
        if ids:
            kind.forget(work, ids)
        done.append(Past(kind.what, len(ids), kind.days(keeping)))
    some = [f"{past.n} {past.what}" for past in done if past.n]
    if some:
        audit.note(work, by, "privacy.purge", "schedule", after=", ".join(some))
        erasing.compact(work)
    return tuple(done)


def _count(work: Work, kind: Kind, keeping: Keeping) -> int:
    return purging.count(work, kind.past(_first_kept(work, kind, keeping)))


def _first_kept(work: Work, kind: Kind, keeping: Keeping) -> date:
    return local_day(work.now) - timedelta(days=kind.days(keeping))
