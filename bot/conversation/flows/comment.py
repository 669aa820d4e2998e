"""Free text, in whatever stage it comes. It is kept whole or the citizen is told."""

from dataclasses import replace

from bot.conversation.here import Here, told
from bot.conversation.keeping import cleaned, keep_text
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn


def said(here: Here, text: str) -> Turn:
    """Keep what was written; a number that nothing was offered for is asked about instead."""
    if not cleaned(text) or _bare_number(text):
        return told(move(here.state, Cue.OTHER), "unclear")
    turn = keep_text(here, text)
    return replace(turn, state=move(turn.state, Cue.REMARK))


def edited(here: Here, text: str) -> Turn:
    """Keep a changed message beside its first wording, which stands."""
    if not cleaned(text) or _bare_number(text):
        return told(move(here.state, Cue.OTHER), "edited.choice")
    turn = keep_text(here, text)
    says = (Say("edited.added"), *turn.says)
    return replace(turn, state=move(turn.state, Cue.REMARK), says=says)


def skipped(here: Here) -> Turn:
    """Go on without a comment."""
    return told(move(here.state, Cue.SKIP), "comment.skipped")


def _bare_number(text: str) -> bool:
    typed = cleaned(text)
    return len(typed) <= 2 and typed.isdecimal()
