"""One step of a conversation: what happened goes in, what follows comes out.

It never raises, never looks anything up, and never leaves a citizen without an answer.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.conversation import prompts
from bot.conversation.events import (
    Edited,
    Event,
    Left,
    Medium,
    Opened,
    Said,
    Sent,
    Stumbled,
    Tapped,
    Woken,
)
from bot.conversation.flows import (
    arrival,
    cancel,
    comment,
    correction,
    guidance,
    language,
    media,
    photo,
    questions,
    rating,
    reminder,
    welcome,
)
from bot.conversation.here import Here, settled, then, told
from bot.conversation.keeping import keep_text
from bot.conversation.scene import Arrival, Landing, Scene
from bot.conversation.state import LANGUAGES, Stage, State
from bot.conversation.table import FOLLOWING, Cue, move
from bot.conversation.turn import Say, Turn

_COMMAND = re.compile(r"/[A-Za-z]\w{0,31}(?:@\w+)?")
"""What messengers call a command: a whole message of one word behind a stroke."""

COMMANDS: dict[str, Callable[[Here], Turn]] = {
    "cmd-start": welcome.greet,
    "cmd-help": guidance.assist,
    "cmd-privacy": guidance.privacy,
    "cmd-cancel": cancel.cancel,
    "cmd-edit": correction.edit,
    "cmd-language": language.toggle,
    "cmd-vi": lambda here: language.switch(here, "vi"),
    "cmd-en": lambda here: language.switch(here, "en"),
}
"""What may be said at any time, by the code that ``phrases.recognise`` gives it."""


def step(state: State, event: Event, scene: Scene, at: datetime) -> Turn:
    """Take one event; give the new state, the facts to record and what to say, in order.

    ``at`` is an aware instant. The last thing said is always the prompt that the new state waits
    at, with its offers. Nothing is said to someone who left, for a timer that means nothing here,
    and for the further photos of an album that has its answer; those photos are kept.
    """
    if scene.arrival and scene.arrival.desk and scene.arrival.desk is not scene.desk:
        scene = replace(scene, desk=scene.arrival.desk)
    here = Here(settled(state, scene), scene, at)
    turn = _react(here, event)
    after = settled(turn.state, scene)
    wakes = reminder.wakes(here.state, after)
    if not turn.says:
        return Turn(after, turn.facts, wakes=wakes)
    says = (*turn.says, *_thanks(here.state, after), prompts.current(after, scene))
    return Turn(after, turn.facts, says, wakes)


def _react(here: Here, event: Event) -> Turn:
    match event:
        case Opened():
            turn = _opened(here, event)
        case Said():
            turn = _said(here, event)
        case Tapped():
            turn = _tapped(here, event)
        case Edited():
            turn = comment.edited(here, event.text)
        case Sent():
            turn = _sent(here, event)
        case Stumbled():
            turn = media.stumbled(here)
        case Woken():
            turn = reminder.woken(here, event.name)
        case Left():
            turn = Turn(here.state)
        case _:
            assert_never(event)
    return turn


def _opened(here: Here, event: Opened) -> Turn:
    if here.scene.arrival:
        return arrival.arrive(here, here.scene.arrival)
    if event.payload:
        return arrival.arrive(here, Arrival(Landing.UNKNOWN))
    return welcome.greet(here)


def _said(here: Here, event: Said) -> Turn:
    if here.scene.arrival:
        return _typed_code(here, event.text, here.scene.arrival)
    if event.choice in COMMANDS:
        return COMMANDS[event.choice](here)
    if event.choice and event.choice in {o.choice for o in prompts.offered(here.state, here.scene)}:
        asked = prompts.current(here.state, here.scene)
        return _tapped(here, Tapped(asked.prompt, event.choice, asked.desk, asked.day))
    if here.state.stage not in (Stage.RATING, *FOLLOWING) and arrival.resembles_code(event.text):
        return arrival.lost(here)
    if _COMMAND.fullmatch(event.text.strip()):
        return told(move(here.state, Cue.OTHER), "command.unknown")
    return comment.said(here, event.text)


def _typed_code(here: Here, text: str, where: Arrival) -> Turn:
    arrived = arrival.arrive(here, where)
    beside = arrival.beside_code(text)
    if not beside:
        return arrived
    return then(arrived, keep_text(replace(here, state=arrived.state), beside))


def _tapped(here: Here, tap: Tapped) -> Turn:
    if tap.choice in LANGUAGES:
        return language.switch(here, tap.choice)
    if tap.prompt == "level":
        return rating.tapped(here, tap)
    if tap.prompt.startswith(questions.PREFIX):
        return questions.tapped(here, tap)
    if tap.prompt == "done":
        return correction.tapped(here, tap) if tap.choice == "edit" else guidance.thanked(here)
    return _skipped(here, tap)


def _skipped(here: Here, tap: Tapped) -> Turn:
    if tap.prompt == "comment" and _waits(here, tap, Stage.COMMENT):
        return comment.skipped(here)
    if tap.prompt == "photo" and _waits(here, tap, Stage.PHOTO):
        return photo.skipped(here)
    return media.stale(here)


def _waits(here: Here, tap: Tapped, stage: Stage) -> bool:
    state = here.state
    return (state.stage, state.desk, state.day) == (stage, tap.desk, tap.day)


def _sent(here: Here, event: Sent) -> Turn:
    if event.medium in (Medium.PHOTO, Medium.ALBUM):
        return photo.sent(here, event)
    return media.sent(here, event)


def _thanks(before: State, after: State) -> tuple[Say, ...]:
    ending = after.stage is Stage.DONE and before.stage in (Stage.RATING, *FOLLOWING)
    # Someone who only changed a level after the end has had the thanks before.
    return (Say("done.thanks"),) if ending and before.resume is not Stage.DONE else ()
