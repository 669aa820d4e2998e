"""Adds a comment or a photo to a rating once, however often the same form comes in."""

from dataclasses import dataclass
from enum import Enum

from feedback.domain.given import LONGEST_COMMENT, CommentGiven, Giver
from feedback.domain.ids import RatingId
from feedback.domain.screen import accuses
from feedback.services import intake, photos
from feedback.services.cases import accusing
from feedback.services.cases.filing import Receipt
from feedback.services.photos import Photo
from feedback.store import said
from feedback.store.work import Work

MOST_COMMENTS = 5
"""Comments of one rating given in a form: enough for anyone, and a bound for a machine."""


class Added(Enum):
    """What became of it."""

    NEW = "new"
    AGAIN = "again"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a comment, and the receipt of the sealed case it came to if it accuses."""

    added: Added
    receipt: Receipt | None = None


def say(work: Work, rating: RatingId, comment: CommentGiven) -> Kept:
    """Add a comment to its giver's rating, unless the rating has it already or has five."""
    # Held first: two copies of one form may arrive at once, and in two processes.
    said.hold(work, rating)
    known = said.comments(work, rating, accusing=True)
    # What is kept was cut, so that the same text is cut before it is compared.
    if comment.text[:LONGEST_COMMENT] in known:
        return Kept(Added.AGAIN, accusing.again(work, rating) if accuses(comment.text) else None)
    if len(known) >= MOST_COMMENTS:
        return Kept(Added.FULL)
    ledger = intake.open_ledger(work, [comment.giver])
    ledger.take(comment)
    ledger.write()
    return Kept(Added.NEW, ledger.receipts.get(comment.giver))


def add_photo(work: Work, giver: Giver, rating: RatingId, photo: Photo, channel: str) -> Added:
    """Add a cleaned photo to a giver's rating, unless the rating has it already or has five."""
    said.hold(work, rating)
    if photo in photos.read(work, rating):
        return Added.AGAIN
    return Added.NEW if photos.add(work, giver, photo, channel) else Added.FULL
