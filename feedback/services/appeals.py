"""A unit holds a rating untrue: someone outside it decides. Nothing is deleted, whatever comes."""

from dataclasses import dataclass, replace
from enum import StrEnum

from feedback.domain.channels import Standing
from feedback.domain.ids import RatingId, UnitId
from feedback.domain.roles import Viewer
from feedback.domain.visibility import FLOOR, rated
from feedback.services import comments
from feedback.services.authority import Act, may, reach, require
from feedback.services.refusals import NotFound, Refusal
from feedback.store import appeals, audit, said, standings
from feedback.store.appeals import Appeal
from feedback.store.work import Work

LONGEST = 1000


class Decision(StrEnum):
    """What became of an appeal."""

    UPHELD = "upheld"
    """The rating is set aside."""
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Contested:
    """An appeal as a viewer may see it: those who are rated see their own, without the rating."""

    appeal: Appeal
    words: tuple[str, ...]


def appeal(
    work: Work, viewer: Viewer, unit: UnitId, handle: str, reason: str, *, floor: int = FLOOR
) -> int:
    """Appeal against the rating that a comment shown to the unit belongs to; gives its number.

    Raises NotFound for a comment that is not shown to the viewer, Refusal for a second appeal.
    """
    require(work, viewer, Act.APPEAL, unit)
    rating = comments.rating(work, viewer, unit, handle, floor)
    reason = reason.strip()
    if not 10 <= len(reason) <= LONGEST:
        raise Refusal(f"Say why the rating is held untrue, in 10 to {LONGEST} characters.")
    if appeals.standing(work, rating):
        raise Refusal("There was an appeal against this rating already.")
    of = standings.unit_of(work, rating)
    number = appeals.add(work, rating, of or unit, reason, viewer.name, viewer.staff)
    audit.note(work, viewer.name, "rating.appeal", f"appeal {number}")
    return number


def listed(work: Work, viewer: Viewer, *, decided: bool = False) -> tuple[Contested, ...]:
    """List appeals: to those who decide with the words at stake, to a unit its own without."""
    require(work, viewer, Act.LOOK, viewer.unit)
    found = appeals.listed(work, reach(work, viewer), decided=decided)
    if rated(viewer.role):
        own = [one for one in found if one.by_staff == viewer.staff]
        # An id carries the moment it was given: to the rated it would name the visitor.
        return tuple(Contested(replace(one, rating=RatingId(0)), ()) for one in own)
    require(work, viewer, Act.SET_ASIDE, viewer.unit)
    # What accuses someone is a sealed case's: whoever decides here reads it no more than elsewhere.
    accusing = may(viewer.role, Act.READ_ACCUSATIONS)
    return tuple(
        Contested(one, tuple(said.comments(work, one.rating, accusing=accusing))) for one in found
    )


def decide(work: Work, viewer: Viewer, number: int, decision: Decision, why: str) -> Appeal:
    """Decide an appeal, once, by someone else than who made it; upheld sets the rating aside."""
    found = appeals.one(work, number, lock=True)
    units = reach(work, viewer)
    require(work, viewer, Act.SET_ASIDE, viewer.unit)
    if found is None or (units is not None and found.unit not in units):
        raise NotFound(f"There is no appeal {number}.")
    if found.decision is not None:
        raise Refusal(f"{found.decided_by} decided this appeal already.")
    if found.by == viewer.name:
        raise Refusal("An appeal is decided by someone else than who made it.")
    why = why.strip()
    if not 3 <= len(why) <= LONGEST:
        raise Refusal("Say why, in at least 3 characters.")
    appeals.decide(work, number, decision.value, viewer.name, why)
    if decision is Decision.UPHELD:
        standings.current(work, found.rating)
        # Also where a verdict set it aside already: taken back, that one must not undo this.
        to = Standing.SET_ASIDE
        standings.change(work, found.rating, to, f"appeal {number}: {why}", viewer.name)
    after = decision.value
    audit.note(
        work, viewer.name, "rating.appeal_decided", f"appeal {number}", after=after, reason=why
    )
    return replace(found, decision=after, decided_by=viewer.name, why=why)
