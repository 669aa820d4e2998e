"""A text is complete without its buttons, and each button carries what its line says."""

from datetime import date

import pytest

from bot.conversation.prompts import current
from bot.conversation.scene import Scene
from bot.conversation.state import Stage, State
from bot.conversation.turn import Offer, Say
from bot.phrases import fill, fill_all
from bot.phrases.fill import LONGEST
from bot.phrases.recognise import recognise
from bot.wire.buttons import decode
from tests.conversation.world import LAND, NOON

TODAY = NOON.date()


def at(stage: Stage, language: str = "vi") -> State:
    return State(stage, language, desk=1, day=TODAY, pending=("staff",), level=4)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("stage", list(Stage))
def test_every_choice_is_a_line_and_a_button_that_read_the_same(
    stage: Stage, language: str
) -> None:
    say = current(at(stage, language), Scene(desk=LAND))
    filled = fill(say, language)
    lines = filled.text.split("\n")[-len(say.offers) :]
    labels = [button.label for row in filled.buttons for button in row]
    assert labels == lines
    for line, offer in zip(lines, say.offers, strict=True):
        assert line.startswith(f"{offer.digit}. ")
    typed = [button.typed for row in filled.buttons for button in row]
    assert [recognise(words, say.offers, language) for words in typed] == [
        offer.choice for offer in say.offers
    ]


def test_the_levels_stand_best_first_with_faces_beside_the_words() -> None:
    say = current(State(Stage.RATING, desk=1), Scene(desk=LAND))
    assert fill(say, "vi").text.split("\n")[-6:-1] == [
        "5. Rất hài lòng 😄",
        "4. Hài lòng 🙂",
        "3. Bình thường 😐",
        "2. Không hài lòng 🙁",
        "1. Rất không hài lòng 😢",
    ]


@pytest.mark.parametrize("stage", list(Stage))
def test_a_button_says_its_prompt_desk_and_day_in_at_most_64_bytes(stage: Stage) -> None:
    say = current(at(stage), Scene(desk=LAND))
    for row, offer in zip(fill(say, "vi").buttons, say.offers, strict=True):
        (button,) = row
        assert len(button.data.encode()) <= 64
        tap = decode(button.data)
        assert (tap.prompt, tap.choice) == (say.prompt, offer.choice)
        assert (tap.desk, tap.day) == (say.desk, say.day)


def test_words_that_are_data_are_given_in_the_language_asked_for() -> None:
    answer = (("vi", "Chưa có kết quả"), ("en", "No result yet"))
    say = Say("question.echo", texts=(("answer", answer),))
    assert "Chưa có kết quả." in fill(say, "vi").text
    assert "No result yet." in fill(say, "en").text


def test_words_that_are_data_fall_back_to_the_language_they_have() -> None:
    say = Say("question.echo", texts=(("answer", (("vi", "Có"),)),))
    assert "Có" in fill(say, "en").text


def test_days_are_written_as_people_read_them() -> None:
    say = Say("edit.new_day", day=date(2026, 2, 3))
    assert "03/02/2026" in fill(say, "vi").text
    assert "3 Feb 2026" in fill(say, "en").text


def test_a_turn_is_as_few_messages_as_fit_and_buttons_end_one() -> None:
    prompt = Say("comment.ask", prompt="comment", offers=(Offer("skip", "9", "offer.skip"),))
    messages = fill_all([Say("arrive.here"), prompt, Say("stale"), prompt], "vi")
    assert [len(message.buttons) for message in messages] == [1, 1]
    assert messages[0].text.startswith("Kính chào ông/bà!")


def test_no_message_grows_beyond_what_every_messenger_takes() -> None:
    messages = fill_all([Say("privacy")] * 9, "vi")
    assert len(messages) > 1
    assert all(len(message.text) <= LONGEST for message in messages)
