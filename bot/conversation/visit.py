"""A person's visit to a desk as it stands in the state: begun, or with a rating that counts."""

from dataclasses import replace

from bot.conversation.scene import Rated, Scene
from bot.conversation.state import Stage, State
from bot.conversation.table import Cue, move
from feedback.domain.questionnaire import rotated


def begun(state: State, desk: int) -> State:
    """Stand at a desk where nothing was given yet today; what was held stays held."""
    clean = State(
        stage=state.stage,
        language=state.language,
        desk=desk,
        held=state.held,
        photos=state.photos,
        album=state.album,
        draft=state.draft,
        reply=state.reply,
        shown=state.shown,
        pace=state.pace,
    )
    return move(clean, Cue.ARRIVE)


def standing(state: State, rated: Rated, scene: Scene) -> State:
    """Stand at a desk with a rating that is known from elsewhere, its level open to change."""
    return replace(
        begun(state, rated.desk),
        day=rated.day,
        level=rated.level,
        commented=rated.commented,
        pending=unanswered(scene, rated.answered),
    )


def reopened(state: State, cue: Cue = Cue.ARRIVE) -> State:
    """Open the level of the rating in progress again, to go on afterwards where this was."""
    resume = state.resume if state.stage is Stage.RATING else state.stage
    return replace(move(state, cue), resume=resume, last="")


def gone_astray(state: State) -> State:
    """Leave a desk where nothing was given yet: a code that leads nowhere was for another one."""
    if state.day is not None or state.stage not in (Stage.NEW, Stage.RATING):
        return move(state, Cue.OTHER)
    return replace(move(state, Cue.LOST), desk=None)


def ended(state: State) -> State:
    """Leave the desk and let go of what was held."""
    return State(
        stage=state.stage,
        language=state.language,
        album=state.album,
        draft=state.draft,
        shown=state.shown,
        pace=state.pace,
    )


def cooled(state: State) -> State:
    """Leave the desk of a visit that went cold; what was held, and a draft, stay."""
    return replace(
        move(state, Cue.COOL),
        desk=None,
        day=None,
        pending=(),
        level=0,
        last="",
        resume=Stage.ASKING,
        commented=False,
        pictured=0,
        said=(),
        filed=False,
        back=Stage.LOBBY,
        page=0,
    )


def unasked(state: State) -> State:
    """Leave a case whose answer or question never reached its person, and the visit before it."""
    return replace(cooled(move(state, Cue.CLOSE)), reply=None)


def unanswered(scene: Scene, answered: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Choose the questions to ask on this visit, less those that have an answer."""
    questions = scene.desk.questions if scene.desk else ()
    return tuple(q.code for q in rotated(questions, scene.ordinal) if q.code not in answered)
