"""The summary: send it as it was read, change it, or let it go. Only here is a case sent."""

from dataclasses import replace

from bot.conversation.draft import changed
from bot.conversation.drafting import with_draft
from bot.conversation.events import Tapped
from bot.conversation.here import Here, told
from bot.conversation.state import DRAFTING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import CaseFiled, Turn

PROMPT = "confirm-"
_CHANGES = {"place": Cue.REPLACE, "who": Cue.RENAME, "more": Cue.RETELL, "anew": Cue.RETELL}


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press under the summary that is at hand."""
    state = here.state
    # The edition stands in the prompt's name: nobody sends what they have not read.
    at_hand = state.draft is not None and tap.prompt == f"{PROMPT}{state.draft.edition}"
    if state.stage is not Stage.CONFIRMING or state.draft is None or not at_hand:
        return told(move(state, Cue.OTHER), "stale")
    if tap.choice == "change":
        return change(here)
    if tap.choice == "send" and not state.draft.empty:
        # What is said to it comes with the receipt.
        about_rating = bool(state.draft.level) or state.filed
        sent = replace(move(state, Cue.CLOSE), draft=None, filed=about_rating)
        return Turn(sent, (CaseFiled(state.draft),))
    return told(state, "stale")


def change(here: Here) -> Turn:
    """Ask what is to be changed."""
    return told(move(here.state, Cue.CHANGE), "change.open")


def changing(here: Here, tap: Tapped) -> Turn:
    """Take what is to be changed; nothing is taken out before it was said what is."""
    state = here.state
    if state.stage is not Stage.CHANGING or state.draft is None:
        return told(move(state, Cue.OTHER), "stale")
    if tap.choice in _CHANGES:
        return told(move(_emptied(state, tap.choice), _CHANGES[tap.choice]), f"change.{tap.choice}")
    return told(move(state, Cue.GO_ON), "change.none")


def _emptied(state: State, what: str) -> State:
    draft = state.draft
    if draft is None or state.stage not in DRAFTING:
        return state
    match what:
        case "anew":
            return with_draft(state, changed(draft, texts=(), pieces=(), location=""))
        case "place":
            parts = _without(draft.asked, "place")
            # The rating was of that desk; what names another place is not about it.
            now = changed(draft, desk=None, day=None, level=0, pictured=0, where="", asked=parts)
            return with_draft(state, now)
        case "who":
            parts = _without(_without(draft.asked, "name"), "phone")
            return with_draft(state, changed(draft, name="", phone="", asked=parts))
        case _:
            return state


def _without(parts: tuple[str, ...], part: str) -> tuple[str, ...]:
    return tuple(one for one in parts if one != part)
