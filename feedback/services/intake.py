"""Stores what citizens gave, a batch at a time, each rating once; the tallies move with it."""

from collections.abc import Iterable, Sequence

from feedback.domain.given import Given, Giver, Joined
from feedback.domain.given import Standing as RatingStanding
from feedback.domain.ids import RatingId
from feedback.services.ledger import Ledger
from feedback.store.work import Work


def record(work: Work, given: Sequence[Given], *, evidence_days: int = 90) -> int:
    """Store a batch in its order and give how many of them found no rating to belong to.

    A level for a person, desk and day that already has one corrects it, with a trace. Raises
    nothing of its own: a clash with another process comes up as the database's IntegrityError.
    """
    joined = [fact.rating for fact in given if isinstance(fact, Joined)]
    ledger = open_ledger(work, {fact.giver for fact in given}, joined, evidence_days=evidence_days)
    lost = sum(not ledger.take(fact) for fact in given)
    ledger.write()
    return lost


def open_ledger(
    work: Work,
    givers: Iterable[Giver],
    ratings: Iterable[RatingId] = (),
    *,
    evidence_days: int = 90,
) -> Ledger:
    """Load the ratings of these givers and these ratings, to look at and to add to."""
    return Ledger.load(work, frozenset(givers), frozenset(ratings), evidence_days)


def standing(work: Work, givers: Sequence[Giver]) -> dict[Giver, RatingStanding]:
    """Tell how the ratings of these givers stand; those who gave none are left out."""
    ledger = open_ledger(work, givers)
    found = {giver: ledger.standing(giver) for giver in givers}
    return {giver: stands for giver, stands in found.items() if stands}
