"""What holds for every conversation, driven by anything that can happen.

300 runs each; ``HAILONG_DEEP=1`` or the profile ``deep`` makes 10,000.
"""

import os
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.conversation import codec, prompts
from bot.conversation.albums import FULL
from bot.conversation.events import Event, HumanReplied, Left, Medium, Said, Sent, Tapped, Woken
from bot.conversation.here import settled
from bot.conversation.keeping import cleaned
from bot.conversation.scene import Scene
from bot.conversation.state import CASE_STAGES, DRAFTING, Stage, State
from bot.conversation.step import step
from bot.conversation.table import FOLLOWING, Cue, Way, rows
from bot.conversation.turn import Commented, LevelChosen
from bot.phrases import fill_all, recognise
from feedback.domain.days import local_day
from tests.conversation.strategies import (
    events,
    hours,
    instants,
    raw_events,
    scenes,
    states,
)
from tests.conversation.world import DESKS, World

DEEP = bool(os.environ.get("HAILONG_DEEP")) or os.environ.get("HYPOTHESIS_PROFILE") == "deep"
RUNS = settings(max_examples=10_000 if DEEP else 300)
LIVES = st.lists(st.tuples(hours, events), max_size=25)


def may_be_silent(state: State, event: Event, scene: Scene | None = None) -> bool:
    if scene is not None and scene.zalo:
        return True  # what is answered in Zalo, its own laws say
    of_album = isinstance(event, Sent) and event.album is not None
    further = of_album and state.album in (event.album, f"{event.album}{FULL}")
    return isinstance(event, HumanReplied | Left | Woken) or further


def meant_level(world: World, event: Event) -> tuple[int, int] | None:
    """Say which desk and level an event means, by the citizen's own lights."""
    if isinstance(event, Tapped):
        chosen = event.prompt == "level" and event.choice in tuple("12345")
        desk = event.desk if event.desk is not None else world.state.desk
        return (desk, int(event.choice)) if chosen and desk in DESKS else None
    scene = world.scene(event)
    if not isinstance(event, Said) or scene.arrival or world.state.stage is not Stage.RATING:
        return None
    choice = recognise(event.text, prompts.offered(world.state, scene), world.state.language)
    return (world.state.desk, int(choice)) if choice in tuple("12345") else None


@given(life=LIVES)
@RUNS
def test_any_life_is_answered_and_every_level_recorded_once(
    life: list[tuple[timedelta, Event]],
) -> None:
    """The state goes through save and load between every two steps."""
    world = World(ordinal=len(life))
    for later, event in life:
        world.at += later
        before, meant = world.state, meant_level(world, event)
        turn, messages = world.happen(event)
        assert messages or may_be_silent(before, event)
        given_levels = [fact for fact in turn.facts if isinstance(fact, LevelChosen)]
        expected = [LevelChosen(meant[0], local_day(world.at), meant[1])] if meant else []
        assert given_levels == expected
        assert world.state == turn.state
        assert world.state.stage is not Stage.NEW or isinstance(event, HumanReplied | Left | Woken)


@given(life=LIVES)
@RUNS
def test_every_state_has_a_way_out_by_typed_words(life: list[tuple[timedelta, Event]]) -> None:
    """Going on without reaches the end; "huỷ" reaches the lobby; help never moves anything.

    A case is one thing more to stop or to go back from.
    """
    world = World()
    for later, event in life:
        world.at += later
        world.happen(event)
    saved = world.saved
    steady = world.state
    world.happen(Said("trợ giúp"))
    if steady.stage is not Stage.NEW:
        assert world.state == steady
    for _ in range(3):
        world.happen(Said("huỷ"))
    assert world.state.stage is Stage.LOBBY
    world.saved = saved
    for _ in range(3):
        if world.state.stage in CASE_STAGES:
            world.happen(Said("0" if world.state.stage in DRAFTING else "9"))
    assert world.state.stage not in CASE_STAGES
    for _ in range(6):
        if world.state.stage in (Stage.RATING, *FOLLOWING):
            world.happen(Said("9" if world.state.day else "4"))
    assert world.state.stage in (Stage.NEW, Stage.LOBBY, Stage.DONE)


@given(life=LIVES)
@RUNS
def test_what_was_written_is_kept_or_the_citizen_told(life: list[tuple[timedelta, Event]]) -> None:
    """A text that means no choice becomes a comment, now or with the level to come."""
    world = World()
    for later, event in life:
        world.at += later
        before = world.state
        turn, _ = world.happen(event)
        phrases = {say.phrase for say in turn.says}
        if phrases & {"comment.echo", "comment.echo_day"}:
            assert [f for f in turn.facts if isinstance(f, Commented)]
        if "held.text" in phrases:
            assert len(turn.state.held) == len(before.held) + 1
        lost = [text for text in before.held if text not in turn.state.held]
        released = {fact.text for fact in turn.facts if isinstance(fact, Commented)}
        released |= set(turn.state.draft.texts) if turn.state.draft else set()
        let_go = phrases & {"cancel.dropped", "erase.done"}
        assert not lost or released.issuperset(lost) or let_go
        if any(isinstance(fact, LevelChosen) for fact in turn.facts):
            assert not turn.state.held
            assert not turn.state.photos


@given(life=LIVES, text=st.text(min_size=3, max_size=40))
@RUNS
def test_mere_text_beside_a_rating_is_a_comment_word_for_word(
    life: list[tuple[timedelta, Event]], text: str
) -> None:
    """Nothing that is not a choice, a command or a code is taken for anything but a comment."""
    world = World()
    for later, event in life:
        world.at += later
        world.happen(event)
    world.happen(Tapped("level", "3", desk=1))
    said = f"Tôi nghĩ rằng {text}"
    turn, _ = world.happen(Said(said))
    assert turn.facts == (Commented(1, local_day(world.at), cleaned(said)),)


@given(state=states, event=raw_events, scene=scenes, at=instants)
@example(
    State(Stage.ASKING, desk=1),
    Said("4", "4"),
    Scene(),
    datetime.fromisoformat("2026-11-18T00:00Z"),
)
@RUNS
def test_no_state_scene_or_event_can_make_it_raise(
    state: State, event: Event, scene: Scene, at: datetime
) -> None:
    """Even a state that nothing leads to is mended, answered, kept and put into words."""
    turn = step(state, event, scene, at)
    assert turn.says or may_be_silent(state, event, scene)
    assert codec.load(codec.save(turn.state)) in (turn.state, State(stage=Stage.LOBBY))
    for language in ("vi", "en"):
        assert all(message.text for message in fill_all(turn.says, language))


@given(state=states, event=raw_events, scene=scenes, at=instants)
@RUNS
def test_the_last_thing_said_asks_what_will_be_understood(
    state: State, event: Event, scene: Scene, at: datetime
) -> None:
    """Only the last thing has choices, their digits differ, and typing one means the tap."""
    turn = step(state, event, scene, at)
    if not turn.says:
        return
    *before, last = turn.says
    assert not any(say.offers for say in before)
    assert last.offers
    digits = [offer.digit for offer in last.offers]
    assert len(set(digits)) == len(digits)
    arrived = scene.arrival.desk if scene.arrival else None
    understood = prompts.offered(turn.state, replace(scene, desk=arrived or scene.desk))
    for offer in last.offers:
        assert recognise(offer.digit, understood, turn.state.language) == offer.choice


@given(state=states, event=raw_events, scene=scenes, at=instants)
@RUNS
def test_the_table_alone_moves_the_stage(
    state: State, event: Event, scene: Scene, at: datetime
) -> None:
    """Each move is one that the drawing shows; mending a broken state is not a move."""
    turn = step(state, event, scene, at)
    kept = not turn.says and turn.state.stage is state.stage
    assert kept or (_mended(state, scene), turn.state.stage) in _REACHED


def _mended(state: State, scene: Scene) -> Stage:
    """Give the stage that a broken state is mended to; only cases look at the scene for it."""
    return settled(state, scene).stage if state.stage in CASE_STAGES else _at_desk(state)


def _at_desk(state: State) -> Stage:
    at_desk = state.stage in (Stage.RATING, *FOLLOWING, Stage.DONE)
    if at_desk and state.desk is None:
        return Stage.LOBBY
    if at_desk and state.day is None and state.stage is not Stage.RATING:
        return Stage.RATING
    return state.stage


_ENDS = {
    Way.ONWARD: (*FOLLOWING, Stage.DONE),
    Way.NEXT: (*(s for s in Stage if s not in CASE_STAGES), *DRAFTING),
    Way.BACK: tuple(s for s in Stage if s not in (*CASE_STAGES, Stage.NEW)),
}


def _by(*cues: Cue) -> set[tuple[Stage, Stage]]:
    return {
        (stage, end)
        for stage, cue, to in rows()
        if cue in cues
        for end in ([to] if isinstance(to, Stage) else _ENDS[to])
    }


def _reached() -> set[tuple[Stage, Stage]]:
    """One row, or the few pairs that one event may use; then questions may turn out lost."""
    stays = {(stage, stage) for stage in Stage}
    pairs = (
        (_by(Cue.ARRIVE), _by(Cue.LEVEL, Cue.CARRY_ON)),
        (_by(Cue.REMARK), _by(Cue.PICTURE)),
    )
    twice = {(a, d) for first, second in pairs for a, b in first for c, d in second if b == c}
    moves = stays | _by(*Cue) | twice
    return moves | {(a, Stage.COMMENT) for a, b in moves if b is Stage.ASKING}


_REACHED = _reached()


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_is_left_by_some_row(stage: Stage) -> None:
    assert any(to != stage for source, _, to in rows() if source is stage)


def test_photo_is_what_an_album_holds() -> None:
    """An album's further photo is silent, and still recorded."""
    world = World()
    world.happen(Tapped("level", "4", desk=1))
    first, _ = world.happen(Sent(Medium.PHOTO, "a", album="x"))
    second, messages = world.happen(Sent(Medium.PHOTO, "b", album="x"))
    assert first.says
    assert second.facts
    assert not messages
