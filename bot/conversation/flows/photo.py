"""Photos, alone or in albums. An album is answered once; each of its photos is kept."""

from dataclasses import replace

from bot.conversation.events import Sent
from bot.conversation.here import Here, then, told
from bot.conversation.keeping import cleaned, keep_photo, keep_text
from bot.conversation.state import State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Turn


def sent(here: Here, event: Sent) -> Turn:
    """Keep a photo and its caption."""
    taken = keep_photo(here, event.file) if event.file else told(here.state, "photo.lost")
    captioned = bool(cleaned(event.caption or ""))
    turn = then(taken, keep_text(replace(here, state=taken.state), event.caption or ""))
    kept = _count(turn.state) > _count(here.state)
    answered = event.album is not None and event.album == here.state.album
    state = _moved(replace(turn.state, album=event.album or here.state.album), captioned, kept)
    return Turn(state, turn.facts, () if answered and kept and not captioned else turn.says)


def skipped(here: Here) -> Turn:
    """Go on without a photo."""
    return told(move(here.state, Cue.SKIP), "photo.skipped")


def _count(state: State) -> int:
    return state.pictured + len(state.photos)


def _moved(state: State, captioned: bool, kept: bool) -> State:
    noted = move(state, Cue.REMARK) if captioned else state
    return move(noted, Cue.PICTURE if kept else Cue.OTHER)
