"""Finds cases by code or by words, within what the viewer sees.

Words are sealed, so that no index knows them: the newest of the viewer's cases are opened and read.
"""

from feedback.domain.cases import code as case_code
from feedback.domain.cases.record import BY_CITIZEN, TO_CITIZEN, Case
from feedback.domain.names import fold
from feedback.domain.roles import Viewer
from feedback.services.authority import scope
from feedback.services.cases import reading
from feedback.services.cases.reading import Wanted
from feedback.store import case_words, cases
from feedback.store.work import Work

MOST_READ = 2000
"""So many of the newest cases are read for their words; older ones are found by their code."""
_PAGE = 200
_SHOWN = BY_CITIZEN | TO_CITIZEN


def search(work: Work, viewer: Viewer, text: str, wanted: Wanted) -> tuple[Case, ...]:
    """Find cases whose code is the text, or that hold all its words, with or without marks."""
    code = case_code.read(text)
    if code is not None:
        found = cases.by_code(work, code, scope(work, viewer))
        return () if found is None else (found,)
    words = fold(text).split()
    if not words:
        return ()
    hits: list[Case] = []
    for case in _newest(work, viewer, wanted):
        said = " ".join(
            one.text for one in case_words.words(work, case.id) if one.text and one.voice in _SHOWN
        )
        known = f" {fold(said)} "
        if all(f" {word} " in known for word in words):
            hits.append(case)
    return tuple(hits)


def _newest(work: Work, viewer: Viewer, wanted: Wanted) -> list[Case]:
    found: list[Case] = []
    after = None
    while len(found) < MOST_READ:
        page = reading.queue(work, viewer, wanted, size=_PAGE, after=after)
        found += page.cases
        after = page.after
        if after is None:
            break
    return found[:MOST_READ]
