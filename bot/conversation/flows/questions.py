"""The few questions after a level. Each press names its question, so none is ever mistaken."""

from dataclasses import replace

from bot.conversation.events import Tapped
from bot.conversation.here import Here, question, told
from bot.conversation.state import State
from bot.conversation.table import Cue, move
from bot.conversation.turn import QuestionAnswered, Say, Turn
from feedback.domain.questionnaire import Choice

PREFIX = "q-"


def tapped(here: Here, tap: Tapped) -> Turn:
    """Take a press under a question: an answer, a corrected answer, or "skip"."""
    code = tap.prompt.removeprefix(PREFIX)
    if tap.choice == "skip" and _in_progress(here, tap) and code in here.state.pending:
        return told(_without(here.state, code), "question.skipped")
    choice = _choice(here, code, tap.choice)
    # A press can be made up: no answer stands without the level that it follows.
    if choice is None or tap.desk is None or tap.day is None or not _rating_stands(here, tap):
        return told(move(here.state, Cue.OTHER), "stale")
    fact = QuestionAnswered(tap.desk, tap.day, code, choice.value)
    echo = Say("question.echo", texts=(("answer", choice.words),))
    return Turn(_after(here, tap, code), (fact,), (echo,))


def _choice(here: Here, code: str, typed: str) -> Choice | None:
    asked = question(here.scene, code)
    choices = asked.choices if asked else ()
    return next((c for c in choices if str(c.value) == typed), None)


def _rating_stands(here: Here, tap: Tapped) -> bool:
    known = tap.desk is not None and here.rated(tap.desk, tap.day) is not None
    return known or _in_progress(here, tap)


def _in_progress(here: Here, tap: Tapped) -> bool:
    state = here.state
    return state.day is not None and (state.desk, state.day) == (tap.desk, tap.day)


def _after(here: Here, tap: Tapped, code: str) -> State:
    if not _in_progress(here, tap):
        return move(here.state, Cue.OTHER)
    return replace(_without(here.state, code), last=code)


def _without(state: State, code: str) -> State:
    left = tuple(asked for asked in state.pending if asked != code)
    return move(replace(state, pending=left), Cue.ANSWER)
