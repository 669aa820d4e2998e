"""Makes a sealed case of a rating's comment that accuses someone, so that an inspector hears it.

The unit never sees such a comment; it may still be false, and nothing here says otherwise.
"""

from collections.abc import Sequence

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.life import CaseAct
from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.domain.given import CommentGiven
from feedback.domain.ids import CaseId, DeskId, RatingId
from feedback.services import places
from feedback.services.cases import filing, following
from feedback.services.cases.filing import Filing, Receipt
from feedback.store import cases
from feedback.store.work import Work


def heard(
    work: Work, rating: RatingId, desk: DeskId, level: int, channel: Channel, said: CommentGiven
) -> Receipt | None:
    """File a comment that accuses; a further one of the same rating is added, without a receipt.

    Where the case of the first is ended by now, the further one is a case of its own.
    """
    known = cases.of_rating(work, rating)
    if known and _takes_more(work, known[-1]):
        following.add(work, known[-1], said.text)
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
            nonce=_nonce(rating, known),
            sample=card.sample if card else False,
        ),
    )


def again(work: Work, rating: RatingId) -> Receipt | None:
    """Give the receipt once more to whoever sends the same form twice; None where there is none."""
    # Its nonce names the cases before it, and by now it is the last of them itself.
    return filing.given_before(work, _nonce(rating, cases.of_rating(work, rating)[:-1]))


def _takes_more(work: Work, known: CaseId) -> bool:
    status = following.status(work, known)
    return status is not None and CaseAct.ADD in status.may


def _nonce(rating: RatingId, before: Sequence[CaseId]) -> bytes:
    """Name the case that comes after some others of a rating, none of which takes words now."""
    # Begun with a word of its own, so that it never meets the nonce of a form.
    return b"accusing" + b"".join(one.to_bytes(8) for one in (rating, *before))
