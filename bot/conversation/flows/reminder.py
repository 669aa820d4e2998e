"""Reminds, once, of words or photos that wait for a level: without one they would be lost."""

from datetime import timedelta

from bot.conversation.here import Here, told
from bot.conversation.state import State
from bot.conversation.turn import Turn, Wake

HELD = "held"
_AFTER = timedelta(minutes=30)


def wakes(before: State, after: State) -> tuple[Wake, ...]:
    """Ask to be woken when something begins to wait."""
    begins = _waits(after) and not _waits(before)
    return (Wake(HELD, _AFTER),) if begins else ()


def woken(here: Here, name: str) -> Turn:
    """Say that something still waits; say nothing when it does not, or for another name."""
    if name != HELD or not _waits(here.state):
        return Turn(here.state)
    return told(here.state, "held.remind")


def _waits(state: State) -> bool:
    return bool(state.held or state.photos)
