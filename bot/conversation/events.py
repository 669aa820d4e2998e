"""What can happen to a conversation. Every event is complete: nothing is looked up from it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Medium(StrEnum):
    """What kind of thing a citizen sent beside text."""

    PHOTO = "photo"
    ALBUM = "album"
    STICKER = "sticker"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Opened:
    """The citizen came in by a link or ``/start``; payload is the raw code, None for a bare one."""

    payload: str | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was pressed. It says which prompt it stood under and what it meant."""

    prompt: str
    choice: str
    desk: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Text as typed, NFC, without control characters. ``choice`` is what it was recognised as."""

    text: str
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message was changed; text is the new one."""

    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something other than text; file is the channel's own reference, to be fetched soon."""

    medium: Medium
    file: str | None = None
    caption: str | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The citizen blocked the bot or left."""


@dataclass(frozen=True, slots=True)
class Woken:
    """A timer or a notice of ours came due."""

    name: str
    subject: int | None = None


@dataclass(frozen=True, slots=True)
class Stumbled:
    """An earlier update of this person could not be handled; say so and offer a way on."""


Event = Opened | Tapped | Said | Edited | Sent | Left | Woken | Stumbled
