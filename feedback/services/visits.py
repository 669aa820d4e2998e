"""Codes of one visit: whoever sends one in a messenger carries on the rating begun on the web."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from feedback.domain.ids import DeskId, RatingId
from feedback.services.codes import Codes, Use
from feedback.store import visits
from feedback.store.visits import VisitRow
from feedback.store.work import Work

LASTS = timedelta(minutes=30)
_RENEW = timedelta(minutes=15)
_SERIAL_BITS = 47
_TRIES = 20


class NoCodeLeft(RuntimeError):
    """No short code was free in many draws."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A code to type, without ``#``, and a token to hand on in a link."""

    short: str
    token: str


def open_visit(work: Work, codes: Codes, rating_id: RatingId, desk_id: DeskId) -> Visit:
    """Give a code that carries this rating on for half an hour.

    A code of the rating with at least a quarter of an hour left is given again.
    """
    row = visits.living(work, rating_id, work.now + _RENEW)
    if row is None:
        serial = secrets.randbits(_SERIAL_BITS)
        short = _free(work, codes)
        row = VisitRow(serial, short, rating_id, desk_id, work.now + LASTS)
        visits.add(work, row)
    return Visit(row.short_code, codes.mint(Use.VISIT, row.serial))


def _free(work: Work, codes: Codes) -> str:
    for _ in range(_TRIES):
        short = codes.short()
        if not visits.taken(work, short):
            return short
    raise NoCodeLeft
