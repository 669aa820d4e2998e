"""Help and privacy: plain explanations, after which the visit goes on where it was."""

from bot.conversation.here import Here, told
from bot.conversation.table import Cue, move
from bot.conversation.turn import Turn


def assist(here: Here) -> Turn:
    """Explain how to go on."""
    return told(move(here.state, Cue.OTHER), "help")


def privacy(here: Here) -> Turn:
    """Say who sees what."""
    return told(move(here.state, Cue.OTHER), "privacy")


def thanked(here: Here) -> Turn:
    """Return a thank-you."""
    return told(move(here.state, Cue.OTHER), "thanked")
