"""SỬA: take back the last answer, or the level. Nothing is undone before something replaces it."""

from dataclasses import replace

from bot.conversation.events import Tapped
from bot.conversation.here import Here, question, told
from bot.conversation.prompts import place
from bot.conversation.state import Stage, State
from bot.conversation.table import FOLLOWING, Cue, move
from bot.conversation.turn import Say, Turn
from bot.conversation.visit import begun, reopened, standing


def edit(here: Here) -> Turn:
    """Ask again what was answered last; a second time, ask for the level."""
    state = here.state
    if state.stage in (Stage.NEW, Stage.LOBBY):
        return told(move(state, Cue.OTHER), "edit.nothing")
    if state.day is None or state.desk is None:
        return told(state, "edit.unrated")
    if state.stage in FOLLOWING and state.last and question(here.scene, state.last):
        return told(_re_asked(state), "edit.question")
    # One day is one rating: that of another day stands, and today's is a new one.
    if state.day != here.today:
        return Turn(begun(state, state.desk), says=(Say("edit.new_day", day=state.day),))
    return told(reopened(state, Cue.EDIT), "edit.level")


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press on "change", which may belong to a desk left long ago."""
    state, desk = here.state, here.scene.desk
    if tap.desk == state.desk and tap.day == state.day:
        return edit(here)
    if desk is None:
        return told(move(state, Cue.OTHER), "stale")
    if rated := here.rated(desk.id, here.today):
        there = standing(state, rated, here.scene)
        return Turn(there, says=(Say("edit.level_at", args=place(desk)),))
    return Turn(begun(state, desk.id), says=(Say("edit.new_day", day=tap.day or here.today),))


def _re_asked(state: State) -> State:
    pending = (state.last, *(code for code in state.pending if code != state.last))
    return move(replace(state, pending=pending, last=""), Cue.REASK)
