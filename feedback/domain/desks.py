"""A desk as everyone but its own table sees it, and where a code leads."""

from dataclasses import dataclass
from enum import StrEnum

from feedback.domain.ids import DeskId, RatingId, UnitId
from feedback.domain.questionnaire import Factor


@dataclass(frozen=True, slots=True)
class DeskCard:
    """A desk with the names a citizen reads; ``unit`` is the one it counts for today.

    ``unit`` follows mergers: where the desk's own unit was abolished it is the successor.
    ``factors`` are those that its services declare (empty: nothing is known), ``service`` is its
    only service where it has just one. ``code`` and ``token`` are the living ones, if any.
    """

    id: DeskId
    name: str
    unit: UnitId
    unit_name: str
    factors: frozenset[Factor] = frozenset()
    service: int = 0
    languages: tuple[str, ...] = ("vi", "en")
    sample: bool = False
    code: str | None = None
    token: str | None = None


class Outcome(StrEnum):
    """How a code was resolved."""

    HERE = "here"
    MOVED = "moved"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    FORGED = "forged"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a code leads: the desk of now, what it was formerly, or the rating it carries on.

    ``formerly`` names the unit or desk that the poster still shows, when that is no longer true.
    """

    outcome: Outcome
    desk: DeskCard | None = None
    formerly: str | None = None
    rating: RatingId | None = None
