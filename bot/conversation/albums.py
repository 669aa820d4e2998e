"""What of an album is answered: its first photo, and once that there is room for no more.

It never decides which photo is kept.
"""

from dataclasses import replace

from bot.conversation.events import Sent
from bot.conversation.here import Here
from bot.conversation.turn import Turn

FULL = " full"
"""Behind the album in the state, once it was said that no more of it can be taken."""
_NO_ROOM = ("photo.full", "draft.pieces")


def calmed(here: Here, event: Sent, turn: Turn) -> Turn:
    """Say only once of an album that no more of it can be taken."""
    if event.album is None or not any(say.phrase in _NO_ROOM for say in turn.says):
        return turn
    told = event.album + FULL
    says = turn.says
    if here.state.album == told:
        says = tuple(say for say in says if say.phrase not in _NO_ROOM)
    return replace(turn, state=replace(turn.state, album=told), says=says)
