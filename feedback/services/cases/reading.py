"""Cases as staff read them: the queue, and one case with its words and its timeline."""

from dataclasses import dataclass

from feedback.domain.cases.record import Case, Happening, Words
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require, scope
from feedback.services.cases.holding import named
from feedback.store import case_people, case_queue, case_words
from feedback.store.case_queue import Wanted
from feedback.store.work import Work

__all__ = ["File", "Wanted", "listed", "opened"]


@dataclass(frozen=True, slots=True)
class File:
    """One case as a viewer may see it; who filed it stays hidden until it is unlocked."""

    case: Case
    words: tuple[Words, ...]
    timeline: tuple[Happening, ...]
    has_contact: bool


def listed(
    work: Work, viewer: Viewer, wanted: Wanted, *, size: int = 50, page: int = 0
) -> tuple[Case, ...]:
    """Give a page of the cases that the viewer sees."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    return tuple(case_queue.page(work, scope(work, viewer), wanted, size, page * size))


def opened(work: Work, viewer: Viewer, code: str) -> File:
    """Open a case that the viewer sees; raise NotFound otherwise."""
    case = named(work, viewer, code)
    return File(
        case,
        tuple(case_words.words(work, case.id)),
        tuple(case_words.timeline(work, case.id)),
        case_people.has_contact(work, case.id),
    )
