"""What was played before is what a step would say now, and nobody's own words are kept."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import codec
from bot.conversation.events import Event, Opened, Said, Tapped
from bot.conversation.offers import offered
from bot.conversation.scene import Arrival, Landing, Scene
from bot.conversation.state import Stage, State
from bot.conversation.step import step
from bot.phrases.recognise import recognise
from bot.runtime import rehearsal
from bot.runtime.rehearsal import Before, Played, Rehearsal, written
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId, UnitId
from feedback.services.questionnaires import shipped
from tests.conversation.strategies import events, instants, scenes, states
from tests.conversation.world import CIVIL, LAND, NOON

TAP = Tapped("level", "4", LAND.id)
SHARED = Rehearsal()
RATING = State(stage=Stage.RATING, desk=LAND.id)


def understood(state: State, event: Event, scene: Scene) -> Event:
    if not isinstance(event, Said):
        return event
    return Said(event.text, recognise(event.text, offered(state, scene), state.language))


def in_full(state: State, event: Event, scene: Scene, at: datetime) -> Played:
    return written(step(state, understood(state, event, scene), scene, at))


def play(known: Rehearsal, state: State, event: Event, scene: Scene, at: datetime) -> Played:
    before = Before(codec.save(state), codec.private(state), scene, at)
    played = known.recall(before, event)
    if played is None:
        played = in_full(state, event, scene, at)
        known.note(before, understood(state, event, scene), played)
    return played


@given(state=states, event=events, scene=scenes, at=instants)
@settings(max_examples=400)
def test_a_rehearsal_says_what_a_step_says(
    state: State, event: Event, scene: Scene, at: datetime
) -> None:
    """Whatever was played before it, the first time and the second."""
    state = codec.load(codec.save(state))
    expected = in_full(state, event, scene, at)
    assert play(SHARED, state, event, scene, at) == expected
    assert play(SHARED, state, event, scene, at) == expected


@given(state=states, event=events, scene=scenes, hours=st.integers(0, 11))
@settings(max_examples=200)
def test_a_step_knows_of_the_time_only_the_day(
    state: State, event: Event, scene: Scene, hours: int
) -> None:
    """Else what was played in the morning could not be said again in the afternoon.

    In Zalo the minute matters, and nothing is remembered there.
    """
    scene = replace(scene, channel="telegram") if scene.zalo else scene
    later = NOON + timedelta(hours=hours)
    assert local_day(later) == local_day(NOON)
    assert in_full(state, event, scene, later) == in_full(state, event, scene, NOON)


@given(scene=scenes, state=states, times=st.integers(0, 9))
@settings(max_examples=200)
def test_the_turn_of_questions_depends_on_the_rest_of_the_number(
    scene: Scene, state: State, times: int
) -> None:
    """A number that leaves the same rest over the desk's questions begins at the same one."""
    if scene.arrival and scene.arrival.desk:
        scene = replace(scene, desk=scene.arrival.desk)
    most = len(scene.desk.questions) if scene.desk else 0
    other = replace(scene, ordinal=scene.ordinal % max(1, most) + times * most)
    assert step(state, TAP, scene, NOON) == step(state, TAP, other, NOON)


def test_a_choice_is_remembered() -> None:
    """A tap, and a digit typed for it, are thought through once."""
    known, scene = Rehearsal(), Scene(desk=LAND)
    for event in (TAP, Said("4")):
        first = play(known, RATING, event, scene, NOON)
        assert play(known, RATING, event, scene, NOON) is first


@pytest.mark.parametrize("event", [Said("chờ lâu quá"), Said("x" * 60), Opened("a-secret-token")])
def test_what_a_citizen_wrote_is_not_kept(event: Event) -> None:
    """Neither words of their own nor a code that leads nowhere."""
    known, scene = Rehearsal(), Scene(desk=LAND)
    first = play(known, RATING, event, scene, NOON)
    assert play(known, RATING, event, scene, NOON) is not first


def test_a_state_that_holds_words_is_not_kept() -> None:
    """Not even where the step lets go of them."""
    known, scene = Rehearsal(), Scene(desk=LAND)
    holding = replace(RATING, held=("chờ lâu quá",))
    first = play(known, holding, Said("trợ giúp"), scene, NOON)
    assert play(known, holding, Said("trợ giúp"), scene, NOON) is not first


def test_the_code_that_led_to_a_desk_is_not_kept() -> None:
    """Two codes of one desk are one arrival; another desk is another."""
    known = Rehearsal()
    here, there = (Scene(Arrival(Landing.HERE, desk), desk) for desk in (LAND, CIVIL))
    first = play(known, State(), Opened("one"), here, NOON)
    assert play(known, State(), Opened("two"), here, NOON) is first
    assert play(known, State(), Opened("one"), there, NOON).turn != first.turn


def test_memory_is_bounded() -> None:
    """The oldest goes first."""
    known, scene = Rehearsal(), Scene(desk=LAND)
    first = play(known, RATING, TAP, scene, NOON)
    for number in range(rehearsal.MOST):
        play(known, replace(RATING, tries=number + 1), TAP, scene, NOON)
    assert play(known, RATING, TAP, scene, NOON) is not first


def test_a_desk_is_made_anew_when_its_card_changes() -> None:
    """The same card gives the same object, so that scenes are compared quickly."""
    known, asked = Rehearsal(), shipped()
    card = DeskCard(DeskId(1), "Quầy 1", UnitId(1), "Phường A")
    desk = known.desk(card, asked)
    assert known.desk(replace(card), asked) is desk
    assert known.desk(replace(card, name="Quầy 2"), asked).name == "Quầy 2"
