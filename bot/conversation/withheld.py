"""What is not taken in a chat where people of the office read along: words that accuse someone.

Whoever has them is handed a sealed form on the web; nothing of them is kept or filed here.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.events import Edited, Event, Said, Sent
from bot.conversation.here import Here
from bot.conversation.scene import Desk
from bot.conversation.state import CASE_STAGES, DRAFTING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Offer, Say, Turn
from bot.conversation.typed_codes import speech
from feedback.domain.cases.kinds import SEALED, Choice
from feedback.domain.cases.suggestion import kind_of

FORM_LASTS = timedelta(hours=2)
"""How long the address of the form is good."""
_NUMBER = re.compile(r"[\d\s.+()-]+")
"""A telephone number may look like a sum of money; where one is asked for, it is none."""
_NO_WORD = re.compile(r"[\W\d_]+")


def accuses(text: str) -> bool:
    """Say whether words are such as only somebody outside the unit may read."""
    return kind_of(Choice.REPORT, text) in SEALED


def about_desk(state: State, arrived: Desk | None, at: datetime) -> int:
    """Say which desk a form that is handed out is about, 0 for none: never one of another visit."""
    if arrived is not None:
        return arrived.id
    if state.draft is not None and state.stage in DRAFTING:
        return state.draft.desk or 0
    return 0 if state.desk is None or state.pace.cold(at) else state.desk


def refuses(here: Here, event: Event, offered: tuple[Offer, ...]) -> bool:
    """Say whether an event brings words that accuse; a choice on offer is only a choice."""
    match event:
        case Said(text=text, choice=choice):
            said = speech(text, here.state.stage, found=here.scene.arrival is not None)
            number = here.state.stage is Stage.CALLING and _NUMBER.fullmatch(text)
            chosen = choice in {offer.choice for offer in offered}
            return not chosen and not number and accuses(said)
        case Edited(text=text):
            return accuses(text)
        case Sent(caption=caption, name=name, place=place):
            # Numbers in a file's name or a place's are a date or a position, never a sum.
            called = _NO_WORD.sub(" ", f"{name} {place}")
            return accuses(caption or "") or accuses(called)
        case _:
            return False


def handed_over(here: Here, *, dropped: bool = False) -> Turn:
    """Hand out the form's address; ``dropped`` says that words were sent, and not kept.

    A draft that holds nothing yet ends with it, and so does choosing what to send.
    """
    state = here.state
    if state.stage is Stage.CHOOSING or (state.draft is not None and state.draft.empty):
        closed = move(state, Cue.CLOSE) if state.stage in CASE_STAGES else state
        state = replace(closed, draft=None)
    elif state.stage is Stage.NEW:
        state = move(state, Cue.OTHER)
    args = (("form", here.scene.form), ("hours", str(FORM_LASTS // timedelta(hours=1))))
    said = (Say("handover.dropped"),) if dropped else ()
    return Turn(state, says=(*said, Say("handover", args=args)))


def guarded(here: Here, turn: Turn) -> Turn:
    """Drop a draft, or words for a case, that accuse as a whole where no single text did."""
    before, after = here.state, turn.state
    if after.draft and after.draft != before.draft and accuses(after.draft.text):
        closed = move(before, Cue.CLOSE) if before.stage in DRAFTING else before
        return handed_over(replace(here, state=replace(closed, draft=None)), dropped=True)
    if after.reply and after.reply != before.reply and accuses(after.reply.text):
        return handed_over(here, dropped=True)
    return turn
