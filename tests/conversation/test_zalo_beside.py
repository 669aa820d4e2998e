"""Beside another robot, and beside the people of the office, who answer in the same chat."""

from datetime import timedelta

import pytest

from bot.conversation.events import (
    Event,
    HumanReplied,
    Medium,
    Met,
    Said,
    Sent,
    Shared,
    Stumbled,
    Withdrew,
    Woken,
)
from bot.conversation.scene import SILENCE
from bot.conversation.state import Stage
from bot.conversation.turn import ErasureWished, Pictured, Wake
from tests.conversation.world import World
from tests.conversation.zalo_chat import DESKS, MINUTES, chat, rated, text


@pytest.mark.parametrize(
    "event",
    [
        Met("follow"),
        Said("xin chào"),
        Said("Giờ làm việc thế nào?"),
        Said("5"),
        Said("K7M3Q8"),
        Sent(Medium.PHOTO, "f"),
        Shared("Anna", "84912345678"),
        Stumbled(),
    ],
    ids=str,
)
def test_beside_another_robot_nothing_is_answered_or_kept(event: Event) -> None:
    world = chat(gated=True)
    before = world.state
    turn, messages = world.happen(event)
    assert (messages, turn.facts, turn.state) == ((), (), before)


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("#K7M3Q9", Stage.RATING),
        ("Tôi ở quầy #K7M3Q9 ạ", Stage.RATING),
        ("#danhgia", Stage.LOBBY),
        ("đánh giá", Stage.LOBBY),
        ("#phananh", Stage.CHOOSING),
        ("phản ánh", Stage.CHOOSING),
        ("#tracuu", Stage.LOBBY),
        ("tra cuu", Stage.LOBBY),
    ],
)
def test_a_code_or_a_word_of_the_menu_opens_the_dialogue(typed: str, stage: Stage) -> None:
    world = chat(gated=True)
    assert world.happen(Said(typed))[1]
    assert world.state.stage is stage
    assert world.happen(Said("trợ giúp"))[1]


def test_an_open_dialogue_closes_by_itself() -> None:
    world = chat(gated=True)
    world.happen(Said("#danhgia"))
    world.at += 31 * MINUTES
    assert not world.happen(Said("Giờ làm việc thế nào?"))[1]


def test_a_draft_may_be_ended_the_day_after() -> None:
    world = chat(gated=True)
    for said in ("#phananh", "1", "Chờ lâu quá"):
        world.happen(Said(said))
    world.at += 24 * 60 * MINUTES
    assert world.happen(Said("6"))[1]


# When a person of the office answers


@pytest.mark.parametrize(
    "event", [Said("5"), Said("#K7M3Q9"), Said("góp ý"), Sent(Medium.PHOTO, "f"), Met("follow")]
)
def test_nothing_is_said_while_a_person_answers(event: Event) -> None:
    world = chat()
    world.happen(Met("follow"))
    world.happen(HumanReplied())
    world.at += SILENCE - MINUTES
    before = world.state
    turn, messages = world.happen(event)
    assert (messages, turn.facts, turn.state) == ((), (), before)


def test_after_the_silence_the_citizens_next_word_is_answered() -> None:
    world = chat()
    world.happen(HumanReplied())
    world.at += SILENCE
    assert world.happen(Said("xin chào"))[1]


def test_another_word_of_the_office_begins_the_silence_anew() -> None:
    world = chat()
    world.happen(HumanReplied())
    world.at += 6 * 60 * MINUTES
    world.happen(HumanReplied())
    world.at += 8 * 60 * MINUTES
    assert not world.happen(Said("xin chào"))[1]


def test_a_letter_about_a_case_goes_out_in_the_silence_and_may_be_answered() -> None:
    world = chat()
    for said in ("0", "xin chào", "0", "1", "Chờ lâu quá", "6", "9", "9", "9", "6"):
        world.happen(Said(said))
    world.happen(HumanReplied())
    told = world.tells("answered", 1, "Đã xong", state="answered", may=("judge",))
    assert told.says
    assert world.happen(Said("5"))[0].facts


def test_a_reminder_waits_for_the_end_of_the_silence() -> None:
    world = chat()
    world.happen(Said("Chờ lâu quá"))
    world.happen(HumanReplied())
    world.at += 30 * MINUTES
    turn, messages = world.happen(Woken("held"))
    assert messages == ()
    assert turn.wakes == (Wake("held", SILENCE - 30 * MINUTES),)


def test_who_takes_back_the_leave_is_erased_even_in_the_silence() -> None:
    world = chat(gated=True)
    world.happen(HumanReplied())
    turn, messages = world.happen(Withdrew())
    assert turn.facts == (ErasureWished(),)
    assert "sẽ được xoá" in messages[0].text


@pytest.mark.parametrize("channel", ["zalo_oa", "telegram"])
@pytest.mark.parametrize("before", [("1", "Chờ lâu"), ("1", "Chờ lâu", "6")], ids=str)
def test_who_wishes_to_be_erased_goes_on_with_no_draft(
    channel: str, before: tuple[str, ...]
) -> None:
    """What was sent meanwhile would be erased a few minutes later, and nobody would know."""
    world = World(channel=channel, desks=DESKS)
    for said in ("#K7M3Q9", "góp ý", *before):
        world.happen(Said(said))
    assert "sẽ được xoá" in text(world, Said("xoá hết thông tin"))
    assert world.state.draft is None
    assert world.state.stage is Stage.RATING


def test_who_takes_back_the_leave_is_asked_for_nothing_they_were_at() -> None:
    world = rated()
    for said in ("góp ý", "1", "Chờ lâu quá"):
        world.happen(Said(said))
    world.happen(Withdrew())
    state = world.state
    assert (state.stage, state.desk, state.day, state.draft) == (Stage.LOBBY, None, None, None)


# Photos and contacts


def test_photos_that_come_one_by_one_are_answered_once_and_all_kept() -> None:
    world = rated()
    answers = 0
    for n in range(3):
        world.at += timedelta(seconds=1)
        answers += bool(world.happen(Sent(Medium.PHOTO, f"f{n}"))[1])
    assert answers == 1
    assert [fact.file for fact in world.facts if isinstance(fact, Pictured)] == ["f0", "f1", "f2"]
    world.at += MINUTES
    assert world.happen(Sent(Medium.PHOTO, "f3"))[1]


@pytest.mark.parametrize("before", [(), ("#K7M3Q9",), ("#K7M3Q9", "4"), ("góp ý", "1")], ids=str)
def test_that_there_is_no_more_room_is_said_once_of_an_album(before: tuple[str, ...]) -> None:
    """Eight photos chosen together: one answer, and one word about the three that do not fit."""
    world = chat()
    for said in before:
        world.happen(Said(said))
    answers = [text(world, Sent(Medium.PHOTO, f"f{n}")) for n in range(8)]
    assert [bool(answer) for answer in answers] == [True, *[False] * 4, True, False, False]
    assert "gửi thêm chưa được ghi" in answers[5]
    world.at += MINUTES
    assert "gửi thêm chưa được ghi" in text(world, Sent(Medium.PHOTO, "f8"))


def test_photos_of_a_draft_are_answered_once_too() -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1"):
        world.happen(Said(said))
    answered = [bool(world.happen(Sent(Medium.PHOTO, f"f{n}"))[1]) for n in range(3)]
    assert answered == [True, False, False]
    assert world.state.draft is not None
    assert len(world.state.draft.pieces) == 3


@pytest.mark.parametrize(
    ("shared", "name", "phone", "stage"),
    [
        (Shared("Anna", "84912345678"), "Anna", "84912345678", Stage.CONFIRMING),
        (Shared("Anna", ""), "Anna", "", Stage.CALLING),
        (Shared("", "84912345678"), "", "84912345678", Stage.NAMING),
        (Shared("", "12"), "", "", Stage.NAMING),
    ],
)
def test_a_shared_contact_fills_what_the_draft_asks_for(
    shared: Shared, name: str, phone: str, stage: Stage
) -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Chờ lâu quá", "6"):
        world.happen(Said(said))
    world.happen(shared)
    draft = world.state.draft
    assert draft is not None
    assert (draft.name, draft.phone, world.state.stage) == (name, phone, stage)


def test_a_contact_that_nobody_asked_for_is_not_kept() -> None:
    world = rated()
    before = world.state
    assert "không giữ" in text(world, Shared("Anna", "84912345678"))
    assert world.state == before
