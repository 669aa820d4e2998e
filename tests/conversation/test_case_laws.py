"""What holds for cases in every conversation: nothing is sent unread, and nothing typed is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from bot.conversation.docket import Docket, Mine
from bot.conversation.draft import Draft, Reply
from bot.conversation.events import Event, Said, Woken
from bot.conversation.prompts import current, offered
from bot.conversation.scene import Scene
from bot.conversation.state import CASE_STAGES, DRAFTING, Stage, State
from bot.conversation.turn import CaseFiled, CaseTold, Turn
from bot.phrases import recognise
from tests.conversation.strategies import walks
from tests.conversation.test_laws import DEEP, may_be_silent
from tests.conversation.world import NOON, World

RUNS = settings(max_examples=10_000 if DEEP else 500)
Step = Event | tuple[str, tuple[str, ...]]


def walked(walk: list[Step], world: World) -> Iterator[tuple[State, Event, Turn]]:
    """Take a walk; give the state before each event of the citizen, the event, and its turn."""
    for step in walk:
        world.at += timedelta(minutes=5)
        if isinstance(step, tuple):
            if world.cases:
                what, may = step
                world.tells(what, max(world.cases), "Lời của cơ quan", may=may)
            continue
        before = world.state
        turn, messages = world.happen(step)
        assert messages or may_be_silent(before, step)
        yield before, step, turn


@given(walk=walks)
@RUNS
def test_nothing_is_sent_but_what_was_read_and_confirmed(walk: list[Step]) -> None:
    """The draft that is sent is the one whose summary stood last, to the letter."""
    world = World()
    read: Draft | None = None
    for before, event, turn in walked(walk, world):
        for fact in turn.facts:
            if isinstance(fact, CaseFiled):
                assert before.stage is Stage.CONFIRMING
                assert fact.draft == before.draft == read
                assert isinstance(event, Said)
                assert recognise(event.text, _offered(world, before), before.language) == "send"
        asked = turn.says[-1] if turn.says else None
        if asked is not None and asked.prompt.startswith("confirm-"):
            read = turn.state.draft
            assert read is not None
            assert asked.prompt == f"confirm-{read.edition}"


@given(walk=walks)
@RUNS
def test_what_was_told_stays_until_it_is_sent_or_let_go_in_so_many_words(walk: list[Step]) -> None:
    world = World()
    for before, event, turn in walked(walk, world):
        said = {say.phrase for say in turn.says}
        told = before.draft.texts if before.draft else ()
        kept = turn.state.draft.texts if turn.state.draft else ()
        sent = any(isinstance(fact, CaseFiled) for fact in turn.facts)
        let_go = said & {"draft.dropped", "draft.stopped", "change.anew"} or _due(before, event)
        assert kept[: len(told)] == told or sent or let_go
        held = (before.reply.texts, before.reply.pieces) if before.reply else ((), ())
        after = (turn.state.reply.texts, turn.state.reply.pieces) if turn.state.reply else ((), ())
        passed = any(isinstance(fact, CaseTold) for fact in turn.facts)
        still = all(now[: len(then)] == then for now, then in zip(after, held, strict=True))
        assert still or passed or "reply.dropped" in said


@given(walk=walks)
@RUNS
def test_a_sentence_told_to_a_draft_is_in_it_word_for_word(walk: list[Step]) -> None:
    """Wherever a draft is at hand, a sentence becomes part of it, or the citizen hears why not."""
    world = World()
    for _ in walked(walk, world):
        pass
    before = world.state
    if before.stage not in DRAFTING or before.draft is None:
        return
    turn, _ = world.happen(Said("Tôi xin kể thêm: hôm ấy trời mưa, ghế ướt hết\nvà không ai lau"))
    draft = turn.state.draft
    assert draft is not None
    kept = (*draft.texts, draft.where, draft.name)
    phrases = {say.phrase for say in turn.says}
    assert any("trời mưa" in text for text in kept) or phrases & {"draft.full", "draft.cut"}


@given(walk=walks)
@RUNS
def test_every_case_is_left_by_typing_what_is_listed(walk: list[Step]) -> None:
    """At most three lines lead out of whatever stage about cases someone is in."""
    world = World()
    for _ in walked(walk, world):
        pass
    for _ in range(3):
        if world.state.stage in CASE_STAGES:
            digits = {offer.digit: offer for offer in _offered(world, world.state)}
            world.happen(Said("0" if world.state.stage in DRAFTING else "9"))
            assert digits.keys() & {"0", "9"}
    assert world.state.stage not in CASE_STAGES


def test_what_is_filed_once_is_not_filed_again_by_an_old_button() -> None:
    world = World()
    for typed in ("góp ý", "1", "Chờ lâu", "6", "9", "9", "9"):
        world.happen(Said(typed))
    button = world.messages[-1].buttons[0][0]
    from bot.wire.buttons import decode

    first, _ = world.happen(decode(button.data))
    again, _ = world.happen(decode(button.data))
    assert [type(fact) for fact in first.facts] == [CaseFiled]
    assert not again.facts


def _offered(world: World, state: State):
    scene = world.scene(Said("", "cmd-follow"))
    return offered(state, replace(scene))


def _due(before: State, event: Event) -> bool:
    """Say whether a draft's time is over: only of one whose writer was told the day."""
    over = isinstance(event, Woken) and event.name == "draft-drop"
    return over and before.draft is not None and before.draft.reminded


def test_words_not_sent_come_first_where_someone_asks_how_a_case_stands() -> None:
    """They are shown again, to be sent; asking is not letting go of them."""
    world = World()
    for typed in ("góp ý", "1", "Chờ lâu", "6", "9", "9", "9", "6", "theo dõi", "Hôm nay cũng thế"):
        world.happen(Said(typed))
    turn, messages = world.happen(Said("theo dõi"))
    assert turn.state.stage is Stage.REPLYING
    assert "“Hôm nay cũng thế”" in messages[-1].text
    turn, _ = world.happen(Said("6"))
    assert [fact.text for fact in turn.facts if isinstance(fact, CaseTold)] == ["Hôm nay cũng thế"]


@pytest.mark.parametrize("kind", ["complaint", "denunciation"])
@pytest.mark.parametrize("state", ["new", "accepted", "forwarded"])
def test_of_what_needs_a_signed_form_nothing_promises_settlement(kind: str, state: str) -> None:
    """Its state says that guidance was given; a hidden kind shows not even that."""
    for veiled, told in ((False, "state.guided"), (True, f"state.{state}")):
        mine = Mine(1, kind, state, NOON.date(), veiled=veiled)
        shown = current(State(Stage.VIEWING, reply=Reply(1)), Scene(docket=Docket(True, (mine,))))
        assert dict(shown.named)["state"] == told
