"""The stages of a conversation and what joins them. Nothing else ever sets a stage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.conversation.draft import open_part
from bot.conversation.state import CASE_STAGES, DRAFTING, HOLDING, Stage, State


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
    COOL = "go cold"
    OTHER = "other"
    # A case is put together
    BEGIN = "begin a case"
    CHOOSE = "choose"
    GO_ON = "go on"
    CHANGE = "change"
    RETELL = "tell more"
    REPLACE = "place again"
    RENAME = "name again"
    # A case is followed
    LIST = "list"
    VIEW = "view"
    REPLY = "reply"
    JUDGE = "judge"
    RETRACT = "retract"
    CLOSE = "close"


class Way(StrEnum):
    """Where a row leads when it names no stage."""

    ONWARD = "onward"
    """To the first follow-up that is still open, or to the end."""
    NEXT = "next"
    """To the first part of a case that is still to be asked, or to its summary."""
    BACK = "back"
    """To where the matter of cases began."""


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
    Row(Cue.COOL, (Stage.RATING, *_RATED), Stage.LOBBY, "half an hour of silence, in Zalo"),
    Row(Cue.OTHER, (Stage.NEW,), Stage.LOBBY, "anything else, as the first thing ever"),
    Row(Cue.BEGIN, _ANY, Stage.CHOOSING, "6, or words such as GÓP Ý"),
    Row(Cue.CHOOSE, _ANY, Stage.TELLING, "one of the three choices"),
    Row(Cue.GO_ON, _ANY, Way.NEXT, "a part is told or skipped; a draft is taken up again"),
    Row(Cue.CHANGE, DRAFTING, Stage.CHANGING, "7 at the summary, or SỬA"),
    Row(Cue.RETELL, DRAFTING, Stage.TELLING, "the story is told anew or further"),
    Row(Cue.REPLACE, DRAFTING, Stage.PLACING, "the place is named anew"),
    Row(Cue.RENAME, DRAFTING, Stage.NAMING, "name and phone are given anew"),
    Row(Cue.LIST, _ANY, Stage.LISTING, "THEO DÕI"),
    Row(Cue.VIEW, _ANY, Stage.VIEWING, "one case is looked at"),
    Row(Cue.REPLY, _ANY, Stage.REPLYING, "words for a case are written; we asked for some"),
    Row(Cue.JUDGE, _ANY, Stage.JUDGING, "the answer is there, or is to be judged"),
    Row(Cue.RETRACT, HOLDING, Stage.WITHDRAWING, "a case is to be taken back"),
    Row(Cue.CLOSE, CASE_STAGES, Way.BACK, "sent, let go, or looked at enough"),
    Row(Cue.CLOSE, (Stage.NEW,), Stage.LOBBY, "a button of long ago, as the first thing ever"),
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
    stage = _WAYS[to](state) if isinstance(to, Way) else to
    # On the way in only: from one matter of cases to the next the way back stays.
    if stage in CASE_STAGES and state.stage not in CASE_STAGES:
        state = replace(state, back=Stage.LOBBY if state.stage is Stage.NEW else state.stage)
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


_PART = {
    "place": Stage.PLACING,
    "name": Stage.NAMING,
    "phone": Stage.CALLING,
    None: Stage.CONFIRMING,
}


def _next(state: State) -> Stage:
    return _back(state) if state.draft is None else _PART[open_part(state.draft)]


def _back(state: State) -> Stage:
    return Stage.LOBBY if state.back in CASE_STAGES or state.back is Stage.NEW else state.back


_WAYS = {Way.ONWARD: _onward, Way.NEXT: _next, Way.BACK: _back}
