"""A greeting without a code. It never starts a visit."""

from bot.conversation.here import Here, told
from bot.conversation.state import Stage
from bot.conversation.table import FOLLOWING, Cue, move
from bot.conversation.turn import Turn
from bot.conversation.visit import ended


def greet(here: Here) -> Turn:
    """Welcome someone; whoever is in the middle of a visit goes on with it."""
    state = here.state
    if state.stage in (Stage.RATING, *FOLLOWING):
        return told(state, "welcome.back")
    if state.stage is Stage.DONE and state.day == here.today:
        return told(state, "welcome.done")
    met = move(state, Cue.GREET)
    return told(ended(met) if state.stage is Stage.DONE else met, "welcome")
