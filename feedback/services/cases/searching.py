"""Finds cases by code or by words, within what the viewer sees.

Words are sealed, and no index may know them: an index of words would tell whoever has the database
what was said. So the newest cases of a queue are opened and read, as many as take no noticeable
time; what is older is found by its code, or by narrowing the queue.
"""

from dataclasses import dataclass, replace

from feedback.domain.cases import code as case_code
from feedback.domain.cases.record import BY_CITIZEN, TO_CITIZEN, Case
from feedback.domain.names import fold
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require, scope
from feedback.services.cases import reading
from feedback.services.cases.reading import Order, Wanted
from feedback.store import case_words, cases
from feedback.store.work import Work

READ = 400
"""Cases that are read unless more are asked for: these take some tens of milliseconds."""
MOST_READ = 5_000
LONGEST = 200
"""Characters of what is searched for."""
_SHOWN = BY_CITIZEN | TO_CITIZEN


@dataclass(frozen=True, slots=True)
class Found:
    """Cases that hold the words, newest first; ``looked_through`` so many of the queue were read,
    and ``whole`` says that these were all of it."""

    cases: tuple[Case, ...]
    looked_through: int
    whole: bool


def search(work: Work, viewer: Viewer, text: str, wanted: Wanted, *, most: int = READ) -> Found:
    """Find cases whose code is the text, or that hold all its words, with or without marks.

    A word is found by its beginning. What was redacted is not found by its original.
    """
    require(work, viewer, Act.READ_CASES, viewer.unit)
    code = case_code.read(text)
    if code is not None:
        one = cases.by_code(work, code, scope(work, viewer))
        return Found(() if one is None else (one,), 1, whole=True)
    words = fold(text[:LONGEST]).split()
    newest = replace(wanted, order=Order.NEWEST)
    page = reading.queue(work, viewer, newest, size=min(most, MOST_READ))
    said = case_words.said(work, [one.id for one in page.cases], _SHOWN)
    hits = tuple(one for one in page.cases if _holds(said.get(one.id, ""), words))
    return Found(hits if words else (), len(page.cases), page.after is None)


def _holds(text: str, words: list[str]) -> bool:
    # A space before the first word too, so that a word is found by its beginning alone.
    folded = f" {fold(text)}"
    return all(f" {word}" in folded for word in words)
