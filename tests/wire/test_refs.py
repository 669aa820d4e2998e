"""A letter names the texts of cases; their words come in only when it leaves."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.turn import Say
from bot.phrases import fill
from bot.wire.plain import plain
from bot.wire.refs import filled, mark, marked


def test_the_words_of_a_text_take_the_place_of_its_mark() -> None:
    text = f"“{mark(7, 'đã xoá')}” / “{mark(8, 'đã xoá')}”"
    assert filled(text, {7: "Đã sửa đèn."}.get) == "“Đã sửa đèn.” / “đã xoá”"


@given(outside=st.text())
def test_nothing_from_outside_can_pass_for_a_mark(outside: str) -> None:
    assert not marked(plain(outside))


@given(words=st.text())
def test_words_are_put_in_as_they_are(words: str) -> None:
    """Not even words that look like a mark are filled in again."""
    assert filled(f"a{mark(1, '-')}b", {1: words}.get) == f"a{words or '-'}b"


def test_what_a_citizen_wrote_cannot_pass_for_a_mark_either() -> None:
    say = Say("reply.text", quotes=(("text", mark(1, "x")),))
    assert not marked(fill(say, "vi").text)


def test_a_letter_with_a_citizens_words_says_that_it_is_private() -> None:
    assert fill(Say("reply.text", quotes=(("text", "Chờ lâu"),)), "vi").private
    assert fill(
        Say("summary.ask", lines=(Say("reply.text", quotes=(("text", "a"),)),)), "vi"
    ).private
    assert not fill(Say("mine.answer", refs=(("words", 7),)), "vi").private


def test_a_day_is_said_with_its_weekday() -> None:
    due = Say("receipt.due", dates=(("due", date(2026, 11, 26)),))
    assert fill(due, "vi").text == "Hạn trả lời: thứ Năm, 26/11/2026."
    assert fill(due, "en").text == "To be answered by: Thursday, 26 Nov 2026."


def test_a_story_keeps_its_lines_and_loses_what_is_hidden() -> None:
    said = Say("reply.text", quotes=(("text", "Một\nhai\u202e\x07 <b>{x}</b>"),))
    assert fill(said, "vi").text == "• Chưa gửi: “Một\nhai <b>{x}</b>”"
