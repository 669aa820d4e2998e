"""Tells whoever filed a case what happened to it, and offers what follows.

Someone in the middle of something else is told, and goes on with that. A level that was asked for
and never chosen is not something else: asked again beneath an answer, it would be taken for it.
"""

from dataclasses import replace

from bot.conversation.docket import Mine, Notice
from bot.conversation.draft import Reply
from bot.conversation.here import Here, asking_after
from bot.conversation.state import Stage, State
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn
from feedback.domain.cases.kinds import GUIDED, SEALED, CaseKind

_IDLE = (
    Stage.NEW,
    Stage.LOBBY,
    Stage.RATING,
    Stage.DONE,
    Stage.LISTING,
    Stage.VIEWING,
    Stage.JUDGING,
)
_AFTER_A_LEVEL = (Stage.ASKING, Stage.COMMENT, Stage.PHOTO)
"""What is asked about a visit; nobody is in the middle of it on another day."""
_KNOWN = (
    "taken",
    "asked",
    "answered",
    "extended",
    "forwarded",
    "referred",
    "closed",
    "reopened",
    "merged",
    "unmerged",
    "guided",
    "handled",
    "late",
    "unfetched",
)
_WORDED = ("asked", "answered", "referred")
"""What carries a text of ours."""


_GOES_ON = ("taken", "extended", "forwarded", "reopened", "merged", "unmerged", "handled", "late")
"""After which there is still an answer to come."""


def told(here: Here) -> Turn:
    """Tell the notice of the docket; say nothing where its case is gone."""
    notice = here.docket.notice
    if notice is None:
        return Turn(here.state)
    words = _words(notice)
    # Staff may have sealed it later, and the managers of the account read along.
    if here.scene.zalo and notice.mine.kind in SEALED:
        words = _veiled(notice.mine, here.scene.follow)
    if _busy(here):
        return Turn(here.state, says=(words, Say("notice.midway")))
    led = _led_on(here.state, notice)
    more = asking_after(here) if notice.what in _GOES_ON else ()
    if led.stage is Stage.REPLYING:  # the question itself stands in the prompt that follows
        words = replace(words, phrase="notice.asks", refs=())
    return Turn(led, says=(words, *more))


def _veiled(mine: Mine, page: str) -> Say:
    named = (("case", replace(mine, veiled=True).name),)
    args = (("page", page),)
    return Say("notice.hidden", named=named, dates=(("opened", mine.opened),), args=args)


def _busy(here: Here) -> bool:
    if here.state.stage in _AFTER_A_LEVEL:
        return here.state.day == here.today
    return here.state.stage not in _IDLE


def _words(notice: Notice) -> Say:
    mine = notice.mine
    what = notice.what if notice.what in _KNOWN else "other"
    named = (("case", mine.name),)
    dates = (("opened", mine.opened),)
    if what in _WORDED and notice.text is not None:
        return Say(f"notice.{what}", named=named, dates=dates, refs=(("words", notice.text),))
    if what == "guided" and mine.kind in GUIDED:
        lines = (Say(f"summary.{mine.kind}"),)
        return Say("notice.guided", named=named, dates=dates, lines=lines)
    if what in _WORDED:
        what = "other"
    if what == "closed" and mine.stands == "closed_unanswered":
        what = mine.stands
    if what in ("extended", "reopened", "handled") and mine.due is not None:
        return Say(f"notice.{what}_due", named=named, dates=(*dates, ("due", mine.due)))
    return Say(f"notice.{what}", named=named, dates=dates)


def _led_on(state: State, notice: Notice) -> State:
    mine = notice.mine
    # The case may have gone on since: what is no longer possible is told and not asked for.
    if notice.what == "asked" and "add" in mine.may:
        return move(_at(state, mine), Cue.REPLY)
    if notice.what == "answered" and "judge" in mine.may and mine.kind != CaseKind.PRAISE:
        return move(_at(state, mine), Cue.JUDGE)
    if state.stage is Stage.NEW:
        return move(state, Cue.OTHER)
    if state.stage in (Stage.RATING, *_AFTER_A_LEVEL):
        return move(_at(state, mine), Cue.VIEW)
    return state


def _at(state: State, mine: Mine) -> State:
    return replace(state, reply=Reply(mine.id))
