"""Finds ratings that came faster than a desk serves people. It judges none and names nobody."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, reach, require
from feedback.services.refusals import Misuse
from feedback.store import bursts
from feedback.store.bursts import Near
from feedback.store.work import Work

LEAST = 5
"""Ratings of a desk from one network within a quarter of an hour that are worth a look."""
FEWEST = 3
MOST = 2000


@dataclass(frozen=True, slots=True)
class Burst:
    """Ratings of one desk that came from one network (/24 or /48) within a quarter of an hour."""

    desk: DeskId
    unit: UnitId
    day: date
    quarter_hour: datetime
    ratings: tuple[Near, ...]

    @property
    def ids(self) -> tuple[RatingId, ...]:
        """Name its ratings, so that they can be set aside."""
        return tuple(one.rating for one in self.ratings)


def found(
    work: Work, viewer: Viewer, first: date, last: date, *, least: int = LEAST
) -> tuple[Burst, ...]:
    """Give the bursts of the viewer's units, the largest first, 2,000 ratings at most.

    A hall shares one network, so a burst proves nothing: it says where to look. Raises Misuse for
    fewer than 3 together, since that is a family at a counter.
    """
    require(work, viewer, Act.READ_EVIDENCE, viewer.unit)
    if least < FEWEST:
        raise Misuse(f"Ask for {FEWEST} ratings together or more.")
    rows = bursts.near(work, reach(work, viewer), first, last, least, MOST)
    return tuple(_burst(tuple(group)) for _, group in groupby(rows, lambda one: one.group))


def _burst(group: tuple[Near, ...]) -> Burst:
    one = group[0]
    return Burst(one.desk, one.unit, one.day, one.quarter_hour, group)
