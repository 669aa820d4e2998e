"""What cannot be taken: stickers, voice, video and the like. Words beside them are kept."""

from bot.conversation.events import Sent
from bot.conversation.here import Here, then, told
from bot.conversation.keeping import cleaned, keep_text
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn


def sent(here: Here, event: Sent) -> Turn:
    """Say what to send instead, and keep the caption.

    Where no desk is known the page is the form that knows none: whose messages are withheld by law
    could never name one (reference: section 2.4, unsupported messages).
    """
    says = [Say(f"media.{event.medium.value}")]
    if page := here.scene.complaint_page or here.scene.form:
        says.append(Say("media.page", args=(("page", page),)))
    turn = then(Turn(here.state, says=tuple(says)), keep_text(here, event.caption or ""))
    cue = Cue.REMARK if cleaned(event.caption or "") else Cue.OTHER
    return Turn(move(turn.state, cue), turn.facts, turn.says)


def stumbled(here: Here) -> Turn:
    """Own up to a message that could not be handled."""
    return told(move(here.state, Cue.OTHER), "stumbled")


def stale(here: Here) -> Turn:
    """Answer a button that means nothing any more."""
    return told(move(here.state, Cue.OTHER), "stale")
