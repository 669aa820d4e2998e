"""Words, files and places for the draft at hand, in whatever stage of it they come."""

from dataclasses import replace

from bot.conversation import drafting
from bot.conversation.draft import Draft, asked
from bot.conversation.drafting import with_draft
from bot.conversation.events import Sent, Shared, Tapped
from bot.conversation.here import Here, told
from bot.conversation.keeping import cleaned
from bot.conversation.scene import Desk
from bot.conversation.state import DRAFTING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn

PART = "part-"


def said(here: Here, text: str) -> Turn:
    """Take a text as the part that is asked for, else as more of the story."""
    state = here.state
    typed = cleaned(text)
    if not typed or (typed.isdecimal() and len(typed) <= 2):
        return told(state, "unclear")
    # What is too long for a place, or reads like no name or number, is told as more of the story.
    match state.stage:
        case Stage.PLACING if len(typed) <= drafting.LONGEST_PLACE:
            return _part(state, "place", "part.place", where=" ".join(typed.split()), desk=None)
        case Stage.NAMING if (name := drafting.name(typed)) is not None:
            return _part(state, "name", "part.name", name=name)
        case Stage.CALLING if (phone := drafting.phone(typed)) is not None:
            return _part(state, "phone", "part.phone", phone=phone)
        case _:
            return _reviewed(drafting.tell(state, typed))


def edited(here: Here, text: str) -> Turn:
    """Keep a changed message beside its first wording, which stands."""
    turn = _reviewed(drafting.tell(here.state, text))
    return replace(turn, says=(Say("edited.added"), *turn.says)) if turn.says else said(here, text)


def sent(here: Here, event: Sent) -> Turn:
    """Take a file or a location into the draft; of what it cannot hold, the words beside it."""
    if drafting.takes(event):
        return _reviewed(drafting.attach(here.state, event))
    beside = drafting.tell(here.state, event.caption or "")
    return Turn(beside.state, says=(Say(f"draft.no_{event.medium.value}"), *beside.says))


def placed(here: Here, desk: Desk) -> Turn:
    """Take a code as the desk that the draft is about."""
    fields = {"desk": desk.id, "where": f"{desk.name}, {desk.unit}"}
    return _part(here.state, "place", "part.place", **fields)


def shared(here: Here, event: Shared) -> Turn:
    """Take a shared name and number where one of them is asked for; elsewhere keep neither."""
    state, draft = here.state, here.state.draft
    name, phone = drafting.name(event.name), drafting.phone(event.phone)
    taken: tuple[Turn, ...] = ()
    if draft is not None and state.stage is Stage.NAMING and name is not None:
        taken = (_part(state, "name", "part.name", name=name),)
    now = taken[0].state if taken else state
    if now.draft is not None and now.stage in (Stage.NAMING, Stage.CALLING) and phone is not None:
        taken = (*taken, _part(now, "phone", "part.phone", phone=phone))
    if not taken:
        return told(move(state, Cue.OTHER), "shared.not_kept")
    return Turn(taken[-1].state, says=tuple(say for turn in taken for say in turn.says))


def tapped(here: Here, tap: Tapped) -> Turn:
    """Go on from the story, skip a part, or let the draft go."""
    state = here.state
    if tap.choice == "stop" and state.stage in DRAFTING:
        return dropped(here)
    if tap.choice == "go" and state.stage is Stage.TELLING:
        if state.draft is None or state.draft.empty:
            return told(state, "draft.nothing")
        return told(move(state, Cue.GO_ON), "draft.kept")
    part = tap.prompt.removeprefix(PART)
    if tap.choice == "skip" and _ASKED.get(state.stage) == part:
        return _part(state, part, "part.skipped")
    return told(move(state, Cue.OTHER), "stale")


def dropped(here: Here) -> Turn:
    """Let the draft go, and say so."""
    empty = here.state.draft is None or here.state.draft.empty
    gone = replace(move(here.state, Cue.CLOSE), draft=None)
    return told(gone, "draft.stopped" if empty else "draft.dropped")


_ASKED = {Stage.PLACING: "place", Stage.NAMING: "name", Stage.CALLING: "phone"}


def _part(state: State, part: str, echo: str, **fields: object) -> Turn:
    draft = asked(state.draft or Draft(), part, **fields)
    quoted = tuple((key, str(value)) for key, value in fields.items() if key != "desk")
    now = with_draft(state, draft)
    cue = Cue.OTHER if state.stage is Stage.TELLING else Cue.GO_ON
    return Turn(move(now, cue), says=(Say(echo, quotes=quoted),))


def _reviewed(turn: Turn) -> Turn:
    """Go back to the summary from a change of it, so that it is read as it now is."""
    back = turn.state.stage is Stage.CHANGING
    return replace(turn, state=move(turn.state, Cue.GO_ON)) if back else turn
