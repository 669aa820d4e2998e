"""Proves that the tallies are what the facts add up to, and puts them right when they are not."""

from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.store import audit
from feedback.store import recount as gateway
from feedback.store.recount import Difference, sums
from feedback.store.work import Work

__all__ = ["Difference", "recount", "repair", "sums"]


def recount(work: Work, most: int = 100) -> tuple[Difference, ...]:
    """Count the facts and give every key of a tally that says otherwise, at most so many each."""
    return gateway.differences(work, most)


def repair(work: Work, viewer: Viewer) -> tuple[Difference, ...]:
    """Rebuild both tallies from the facts, and give what had been wrong."""
    require(work, viewer, Act.MANAGE_UNITS)
    found = gateway.differences(work)
    if found:
        gateway.rebuild(work)
        audit.note(work, viewer.name, "tallies.repair", "tallies", after=f"{len(found)} keys")
    return found
