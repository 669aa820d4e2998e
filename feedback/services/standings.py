"""Sets doubtful ratings aside and brings them back. Nothing is deleted; every index shows both."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from feedback.domain.channels import Standing
from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, reach, require
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, standings
from feedback.store.work import Work

MOST = 1000
# By this reason a later verdict knows what a verdict set aside, and undoes nobody else's doing.
_VERDICT = "verdict false, case"


@dataclass(frozen=True, slots=True)
class Given:
    """One rating as those see it who may judge whether it counts."""

    id: RatingId
    unit: UnitId
    desk: DeskId
    day: date
    level: int
    channel: str
    source: str
    standing: Standing
    reason: str


def listed(
    work: Work,
    viewer: Viewer,
    first: date,
    last: date,
    *,
    desk: DeskId | None = None,
    standing: Standing | None = None,
) -> tuple[Given, ...]:
    """List at most a thousand ratings of the viewer's units, newest first."""
    require(work, viewer, Act.SET_ASIDE, viewer.unit)
    rows: list[Any] = standings.listed(work, reach(work, viewer), desk, first, last, standing, MOST)
    return tuple(_given(work, row) for row in rows)


def set_aside(work: Work, viewer: Viewer, rating: RatingId, reason: str) -> None:
    """Count a rating no more, with the reason; every index still shows it as given."""
    _change(work, viewer, rating, Standing.SET_ASIDE, reason)


def restore(work: Work, viewer: Viewer, rating: RatingId, reason: str) -> None:
    """Count a rating again, with the reason."""
    _change(work, viewer, rating, Standing.COUNTED, reason)


def follow_verdict(work: Work, viewer: Viewer, rating: RatingId, case: str, *, false: bool) -> None:
    """Let a rating follow the verdicts of what came with it: what is false counts against nobody.

    Only what a verdict set aside does a later verdict bring back. The caller has checked the right.
    """
    mark = f"{_VERDICT} {case}"
    before = standings.current(work, rating)
    latest = standings.latest(work, rating)
    by_verdict = latest is not None and latest[0].startswith(_VERDICT)
    if before is Standing.COUNTED and false:
        _write(work, viewer, rating, before, Standing.SET_ASIDE, mark)
    elif before is Standing.SET_ASIDE and not false and by_verdict:
        _write(work, viewer, rating, before, Standing.COUNTED, mark)


def _change(work: Work, viewer: Viewer, rating: RatingId, to: Standing, reason: str) -> None:
    unit = standings.unit_of(work, rating)
    # The right comes first: whoever lacks it learns not even whether there is such a rating.
    require(work, viewer, Act.SET_ASIDE, viewer.unit if unit is None else unit)
    reason = reason.strip()
    if not 3 <= len(reason) <= 500:
        raise Refusal("Say the reason, in 3 to 500 characters.")
    before = standings.current(work, rating)
    if before is None:
        raise NotFound(f"There is no rating {rating}.")
    if before is to:
        raise Refusal(f"The rating is {before.value.replace('_', ' ')} already.")
    _write(work, viewer, rating, before, to, reason)


def _write(
    work: Work, viewer: Viewer, rating: RatingId, before: Standing, to: Standing, reason: str
) -> None:
    standings.change(work, rating, to, reason, viewer.name)
    audit.note(work, viewer.name, "rating.standing", f"rating {rating}", before, to, reason)


def _given(work: Work, row: Any) -> Given:
    latest = standings.latest(work, RatingId(row.id)) if row.standing != Standing.COUNTED else None
    return Given(
        RatingId(row.id),
        UnitId(row.unit_id),
        DeskId(row.desk_id),
        row.day,
        row.level,
        row.channel,
        row.source,
        Standing(row.standing),
        latest[0] if latest else "",
    )
