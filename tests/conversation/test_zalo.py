"""A chat that the office's people share: greeted once, asked anew, silent where others speak."""

import pytest

from bot.conversation.events import (
    Event,
    Met,
    Opened,
    Said,
)
from bot.conversation.state import Stage
from bot.conversation.turn import LevelChosen
from tests.conversation.world import CIVIL, LAND, World
from tests.conversation.zalo_chat import MANY, MINUTES, TODAY, chat, phrases, rated, text

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
