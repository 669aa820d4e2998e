"""Looks at how things stand in a story: one case, the follow-ups, the figures, and who sees what."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from admin_tui.due_words import explained
from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case
from feedback.domain.days import local_day
from feedback.domain.dues import read
from feedback.domain.ids import CaseId
from feedback.domain.query import IndexQuery
from feedback.domain.roles import Viewer
from feedback.services import followups, indices, places
from feedback.services.refusals import Refusal
from feedback.store import case_words, cases, staff
from feedback.store.work import Work
from tests.pages.house import OPERATOR
from tests.stories import sights
from tests.stories.office import Office
from tests.stories.script import Step

_FOUND = {"list", "show", "search", "export"}
"""Where whoever sees a case finds it; the other places must only not betray it."""


def case_of(work: Work, identity: CaseId) -> Case:
    """Read a case as it is stored."""
    found = cases.by_id(work, identity)
    assert found is not None
    return found


def at_case(
    work: Work, office: Office, step: Step, identity: CaseId, groups: Sequence[str]
) -> None:
    """See that a case stands as a step says, and that those see it whom it names."""
    case = case_of(work, identity)
    for name, wanted in step.facts(groups).items():
        if name in _FACTS:
            found = _FACTS[name](work, case)
            assert _holds(name, wanted, found), f"{step}: {name} is {found!r}"
    if "seen_by" in step.told:
        _seen_by(work, office, case, set(step.told["seen_by"]))


def at_followups(work: Work, office: Office, step: Step) -> None:
    """See who has something to follow up, and what came of the only one there is."""
    wanted = set(step.told["seen_by"]) if step.told["followup"] else set()
    for name, viewer in office.staff.items():
        assert bool(_followups(work, viewer)) == (name in wanted), f"{step}: {name}"
    if not wanted:
        return
    (one,) = _followups(work, OPERATOR)
    found = {
        "words": list(one.words),
        "outcome": one.outcome.value if one.outcome else "",
        "due": one.due_on.isoformat(),
    }
    assert found == found | {key: step.told[key] for key in found if key in step.told}, f"{step}"


def at_figures(work: Work, office: Office, step: Step) -> None:
    """See what a unit's index counts by now."""
    query = IndexQuery(unit=office.units[step.text("figures")])
    (row,) = indices.index(work, OPERATOR, query).rows
    assert row.figure is not None
    counts = row.figure.counts
    found = {"n": counts.n, "set_aside": counts.set_aside, "satisfied": counts.satisfied}
    assert found == found | {key: step.told[key] for key in found if key in step.told}, f"{step}"


def _holds(name: str, wanted: Any, found: Any) -> bool:
    if name == "why":
        return all(part in found for part in wanted)
    if name == "why_not":
        return not any(part in found for part in wanted)
    return bool(found == wanted)


def _seen_by(work: Work, office: Office, case: Case, wanted: set[str]) -> None:
    said = next(iter(_words(work, case)), "")
    for name, viewer in office.staff.items():
        eyes = sights.of(work, viewer, case.code, said)
        places = eyes.places()
        assert len(eyes.listed) == eyes.counted(), name
        if name in wanted:
            assert places >= _FOUND, f"{name} finds {case.kind} only in {sorted(places)}"
        else:
            assert not places, f"{name} finds {case.kind} in {sorted(places)}"


def _followups(work: Work, viewer: Viewer) -> tuple[followups.Item, ...]:
    try:
        done = followups.listed(work, viewer, done=True)
        return (*followups.listed(work, viewer), *done)
    except Refusal:
        return ()


def _unit(work: Work, case: Case) -> str:
    return (
        "" if case.unit is None else places.tree(work).nearest(case.unit, local_day(work.now)).code
    )


def _why(work: Work, case: Case) -> str:
    return "\n".join(explained(read(case.due_why))) if case.due_why else ""


def _assignee(work: Work, case: Case) -> str:
    return {one.id: one.name for one in staff.everyone(work)}.get(case.assignee, "")


def _words(work: Work, case: Case) -> list[str]:
    return [one.text or "" for one in case_words.words(work, case.id)]


def _steps(work: Work, case: Case) -> list[str]:
    events = case_words.timeline(work, case.id)
    return [dict(one.detail)["step"] for one in events if one.act is CaseAct.STEP]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


_FACTS: dict[str, Callable[[Work, Case], Any]] = {
    "state": lambda w, c: c.state.value,
    "kind": lambda w, c: c.kind.value,
    "unit": _unit,
    "due": lambda w, c: _day(c.due_on),
    "why": _why,
    "why_not": _why,
    "late": lambda w, c: c.late(local_day(w.now)),
    "provisional": lambda w, c: c.due_provisional,
    "delivery": lambda w, c: c.delivery.value,
    "satisfaction": lambda w, c: c.satisfaction.value if c.satisfaction else "",
    "sealed": lambda w, c: c.sealed,
    "unrouted": lambda w, c: c.unrouted,
    "assignee": _assignee,
    "verdict": lambda w, c: c.verdict.value,
    "guided": lambda w, c: _day(c.guided_on),
    "words": _words,
    "steps": _steps,
    "appealed": lambda w, c: c.appealed,
    "merged": lambda w, c: c.merged_into is not None,
}
