"""One step of a conversation: what happened goes in, what follows comes out.

It never raises, never looks anything up, and never leaves a citizen without an answer.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.conversation import albums, company, prompts, typed_codes, withheld
from bot.conversation.events import (
    Edited,
    Event,
    Filed,
    HumanReplied,
    Left,
    Medium,
    Met,
    Noted,
    Opened,
    Said,
    Sent,
    Shared,
    Stumbled,
    Tapped,
    Withdrew,
    Woken,
)
from bot.conversation.flows import (
    arrival,
    cancel,
    choosing,
    comment,
    confirming,
    correction,
    following,
    guidance,
    language,
    media,
    noticing,
    photo,
    receipt,
    reminder,
    replying,
    telling,
    welcome,
)
from bot.conversation.here import NOTICE, Here, settled, then, told
from bot.conversation.keeping import keep_text
from bot.conversation.presses import tapped
from bot.conversation.scene import Arrival, Desk, Landing, Scene
from bot.conversation.state import DRAFTING, HOLDING, Stage, State
from bot.conversation.table import FOLLOWING, Cue, move
from bot.conversation.turn import Say, Turn
from feedback.domain.cases import number as follow_up

_COMMAND = re.compile(r"/[A-Za-z]\w{0,31}(?:@\w+)?")
"""What messengers call a command: a whole message of one word behind a stroke."""

COMMANDS: dict[str, Callable[[Here], Turn]] = {
    "cmd-start": welcome.greet,
    "cmd-rate": welcome.rate,
    "cmd-help": guidance.assist,
    "cmd-privacy": guidance.privacy,
    "cmd-erase": guidance.erasing,
    "cmd-erase-sure": guidance.erased,
    "cmd-copy": guidance.copied,
    "cmd-cancel": cancel.cancel,
    "cmd-edit": correction.edit,
    "cmd-language": language.toggle,
    "cmd-vi": lambda here: language.switch(here, "vi"),
    "cmd-en": lambda here: language.switch(here, "en"),
    "cmd-case": choosing.menu,
    "cmd-follow": following.follow,
}
"""What may be said at any time, by the code that ``phrases.recognise`` gives it."""


def step(state: State, event: Event, scene: Scene, at: datetime) -> Turn:
    """Take one event; give the new state, the facts to record and what to say, in order.

    ``at`` is an aware instant. The last thing said is always the prompt that the new state waits
    at, with its offers. Nothing is said to someone who left, when somebody of the office answered
    by hand, for a timer that means nothing here, and for the further photos of an album that has
    its answer; those photos are kept while there is room.
    """
    if scene.arrival and scene.arrival.desk and scene.arrival.desk is not scene.desk:
        scene = replace(scene, desk=scene.arrival.desk)
    here = Here(settled(state, scene), scene, at)
    # With the state as it came: what is not answered leaves nothing behind.
    if scene.zalo and (kept := company.unanswered(replace(here, state=state), event)) is not None:
        return kept
    turn = _unsent(here.state, _shared(here, event) if scene.zalo else _react(here, event))
    after = settled(turn.state, scene)
    wakes = reminder.wakes(here.state, after)
    if not turn.says:
        return Turn(after, turn.facts, wakes=wakes)
    says = (*turn.says, *_thanks(here.state, after), prompts.current(after, scene))
    return Turn(after, turn.facts, says, wakes)


def _shared(here: Here, event: Event) -> Turn:
    """React in a chat that people of the office share."""
    warm, event, asks = company.warmed(here, event)
    if asks is not None:
        turn = asks
    # Before it is taken: words that accuse must not even be held in the state.
    elif withheld.refuses(warm, event, prompts.offered(warm.state, warm.scene)):
        turn = _withheld(warm, event)
    else:
        turn = withheld.guarded(warm, _react(warm, company.as_album(warm, event)))
    turn = company.welcoming(here, turn)
    return replace(turn, state=company.paced(here, event, turn))


def _withheld(here: Here, event: Event) -> Turn:
    """Hand out the sealed form; a code beside the words still leads to its desk."""
    if here.scene.arrival is None or not isinstance(event, Said):
        return withheld.handed_over(here, dropped=True)
    arrived = arrival.arrive(here, here.scene.arrival)
    return then(arrived, withheld.handed_over(replace(here, state=arrived.state), dropped=True))


def _unsent(before: State, turn: Turn) -> Turn:
    """Let go, and say so, of words for a case that were not sent when its matter is left."""
    if turn.state.reply is None or turn.state.stage in HOLDING:
        return turn
    told_so = any(say.phrase == "reply.dropped" for say in turn.says)
    lost = before.reply is not None and not before.reply.empty and not told_so
    says = (*turn.says, Say("reply.dropped")) if lost else turn.says
    return replace(turn, state=replace(turn.state, reply=None), says=says)


def _react(here: Here, event: Event) -> Turn:
    match event:
        case Opened():
            turn = _opened(here, event)
        case Said():
            turn = _said(here, event)
        case Tapped():
            turn = tapped(here, event)
        case Edited():
            turn = _edited(here, event.text)
        case Sent():
            turn = _sent(here, event)
        case Met():
            turn = welcome.greet(here)
        case Shared():
            turn = telling.shared(here, event)
        case Withdrew():
            turn = guidance.withdrawn(here)
        case _:
            turn = _befallen(here, event)
    return turn


def _befallen(here: Here, event: Left | HumanReplied | Woken | Stumbled | Filed | Noted) -> Turn:
    """Take what no citizen said or did here."""
    match event:
        case Stumbled():
            return media.stumbled(here)
        case Woken():
            notice = event.name == NOTICE
            return noticing.told(here) if notice else reminder.woken(here, event.name)
        case Filed():
            return receipt.given(here, event)
        case Noted():
            return replying.noted(here, event)
        case Left() | HumanReplied():
            return Turn(here.state)
        case _:
            assert_never(event)


def _opened(here: Here, event: Opened) -> Turn:
    if here.scene.arrival and arrival.blocked(here):
        return arrival.resting(here)
    if (desk := _placed(here)) is not None:
        return telling.placed(here, desk)
    if here.scene.arrival:
        return arrival.arrive(here, here.scene.arrival)
    if event.payload:
        return arrival.arrive(here, Arrival(Landing.UNKNOWN))
    return welcome.greet(here)


def _said(here: Here, event: Said) -> Turn:
    if here.scene.arrival:
        return _typed_code(here, event.text, here.scene.arrival)
    # In a draft such words are part of what is told.
    if event.choice in COMMANDS and not (event.choice == "cmd-case" and _drafts(here)):
        return _command(here, event.choice)
    if event.choice and event.choice in {o.choice for o in prompts.offered(here.state, here.scene)}:
        asked = prompts.current(here.state, here.scene)
        return tapped(here, Tapped(asked.prompt, event.choice, asked.desk, asked.day))
    if here.state.stage in typed_codes.AWAITED and typed_codes.resembles_code(event.text):
        return arrival.lost(here)
    if _COMMAND.fullmatch(event.text.strip()):
        return told(move(here.state, Cue.OTHER), "command.unknown")
    return _words(here, event.text)


def _words(here: Here, text: str) -> Turn:
    if follow_up.read(text) is not None:
        return told(move(here.state, Cue.OTHER), "number.elsewhere", ("page", here.scene.follow))
    if _drafts(here):
        return telling.said(here, text)
    if here.state.stage in HOLDING:
        return replying.said(here, text)
    return comment.said(here, text)


def _edited(here: Here, text: str) -> Turn:
    if here.state.stage in HOLDING:
        return replying.edited(here, text)
    return telling.edited(here, text) if _drafts(here) else comment.edited(here, text)


def _drafts(here: Here) -> bool:
    return here.state.stage in DRAFTING


def _command(here: Here, command: str) -> Turn:
    """Obey a command; stopping and changing mean the draft or the case where one is at hand."""
    if command == "cmd-cancel" and _drafts(here):
        return telling.dropped(here)
    if command == "cmd-edit" and _drafts(here):
        return confirming.change(here)
    if command == "cmd-cancel" and here.state.stage in (Stage.LISTING, *HOLDING):
        return following.cancel(here)
    if command == "cmd-cancel" and here.state.stage is Stage.CHOOSING:
        return choosing.stopped(here)
    return COMMANDS[command](here)


def _placed(here: Here) -> Desk | None:
    """Give the desk of a code that names the place of the draft at hand."""
    draft, arrived = here.state.draft, here.scene.arrival
    wanted = _drafts(here) and draft is not None and draft.desk is None
    return arrived.desk if wanted and arrived else None


def _typed_code(here: Here, text: str, where: Arrival) -> Turn:
    # A line of the list is no guess: it counts also where codes are not tried for a while.
    if where.landing is Landing.PICKED:
        return arrival.arrive(here, where)
    if arrival.blocked(here):
        return arrival.resting(here)
    if (desk := _placed(here)) is not None:
        return telling.placed(here, desk)
    arrived = arrival.arrive(here, where)
    beside = typed_codes.beside_code(text)
    if not beside:
        return arrived
    return then(arrived, keep_text(replace(here, state=arrived.state), beside))


def _sent(here: Here, event: Sent) -> Turn:
    return albums.calmed(here, event, _taken(here, event))


def _taken(here: Here, event: Sent) -> Turn:
    if _drafts(here):
        return telling.sent(here, event)
    if here.state.stage in HOLDING:
        return replying.sent(here, event)
    if event.medium in (Medium.PHOTO, Medium.ALBUM):
        return photo.sent(here, event)
    return media.sent(here, event)


def _thanks(before: State, after: State) -> tuple[Say, ...]:
    ending = after.stage is Stage.DONE and before.stage in (Stage.RATING, *FOLLOWING)
    # Someone who only changed a level after the end has had the thanks before.
    return (Say("done.thanks"),) if ending and before.resume is not Stage.DONE else ()
