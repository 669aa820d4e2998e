"""The three choices with which a case begins, its context filled in. Nothing is sent from here."""

from dataclasses import replace

from bot.conversation import withheld
from bot.conversation.draft import CHOICES, NOTICE, Draft, Piece
from bot.conversation.drafting import with_draft
from bot.conversation.events import Tapped
from bot.conversation.here import Here, desk_of, told
from bot.conversation.state import DRAFTING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn


def menu(here: Here) -> Turn:
    """Ask what is to be sent; whoever has a draft goes on with it."""
    state = here.state
    if state.stage in DRAFTING:
        return told(state, "draft.again")
    if state.draft is not None:
        cue = Cue.CHOOSE if state.draft.empty else Cue.GO_ON
        return told(move(state, cue), "draft.again")
    return Turn(move(state, Cue.BEGIN), says=(Say("choose.open"),))


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take one of the choices, or go back."""
    state = here.state
    if tap.choice == "stop":
        return stopped(here)
    if state.stage is not Stage.CHOOSING or tap.choice not in CHOICES:
        return told(move(state, Cue.OTHER), "stale")
    # The button may be of a day when someone outside the unit still received it.
    if tap.choice == "misconduct" and not here.docket.receives:
        return told(state, "stale")
    if tap.choice == "misconduct" and here.scene.zalo:
        return withheld.handed_over(here)
    return _begun(here, tap.choice)


def stopped(here: Here) -> Turn:
    """Go back to where this began."""
    return told(move(here.state, Cue.CLOSE), "choose.stopped")


def _begun(here: Here, choice: str) -> Turn:
    draft, held = _told(_context(here, choice), here.state)
    state = replace(with_draft(here.state, draft), held=held, photos=(), said=(), shown=NOTICE)
    named = (("kind", f"kind.{choice}"),)
    begun = Say("draft.begun", named=named, lines=_notice(here, choice))
    carried = state.draft is not None and not state.draft.empty
    says = (begun, Say("draft.carried")) if carried else (begun,)
    return Turn(move(state, Cue.CHOOSE), says=says)


def _context(here: Here, choice: str) -> Draft:
    state = here.state
    stands = state.day is not None
    desk = desk_of(state, here.scene)
    # Whoever came from the question for a level stands at its desk, though none was given.
    at_desk = desk is not None and (stands or state.back is Stage.RATING)
    return Draft(
        choice=choice,
        desk=desk.id if desk and at_desk else None,
        where=f"{desk.name}, {desk.unit}" if desk and at_desk else "",
        day=state.day if at_desk else None,
        level=state.level if stands and at_desk else 0,
        pieces=tuple(Piece("photo", file) for file in state.photos if file),
        pictured=state.pictured if stands and at_desk else 0,
    )


def _told(draft: Draft, state: State) -> tuple[Draft, tuple[str, ...]]:
    """Fill in what was said before, as far as there is room; give also what stays held."""
    for text in (*state.said, *state.held):
        if len(text) <= draft.room():
            draft = replace(draft, texts=(*draft.texts, text))
    # What found no room stays held, and goes with a rating instead.
    return draft, tuple(text for text in state.held if text not in draft.texts)


def _notice(here: Here, choice: str) -> tuple[Say, ...]:
    """Say who reads what and what the channel lets others see; in full only the first time."""
    readers = Say("notice.sealed" if choice == "misconduct" else "notice.plain")
    if here.state.shown == NOTICE:
        return (readers,) if choice == "misconduct" else ()
    channel = {"telegram": "notice.telegram", "zalo_oa": "notice.zalo", "zalo_bot": "notice.zalo"}
    abroad = channel.get(here.scene.channel)
    return (readers, Say("notice.name"), *((Say(abroad),) if abroad else ()))
