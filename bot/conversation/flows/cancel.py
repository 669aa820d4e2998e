"""HUỶ: stop what is in progress. A rating that was given stays given."""

from bot.conversation.here import Here, told
from bot.conversation.prompts import level_named
from bot.conversation.state import Stage
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn
from bot.conversation.visit import ended


def cancel(here: Here) -> Turn:
    """Stop, and say what stands and what was let go."""
    state = here.state
    if state.stage in (Stage.NEW, Stage.LOBBY, Stage.DONE) or state.day is None:
        return told(ended(move(state, Cue.CANCEL)), _phrase(here))
    return Turn(move(state, Cue.STOP), says=(Say("cancel.kept", named=level_named(state.level)),))


def _phrase(here: Here) -> str:
    if here.state.held or here.state.photos:
        return "cancel.dropped"
    if here.state.stage is Stage.DONE:
        return "cancel.done"
    return "cancel.unrated" if here.state.stage is Stage.RATING else "cancel.nothing"
