"""What holds for every chat in Zalo, driven by anything that can happen there.

300 runs each; ``HAILONG_DEEP=1`` or the profile ``deep`` makes 10,000.
"""

from dataclasses import asdict
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.events import (
    Event,
    HumanReplied,
    Left,
    Met,
    Said,
    Sent,
    Tapped,
    Withdrew,
    Woken,
)
from bot.conversation.pace import IDLE
from bot.conversation.scene import SILENCE
from bot.conversation.state import Stage
from bot.conversation.turn import LevelChosen
from tests.conversation.strategies import MANY, events, steps
from tests.conversation.test_laws import RUNS
from tests.conversation.world import CIVIL, DESKS, LAND, World

BRIBED = "Họ đòi tiền bồi dưỡng 500 nghìn"
pauses = st.sampled_from((0, 0, 0, 0, 1, 20, 29, 31, 90, 800)).map(lambda n: timedelta(minutes=n))
typed = st.sampled_from((*"0123456789", BRIBED, "#K7M3Q9", "K7M3Q8", "#danhgia", "góp ý")).map(Said)
lives = st.lists(st.tuples(pauses, events | steps | typed | typed), max_size=30)
lists = st.sampled_from(((), (LAND, CIVIL), (*DESKS.values(), *MANY[2:])))
BY_US = Woken | Left | HumanReplied


def at_zalo(desks: tuple, *, gated: bool = False) -> World:
    return World(channel="zalo_oa", desks=desks, gated=gated)


@given(life=lives, desks=lists)
@RUNS
def test_no_level_is_typed_for_a_desk_that_was_not_named_just_before(
    life: list[tuple[timedelta, Event]], desks: tuple
) -> None:
    """Yesterday's desk is never taken for today's: its name stood in a message of this visit."""
    world = at_zalo(desks)
    named: dict[int, datetime] = {}
    every = {*DESKS.values(), *desks}
    for later, event in life:
        world.at += later
        turn, messages = world.happen(event)
        for fact in turn.facts:
            if isinstance(fact, LevelChosen) and isinstance(event, Said):
                assert world.at - named[fact.desk] <= IDLE
        if messages:
            shown = "\n".join(message.text for message in messages)
            # A dialogue that goes on is not cold; each answer moves it.
            named |= {desk: world.at for desk in named if world.state.desk == desk}
            named |= {desk.id: world.at for desk in every if desk.name in shown}


@given(life=lives, desks=lists, gated=st.booleans())
@RUNS
def test_what_accuses_is_never_kept_nor_filed(
    life: list[tuple[timedelta, Event]], desks: tuple, gated: bool
) -> None:
    world = at_zalo(desks, gated=gated)
    for later, event in life:
        world.at += later
        world.happen(event)
        assert "bồi dưỡng" not in (world.saved or "").encode().decode("unicode_escape")
    assert not [fact for fact in world.facts if "bồi dưỡng" in str(asdict(fact))]


@given(life=lives, desks=lists)
@RUNS
def test_whatever_is_written_is_answered_unless_a_person_answers(
    life: list[tuple[timedelta, Event]], desks: tuple
) -> None:
    """But a greeting just said, and the further photos of an album."""
    world = at_zalo(desks)
    for later, event in life:
        world.at += later
        hushed = world.state.pace.hushed(world.at)
        _, messages = world.happen(event)
        if isinstance(event, BY_US | Met | Sent) or "chào" in str(event).lower():
            continue
        assert bool(messages) is (not hushed or isinstance(event, Withdrew))
        assert not messages or world.state.stage is not Stage.NEW


@given(life=lives, desks=lists)
@RUNS
def test_while_a_person_answers_nothing_moves(
    life: list[tuple[timedelta, Event]], desks: tuple
) -> None:
    world = at_zalo(desks)
    world.happen(HumanReplied())
    silent_until = world.at + SILENCE
    for later, event in life:
        world.at += later
        if isinstance(event, HumanReplied):
            silent_until = world.at + SILENCE
        before = world.state
        turn, messages = world.happen(event)
        if world.at < silent_until and not isinstance(event, BY_US | Withdrew):
            assert (messages, turn.facts, turn.state) == ((), (), before)


@given(life=lives, desks=lists)
@RUNS
def test_beside_another_robot_a_stranger_stays_one(
    life: list[tuple[timedelta, Event]], desks: tuple
) -> None:
    """Until a code or a word of the menu comes, nothing is said and nothing is kept."""
    world = at_zalo(desks, gated=True)
    for later, event in life:
        world.at += later
        scene = world.scene(event)
        addressed = scene.arrival is not None or isinstance(event, BY_US | Withdrew | Tapped)
        before = world.state
        turn, messages = world.happen(event)
        if messages or addressed:
            assert addressed or isinstance(event, Said)
            return
        assert (turn.facts, turn.state) == ((), before)
