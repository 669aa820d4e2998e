"""Makes a sealed case of a rating's comment that accuses someone, so that an inspector hears it.

The unit never sees such a comment; it may still be false, and nothing here says otherwise.
"""

from feedback.domain.cases.kinds import Choice
from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.domain.given import CommentGiven
from feedback.domain.ids import DeskId, RatingId
from feedback.services import places
from feedback.services.cases import filing, following
from feedback.services.cases.filing import Filing, Receipt
from feedback.store import cases
from feedback.store.work import Work


def heard(
    work: Work, rating: RatingId, desk: DeskId, level: int, channel: Channel, said: CommentGiven
) -> Receipt | None:
    """File a comment that accuses; a further one of the same rating is added, without a receipt."""
    known = cases.of_rating(work, rating)
    if known is not None and following.add(work, known, said.text) is not None:
        return None
    card = places.desk_cards(work, {desk}, local_day(said.at)).get(desk)
    return filing.file(
        work,
        Filing(
            Choice.MISCONDUCT,
            said.text,
            said.channel or channel,
            said.language,
            said.at,
            desk=desk,
            day=said.giver.day,
            person=said.giver.person,
            rating=rating,
            level=level,
            nonce=_nonce(rating),
            sample=card.sample if card else False,
        ),
    )


def again(work: Work, rating: RatingId) -> Receipt | None:
    """Give the receipt once more to whoever sends the same form twice; None where there is none."""
    return filing.given_before(work, _nonce(rating))


def _nonce(rating: RatingId) -> bytes:
    return b"accusing" + rating.to_bytes(8)
