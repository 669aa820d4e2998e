"""Owns when a letter may go to someone who has not written for a while, and at what price.

It looks at no clock and sends nothing: ages, counts and prices are given.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.conversation.events import Filed, HumanReplied, Left, Noted, Stumbled, Withdrew, Woken
from bot.wire.messages import Inbound, Purpose
from feedback.domain.channels import Channel
from feedback.domain.days import local_day


@dataclass(frozen=True, slots=True)
class Window:
    """How long after a person's last act an account may write to them: free at first, then not."""

    free: timedelta
    open: timedelta


# developers.zalo.me, tin tư vấn: free for 48 h since 2026-01-01, billed until 7 days have passed.
WINDOWS: dict[str, Window] = {Channel.ZALO_OA: Window(timedelta(hours=48), timedelta(days=7))}
"""The channels whose messenger closes; all others may always be written to."""

WORTH_MONEY = frozenset({Purpose.RECEIPT, Purpose.ANSWER, Purpose.NOTICE})
"""What is sent although it is billed: never news, reminders and what is only talk."""
WORTH_A_TEMPLATE = frozenset({Purpose.ANSWER, Purpose.NOTICE})
"""What a fixed text can announce: it is to be read behind the follow-up number."""

_NO_ACT = (Left, HumanReplied, Withdrew, Woken, Filed, Noted)


class Why(StrEnum):
    """Why a letter does not go."""

    CLOSED = "closed"
    """The messenger lets nobody write to this person."""
    DEAR = "dear"
    """It would cost, and is not worth money."""
    SPENT = "spent"
    """What may be spent in a day is spent."""


@dataclass(frozen=True, slots=True)
class Send:
    """It goes as it is; ``paid`` so many messages, 0 when they are free."""

    paid: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """An approved text goes in its place, and says where to look."""


@dataclass(frozen=True, slots=True)
class Hold:
    """It goes tomorrow, when there is money again; until then it can be looked up."""


@dataclass(frozen=True, slots=True)
class Wait:
    """It does not go: it waits to be looked up, or to be told by telephone."""

    why: Why


Way = Send | Template | Hold | Wait


@dataclass(frozen=True, slots=True)
class Purse:
    """What may still be spent: so many of ``cap`` are billed, and ``tomorrow`` it counts anew."""

    billed: int
    cap: int
    tomorrow: timedelta


def decide(
    window: Window,
    age: timedelta | None,
    purpose: Purpose,
    purse: Purse,
    *,
    has_template: bool,
    parts: int = 1,
) -> Way:
    """Choose the way of a letter of so many messages to someone whose last act is so long ago.

    ``age`` None is somebody of whom no act is known, or whom the messenger said to be out of reach.
    """
    if age is not None and age <= window.free:
        return Send()
    if age is None or age > window.open:
        return shut(purpose, has_template=has_template)
    if purpose not in WORTH_MONEY:
        return Wait(Why.DEAR)
    if purse.billed + parts <= purse.cap:
        return Send(parts)
    if has_template and purpose in WORTH_A_TEMPLATE:
        return Template()
    # No morning helps a letter that is above any day's cap, or whose window closes in the night.
    return Hold() if parts <= purse.cap and age + purse.tomorrow < window.open else Wait(Why.SPENT)


def costs(window: Window, age: timedelta | None, purpose: Purpose) -> bool:
    """Say whether a letter goes only for money, so that what was spent has to be known."""
    return age is not None and window.free < age <= window.open and purpose in WORTH_MONEY


def shut(purpose: Purpose, *, has_template: bool) -> Template | Wait:
    """Choose the way of a letter to someone whom the messenger lets nobody write to."""
    templated = has_template and purpose in WORTH_A_TEMPLATE
    return Template() if templated else Wait(Why.CLOSED)


def reopened(channel: str, before: datetime | None, now: datetime | None) -> bool:
    """Say whether a person's act has made it free again to write to them."""
    window = WINDOWS.get(channel)
    if window is None or now is None or now == before:
        return False
    return before is None or now - before > window.free


def heard(inbound: Inbound, before: datetime | None, now: datetime) -> datetime | None:
    """Say when a person last did something, once an event has come; None in a channel that is open.

    An act counts from its own time, however late it came; what Zalo does not list as an act of the
    person does not count (developers.zalo.me, tin tư vấn).
    """
    if inbound.address.account.channel not in WINDOWS or not _acts(inbound):
        return before
    # Never ahead of now: a messenger's fast clock would keep the window open too long.
    at = min(inbound.sent_at or inbound.came_at or now, now)
    return at if before is None else max(before, at)


def last_day(channel: str, heard_at: datetime | None) -> date | None:
    """Give the last whole local day on which a person can be written to, if nothing more is heard.

    None where the messenger never closes, and where it is not known when it will.
    """
    window = WINDOWS.get(channel)
    if window is None or heard_at is None:
        return None
    return local_day(heard_at + window.open) - timedelta(days=1)


def _acts(inbound: Inbound) -> bool:
    """Say whether a person did something; an apology stands for what they did, if they did."""
    if isinstance(inbound.event, Stumbled):
        return inbound.sent_at is not None
    return not isinstance(inbound.event, _NO_ACT)
