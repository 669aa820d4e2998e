"""Reminds, once, of what waits: words without a level, and a case that is not sent.

A case is let go some days later; its writer was told when.
"""

from dataclasses import replace
from datetime import timedelta

from bot.conversation.here import Here, told
from bot.conversation.state import DRAFTING, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn, Wake
from feedback.domain.days import local_day

HELD = "held"
DRAFT = "draft"
DROP = "draft-drop"
_AFTER = timedelta(minutes=30)
_DRAFT_AFTER = timedelta(hours=2)
DRAFT_KEPT = timedelta(days=3)
"""How long a case that is not sent is kept after its writer was reminded or last changed it."""


def wakes(before: State, after: State) -> tuple[Wake, ...]:
    """Ask to be woken when something begins to wait, or a reminded draft was changed."""
    wanted = []
    if _waits(after) and not _waits(before):
        wanted.append(Wake(HELD, _AFTER))
    if _drafted(after) and not _drafted(before):
        wanted.append(Wake(DRAFT, _DRAFT_AFTER))
    # A timer takes the place of an earlier one of its name, so that each change puts the end off.
    if _reminded(after) and before.draft != after.draft:
        wanted.append(Wake(DROP, DRAFT_KEPT))
    return tuple(wanted)


def woken(here: Here, name: str) -> Turn:
    """Say that something still waits; say nothing when it does not, or for another name."""
    if name == HELD and _waits(here.state):
        return told(here.state, "held.remind")
    if name == DRAFT and _drafted(here.state):
        return _remind(here)
    if name == DROP and _reminded(here.state):
        return _let_go(here.state)
    return Turn(here.state)


def _remind(here: Here) -> Turn:
    draft = here.state.draft
    if draft is None or draft.reminded:
        return Turn(here.state)
    until = local_day(here.at + DRAFT_KEPT)
    says = (Say("draft.remind", dates=(("until", until),)),)
    return Turn(replace(here.state, draft=replace(draft, reminded=True)), says=says)


def _let_go(state: State) -> Turn:
    """Drop what was not sent; its writer was told the day."""
    closed = move(state, Cue.CLOSE) if state.stage in DRAFTING else state
    return Turn(replace(closed, draft=None))


def _waits(state: State) -> bool:
    return bool(state.held or state.photos)


def _drafted(state: State) -> bool:
    return state.draft is not None and not state.draft.empty


def _reminded(state: State) -> bool:
    return _drafted(state) and state.draft is not None and state.draft.reminded
