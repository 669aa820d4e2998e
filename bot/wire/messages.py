"""What a door hands in and what it is asked to send."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.conversation.events import Event

_BELIEVED = timedelta(days=2)
"""A day that a messenger keeps what it could not hand over, and a day that our clock is ahead."""
_AHEAD = timedelta(days=1, hours=1)
"""What is sent after it came says that our clock is behind."""


@dataclass(frozen=True, slots=True)
class Account:
    """One bot or official account of ours in one channel (``telegram``, ``console``, ...)."""

    channel: str
    name: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached: an account and that channel's own id of the person."""

    account: Account
    person: str


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing that happened, decoded.

    ``key`` is unique for it in all of the channel's repeats. ``ack`` is what the channel needs to
    tell the messenger that a press was seen, or to quote what is answered. ``sent_at`` is the
    messenger's own time, if it says. ``language`` is what the messenger says the person reads.
    ``came_at`` is when it came to us, where that was not just now.
    """

    key: str
    address: Address
    event: Event
    ack: str | None = None
    sent_at: datetime | None = None
    language: str | None = None
    came_at: datetime | None = None

    def moment(self, now: datetime) -> datetime:
        """Give when it happened: the messenger's time where that can be true, else ours.

        A messenger is believed for two days before it came to us, however long it waited here
        since, and for one after it: its clock is looked after by more people than ours.
        """
        came = min(self.came_at or now, now)
        sent = self.sent_at
        return sent if sent is not None and came - _BELIEVED <= sent <= came + _AHEAD else came


@dataclass(frozen=True, slots=True)
class Button:
    """A choice to tap: its words, and at most 64 bytes that come back when it is pressed.

    ``typed`` is exactly what a person types for the same choice; empty where nothing can be typed.
    """

    label: str
    data: str
    typed: str = ""


class Purpose(StrEnum):
    """What a message is for; it decides whether money is spent to get it through."""

    CHAT = "chat"
    """Said back to somebody who is there: questions, thanks, help."""
    RECEIPT = "receipt"
    """A follow-up number, or that everything was erased: it is said once and never again."""
    ANSWER = "answer"
    """The answer to a case."""
    NOTICE = "notice"
    """Of a case, and its citizen has to know it."""
    NEWS = "news"
    """Of a case, good to know."""
    REMINDER = "reminder"
    """Of what was begun and not ended."""


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to one person. The text is complete without the buttons."""

    id: int
    address: Address
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    ack: str | None = None
    purpose: Purpose = Purpose.CHAT
