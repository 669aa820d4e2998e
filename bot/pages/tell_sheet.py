"""Owns what a citizen's matter is on its way through the forms: read, checked, and carried unseen.

Nothing of it is stored before it was confirmed, and a signed page makes a double post one matter.
"""

import hashlib
import secrets
import struct
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.pages import typed
from bot.pages.form import Form
from bot.pages.ports import Signer
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Contact
from feedback.domain.ids import DeskId, RatingId
from feedback.services.cases.filing import LONGEST

PATH = "/case"
LASTS = timedelta(hours=24)
_PURPOSE = "tell"
_FORM = struct.Struct(">16sqIQiB")
_NAME = 100
_PHONE = 40


@dataclass(frozen=True, slots=True)
class Leaf:
    """One opening of the form: its nonce, and what it is about, signed so that nobody makes it up.

    ``desk`` 0 for none; ``rating``, ``day`` and ``level`` of the rating it came from, or 0.
    """

    nonce: bytes
    opened_at: datetime
    desk: int = 0
    rating: int = 0
    day: int = 0
    level: int = 0

    @property
    def of_desk(self) -> DeskId | None:
        """The desk, if there is one."""
        return DeskId(self.desk) if self.desk else None

    @property
    def of_rating(self) -> RatingId | None:
        """The rating it came from, if it did."""
        return RatingId(self.rating) if self.rating else None

    @property
    def on(self) -> date | None:
        """The day it is about, where a rating says so."""
        return date.fromordinal(self.day) if self.day else None


def fresh(at: datetime, desk: int = 0, rating: int = 0, day: int = 0, level: int = 0) -> Leaf:
    """Open a form."""
    return Leaf(secrets.token_bytes(16), at.replace(microsecond=0), desk, rating, day, level)


def write(signer: Signer, leaf: Leaf) -> str:
    """Write a leaf as signed text."""
    seconds = int(leaf.opened_at.timestamp())
    packed = _FORM.pack(leaf.nonce, seconds, leaf.desk, leaf.rating, leaf.day, leaf.level)
    return signer.sign(_PURPOSE, packed)


def read(signer: Signer, text: str, desk: int, now: datetime) -> Leaf | None:
    """Read a leaf of this desk; None for one that is forged, of elsewhere, or too old."""
    packed = signer.read(_PURPOSE, text) if text.isascii() and len(text) < 512 else None
    if packed is None or len(packed) != _FORM.size:
        return None
    nonce, seconds, of, rating, day, level = _FORM.unpack(packed)
    leaf = Leaf(nonce, datetime.fromtimestamp(seconds, UTC), of, rating, day, level)
    fits = leaf.desk == desk and timedelta(minutes=-5) <= now - leaf.opened_at <= LASTS
    return leaf if fits else None


@dataclass(frozen=True, slots=True)
class Matter:
    """What was filled in, cleaned; ``cut`` where the text was longer than is kept."""

    choice: Choice | None = None
    text: str = ""
    name: str = ""
    phone: str = ""
    agreed: bool = False
    cut: bool = False

    @property
    def contact(self) -> Contact:
        """How the citizen may be reached."""
        return Contact(self.name, self.phone)

    @property
    def names(self) -> bool:
        """Say whether a name or phone was left."""
        return bool(self.name or self.phone)

    def missing(self) -> tuple[str, ...]:
        """Give the keys of the words for what is still needed."""
        wanted = (
            ("tell.need_choice", self.choice is None),
            ("tell.need_text", not self.text),
            ("tell.need_consent", self.names and not self.agreed),
        )
        return tuple(key for key, needed in wanted if needed)

    def nonce(self, page: bytes) -> bytes:
        """Give the mark of this matter sent from a page; other words there are another matter."""
        told = "\0".join((self.choice or "", self.text, self.name, self.phone))
        return hashlib.sha256(page + told.encode(errors="replace")).digest()[:16]

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Give the fields that carry it unseen."""
        every = (
            ("choice", self.choice.value if self.choice else ""),
            ("text", self.text),
            ("name", self.name),
            ("phone", self.phone),
            ("agreed", "1" if self.agreed else ""),
        )
        return tuple((name, value) for name, value in every if value)


def filled(form: Form) -> Matter:
    """Read a matter from a posted form."""
    text = typed.cleaned(form.text("text"))
    chosen = form.text("choice")
    found = Matter(
        Choice(chosen) if chosen in {choice.value for choice in Choice} else None,
        text[:LONGEST],
        _line(form.text("name"), _NAME),
        _line(form.text("phone"), _PHONE),
        form.text("agreed") == "1",
    )
    return replace(found, cut=len(text) > LONGEST)


def _line(text: str, most: int) -> str:
    return " ".join(typed.cleaned(text[: 4 * most]).split())[:most]
