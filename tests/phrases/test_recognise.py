"""The digit, the words, the words without marks and the face are one; a sentence is text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.prompts import LEVELS, offered
from bot.conversation.scene import Scene
from bot.conversation.state import Stage, State
from bot.conversation.turn import Offer
from bot.phrases import en, recognise, vi
from bot.phrases.recognise import fold
from tests.conversation.world import LAND, NOON


def offers(stage: Stage) -> tuple[Offer, ...]:
    state = State(stage, desk=1, day=None if stage is Stage.RATING else NOON.date())
    asked = tuple(question.code for question in LAND.questions)
    state = State(stage, desk=1, day=state.day, pending=asked, level=4)
    return offered(state, Scene(desk=LAND))


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("5", "5"),
        ("5.", "5"),
        (" 5) ", "5"),
        ("số 5", "5"),
        ("so 5", "5"),
        ("5 sao", "5"),
        ("5️⃣", "5"),
        ("５", "5"),
        ("5. Rất hài lòng 😄", "5"),
        ("Rất hài lòng", "5"),
        ("RẤT HÀI LÒNG!!!", "5"),
        ("rat hai long", "5"),
        ("Dạ rất hài lòng ạ", "5"),
        ("very satisfied", "5"),
        ("hài lòng 🙂", "4"),
        ("Binh thuong.", "3"),
        ("ko hài lòng", "2"),
        ("Rất không hài lòng", "1"),
        ("😀", "5"),
        ("😐😐", "3"),
        ("☹️", "2"),
        ("English", "en"),
    ],
)
def test_a_whole_message_is_a_level(typed: str, choice: str) -> None:
    assert recognise(typed, offers(Stage.RATING), "vi") == choice
    assert recognise(unicodedata.normalize("NFD", typed), offers(Stage.RATING), "vi") == choice


@pytest.mark.parametrize(
    "typed",
    [
        "Tôi rất hài lòng",
        "hài lòng lắm nhưng chờ lâu",
        "không",
        "6",
        "0",
        "55",
        "5 4",
        "5/10",
        "10 điểm",
        "quầy 5",
        "năm",
        "😀😢",
        "👍",
        "",
        "  ",
        "...",
        "5" * 100,
        "Rất hài lòng " + "!" * 100,
    ],
)
def test_anything_more_or_else_is_text(typed: str) -> None:
    assert recognise(typed, offers(Stage.RATING), "vi") is None


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("không biết", "0"),
        ("Chưa có kết quả", "0"),
        ("chua co ket qua / khong biet", "0"),
        ("0. Chưa có kết quả / Không biết", "0"),
        ("do not know", "0"),
        ("bỏ qua", "skip"),
        ("9", "skip"),
        ("hài lòng", "4"),
    ],
)
def test_a_question_is_answered_in_words_too(typed: str, choice: str) -> None:
    assert recognise(typed, offers(Stage.ASKING), "vi") == choice


@pytest.mark.parametrize(
    "typed", ["không", "Không có gì", "k", "bo qua", "hết rồi ạ", "No", "skip"]
)
def test_having_nothing_to_say_is_going_on(typed: str) -> None:
    assert recognise(typed, offers(Stage.COMMENT), "vi") == "skip"


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/help", "cmd-help"),
        ("/help@hailong_bot", "cmd-help"),
        ("Trợ giúp", "cmd-help"),
        ("tro giup", "cmd-help"),
        ("?", "cmd-help"),
        ("huỷ", "cmd-cancel"),
        ("Hủy", "cmd-cancel"),
        ("/huy", "cmd-cancel"),
        ("CANCEL", "cmd-cancel"),
        ("riêng tư", "cmd-privacy"),
        ("quyen rieng tu", "cmd-privacy"),
        ("/privacy", "cmd-privacy"),
        ("ngôn ngữ", "cmd-language"),
        ("/language", "cmd-language"),
        ("english", "cmd-en"),
        ("tiếng Việt", "cmd-vi"),
        ("SỬA", "cmd-edit"),
        ("SUA", "cmd-edit"),
        ("sửa.", "cmd-edit"),
        ("Su\u031b\u0309a", "cmd-edit"),
        ("edit", "cmd-edit"),
        ("Xin chào!", "cmd-start"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_commands_are_understood_in_both_languages(typed: str, command: str, language: str) -> None:
    assert recognise(typed, LEVELS, language) == command


@pytest.mark.parametrize("pair", [("hoà", "hòa"), ("huỷ", "hủy"), ("thuý", "thúy"), ("Đ", "d")])
def test_the_place_of_a_tone_does_not_matter(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) == fold(pair[1])


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_words_mean_two_choices_of_one_prompt(stage: Stage, language: str) -> None:
    catalogue, sayings = (vi.PHRASES, vi.SAYINGS) if language == "vi" else (en.PHRASES, en.SAYINGS)
    for offer in offers(stage):
        names = dict(offer.words).get(language) or catalogue[offer.phrase]
        for typed in (names, *sayings.get(offer.phrase, ())):
            assert recognise(typed, offers(stage), language) == offer.choice


@given(text=st.text(), stage=st.sampled_from(Stage))
def test_any_text_is_a_choice_on_offer_a_command_or_text(text: str, stage: Stage) -> None:
    choice = recognise(text, offers(stage), "vi")
    known = {offer.choice for offer in offers(stage)}
    assert choice is None or choice in known or choice.startswith("cmd-")


def named(*names: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(str(number + 40), str(number), words=(("vi", name), ("en", name)))
        for number, name in enumerate(names, start=1)
    )


@pytest.mark.parametrize("typed", ["Quầy 3", "quay so 3", "QUẦY 3 ạ", "Quầy 3: Đất đai", "đất đai"])
def test_a_desk_is_chosen_by_its_name_as_people_say_it(typed: str) -> None:
    """And not by the line that it stands on."""
    desks = named("Quầy 3: Đất đai", "Quầy 1: Hộ tịch", "Quầy 2, Chứng thực")
    assert recognise(typed, desks, "vi") == "41"


@pytest.mark.parametrize("typed", ["Quầy 1", "Quầy", "Quầy 10", "Quầy 2 phục vụ chậm"])
def test_a_name_that_may_mean_two_desks_or_none_is_only_text(typed: str) -> None:
    desks = named("Quầy 1: Hộ tịch", "Quầy 1: Đất đai", "Quầy 2: Chứng thực")
    assert recognise(typed, desks, "vi") is None
