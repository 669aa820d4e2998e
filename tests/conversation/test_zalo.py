"""A chat that the office's people share: greeted once, asked anew, silent where others speak."""

from datetime import timedelta

import pytest

from bot.conversation.events import (
    Event,
    HumanReplied,
    Medium,
    Met,
    Opened,
    Said,
    Sent,
    Shared,
    Stumbled,
    Withdrew,
    Woken,
)
from bot.conversation.scene import SILENCE, Desk
from bot.conversation.state import Stage
from bot.conversation.turn import ErasureWished, LevelChosen, Pictured, Wake
from tests.conversation.world import CIVIL, FORM, LAND, NOON, World

DESKS = (LAND, CIVIL)
MANY = tuple(Desk(n, f"Quầy {n}", f"UBND xã {n % 2}") for n in range(1, 13))
TODAY = NOON.date()
MINUTES = timedelta(minutes=1)


def chat(**more) -> World:
    return World(channel="zalo_oa", desks=more.pop("desks", DESKS), **more)


def phrases(world: World, event: Event) -> list[str]:
    return [say.phrase for say in world.happen(event)[0].says]


def text(world: World, event: Event) -> str:
    return "\n\n".join(message.text for message in world.happen(event)[1])


def rated(**more) -> World:
    world = chat(**more)
    world.happen(Said("#K7M3Q9"))
    world.happen(Said("4"))
    return world


# Coming in


@pytest.mark.parametrize(
    "coming",
    [
        (Met("follow"), Met("chatnow"), Said("xin chào")),
        (Met("chatnow"), Said("xin chào"), Met("follow")),
        (Said("xin chào"), Met("follow"), Met("chatnow")),
        (Met("follow"), Met("follow")),
    ],
)
def test_who_comes_in_by_several_ways_is_greeted_once(coming: tuple[Event, ...]) -> None:
    world = chat()
    answered = [event for event in coming if world.happen(event)[1]]
    assert len(answered) == 1
    assert sum("Kính chào" in message.text for message in world.messages) == 1


@pytest.mark.parametrize("last", ["#K7M3Q9", "Tôi muốn hỏi một việc", "1"])
def test_what_else_is_said_at_once_is_answered_without_another_greeting(last: str) -> None:
    world = chat()
    world.happen(Met("follow"))
    assert "Kính chào" not in text(world, Said(last))


def test_a_code_greets_and_a_follow_after_it_does_not() -> None:
    world = chat()
    assert "Kính chào" in text(world, Said("#K7M3Q9"))
    assert not world.happen(Met("follow"))[1]
    assert world.state.stage is Stage.RATING


def test_the_greeting_is_said_again_an_hour_later() -> None:
    world = chat()
    world.happen(Met("follow"))
    world.at += 30 * MINUTES
    assert phrases(world, Said("xin chào"))[0] == "welcome.again"
    world.at += 61 * MINUTES
    assert phrases(world, Said("xin chào"))[0] == "welcome"


def test_the_first_words_ever_are_kept_and_greeted() -> None:
    world = chat()
    said = phrases(world, Said("Tôi chờ từ sáng"))
    assert said == ["welcome", "held.text", "lobby.desks"]
    assert world.state.held == ("Tôi chờ từ sáng",)


# Which desk


def test_the_desks_are_listed_and_the_code_is_optional() -> None:
    world = chat()
    first = text(world, Met("follow"))
    assert "1. Quầy 1 - Đất đai" in first
    assert "0. Không nhớ / phản ánh chung" in first
    assert phrases(world, Said("2")) == ["arrive.welcomed", "arrive.sample", "level.ask"]
    turn, _ = world.happen(Said("5"))
    assert turn.facts == (LevelChosen(CIVIL.id, TODAY, 5),)


def test_a_desk_that_was_rated_today_is_corrected_not_counted_again() -> None:
    world = rated()
    world.happen(Said("đánh giá"))
    world.happen(Said("huỷ"))
    world.happen(Said("#danhgia"))
    assert "arrive.again" in phrases(world, Said("1"))


def test_a_first_digit_picks_nothing_from_a_list_that_nobody_saw() -> None:
    world = chat()
    world.happen(Said("1"))
    assert world.state.desk is None


def test_a_complaint_needs_no_desk() -> None:
    world = chat()
    for said in ("xin chào", "0", "1", "Chờ lâu quá", "6", "9", "9", "9"):
        world.happen(Said(said))
    turn, messages = world.happen(Said("6"))
    assert turn.facts
    assert turn.facts[0].draft.desk is None
    assert "Mã theo dõi" in messages[0].text


def test_many_desks_are_shown_a_page_at_a_time() -> None:
    world = chat(desks=MANY)
    assert "1. Chọn quầy trong danh sách" in text(world, Met("follow"))
    page = text(world, Said("1"))
    assert "8. Quầy 8, UBND xã 0" in page
    assert "9. Xem tiếp" in page
    assert "4. Quầy 12, UBND xã 0" in text(world, Said("9"))
    assert "8. Quầy 8" in text(world, Said("9"))


def test_an_office_of_too_many_desks_asks_for_the_code() -> None:
    world = chat(desks=())
    assert phrases(world, Met("follow")) == ["welcome", "lobby.code"]


def test_the_levels_offer_to_complain_near_at_hand() -> None:
    assert "6. Góp ý" in text(chat(), Said("#K7M3Q9"))


def test_the_five_levels_are_the_five_buttons_of_zalo() -> None:
    """What else may be typed stands in the list; more buttons than five would be none."""
    world = chat()
    asked = world.happen(Said("#K7M3Q9"))[1][-1]
    assert [row[0].typed for row in asked.buttons] == list("54321")
    assert "8. English" in asked.text
    question = world.happen(Said("4"))[1][-1]
    assert [row[0].typed for row in question.buttons] == list("54321")
    assert "0. Chưa có kết quả" in question.text
    changed = world.happen(Said("SỬA"))[1][-1]
    assert len(changed.buttons) == 5
    assert "9. Giữ nguyên" in changed.text


# Wrong codes


def test_two_wrong_codes_lead_to_the_list() -> None:
    world = chat(desks=MANY)
    world.happen(Met("follow"))
    assert "arrive.list" not in phrases(world, Said("K7M3Q8"))
    assert world.state.page == 0
    second = phrases(world, Said("#K7M3Q8"))
    assert second[-2:] == ["arrive.list", "lobby.desks"]


def test_after_five_wrong_codes_none_is_tried_for_an_hour() -> None:
    world = chat()
    world.happen(Met("follow"))
    for _ in range(4):
        assert phrases(world, Said("K7M3Q8"))[0] == "arrive.unknown"
    assert phrases(world, Said("K7M3Q8"))[0] == "arrive.rest"
    assert phrases(world, Said("#K7M3Q9"))[0] == "arrive.rest"
    assert world.state.desk is None
    world.at += 61 * MINUTES
    world.happen(Said("#K7M3Q9"))
    assert world.state.desk == LAND.id


def test_who_tried_too_many_codes_may_still_complain_or_pick_a_desk() -> None:
    world = chat()
    world.happen(Met("follow"))
    for _ in range(5):
        world.happen(Said("K7M3Q8"))
    world.happen(Said("1"))
    assert world.state.desk == LAND.id
    assert phrases(world, Said("góp ý"))[0] == "choose.open"


# Gone cold


@pytest.mark.parametrize("typed", ["2", "hài lòng", "9", "bỏ qua"])
def test_a_desk_is_not_taken_up_again_after_half_an_hour(typed: str) -> None:
    world = chat()
    world.happen(Said("#K7M3Q9"))
    world.at += 31 * MINUTES
    turn, _ = world.happen(Said(typed))
    assert turn.facts == ()
    assert [say.phrase for say in turn.says][-1] == "lobby.desks"
    assert world.state.desk is None


def test_words_after_half_an_hour_are_kept_for_whichever_desk_it_is() -> None:
    world = rated()
    world.at += 24 * 60 * MINUTES
    assert phrases(world, Said("Hôm nay phải chờ")) == ["held.text", "lobby.desks"]
    world.happen(Said("2"))
    world.happen(Said("3"))
    assert [fact.text for fact in world.facts if hasattr(fact, "text")] == ["Hôm nay phải chờ"]


def test_within_half_an_hour_the_dialogue_goes_on() -> None:
    world = chat()
    world.happen(Said("#K7M3Q9"))
    world.at += 29 * MINUTES
    assert world.happen(Said("4"))[0].facts == (LevelChosen(LAND.id, TODAY, 4),)


def test_a_correction_is_about_what_was_given_whenever_it_comes() -> None:
    world = rated()
    world.at += 60 * MINUTES
    assert phrases(world, Said("SỬA"))[-1] == "level.change"


def test_thanks_that_come_late_ask_for_nothing() -> None:
    world = rated()
    while world.state.stage is not Stage.DONE:
        world.happen(Said("9"))
    world.at += 60 * MINUTES
    assert phrases(world, Said("cảm ơn")) == ["thanked", "lobby.desks"]


def test_a_draft_waits_however_long_it_takes() -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Chờ lâu quá"):
        world.happen(Said(said))
    world.at += 5 * 60 * MINUTES
    assert phrases(world, Said("Từ sáng tới trưa"))[0] == "draft.told"
    assert world.state.draft is not None
    assert world.state.draft.desk == LAND.id


def test_elsewhere_a_visit_stays_open() -> None:
    """Where a link leads to the desk, the prompt above is the desk's own."""
    world = World(channel="telegram")
    world.happen(Opened("K7M3Q9"))
    world.at += 31 * MINUTES
    assert world.happen(Said("4"))[0].facts == (LevelChosen(LAND.id, TODAY, 4),)


# Beside another robot


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


# What is not taken here

BRIBED = "Họ đòi tôi 500 nghìn tiền bồi dưỡng"


@pytest.mark.parametrize("channel", ["zalo_oa", "zalo_bot"])
def test_who_chooses_to_tell_of_misconduct_is_handed_the_form(channel: str) -> None:
    world = World(channel=channel, desks=DESKS)
    for said in ("#K7M3Q9", "góp ý"):
        world.happen(Said(said))
    told = text(world, Said("3"))
    assert "đọc được cuộc trò chuyện này" in told
    assert FORM in told
    assert world.state.draft is None
    assert world.state.stage is Stage.RATING


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("#K7M3Q9",),
        ("#K7M3Q9", "2"),
        ("#K7M3Q9", "2", "9", "9", "9"),
        ("#K7M3Q9", "góp ý"),
        ("#K7M3Q9", "góp ý", "1"),
        ("#K7M3Q9", "góp ý", "1", "Chờ lâu", "6"),
        ("góp ý", "1", "Chờ lâu", "6"),
        ("góp ý", "1", "Chờ lâu", "6", "9", "9", "9", "6", "theo dõi", "6"),
    ],
    ids=lambda before: "/".join(before) or "first",
)
def test_words_that_accuse_are_neither_kept_nor_filed(before: tuple[str, ...]) -> None:
    world = chat()
    for said in before:
        world.happen(Said(said))
    facts = list(world.facts)
    told = text(world, Said(BRIBED))
    assert FORM in told
    assert "không ghi lời đó" in told
    assert world.facts == facts
    assert "bồi dưỡng" not in (world.saved or "")


def test_a_code_beside_such_words_still_leads_to_its_desk() -> None:
    world = chat()
    assert FORM in text(world, Said(f"#K7M3Q9 {BRIBED}"))
    assert (world.state.stage, world.state.held) == (Stage.RATING, ())


@pytest.mark.parametrize("code", ["B2K96H", "#b2k96h", "mã #B2K96H ạ", "#NG2K7V", "46M86K"])
def test_a_code_that_reads_like_money_accuses_nobody(code: str) -> None:
    """Whether it leads to a desk or not: "2K" and "6K" are parts of codes."""
    world = chat()
    assert FORM not in text(world, Said(code))


def test_a_sum_of_money_is_no_code() -> None:
    assert FORM in text(chat(), Said("500nghìn"))


def test_a_round_telephone_number_is_no_money() -> None:
    world = chat()
    for said in ("góp ý", "1", "Chờ lâu", "6", "9", "Lan"):
        world.happen(Said(said))
    assert FORM not in text(world, Said("0912 000 000"))
    assert "0912 000 000" in world.messages[-1].text


def test_a_photo_with_such_words_beside_it_is_not_taken() -> None:
    world = rated()
    world.happen(Sent(Medium.PHOTO, "f", BRIBED))
    assert not any(isinstance(fact, Pictured) for fact in world.facts)


def test_a_story_that_accuses_only_as_a_whole_is_let_go() -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Cán bộ bảo tôi đưa"):
        world.happen(Said(said))
    told = text(world, Said("500 nghìn tiền bồi dưỡng mới làm"))
    assert FORM in told
    assert "bồi dưỡng" not in (world.saved or "")


def test_elsewhere_what_accuses_is_taken_and_sealed() -> None:
    world = World(channel="telegram")
    world.happen(Opened("K7M3Q9"))
    world.happen(Said("1"))
    assert FORM not in text(world, Said(BRIBED))
    assert any(hasattr(fact, "text") for fact in world.facts)
