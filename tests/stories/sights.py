"""Everything that someone of the staff can get to see: what a case must not stand in for others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from feedback.domain.cases.record import Case
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
class Eyes:
    """Someone of the staff who looks for a case: by its code, and by words that were said in it."""

    work: Work
    viewer: Viewer
    code: str
    said: str
    listed: tuple[Case, ...]

    @property
    def others(self) -> list[str]:
        """The other cases that they see."""
        return [one.code for one in self.listed if one.code != self.code]

    def places(self) -> frozenset[str]:
        """Name the places where the case is found, or betrayed."""
        seen = {name: self._tried(look) for name, look in _LOOKS.items()}
        said = self.said
        return frozenset(
            name for name, text in seen.items() if self.code in text or (said and said in text)
        )

    def counted(self) -> int:
        """Count their cases as the queues count them by state."""
        if not self.listed:
            return sum(int(n) for n in self._tried(_counts).split())
        return sum(reading.counts(self.work, self.viewer, Wanted()).states.values())

    def _tried(self, look: "Look") -> str:
        try:
            return str(look(self))
        except Refusal:
            return ""


Look = Callable[[Eyes], object]


def of(work: Work, viewer: Viewer, code: str, said: str) -> Eyes:
    """Look through someone's eyes."""
    try:
        listed = reading.listed(work, viewer, Wanted(), size=500)
    except Refusal:
        listed = ()
    return Eyes(work, viewer, code, said, listed)


def _counts(eyes: Eyes) -> str:
    found = reading.counts(eyes.work, eyes.viewer, Wanted())
    return " ".join(map(str, (found.owed, found.late, found.mine, *found.states.values())))


def _queues(eyes: Eyes) -> object:
    orders = Wanted(order=Order.NEWEST), Wanted(owed=True)
    return eyes.listed, [reading.queue(eyes.work, eyes.viewer, one) for one in orders]


def _shown(eyes: Eyes) -> object:
    file = reading.opened(eyes.work, eyes.viewer, eyes.code)
    (row,) = rows(eyes.work, [file.case])
    files = attachments.listed(eyes.work, eyes.viewer, eyes.code)
    return "\n".join(told(sheet(row, file, files, None)))


def _searched(eyes: Eyes) -> object:
    wanted = filter(None, (eyes.code, eyes.said))
    return [searching.search(eyes.work, eyes.viewer, one, Wanted()).cases for one in wanted]


def _followed(eyes: Eyes) -> object:
    open_ones = followups.listed(eyes.work, eyes.viewer)
    return open_ones, followups.listed(eyes.work, eyes.viewer, done=True)


def _appealed(eyes: Eyes) -> object:
    open_ones = appeals.listed(eyes.work, eyes.viewer)
    return open_ones, appeals.listed(eyes.work, eyes.viewer, decided=True)


_LOOKS: dict[str, Look] = {
    "list": _queues,
    "show": _shown,
    "search": _searched,
    "export": lambda e: write_csv(rows(e.work, e.listed)),
    "likeness": lambda e: [likening.similar(e.work, e.viewer, one) for one in e.others],
    "other cases": lambda e: [reading.opened(e.work, e.viewer, one) for one in e.others],
    "notices": lambda e: alerting.alerts(e.work, e.viewer),
    "comments": lambda e: comments.visible(e.work, e.viewer, size=500),
    "follow-ups": _followed,
    "appeals": _appealed,
    "ratings": lambda e: standings.listed(e.work, e.viewer, _FIRST, _LAST),
    "figures": lambda e: handling.figures(e.work, e.viewer, _FIRST, _LAST),
    "index": lambda e: records(indices.index(e.work, e.viewer, IndexQuery(explain=True))),
    "audit": lambda e: record.search(e.work, e.viewer, size=500),
}
