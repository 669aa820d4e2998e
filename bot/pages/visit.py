"""Owns what the hidden field of a form carries: who looked at which desk's page, and when.

It never says who that is: a visitor is 16 bytes of chance.
"""

import secrets
import struct
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum

from bot.pages.ports import Signer
from feedback.domain.days import local_day
from feedback.domain.ids import DeskId

LASTS = timedelta(hours=24)
"""How long a page that was opened may still be sent."""

_PURPOSE = "visit"
_FORM = struct.Struct(">16sIqQQ")
_LONGEST = 512
_SKEW = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Visit:
    """One opening of a desk's page; ``tablet`` is the shared tablet it stands on, or 0."""

    visitor: bytes
    desk: DeskId
    opened_at: datetime
    nonce: int
    tablet: int = 0

    def days(self, now: datetime) -> tuple[date, ...]:
        """The local days from opening to now: two where midnight lies between, else one.

        A shared tablet's page waits for whoever comes next, so only the day of the tap counts.
        """
        opened, today = local_day(self.opened_at), local_day(now)
        return (opened, today) if opened < today and not self.tablet else (today,)

    @property
    def name(self) -> str:
        """The visitor's name, from which the pseudonym is made."""
        return self.visitor.hex()

    def of(self, visitor: bytes) -> "Visit":
        """Give the same visit of a visitor whom a cookie names."""
        return replace(self, visitor=visitor)


class Bad(Enum):
    """Why a visit cannot be used."""

    MISSING = "missing"
    FORGED = "forged"
    ELSEWHERE = "elsewhere"
    EXPIRED = "expired"


def open_visit(desk: DeskId, at: datetime, visitor: bytes | None = None, tablet: int = 0) -> Visit:
    """Open a visit, of a visitor already known or of a fresh one."""
    seconds = at.replace(microsecond=0)
    return Visit(visitor or fresh_visitor(), desk, seconds, secrets.randbits(64), tablet)


def fresh_visitor() -> bytes:
    """Draw a visitor by chance."""
    return secrets.token_bytes(16)


def write(signer: Signer, visit: Visit) -> str:
    """Write a visit as signed text."""
    seconds = int(visit.opened_at.timestamp())
    packed = _FORM.pack(visit.visitor, visit.desk, seconds, visit.nonce, visit.tablet)
    return signer.sign(_PURPOSE, packed)


def read(signer: Signer, text: str, desk: DeskId | None, now: datetime) -> Visit | Bad:
    """Read a visit of this desk, None for any, or say why it cannot be used."""
    if not text:
        return Bad.MISSING
    packed = signer.read(_PURPOSE, text) if len(text) <= _LONGEST and text.isascii() else None
    if packed is None or len(packed) != _FORM.size:
        return Bad.FORGED
    visitor, number, seconds, nonce, tablet = _FORM.unpack(packed)
    visit = Visit(visitor, DeskId(number), datetime.fromtimestamp(seconds, UTC), nonce, tablet)
    if desk is not None and visit.desk != desk:
        return Bad.ELSEWHERE
    return visit if -_SKEW <= now - visit.opened_at <= LASTS else Bad.EXPIRED
