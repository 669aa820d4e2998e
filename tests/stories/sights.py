"""Everything that someone of the staff can get to see: what a case must not stand in for others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from feedback.domain.query import IndexQuery
from feedback.domain.roles import Viewer
from feedback.services import appeals, comments, followups, handling, indices, record, standings
from feedback.services.cases import alerting, attachments, likening, reading, searching
from feedback.services.cases.reading import Order, Wanted
from feedback.services.refusals import Refusal
from feedback.store.work import Work
from hailong.case_rows import rows, sheet, told
from hailong.figures import records, write_csv

_FIRST = date(2025, 7, 1)
_LAST = date(2028, 1, 1)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one viewer sees of one case, where, and all that they can see at all."""

    places: frozenset[str]
    everything: str


def of(work: Work, viewer: Viewer, code: str, said: str) -> Sight:
    """Look for a case everywhere as someone: by its code, and by words that were said in it."""
    seen = {name: _tried(look, work, viewer, code, said) for name, look in _LOOKS.items()}
    found = {name for name, text in seen.items() if code in text or (said and said in text)}
    return Sight(frozenset(found), "\n".join(seen.values()))


Look = Callable[[Work, Viewer, str, str], object]


def _tried(look: Look, work: Work, viewer: Viewer, code: str, said: str) -> str:
    try:
        return str(look(work, viewer, code, said))
    except Refusal:
        return ""


def _page(work: Work, viewer: Viewer, code: str, said: str) -> object:
    wanted = Wanted(order=Order.NEWEST)
    return [reading.queue(work, viewer, one) for one in (Wanted(), wanted, Wanted(owed=True))]


def _shown(work: Work, viewer: Viewer, code: str, said: str) -> object:
    file = reading.opened(work, viewer, code)
    (row,) = rows(work, [file.case])
    return "\n".join(told(sheet(row, file, attachments.listed(work, viewer, code), None)))


def _searched(work: Work, viewer: Viewer, code: str, said: str) -> object:
    found = searching.search(work, viewer, code, Wanted()).cases
    return [*found, *(searching.search(work, viewer, said, Wanted()).cases if said else ())]


def _csv(work: Work, viewer: Viewer, code: str, said: str) -> object:
    return write_csv(rows(work, reading.listed(work, viewer, Wanted())))


def _alike(work: Work, viewer: Viewer, code: str, said: str) -> object:
    others = [one.code for one in reading.listed(work, viewer, Wanted()) if one.code != code]
    return [likening.similar(work, viewer, one) for one in others]


def _opened(work: Work, viewer: Viewer, code: str, said: str) -> object:
    """Give the other cases that the viewer opens: what is merged into them, and their words."""
    others = [one.code for one in reading.listed(work, viewer, Wanted()) if one.code != code]
    return [reading.opened(work, viewer, one) for one in others]


def _commented(work: Work, viewer: Viewer, code: str, said: str) -> object:
    return comments.visible(work, viewer, size=500)


def _figures(work: Work, viewer: Viewer, code: str, said: str) -> object:
    return records(indices.index(work, viewer, IndexQuery(explain=True)))


def _record(work: Work, viewer: Viewer, code: str, said: str) -> object:
    return record.search(work, viewer, size=500)


_LOOKS: dict[str, Look] = {
    "list": _page,
    "show": _shown,
    "search": _searched,
    "export": _csv,
    "alike": _alike,
    "others": _opened,
    "notices": lambda w, v, c, s: alerting.alerts(w, v),
    "comments": _commented,
    "follow-ups": lambda w, v, c, s: (
        followups.listed(w, v),
        followups.listed(w, v, done=True),
    ),
    "appeals": lambda w, v, c, s: (appeals.listed(w, v), appeals.listed(w, v, decided=True)),
    "ratings": lambda w, v, c, s: standings.listed(w, v, _FIRST, _LAST),
    "index": _figures,
    "audit": _record,
}


def counted(work: Work, viewer: Viewer) -> tuple[int, int]:
    """Count a viewer's cases: as they are listed, and as the queues count them by state."""
    try:
        listed = len(reading.listed(work, viewer, Wanted(), size=500))
        return listed, sum(reading.counts(work, viewer, Wanted()).states.values())
    except Refusal:
        return 0, 0


def handled(work: Work, viewer: Viewer) -> int:
    """Count the cases in the figures of handling that a viewer reads."""
    try:
        found = handling.figures(work, viewer, _FIRST, _LAST)
    except Refusal:
        return 0
    return sum(row.handled.received for row in found)
