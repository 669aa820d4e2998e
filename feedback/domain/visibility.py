"""Who may see which figure when. The one place that says so; the rated never learn who rated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from feedback.domain.calendar import Calendar, latest_worked
from feedback.domain.roles import Role

FLOOR = 5
"""New ratings at one desk below which nothing of them is shown to those who were rated."""
PUBLIC_FLOOR = 30
"""Ratings below which the public is told nothing of a unit."""
PUBLIC_CELL = 5
"""Ratings below which the public is told nothing of a part of a unit's figure."""


class Thing(StrEnum):
    """What can be looked at."""

    UNIT_FIGURES = "unit_figures"
    DESK_FIGURES = "desk_figures"
    CHANNEL_FIGURES = "channel_figures"
    COMMENTS = "comments"
    ACCUSATIONS = "accusations"
    EVIDENCE = "evidence"


class When(StrEnum):
    """From which moment it can be looked at."""

    NEVER = "never"
    PUBLISHED = "published"
    BATCHED = "batched"
    LIVE = "live"


_RATED = {
    Thing.UNIT_FIGURES: When.BATCHED,
    Thing.DESK_FIGURES: When.BATCHED,
    # The door someone came through can be seen at the desk; in a small batch it is a name.
    Thing.CHANNEL_FIGURES: When.NEVER,
    Thing.COMMENTS: When.BATCHED,
    Thing.ACCUSATIONS: When.NEVER,
    Thing.EVIDENCE: When.NEVER,
}
_UNRATED = {
    Thing.UNIT_FIGURES: When.LIVE,
    Thing.DESK_FIGURES: When.LIVE,
    Thing.CHANNEL_FIGURES: When.LIVE,
    Thing.COMMENTS: When.LIVE,
    Thing.ACCUSATIONS: When.NEVER,
    Thing.EVIDENCE: When.NEVER,
}
_TABLE: dict[Role | None, dict[Thing, When]] = {
    Role.SUPERVISOR: _RATED,
    Role.HANDLER: _RATED,
    Role.MODERATOR: _UNRATED,
    Role.ADMIN: _UNRATED,
    Role.AUDITOR: _UNRATED,
    Role.INSPECTOR: _UNRATED | {Thing.ACCUSATIONS: When.LIVE},
    # Devices and networks are one role's matter, words are others'.
    Role.INTEGRITY: _UNRATED | {Thing.COMMENTS: When.NEVER, Thing.EVIDENCE: When.LIVE},
    Role.OPERATOR: dict.fromkeys(Thing, When.LIVE),
    None: dict.fromkeys(Thing, When.NEVER) | {Thing.UNIT_FIGURES: When.PUBLISHED},
}


def when(role: Role | None, thing: Thing) -> When:
    """Say from which moment a role may see a thing; None is the public."""
    return _TABLE[role][thing]


def rated(role: Role | None) -> bool:
    """Say whether a role belongs to those whom citizens rate."""
    return when(role, Thing.UNIT_FIGURES) is When.BATCHED


def shown_until(role: Role | None, today: date, calendar: Calendar) -> date | None:
    """Give the last local day of which a role may see anything today; None: without limit.

    For the rated a day is shown from the next working day on: on a Saturday that is Thursday and
    before, on a Monday Sunday and before. A day that may turn out to be off releases nothing.
    """
    return latest_worked(today, calendar) - timedelta(days=1) if rated(role) else None


@dataclass(frozen=True, slots=True)
class Batch:
    """Days of one desk that are released together, with how many ratings they hold."""

    first: date
    last: date
    n: int


def batches(
    per_day: Iterable[tuple[date, int]], until: date, floor: int = FLOOR
) -> tuple[Batch, ...]:
    """Group a desk's days, in order, into batches of at least ``floor`` ratings.

    Nothing after ``until`` is released, and what has gathered no full batch waits. Every figure
    the rated see is a sum of whole batches, each of them dated by its last day: then no two of
    their figures differ by fewer than ``floor`` people. ``floor`` below 5 is raised to it.
    """
    least = max(floor, FLOOR)
    released: list[Batch] = []
    begun: date | None = None
    gathered = 0
    for day, n in per_day:
        if day > until:
            break
        begun = begun or day
        gathered += n
        if gathered >= least:
            released.append(Batch(begun, day, gathered))
            begun, gathered = None, 0
    return tuple(released)


def hidden(parts: Sequence[int], floor: int, *, rest: int = 0) -> frozenset[int]:
    """Choose which parts of a known total the public must not see, by their places.

    Every part below the floor, and so many of the next smallest that what can be had by
    subtraction, together with a ``rest`` that is never shown, is nobody or at least 5 people.
    """
    concealed = {place for place, n in enumerate(parts) if n < floor}
    left = rest + sum(parts[place] for place in concealed)
    for n, place in sorted((n, place) for place, n in enumerate(parts) if n >= floor):
        if left == 0 or left >= PUBLIC_CELL:
            break
        concealed.add(place)
        left += n
    return frozenset(concealed)
