"""One step's surroundings in one value, and the checks every flow needs. It decides nothing."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.conversation.docket import Docket, Mine
from bot.conversation.events import Event, Said, Tapped, Woken
from bot.conversation.scene import Desk, Rated, Scene
from bot.conversation.state import CASE_STAGES, DRAFTING, HOLDING, Stage, State
from bot.conversation.table import FOLLOWING, Cue, move
from bot.conversation.turn import Say, Turn
from feedback.domain.days import local_day
from feedback.domain.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Here:
    """The state, the scene and the time of one step."""

    state: State
    scene: Scene
    at: datetime

    @property
    def today(self) -> date:
        """Give the local day of the step."""
        return local_day(self.at)

    def rated(self, desk: int, day: date | None) -> Rated | None:
        """Give this person's rating at that desk on that day, as far as it is known."""
        found = self.scene.rated
        return found if found and found.desk == desk and found.day == day else None

    @property
    def welcomed(self) -> bool:
        """Say whether this person was greeted just now, in a chat where that matters."""
        return self.scene.zalo and self.state.pace.welcomed(self.at)

    @property
    def docket(self) -> Docket:
        """Give what is known of cases; where nothing was gathered, that is nothing."""
        return self.scene.docket or _EMPTY


_EMPTY = Docket()
NOTICE = "notice"
"""The name under which a conversation is woken with a notice; its subject is the notice's id."""
CASE_WORDS = ("cmd-case", "cmd-follow", "case")
"""Choices that lead to matters of cases from anywhere."""
_CASE_PROMPTS = ("choose", "tell", "part", "confirm", "change", "mine", "view", "reply")
_HOLDING_PROMPTS = ("judge", "withdraw")


def concerns_cases(state: State, event: Event) -> bool:
    """Say whether a step is about cases, so that its scene must hold a docket."""
    if state.stage in CASE_STAGES:
        return True
    match event:
        case Tapped(prompt=prompt, choice=choice):
            return choice in CASE_WORDS or prompt.startswith((*_CASE_PROMPTS, *_HOLDING_PROMPTS))
        case Said(choice=choice):
            return choice in CASE_WORDS
        case Woken(name=name):
            return name == NOTICE
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a scene is to be gathered for: a desk, if any, and the day whose rating matters."""

    desk: int | None
    day: date


def subject(state: State, event: Event, arrived: Desk | None, at: datetime) -> Subject:
    """Say which desk and which day's rating the scene of a step must hold.

    ``arrived`` is the desk that a code in the event leads to. A level always counts today; a
    follow-up belongs to its button's day, or else to the day of the rating in progress.
    """
    today = local_day(at)
    if arrived is not None:
        return Subject(arrived.id, today)
    if isinstance(event, Tapped) and event.desk is not None:
        return Subject(event.desk, today if event.prompt == "level" else event.day or today)
    return Subject(state.desk, state.day or today)


def desk_of(state: State, scene: Scene) -> Desk | None:
    """Give the scene's desk where it is the one of the state."""
    return scene.desk if scene.desk and scene.desk.id == state.desk else None


def question(scene: Scene, code: str) -> Question | None:
    """Find a question that the scene's desk may ask."""
    for asked in scene.desk.questions if scene.desk else ():
        if asked.code == code:
            return asked
    return None


def settled(state: State, scene: Scene) -> State:
    """Mend a state that cannot go on: no desk, no rating, no draft, or questions asked no more."""
    state = _with_its_case(state, scene) if state.stage in CASE_STAGES else state
    if state.stage in (Stage.RATING, *FOLLOWING, Stage.DONE) and state.desk is None:
        return replace(state, stage=Stage.LOBBY, day=None)
    if state.stage in (*FOLLOWING, Stage.DONE) and state.day is None:
        return replace(state, stage=Stage.RATING)
    if state.stage is not Stage.ASKING:
        return state
    return _past_lost_questions(state, scene)


def _with_its_case(state: State, scene: Scene) -> State:
    if state.stage in DRAFTING and state.draft is None:
        return move(state, Cue.CLOSE)
    if state.stage in HOLDING and at_hand(state, scene) is None:
        return replace(move(state, Cue.CLOSE), reply=None)
    return state


def at_hand(state: State, scene: Scene) -> Mine | None:
    """Give the case that is looked at, where it is one of this person's."""
    if state.reply is None or scene.docket is None:
        return None
    return scene.docket.find(state.reply.case)


def _past_lost_questions(state: State, scene: Scene) -> State:
    lost = 0
    # The office may have changed its questions since these were chosen.
    while lost < len(state.pending) and question(scene, state.pending[lost]) is None:
        lost += 1
    if not lost and state.pending:
        return state
    left = replace(state, pending=state.pending[lost:])
    return left if left.pending else replace(left, stage=Stage.COMMENT)


def asking_after(here: Here) -> tuple[Say, ...]:
    """Say from when a citizen has to ask by themselves, where the messenger closes to us."""
    if here.scene.until is None:
        return ()
    dates = (("until", here.scene.until),)
    if not here.scene.follow:
        return (Say("window.here", dates=dates),)
    return (Say("window.page", args=(("page", here.scene.follow),), dates=dates),)


def then(first: Turn, second: Turn) -> Turn:
    """Join two outcomes, the second of which went on from the first."""
    return Turn(second.state, (*first.facts, *second.facts), (*first.says, *second.says))


def dropped(here: Here, but: int | None = None) -> tuple[Say, ...]:
    """Say that words which were not sent are let go, where there are any for another than ``but``.

    Nobody believes them sent.
    """
    held = here.state.reply
    lost = held is not None and not held.empty and held.case != but
    return (Say("reply.dropped"),) if lost else ()


def told(state: State, phrase: str, *args: tuple[str, str]) -> Turn:
    """Only say something."""
    return Turn(state, says=(Say(phrase, args=args),))
