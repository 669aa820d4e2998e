"""A greeting without a code. It never starts a visit."""

from dataclasses import replace

from bot.conversation.here import Here, told
from bot.conversation.state import CASE_STAGES, DRAFTING, Stage, State
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
    return _met(here, state)


def rate(here: Here) -> Turn:
    """Ask which desk is to be rated, also after another one; what is written first goes on."""
    state = here.state
    if state.stage in DRAFTING:
        return told(state, "draft.again")
    if state.stage in CASE_STAGES:
        state = replace(move(state, Cue.CLOSE), reply=None)
    if state.stage in (Stage.RATING, *FOLLOWING):
        return told(state, "welcome.back")
    return _met(here, state)


def _met(here: Here, state: State) -> Turn:
    met = move(state, Cue.GREET)
    phrase = "welcome.again" if here.welcomed else "welcome"
    return told(ended(met) if state.stage is Stage.DONE else met, phrase)
