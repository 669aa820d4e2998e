"""Single steps that a story would not show well: limits, made-up buttons, broken scenes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.conversation.events import Edited, Medium, Opened, Said, Sent, Tapped
from bot.conversation.here import subject
from bot.conversation.keeping import LONGEST_COMMENT
from bot.conversation.scene import Rated, Scene
from bot.conversation.state import Stage, State
from bot.conversation.step import COMMANDS, step
from bot.conversation.turn import Commented, LevelChosen, QuestionAnswered
from bot.phrases import en, vi
from tests.conversation.world import LAND, NOON, World

TODAY = NOON.date()


def at_desk() -> World:
    world = World()
    world.happen(Opened("K7M3Q9"))
    return world


def rated() -> World:
    world = at_desk()
    world.happen(Said("4"))
    return world


def phrases(world: World, event: Said | Tapped | Sent | Edited) -> list[str]:
    return [say.phrase for say in world.happen(event)[0].says]


@pytest.mark.parametrize("level", range(1, 6))
@pytest.mark.parametrize("way", ["digit", "words", "without marks", "tap"])
def test_every_level_is_recorded_as_it_was_meant_however_it_is_given(level: int, way: str) -> None:
    name = vi.PHRASES[f"level.{level}"]
    bare = ["", "rat khong hai long", "khong hai long", "binh thuong", "hai long", "rat hai long"]
    events = {
        "digit": Said(str(level)),
        "words": Said(name),
        "without marks": Said(bare[level]),
        "tap": Tapped("level", str(level), desk=1),
    }
    turn, messages = at_desk().happen(events[way])
    assert turn.facts == (LevelChosen(1, TODAY, level),)
    assert f"Đã ghi: {name} (" in messages[0].text
    assert "Bấm nhầm? Nhắn SỬA" in messages[0].text


def test_a_very_long_text_is_cut_and_the_citizen_hears_it() -> None:
    world = rated()
    turn, messages = world.happen(Said("dài " * 25_000))
    (comment,) = turn.facts
    assert isinstance(comment, Commented)
    assert len(comment.text) == LONGEST_COMMENT
    assert "4000" in messages[0].text


def test_a_button_for_a_desk_that_nobody_knows_records_nothing() -> None:
    turn, messages = at_desk().happen(Tapped("level", "5", desk=99))
    assert turn.facts == ()
    assert turn.state.desk == 1
    assert messages


def test_a_question_pressed_where_no_rating_stands_records_nothing() -> None:
    """A press can be made up; a follow-up never stands without its level."""
    world = at_desk()
    assert phrases(world, Tapped("q-staff", "5", 1, TODAY))[0] == "stale"
    assert phrases(world, Tapped("q-staff", "5", 1, TODAY - timedelta(days=1)))[0] == "stale"
    assert world.facts == []


def test_a_question_pressed_later_belongs_to_the_day_of_its_button() -> None:
    world = rated()
    world.at += timedelta(days=1)
    world.happen(Opened("B2CG8H"))
    turn, _ = world.happen(Tapped("q-staff", "2", 1, TODAY))
    assert turn.facts == (QuestionAnswered(1, TODAY, "staff", 2),)
    assert turn.state.desk == 2


def test_a_level_pressed_elsewhere_is_that_desks_rating_of_today() -> None:
    world = rated()
    world.at += timedelta(days=3)
    world.happen(Opened("B2CG8H"))
    turn, _ = world.happen(Tapped("level", "1", 1, TODAY))
    assert turn.facts == (LevelChosen(1, TODAY + timedelta(days=3), 1),)


def test_the_local_day_counts_and_not_the_day_in_greenwich() -> None:
    world = at_desk()
    world.at = NOON.replace(hour=0, minute=30)
    turn, _ = world.happen(Said("4"))
    assert turn.facts == (LevelChosen(1, TODAY, 4),)


def test_at_most_three_questions_follow_and_they_rotate() -> None:
    first: set[str] = set()
    for ordinal in range(len(LAND.questions)):
        world = World(ordinal=ordinal)
        world.happen(Opened("K7M3Q9"))
        turn, _ = world.happen(Said("4"))
        assert len(turn.state.pending) == 3
        first.add(turn.state.pending[0])
    assert first == {question.code for question in LAND.questions}


def test_a_digit_that_is_not_on_offer_is_asked_about_and_not_stored() -> None:
    world = rated()
    assert phrases(world, Said("7"))[0] == "unclear"
    assert phrases(world, Edited("7"))[0] == "edited.choice"


def test_a_text_edited_beside_a_rating_is_kept_as_well() -> None:
    turn, _ = rated().happen(Edited("Chờ rất lâu"))
    assert turn.facts == (Commented(1, TODAY, "Chờ rất lâu"),)


def test_words_beside_what_cannot_be_taken_are_kept() -> None:
    turn, _ = rated().happen(Sent(Medium.VOICE, "v", "xin nghe"))
    assert turn.facts == (Commented(1, TODAY, "xin nghe"),)


def test_the_page_is_offered_for_what_cannot_be_taken_here() -> None:
    world = rated()
    world.page = "https://mau.example.vn/q/abc"
    _, messages = world.happen(Sent(Medium.VIDEO, "v"))
    assert "https://mau.example.vn/q/abc" in messages[0].text


def test_text_while_a_level_is_changed_is_a_comment_at_once() -> None:
    world = rated()
    world.happen(Said("sửa"))
    assert world.state.stage is Stage.RATING
    turn, _ = world.happen(Said("Tôi bấm nhầm thật"))
    assert turn.facts == (Commented(1, TODAY, "Tôi bấm nhầm thật"),)


def test_a_comment_in_nfd_and_with_control_characters_is_stored_clean() -> None:
    turn, _ = rated().happen(Said("Ghe\u0302\u0301\x00 ho\u0309ng\x07\n"))
    assert turn.facts == (Commented(1, TODAY, "Ghế hỏng"),)


def test_the_language_outlives_a_visit() -> None:
    world = World()
    world.happen(Said("english"))
    world.happen(Opened("K7M3Q9"))
    world.happen(Said("5"))
    for _ in range(2):
        world.happen(Said("cancel"))
    assert world.state.language == "en"


def test_every_command_that_is_recognised_is_obeyed() -> None:
    spoken = {key for key in (*vi.SAYINGS, *en.SAYINGS) if key.startswith("cmd-")}
    assert spoken == set(COMMANDS)


def test_questions_that_are_no_longer_asked_are_passed_over() -> None:
    state = State(Stage.ASKING, desk=1, day=TODAY, pending=("gone", "staff"), level=4)
    turn = step(state, Said("4", "4"), Scene(desk=LAND), NOON)
    assert turn.facts == (QuestionAnswered(1, TODAY, "staff", 4),)


def test_a_visit_goes_on_where_its_desk_cannot_be_found_any_more() -> None:
    state = State(Stage.ASKING, desk=1, day=TODAY, pending=("staff",), level=4)
    turn = step(state, Said("hôm nay"), Scene(), NOON)
    assert turn.facts == (Commented(1, TODAY, "hôm nay"),)


def test_a_web_rating_of_which_questions_were_answered_asks_only_the_others() -> None:
    world = World()
    world.ratings[1, TODAY] = Rated(1, TODAY, 4, answered=("access", "staff"), commented=True)
    turn, _ = world.happen(Opened("WEB-LOW"))
    assert turn.state.pending == ("procedure",)
    assert turn.state.commented


@pytest.mark.parametrize(
    ("event", "desk", "day"),
    [
        (Said("4"), 1, TODAY),
        (Tapped("level", "4", 2, date(2026, 11, 2)), 2, TODAY),
        (Tapped("q-staff", "4", 2, date(2026, 11, 2)), 2, date(2026, 11, 2)),
        (Tapped("lobby", "en"), 1, TODAY),
    ],
)
def test_a_scene_is_gathered_for_what_the_event_is_about(
    event: Said | Tapped, desk: int, day: date
) -> None:
    about = subject(State(Stage.RATING, desk=1), event, None, NOON)
    assert (about.desk, about.day) == (desk, day)


def test_a_follow_up_is_about_the_day_of_its_rating() -> None:
    yesterday = TODAY - timedelta(days=1)
    about = subject(State(Stage.COMMENT, desk=1, day=yesterday), Said("Tốt"), None, NOON)
    assert (about.desk, about.day) == (1, yesterday)


def test_a_code_that_leads_nowhere_leaves_no_other_desk_to_be_rated_by_mistake() -> None:
    world = at_desk()
    world.happen(Opened("REVOK3"))
    assert world.state.stage is Stage.LOBBY
    turn, _ = world.happen(Said("1"))
    assert turn.facts == ()


def test_a_code_that_leads_nowhere_does_not_end_a_rating_in_progress() -> None:
    world = rated()
    before = world.state
    world.happen(Opened("FORGED"))
    assert replace(world.state, tries=0) == before


@pytest.mark.parametrize("stage", list(Stage))
def test_an_unknown_command_is_no_comment(stage: Stage) -> None:
    state = State(stage=stage, desk=1, day=date(2026, 11, 18), level=4, pending=("staff",))
    turn = step(state, Said("/suaa"), Scene(), NOON)
    assert turn.facts == ()
    assert turn.state.held == ()
    assert turn.says[0].phrase == "command.unknown"
