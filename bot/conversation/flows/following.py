"""A person's cases: the list, one of them, and what may be done with it."""

from dataclasses import replace

from bot.conversation import case_ids
from bot.conversation.docket import Mine
from bot.conversation.draft import Reply
from bot.conversation.events import Tapped
from bot.conversation.here import Here, dropped, told
from bot.conversation.state import HOLDING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import CaseOpened, Say, Turn


def follow(here: Here) -> Turn:
    """Show the cases that were filed in this chat: the one there is, or a list.

    Words that were not sent come first: whoever asks how it stands has not let go of them.
    """
    if _sendable(here):
        return told(move(here.state, Cue.REPLY), "reply.held")
    own = here.docket.own
    if not own:
        state = here.state if here.state.stage not in HOLDING else _closed(here.state)
        return Turn(move(state, Cue.OTHER), says=(Say("mine.none", args=_page(here)),))
    if len(own) == 1:
        return view(here, own[0])
    listed = move(replace(here.state, reply=None), Cue.LIST)
    return Turn(listed, says=(*dropped(here), Say("mine.open")))


def view(here: Here, mine: Mine, *says: Say) -> Turn:
    """Look at one case."""
    state = move(replace(here.state, reply=Reply(mine.id)), Cue.VIEW)
    told = (*dropped(here), *(says or (Say("mine.one"),)))
    return Turn(state, (CaseOpened(mine.id),), tuple(dict.fromkeys(told)))


def _sendable(here: Here) -> bool:
    held = here.state.reply
    mine = None if held is None or held.empty else here.docket.find(held.case)
    return mine is not None and held is not None and held.act in mine.may


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press under the list or under one case."""
    if tap.prompt == "mine":
        return _picked(here, tap)
    mine = here.docket.find(case_ids.read(tap.prompt.partition("-")[2]))
    if mine is None:
        return told(move(here.state, Cue.OTHER), "stale")
    if tap.choice == "skip":
        return _left(here, mine)
    # Between looking and pressing somebody of the office may have acted.
    if tap.choice not in mine.may:
        return view(here, mine, Say("stale"))
    return _acting(here, mine, tap.choice)


def cancel(here: Here) -> Turn:
    """Leave what is looked at; words that were not sent are let go, and that is said."""
    lost = here.state.reply is not None and not here.state.reply.empty
    return told(_closed(here.state), "reply.dropped" if lost else "mine.closed")


def _picked(here: Here, tap: Tapped) -> Turn:
    if tap.choice == "skip":
        return cancel(here)
    mine = here.docket.find(case_ids.read(tap.choice))
    return told(move(here.state, Cue.OTHER), "stale") if mine is None else view(here, mine)


def _left(here: Here, mine: Mine) -> Turn:
    if here.state.stage not in (Stage.REPLYING, Stage.WITHDRAWING):
        return told(_closed(here.state), "mine.closed")
    lost = here.state.reply is not None and not here.state.reply.empty
    return view(here, mine, Say("reply.dropped" if lost else "reply.later"))


def _acting(here: Here, mine: Mine, act: str) -> Turn:
    held = here.state.reply
    # Words that were written for another case must not go to this one.
    kept = held if held is not None and held.case == mine.id else Reply(mine.id)
    now = replace(here.state, reply=replace(kept, act="contest" if act == "contest" else "add"))
    gone = dropped(here, but=mine.id)
    if act == "withdraw":
        if now.stage not in HOLDING:
            now = move(now, Cue.VIEW)
        return Turn(move(now, Cue.RETRACT), says=(*gone, Say("withdraw.open")))
    if act == "judge":
        return Turn(move(now, Cue.JUDGE), says=(*gone, Say("judge.open")))
    return Turn(move(now, Cue.REPLY), says=(*gone, Say(f"reply.{act}")))


def _closed(state: State) -> State:
    return replace(move(state, Cue.CLOSE), reply=None)


def _page(here: Here) -> tuple[tuple[str, str], ...]:
    return (("page", here.scene.follow),)
