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
    """Something other than text; file is the channel's own reference, to be fetched soon.

    ``name`` and ``size`` (bytes) are the file's, where the channel says; ``place`` is a location as
    "latitude, longitude", after the name of the place if it has one.
    """

    medium: Medium
    file: str | None = None
    caption: str | None = None
    album: str | None = None
    name: str = ""
    size: int = 0
    place: str = ""


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


@dataclass(frozen=True, slots=True)
class Filed:
    """A case was stored, and this is its receipt; the number is known here and never again.

    ``due`` is None where no date is promised; ``unrouted`` says that nobody outside the unit is
    there to receive it. ``remark`` says that it came of a comment that accuses, not of a draft.
    """

    number: str
    kind: str
    due: date | None = None
    provisional: bool = False
    unrouted: bool = False
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """An act on a case was taken down, or came too late: then nothing has changed."""

    case: int
    act: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Met:
    """The citizen came to the chat and has written nothing: ``how`` is follow or chatnow."""

    how: str


@dataclass(frozen=True, slots=True)
class HumanReplied:
    """Somebody of the office answered in this chat by hand."""


@dataclass(frozen=True, slots=True)
class Withdrew:
    """The citizen took back the messenger's leave to keep anything: everything is to be erased."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The citizen shared name and phone by the messenger's own form; either may be empty."""

    name: str = ""
    phone: str = ""


Event = (
    Opened
    | Tapped
    | Said
    | Edited
    | Sent
    | Left
    | Woken
    | Stumbled
    | Filed
    | Noted
    | Met
    | HumanReplied
    | Withdrew
    | Shared
)
