"""Help, privacy and being erased: told plainly, after which the visit goes on where it was."""

from dataclasses import replace

from bot.conversation.here import Here, told
from bot.conversation.state import CASE_STAGES, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import ErasureWished, Turn
from bot.conversation.visit import cooled


def assist(here: Here) -> Turn:
    """Explain how to go on."""
    return told(move(here.state, Cue.OTHER), "help")


def privacy(here: Here) -> Turn:
    """Say who sees what."""
    return told(move(here.state, Cue.OTHER), "privacy")


def erasing(here: Here) -> Turn:
    """Say what erasing comes to, and how to say that one is sure."""
    return told(move(here.state, Cue.OTHER), "erase.ask")


def erased(here: Here) -> Turn:
    """Take the wish down: it is done once this confirmation has gone out.

    What is at hand is let go at once: a case sent meanwhile would be erased too, and nobody answer.
    """
    return _wished(_let_go(here.state))


def withdrawn(here: Here) -> Turn:
    """Erase whoever took back the messenger's leave, and ask them for nothing more."""
    return _wished(cooled(_let_go(here.state)))


def _let_go(state: State) -> State:
    if state.stage in CASE_STAGES:
        state = move(state, Cue.CLOSE)
    return replace(state, draft=None, reply=None, held=(), photos=())


def _wished(state: State) -> Turn:
    return replace(told(move(state, Cue.OTHER), "erase.done"), facts=(ErasureWished(),))


def copied(here: Here) -> Turn:
    """Say where a copy is had."""
    return told(move(here.state, Cue.OTHER), "copy.where", ("page", here.scene.follow))


def thanked(here: Here) -> Turn:
    """Return a thank-you."""
    return told(move(here.state, Cue.OTHER), "thanked")
