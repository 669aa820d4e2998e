"""Words for a case, its judging and its taking back: each said again before it is sent."""

from dataclasses import replace

from bot.conversation import case_ids, drafting
from bot.conversation.docket import Mine
from bot.conversation.draft import Reply
from bot.conversation.events import Medium, Noted, Sent, Tapped
from bot.conversation.here import Here, asking_after, dropped, told
from bot.conversation.keeping import LONGEST_COMMENT, cleaned
from bot.conversation.state import HOLDING, Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import CaseJudged, CaseTold, CaseWithdrawn, Say, Turn

JUDGEMENTS = ("yes", "partly", "no")
_LONGEST = LONGEST_COMMENT
"""Characters of one addition, as the service keeps them."""


def said(here: Here, text: str) -> Turn:
    """Hold words for the case that is looked at; they go only when that is confirmed."""
    state, typed = here.state, cleaned(text)
    held = state.reply or Reply()
    if not typed or (typed.isdecimal() and len(typed) <= 2):
        return told(state, "unclear")
    if not _open(here, held):
        return told(state, "reply.closed")
    room = _LONGEST - len(held.text) - 2 * bool(held.texts)
    if room <= 0:
        return told(state, "draft.full")
    now = replace(held, texts=(*held.texts, typed[:room]))
    cut = (Say("draft.cut"),) if len(typed) > room else ()
    return Turn(move(replace(state, reply=now), Cue.REPLY), says=(Say("reply.held"), *cut))


def edited(here: Here, text: str) -> Turn:
    """Hold a changed message beside its first wording, which stands."""
    turn = said(here, text)
    return replace(turn, says=(Say("edited.added"), *turn.says))


def sent(here: Here, event: Sent) -> Turn:
    """Hold a file for the case that is looked at; of what cannot be held, the words beside it."""
    state, held = here.state, here.state.reply or Reply()
    if not _open(here, held):
        return told(state, "reply.closed")
    if event.medium is Medium.LOCATION:
        return said(here, event.place) if event.place else told(state, "media.other")
    if not drafting.takes(event):
        echo = Turn(state, says=(Say(f"draft.no_{event.medium.value}"),))
    elif isinstance(taken := drafting.piece(event, _files(here, held)), Say):
        echo = Turn(state, says=(taken,))
    else:
        now = replace(state, reply=replace(held, pieces=(*held.pieces, taken)))
        shown = Say(f"draft.{taken.medium}")
        echo = drafting.answered_once(move(now, Cue.REPLY), state, event, shown)
    if not cleaned(event.caption or ""):
        return echo
    beside = said(replace(here, state=echo.state), event.caption or "")
    return Turn(beside.state, says=(*echo.says, *beside.says))


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press that sends words, judges an answer or takes a case back."""
    mine = here.docket.find(case_ids.read(tap.prompt.partition("-")[2]))
    if mine is None:
        return told(move(here.state, Cue.OTHER), "stale")
    if tap.prompt.startswith("judge"):
        return _judged(here, mine, tap.choice)
    if tap.prompt.startswith("withdraw"):
        return _withdrawn(here, mine, tap.choice)
    return _sent(here, mine)


def noted(here: Here, event: Noted) -> Turn:
    """Say what became of an act; an answer that was not good enough may be contested."""
    mine = here.docket.find(event.case)
    if mine is None or not event.taken:
        return told(here.state, "reply.late")
    echo = Say(f"noted.{event.act}")
    if event.act == "no" and "contest" in mine.may:
        return Turn(move(_at(here, mine, "contest"), Cue.REPLY), says=(echo, Say("reply.contest")))
    more = asking_after(here) if event.act in ("add", "contest") else ()
    return Turn(move(_at(here, mine, "add"), Cue.VIEW), says=(echo, *more))


def _judged(here: Here, mine: Mine, choice: str) -> Turn:
    if choice not in JUDGEMENTS or "judge" not in mine.may:
        return told(move(here.state, Cue.OTHER), "stale")
    state = move(_at(here, mine, "add"), Cue.VIEW)
    return Turn(state, (CaseJudged(mine.id, choice),), dropped(here))


def _withdrawn(here: Here, mine: Mine, choice: str) -> Turn:
    # Only just after it was asked: a button of long ago must not take a case back.
    if choice != "withdraw" or here.state.stage is not Stage.WITHDRAWING:
        return told(move(here.state, Cue.OTHER), "stale")
    state = move(_at(here, mine, "add"), Cue.VIEW)
    return Turn(state, (CaseWithdrawn(mine.id),), dropped(here))


def _sent(here: Here, mine: Mine) -> Turn:
    held = here.state.reply
    if here.state.stage is not Stage.REPLYING or held is None or held.case != mine.id:
        return told(move(here.state, Cue.OTHER), "stale")
    if held.empty and held.act != "contest":
        return told(here.state, "reply.nothing")
    fact = CaseTold(mine.id, held.act, held.text, held.pieces)
    return Turn(move(_at(here, mine, "add"), Cue.VIEW), (fact,))


def _at(here: Here, mine: Mine, act: str) -> State:
    return replace(here.state, reply=Reply(mine.id, act))


def _files(here: Here, held: Reply) -> int:
    mine = here.docket.find(held.case)
    return len(held.pieces) + (mine.files if mine is not None else 0)


def _open(here: Here, held: Reply) -> bool:
    mine = here.docket.find(held.case)
    return mine is not None and held.act in mine.may and here.state.stage in HOLDING
