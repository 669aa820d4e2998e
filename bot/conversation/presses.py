"""Who takes a press of a button: what it stood under says so, in any stage. It decides no more."""

from collections.abc import Callable

from bot.conversation.events import Tapped
from bot.conversation.flows import (
    arrival,
    choosing,
    comment,
    confirming,
    correction,
    following,
    guidance,
    language,
    media,
    photo,
    questions,
    rating,
    replying,
    telling,
)
from bot.conversation.here import Here
from bot.conversation.state import LANGUAGES, Stage
from bot.conversation.turn import Turn


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press; one that means nothing any more is answered and changes nothing."""
    if tap.choice in LANGUAGES:
        return language.switch(here, tap.choice)
    if tap.choice in _LEADING:
        return _LEADING[tap.choice](here)
    if (take := _TAPPED.get(tap.prompt.partition("-")[0])) is not None:
        return take(here, tap)
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


def _confirmed(here: Here, tap: Tapped) -> Turn:
    return telling.tapped(here, tap) if tap.choice == "stop" else confirming.tapped(here, tap)


def _changing(here: Here, tap: Tapped) -> Turn:
    return telling.tapped(here, tap) if tap.choice == "stop" else confirming.changing(here, tap)


def _of_case(here: Here, tap: Tapped) -> Turn:
    return following.tapped(here, tap) if tap.choice == "skip" else replying.tapped(here, tap)


_LEADING = {"case": choosing.menu, "cmd-follow": following.follow}
"""Choices that lead to matters of cases from under any prompt."""
_TAPPED: dict[str, Callable[[Here, Tapped], Turn]] = {
    "lobby": arrival.listed,
    "desks": arrival.listed,
    "level": rating.tapped,
    "q": questions.tapped,
    "choose": choosing.tapped,
    "tell": telling.tapped,
    "part": telling.tapped,
    "confirm": _confirmed,
    "change": _changing,
    "mine": following.tapped,
    "view": following.tapped,
    "reply": _of_case,
    "judge": _of_case,
    "withdraw": _of_case,
}
"""Who takes a press, by the first word of the prompt that it stood under."""
