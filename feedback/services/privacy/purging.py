"""Forgets on schedule what was only kept for a purpose that is over. ``preview`` changes nothing.

Luật 91/2025/QH15 Đ.3.3 and Đ.14: no longer than the purpose needs. The office sets the days.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.store import audit, erasing, purging
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how many days each kind of thing is kept.

    ``contact`` and ``words`` count from the end of a case, ``comments`` from the day they came.
    """

    contact: int = 180
    words: int = 1825
    comments: int = 730

    def __post_init__(self) -> None:
        if min(self.contact, self.words, self.comments) < 1:
            raise ValueError("a time of keeping is at least one day")


@dataclass(frozen=True, slots=True)
class Purged:
    """How many of each are past their time, and were, or would be, forgotten."""

    contacts: int
    cases: int
    comments: int


def preview(work: Work, viewer: Viewer, keeping: Keeping) -> Purged:
    """Count what a purge would forget today."""
    require(work, viewer, Act.ERASE, None)
    contact, words, comments = _limits(work, keeping)
    return Purged(
        len(purging.contacts_before(work, contact)),
        len(purging.cases_before(work, words)),
        purging.count_comments(work, comments),
    )


def purge(work: Work, viewer: Viewer, keeping: Keeping) -> Purged:
    """Forget what is past its time, and record how much of it."""
    require(work, viewer, Act.ERASE, None)
    contact, words, comments = _limits(work, keeping)
    ended = purging.cases_before(work, words)
    if ended:
        erasing.cases(work, ended)
    known = purging.contacts_before(work, contact)
    purging.forget_contacts(work, known)
    n = purging.forget_comments(work, comments)
    found = Purged(len(known), len(ended), n)
    if found != Purged(0, 0, 0):
        told = f"{found.contacts} contacts, {found.cases} cases, {found.comments} comments"
        audit.note(work, viewer.name, "privacy.purge", "schedule", after=told)
        erasing.compact(work)
    return found


def _limits(work: Work, keeping: Keeping) -> tuple[date, date, date]:
    today = local_day(work.now)
    days = (keeping.contact, keeping.words, keeping.comments)
    contact, words, comments = (today - timedelta(days=n) for n in days)
    return contact, words, comments
