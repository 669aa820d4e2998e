"""What is asked in each stage, and what may be chosen there. It records nothing."""

from dataclasses import replace
from functools import lru_cache

from bot.conversation import case_prompts, desk_list
from bot.conversation.here import desk_of, question, settled
from bot.conversation.scene import Desk, Scene
from bot.conversation.state import CASE_STAGES, Stage, State
from bot.conversation.turn import Offer, Say
from feedback.domain.questionnaire import Choice, Question

LEVELS = tuple(Offer(str(n), str(n), f"level.{n}") for n in (5, 4, 3, 2, 1))
"""The five levels, best first, all alike."""
_SCALE = "54321"
"""Zalo shows five buttons under a message, or none where there are more."""

# One digit means one thing in every prompt: 1-5 the scale or a line of a list, 0 nothing to judge
# yet or to send, 6 tell us and send, 7 change, 8 the other language, 9 go on without.
_KEEP = Offer("skip", "9", "offer.keep")
_SKIP_QUESTION = Offer("skip", "9", "offer.skip.question")
_SKIP = Offer("skip", "9", "offer.skip")
_EDIT = Offer("edit", "7", "offer.edit")
_THANKS = Offer("thanks", "", "offer.thanks")


def current(state: State, scene: Scene) -> Say:
    """Ask what the state waits for, with every choice."""
    state = settled(state, scene)
    if state.stage in CASE_STAGES:
        return case_prompts.current(state, scene)
    match state.stage:
        case Stage.RATING:
            return _level(state, scene)
        case Stage.ASKING:
            asked = question(scene, state.pending[0])
            return _question(state, scene, asked) if asked else _comment(state)
        case Stage.COMMENT:
            return _comment(state)
        case Stage.PHOTO:
            return _about_rating("photo.ask", "photo", state, (*_low(state), _SKIP))
        case _:
            return _idle(state, scene)


def offered(state: State, scene: Scene) -> tuple[Offer, ...]:
    """Give everything that a typed message may mean now: what the prompt lists, and thanks."""
    offers = current(state, scene).offers
    return (*offers, _THANKS) if settled(state, scene).stage is Stage.DONE else offers


def place(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Name a desk and its unit for a phrase."""
    return (("desk", desk.name), ("unit", desk.unit))


def level_named(level: int) -> tuple[tuple[str, str], ...]:
    """Name a level for a phrase."""
    return (("level", f"level.{level if 1 <= level <= 5 else 0}"),)


def _idle(state: State, scene: Scene) -> Say:
    menu, other = case_prompts.menu(state), _other_language(state)
    if state.stage is Stage.DONE:
        ended = _about_rating("done.more", "done", state, (menu, _EDIT, other))
        return replace(ended, lines=(Say("done.other"),)) if scene.zalo else ended
    if (listed := desk_list.shown(state, scene.desks)) is not None:
        return listed
    lines = (desk_list.OPEN,) if scene.desks and state.stage is Stage.LOBBY else ()
    asked = "lobby.code" if scene.zalo else "lobby.ask"
    return Say(asked, prompt="lobby", offers=(*lines, menu, other))


def _level(state: State, scene: Scene) -> Say:
    if state.day is not None:
        change = _about_rating("level.change", "level", state, _beside(LEVELS, scene, _KEEP))
        return replace(change, named=level_named(state.level))
    desk, other = desk_of(state, scene), _other_language(state)
    # In Zalo there is no second way in: what bothers someone must be near at hand from here.
    more = (case_prompts.menu(state), other) if scene.zalo else (other,)
    return Say(
        "level.ask" if desk else "level.ask_unnamed",
        args=place(desk) if desk else (),
        prompt="level",
        desk=state.desk,
        offers=_beside(LEVELS, scene, *more),
    )


def _beside(answers: tuple[Offer, ...], scene: Scene, *others: Offer) -> tuple[Offer, ...]:
    """Put other choices below answers; in Zalo only the scale's five are buttons, if it is one."""
    every = (*answers, *others)
    if not scene.zalo or len(every) <= len(LEVELS):
        return every
    return tuple(one if one.digit in _SCALE else replace(one, button=False) for one in every)


def _question(state: State, scene: Scene, asked: Question) -> Say:
    return Say(
        "question.ask",
        texts=(("question", asked.words),),
        prompt=f"q-{asked.code}",
        desk=state.desk,
        day=state.day,
        offers=_beside(_choices(asked.choices), scene, _SKIP_QUESTION),
    )


@lru_cache(maxsize=256)
def _choices(choices: tuple[Choice, ...]) -> tuple[Offer, ...]:
    return tuple(Offer(str(one.value), str(one.value), words=one.words) for one in choices)


def _comment(state: State) -> Say:
    return _about_rating("comment.ask", "comment", state, (*_low(state), _SKIP))


def _low(state: State) -> tuple[Offer, ...]:
    """Offer a case beside what follows a low level."""
    return (case_prompts.menu(state),) if case_prompts.low(state) else ()


def _about_rating(phrase: str, prompt: str, state: State, offers: tuple[Offer, ...]) -> Say:
    return Say(phrase, prompt=prompt, desk=state.desk, day=state.day, offers=offers)


def _other_language(state: State) -> Offer:
    other = "vi" if state.language == "en" else "en"
    return Offer(other, "8", f"offer.{other}")
