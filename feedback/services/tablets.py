"""Shared tablets of a desk: whoever holds one's address opens its page, until its use is ended."""

import secrets
from datetime import date

from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId
from feedback.services import places
from feedback.services.codes import Codes, NotOurs, Use
from feedback.services.refusals import NotFound
from feedback.store import audit, tablets
from feedback.store.work import Work

_SERIAL_BITS = 47


def register(work: Work, codes: Codes, desk: DeskId, actor: str) -> str:
    """Register a tablet of a desk and give the token of its address, ``/tablet/<token>``."""
    serial = secrets.randbits(_SERIAL_BITS)
    tablets.add(work, serial, desk)
    audit.note(work, actor, "tablet.register", f"tablet {serial}", after=f"desk {desk}")
    return codes.mint(Use.TABLET, serial)


def end(work: Work, serial: int, actor: str, reason: str) -> None:
    """End a tablet's use; raise NotFound where none is in use under that number."""
    if not tablets.end(work, serial, work.now):
        raise NotFound(f"no tablet {serial} is in use")
    audit.note(work, actor, "tablet.end", f"tablet {serial}", reason=reason)


def known(codes: Codes, token: str) -> int | None:
    """Give the number of a tablet's token, or None for what is not ours."""
    try:
        return codes.read(Use.TABLET, token)
    except NotOurs:
        return None


def card(work: Work, serial: int, today: date) -> DeskCard | None:
    """Give the desk that a tablet stands on, or None where its use was ended."""
    desk = tablets.desk_of(work, serial)
    return None if desk is None else places.desk_cards(work, {desk}, today).get(desk)
