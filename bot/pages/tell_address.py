"""The address of a case's form that a chat hands out: signed, short-lived, and knowing one desk.

It never says who it was handed to.
"""

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.conversation.withheld import FORM_LASTS
from bot.pages import tell_sheet
from bot.pages.ports import Signer
from feedback.domain.ids import DeskId

_PURPOSE = "handed form"
_FORM = struct.Struct(">Iq")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Handed:
    """What an address of ours says: the desk it is about, if any, and whether it is still good."""

    desk: DeskId | None
    fresh: bool


def written(signer: Signer, public_url: str, desk: int, at: datetime) -> str:
    """Write the whole address of a form about a desk, 0 for none."""
    until = int((at + FORM_LASTS).timestamp())
    token = signer.sign(_PURPOSE, _FORM.pack(desk, until))
    return f"{public_url}{tell_sheet.PATH}/{token}"


def read(
    signer: Signer, text: str, now: datetime, grace: timedelta = timedelta(0)
) -> Handed | None:
    """Read what ``written`` wrote behind the last stroke; None for anything else.

    ``grace`` is how much longer it is good to whoever has opened it.
    """
    packed = signer.read(_PURPOSE, text) if len(text) <= _LONGEST and text.isascii() else None
    if packed is None or len(packed) != _FORM.size:
        return None
    desk, until = _FORM.unpack(packed)
    fresh = now <= datetime.fromtimestamp(until, UTC) + grace
    return Handed(DeskId(desk) if desk and fresh else None, fresh)
