"""Which language is spoken. It changes nothing else."""

from dataclasses import replace

from bot.conversation.here import Here, told
from bot.conversation.table import Cue, move
from bot.conversation.turn import Turn


def switch(here: Here, language: str) -> Turn:
    """Go on in that language."""
    return told(move(replace(here.state, language=language), Cue.OTHER), "language.now")


def toggle(here: Here) -> Turn:
    """Go on in the other language."""
    return switch(here, "vi" if here.state.language == "en" else "en")
