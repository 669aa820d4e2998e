"""A chat that people of the office share: when to keep silent in it, and when it has gone cold.

It never keeps what is not answered.
"""

from dataclasses import replace
from typing import TypeGuard

from bot.conversation.albums import FULL
from bot.conversation.events import (
    Event,
    Filed,
    HumanReplied,
    Left,
    Medium,
    Met,
    Noted,
    Said,
    Sent,
    Tapped,
    Withdrew,
    Woken,
)
from bot.conversation.here import NOTICE, Here
from bot.conversation.pace import TOGETHER
from bot.conversation.scene import Landing
from bot.conversation.state import DRAFTING, HOLDING, Stage, State
from bot.conversation.turn import Say, Turn, Wake
from bot.conversation.visit import cooled

MENU = ("cmd-rate", "cmd-case", "cmd-follow")
"""What the office's menu in Zalo says for the citizen: #danhgia, #phananh, #tracuu."""
_OWN_DATA = ("cmd-erase", "cmd-erase-sure")
_EVEN_COLD = ("case", "thanks", "vi", "en")
"""Choices that mean the same under every prompt."""
_GREETINGS = ("welcome", "arrive.here")
_OPEN_LONG = (*DRAFTING, *HOLDING)


def unanswered(here: Here, event: Event) -> Turn | None:
    """Give the turn of what is not answered here; None for what is."""
    state, pace = here.state, here.state.pace
    if isinstance(event, HumanReplied):
        # Events may come late: none shortens a silence that was begun.
        until = max(here.at + here.scene.silence, pace.silent or here.at)
        return Turn(replace(state, pace=replace(pace, silent=until)))
    # Whoever speaks here, an erasure and what came of an act are answered.
    if isinstance(event, Left | Withdrew | Filed | Noted):
        return None
    if isinstance(event, Woken):
        return _not_now(here, event)
    speaks_else = pace.hushed(here.at) or (here.scene.gated and not _ours(here, event))
    said_before = _greeted(here, event) or _struck_twice(here, event)
    return Turn(state) if speaks_else or said_before else None


def _not_now(here: Here, event: Woken) -> Turn | None:
    """Remind later where somebody of the office speaks; a letter about a case always goes."""
    until = here.state.pace.silent
    if event.name == NOTICE or until is None or until <= here.at:
        return None
    return Turn(here.state, wakes=(Wake(event.name, until - here.at),))


def _ours(here: Here, event: Event) -> bool:
    """Say whether an event is for us, where another robot answers until we are asked."""
    arrival, pace = here.scene.arrival, here.state.pace
    # What leads nowhere may be meant for the other robot.
    if arrival is not None and arrival.landing not in (Landing.UNKNOWN, Landing.FORGED):
        return True
    # Whoever wants to be erased is heard beside another robot too.
    if isinstance(event, Said) and event.choice in (*MENU, *_OWN_DATA):
        return True
    if here.state.stage in _OPEN_LONG and pace.answerable(here.at):
        return True
    return pace.warm(here.at)


def _greeted(here: Here, event: Event) -> bool:
    """Say whether the greeting that an event asks for was said just now."""
    pace = here.state.pace
    if isinstance(event, Met):
        return here.scene.gated or pace.welcomed(here.at) or pace.warm(here.at)
    at_start = isinstance(event, Said) and event.choice == "cmd-start"
    together = pace.welcomed(here.at, TOGETHER)
    return at_start and together and here.state.stage is Stage.LOBBY


def _struck_twice(here: Here, event: Event) -> bool:
    """Say whether a digit is the second of a double tap.

    A button in Zalo is only the digit that it types: the second would answer the next question,
    which nobody has seen yet.
    """
    return _digit(event) and here.state.pace.twice(here.at)


def _digit(event: Event) -> bool:
    return isinstance(event, Said) and event.text.strip().isdecimal() and len(event.text) <= 2


def as_album(here: Here, event: Event) -> Event:
    """Take photos that come one by one, close together, as one album."""
    if not isinstance(event, Sent) or event.medium is not Medium.PHOTO:
        return event
    if here.state.album and here.state.pace.burst(here.at):
        return replace(event, album=here.state.album.removesuffix(FULL))
    # An album of its own, so that the next photo has one to join.
    return event if event.album else replace(event, album=f"at {here.at:%H%M%S%f}")


def warmed(here: Here, event: Event) -> tuple[Here, Event, Turn | None]:
    """Leave the desk of a visit that went cold; give also the answer to who goes on with it.

    A desk is never taken for today's without being named again (reference: section 5, desk
    resolution). SỬA is about what was given, and stays possible.
    """
    state = here.state
    if _whenever(state, event) or not state.pace.cold(here.at):
        return here, event, None
    now = replace(here, state=cooled(state))
    left = state.stage is not now.state.stage and here.scene.arrival is None
    if not left or not isinstance(event, Said) or not _goes_on(event.choice):
        return now, event, None
    if event.choice in _EVEN_COLD:
        return now, Tapped("done", event.choice), None
    return now, event, Turn(now.state, says=(Say("visit.cold"),))


def _whenever(state: State, event: Event) -> bool:
    """Say whether an event is no part of a visit, or means the same however late it comes."""
    match event:
        case Left() | Withdrew() | Filed() | Noted():
            return True
        case Woken(name=name):
            return name != NOTICE
        case Said(choice="cmd-edit"):
            return state.day is not None
        case _:
            return False


def _goes_on(choice: str | None) -> TypeGuard[str]:
    """Say whether a choice was made under the prompt of a visit."""
    return choice is not None and not choice.startswith("cmd-")


def welcoming(here: Here, turn: Turn) -> Turn:
    """Greet with the first answer ever, where that is about nothing in particular."""
    greeted = any(say.phrase in _GREETINGS for say in turn.says)
    new = here.state.stage is Stage.NEW and turn.state.stage is Stage.LOBBY
    if not new or not turn.says or greeted or here.state.pace.welcomed(here.at):
        return turn
    return replace(turn, says=(Say("welcome"), *turn.says))


def paced(here: Here, event: Event, turn: Turn) -> State:
    """Note when this was, and whether we greeted; a letter that asks something may be answered."""
    pace = turn.state.pace
    if isinstance(event, Sent) and event.medium is Medium.PHOTO:
        pace = replace(pace, pictured=here.at)
    if isinstance(event, Said):
        # Whatever else is said in between shows that no finger slipped.
        pace = replace(pace, struck=here.at if _digit(event) else None)
    if turn.says:
        pace = replace(pace, moved=here.at)
    if any(say.phrase in _GREETINGS for say in turn.says):
        pace = replace(pace, greeted=here.at)
    if isinstance(event, Woken) and turn.says and turn.state.stage in HOLDING:
        pace = replace(pace, silent=None)
    return replace(turn.state, pace=pace)
