"""What staff do in a story: each act by its name, as the service does it."""

from collections.abc import Callable

from feedback.domain.cases.kinds import CaseKind, Verdict
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services import appointing, calendars, followups
from feedback.services.cases import (
    casework,
    concerns,
    handing,
    likening,
    merging,
    moderation,
    reading,
    unlocking,
)
from feedback.services.cases.reading import Wanted
from feedback.services.followups import Outcome
from feedback.services.places import unit_id
from feedback.store.work import Work
from hailong import case_rows
from tests.stories import office
from tests.stories.script import Step

Act = Callable[[Work, Viewer, Step, dict[str, str]], object]


def _unit(work: Work, step: Step) -> UnitId:
    return unit_id(work, step.text("to"))


ACTS: dict[str, Act] = {
    "take": lambda w, v, s, c: casework.take(w, v, c[s.text("case")]),
    "assign": lambda w, v, s, c: handing.assign(w, v, c[s.text("case")], s.text("to")),
    "ask": lambda w, v, s, c: casework.ask(w, v, c[s.text("case")], s.text("text")),
    "answer": lambda w, v, s, c: casework.answer(w, v, c[s.text("case")], s.text("text")),
    "note": lambda w, v, s, c: casework.note(w, v, c[s.text("case")], s.text("text")),
    "close": lambda w, v, s, c: casework.close(w, v, c[s.text("case")], s.text("reason")),
    "reopen": lambda w, v, s, c: casework.reopen(w, v, c[s.text("case")], s.text("reason")),
    "extend": lambda w, v, s, c: handing.extend(w, v, c[s.text("case")], s.text("reason")),
    "forward": lambda w, v, s, c: handing.forward(
        w, v, c[s.text("case")], _unit(w, s), s.text("reason")
    ),
    "refer": lambda w, v, s, c: handing.refer(
        w, v, c[s.text("case")], s.text("to"), s.text("reason")
    ),
    "merge": lambda w, v, s, c: merging.merge(
        w, v, c[s.text("case")], c[s.text("into")], s.text("reason")
    ),
    "unmerge": lambda w, v, s, c: merging.unmerge(w, v, c[s.text("case")], s.text("reason")),
    "classify": lambda w, v, s, c: moderation.classify(
        w, v, c[s.text("case")], CaseKind(s.text("kind")), s.text("reason")
    ),
    "verdict": lambda w, v, s, c: moderation.verdict(
        w, v, c[s.text("case")], Verdict(s.text("found")), s.text("reason")
    ),
    "concern": lambda w, v, s, c: concerns.concern(
        w, v, c[s.text("case")], s.text("to"), s.text("reason")
    ),
    "unlock": lambda w, v, s, c: unlocking.unlock(w, v, c[s.text("case")], s.text("reason")),
    "appoint": lambda w, v, s, c: appointing.appoint(w, v, s.text("to"), s.text("reason")),
    "route": lambda w, v, s, c: concerns.route_waiting(w),
    "follow up": lambda w, v, s, c: followups.done(
        w, v, _followup(w, v), Outcome(s.text("outcome")), s.text("text")
    ),
    "enrol": lambda w, v, s, c: office.enrol(w, s.text("to"), s.text("kind")),
    "calendar": lambda w, v, s, c: calendars.import_file(
        w, v, s.text("text").lstrip().encode(), "2027.csv"
    ),
    "similar": lambda w, v, s, c: _similar(w, v, c[s.text("case")], c[s.text("to")]),
    "shows": lambda w, v, s, c: _shows(w, v, c[s.text("case")], s.text("text")),
}


def _similar(work: Work, viewer: Viewer, code: str, other: str) -> None:
    found = likening.similar(work, viewer, code)
    assert other in [like.case.code for like in found], found


def _shows(work: Work, viewer: Viewer, code: str, word: str) -> None:
    """See that the queue shows a word with a case."""
    found = case_rows.rows(work, reading.listed(work, viewer, Wanted()))
    (row,) = (row for row in found if row["code"] == code)
    assert word in map(str, row.values()), row


def _followup(work: Work, viewer: Viewer) -> int:
    (one,) = followups.listed(work, viewer)
    return one.id
