"""The stages of a conversation and what joins them. Nothing else ever sets a stage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.conversation.state import Stage, State


class Cue(StrEnum):
    """What a flow found to have happened, as far as the stage is concerned."""

    GREET = "greet"
    ARRIVE = "arrive"
    CARRY_ON = "carry on"
    LOST = "lost"
    LEVEL = "level"
    KEEP = "keep"
    ANSWER = "answer"
    REMARK = "remark"
    PICTURE = "picture"
    SKIP = "skip"
    EDIT = "edit"
    REASK = "re-ask"
    STOP = "stop"
    CANCEL = "cancel"
    OTHER = "other"


class Way(StrEnum):
    """Where a row leads when it names no stage."""

    ONWARD = "onward"
    """To the first follow-up that is still open, or to the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """From any of these stages this cue leads there; ``means`` says when, for the drawing."""

    cue: Cue
    stages: tuple[Stage, ...]
    to: Stage | Way
    means: str


_OUTSIDE = (Stage.NEW, Stage.LOBBY)
FOLLOWING = (Stage.ASKING, Stage.COMMENT, Stage.PHOTO)
"""The optional stages after a level, in their order."""
_RATED = (*FOLLOWING, Stage.DONE)
_ANY = tuple(Stage)

TABLE: tuple[Row, ...] = (
    Row(Cue.GREET, (*_OUTSIDE, Stage.DONE), Stage.LOBBY, "a bare /start, a greeting"),
    Row(Cue.ARRIVE, _ANY, Stage.RATING, "a code, or a level's button, leads to a desk"),
    Row(Cue.CARRY_ON, (Stage.RATING,), Way.ONWARD, "a rating begun on the web is carried on"),
    Row(Cue.LOST, (Stage.NEW, Stage.RATING), Stage.LOBBY, "a code leads nowhere; no level yet"),
    Row(Cue.LEVEL, (Stage.RATING,), Way.ONWARD, "one of the five levels is chosen"),
    Row(Cue.KEEP, (Stage.RATING,), Way.ONWARD, "the level that stands is left as it is"),
    Row(Cue.ANSWER, (Stage.ASKING,), Way.ONWARD, "the question is answered or skipped"),
    Row(Cue.REMARK, (Stage.COMMENT,), Way.ONWARD, "a comment is given"),
    Row(Cue.REMARK, (Stage.NEW,), Stage.LOBBY, "text before any desk is known is kept"),
    Row(Cue.PICTURE, (Stage.PHOTO,), Way.ONWARD, "a photo is given"),
    Row(Cue.PICTURE, (Stage.NEW,), Stage.LOBBY, "a photo before any desk is known is kept"),
    Row(Cue.SKIP, (Stage.COMMENT, Stage.PHOTO), Way.ONWARD, "the optional part is skipped"),
    Row(Cue.EDIT, _RATED, Stage.RATING, "SỬA: the level is to be chosen again"),
    Row(Cue.REASK, FOLLOWING, Stage.ASKING, "SỬA: the last question is asked again"),
    Row(Cue.STOP, (Stage.RATING, *FOLLOWING), Stage.DONE, "HUỶ while a rating stands"),
    Row(Cue.CANCEL, (*_OUTSIDE, Stage.RATING), Stage.LOBBY, "HUỶ before any level was chosen"),
    Row(Cue.CANCEL, (Stage.DONE,), Stage.LOBBY, "HUỶ with nothing in progress"),
    Row(Cue.OTHER, (Stage.NEW,), Stage.LOBBY, "anything else, as the first thing ever"),
)


def rows() -> Iterator[tuple[Stage, Cue, Stage | Way]]:
    """Give the table one stage at a time."""
    for row in TABLE:
        for stage in row.stages:
            yield stage, row.cue, row.to


_TARGETS = {(stage, cue): to for stage, cue, to in rows()}


def move(state: State, cue: Cue) -> State:
    """Put a state where the table says; a cue that the stage does not know leaves it there."""
    to = _TARGETS.get((state.stage, cue), state.stage)
    stage = _onward(state) if isinstance(to, Way) else to
    return state if stage is state.stage else replace(state, stage=stage)


_AFTER = {Stage.ASKING: Stage.ASKING, Stage.COMMENT: Stage.PHOTO, Stage.PHOTO: Stage.DONE}


def _onward(state: State) -> Stage:
    start = _AFTER.get(state.stage, state.resume)
    still = {
        Stage.ASKING: bool(state.pending),
        Stage.COMMENT: not state.commented,
        Stage.PHOTO: not state.pictured,
    }
    order = (*FOLLOWING, Stage.DONE)
    later = order[order.index(start) :] if start in order else order
    return next((stage for stage in later if still.get(stage, True)), Stage.DONE)
