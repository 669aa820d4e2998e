"""The level: it counts the moment it is given, and a later one that day corrects it."""

from dataclasses import replace

from bot.conversation.events import Tapped
from bot.conversation.here import Here, desk_of, then, told
from bot.conversation.keeping import release
from bot.conversation.prompts import level_named, place
from bot.conversation.state import Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import LevelChosen, Say, Turn
from bot.conversation.visit import begun, reopened, standing, unanswered


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press under the level prompt, whatever the conversation is doing now."""
    if tap.choice == "skip":
        return _keep(here)
    desk = _desk(here, tap)
    if desk is None or tap.choice not in ("1", "2", "3", "4", "5"):
        return told(move(here.state, Cue.OTHER), "stale")
    return _give(here, desk, int(tap.choice))


def _desk(here: Here, tap: Tapped) -> int | None:
    if here.scene.desk:
        return here.scene.desk.id
    # A desk that the state knows was vetted when it arrived; a button's own may be made up.
    return tap.desk if tap.desk == here.state.desk else None


def _give(here: Here, desk: int, level: int) -> Turn:
    visit = _visit(here, desk)
    given = replace(visit, day=here.today, level=level, last="")
    # Of today, whatever day the button stood under: a level counts when it is given.
    fact = LevelChosen(desk, here.today, level)
    echo = _echo(here, given, before=visit.level)
    turn = then(Turn(given, (fact,), (echo,)), release(given))
    return replace(turn, state=move(turn.state, Cue.LEVEL))


def _visit(here: Here, desk: int) -> State:
    state = here.state
    if state.desk == desk and state.day == here.today:
        return reopened(state)
    if rated := here.rated(desk, here.today):
        return standing(state, rated, here.scene)
    return replace(begun(state, desk), pending=unanswered(here.scene))


def _echo(here: Here, given: State, before: int) -> Say:
    named = level_named(given.level)
    if before == given.level:
        return Say("level.same", named=named)
    if before:
        return Say("level.corrected", named=(*named, ("before", level_named(before)[0][1])))
    desk = desk_of(given, here.scene)
    if desk is None:
        return Say("level.echo_unnamed", named=named)
    return Say("level.echo", args=place(desk), named=named)


def _keep(here: Here) -> Turn:
    state = here.state
    if state.stage is not Stage.RATING or state.day is None:
        return told(move(state, Cue.OTHER), "stale")
    kept = move(state, Cue.KEEP)
    return Turn(kept, says=(Say("level.kept", named=level_named(state.level)),))
