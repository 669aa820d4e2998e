"""Shared tablets of a desk: whoever holds one's address opens its page, until its use is ended."""

import secrets

from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.authority import Act, require
from feedback.services.codes import Codes, NotOurs, Use
from feedback.services.refusals import NotFound
from feedback.store import audit, tablets
from feedback.store.work import Work

_SERIAL_BITS = 47


def register(work: Work, viewer: Viewer, codes: Codes, desk: DeskId) -> str:
    """Register a tablet of a desk and give the token of its address, ``/tablet/<token>``."""
    found = _card(work, desk)
    if found is None:
        raise NotFound(f"there is no desk {desk}")
    require(work, viewer, Act.MANAGE_DESKS, found.unit)
    serial = secrets.randbits(_SERIAL_BITS)
    tablets.add(work, serial, desk)
    audit.note(
        work, viewer.name, "tablet registered", f"desk {desk} {found.name}", after=f"{serial}"
    )
    return codes.mint(Use.TABLET, serial)


def end(work: Work, viewer: Viewer, codes: Codes, token: str, reason: str) -> None:
    """End a tablet's use; raise NotFound where none is in use under that token."""
    serial = known(codes, token)
    found = None if serial is None else card(work, serial)
    if serial is None or found is None:
        raise NotFound("no tablet in use has this token")
    require(work, viewer, Act.MANAGE_DESKS, found.unit)
    tablets.end(work, serial, work.now)
    subject = f"desk {found.id} {found.name}"
    audit.note(work, viewer.name, "tablet ended", subject, before=f"{serial}", reason=reason)


def known(codes: Codes, token: str) -> int | None:
    """Give the number of a tablet's token, or None for what is not ours."""
    try:
        return codes.read(Use.TABLET, token)
    except NotOurs:
        return None


def card(work: Work, serial: int) -> DeskCard | None:
    """Give the desk that a tablet stands on, or None where its use was ended."""
    desk = tablets.desk_of(work, serial)
    return None if desk is None else _card(work, desk)


def _card(work: Work, desk: DeskId) -> DeskCard | None:
    return places.desk_cards(work, {desk}, local_day(work.now)).get(desk)
