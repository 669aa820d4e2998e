"""Cases as staff read them: the queue, and one case with its words and its timeline."""

from dataclasses import dataclass

from feedback.domain.cases.record import Case, Happening, Words
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require, scope
from feedback.services.cases.holding import named
from feedback.store import case_people, case_queue, case_words
from feedback.store.case_queue import Mark, Order, Page, Wanted
from feedback.store.work import Work

__all__ = ["File", "Mark", "Order", "Page", "Wanted", "listed", "opened", "queue"]

SIZE = 50
"""Cases of a page."""


@dataclass(frozen=True, slots=True)
class File:
    """One case as a viewer may see it; who filed it stays hidden until it is unlocked."""

    case: Case
    words: tuple[Words, ...]
    timeline: tuple[Happening, ...]
    has_contact: bool


def queue(
    work: Work, viewer: Viewer, wanted: Wanted, *, size: int = SIZE, after: Mark | None = None
) -> Page:
    """Give a page of the cases that the viewer sees, after the mark of the page before."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    return case_queue.page(work, scope(work, viewer), wanted, size, after)


def listed(work: Work, viewer: Viewer, wanted: Wanted, *, size: int = SIZE) -> tuple[Case, ...]:
    """Give the first cases of a queue that the viewer sees."""
    return queue(work, viewer, wanted, size=size).cases


def opened(work: Work, viewer: Viewer, code: str) -> File:
    """Open a case that the viewer sees; raise NotFound otherwise."""
    case = named(work, viewer, code)
    return File(
        case,
        tuple(case_words.words(work, case.id)),
        tuple(case_words.timeline(work, case.id)),
        case_people.has_contact(work, case.id),
    )
