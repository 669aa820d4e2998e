"""A stored date explains itself to a clerk, in either language."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_tui.due_words import explained
from feedback.domain.deadlines import due, extended, read, resumed, told
from feedback.domain.rules import Clock, Length, Rule
from feedback.services.calendars import every_rule, rule, shipped
from hailong.calendar_rows import cells
from tests.deadlines.calendars import DAYS, calendar, rows
from tests.deadlines.calendars import rule as made


def test_the_days_that_did_not_count_are_named_with_the_reason() -> None:
    counted = due(rule("complaint-accept", date(2026, 11, 18)), date(2026, 11, 18), shipped())
    assert explained(counted)[:5] == (
        "Hạn: hết thứ Hai 30/11/2026.",
        "Thụ lý khiếu nại: 7 ngày làm việc, tính từ hôm sau ngày tiếp nhận 18/11/2026.",
        "Căn cứ: NĐ 155/2026 Đ.10 sửa NĐ 124/2020 Đ.16.1 (bản sao, cần đối chiếu)."
        " Căn cứ này chưa được kiểm tra lại.",
        "Không tính thứ Bảy, Chủ nhật: 21/11, 22/11, 28/11, 29/11.",
        "Không tính ngày nghỉ: 24/11 (Ngày Văn hóa Việt Nam).",
    )
    assert explained(counted)[-1] == "Lịch làm việc: bản đi kèm phần mềm, tháng 11/2026."


def test_what_is_not_verified_is_said() -> None:
    counted = due(rule("report", date(2027, 1, 25)), date(2027, 1, 25), shipped())
    text = "\n".join(explained(counted))
    assert "Đếm đến thứ Hai 08/02/2027, có thể là ngày nghỉ" in text
    assert "tính theo hướng sớm hơn: 05/02 (Tết Nguyên đán, 29 tháng Chạp)" in text
    assert "may be off" in "\n".join(explained(counted, "en"))


def test_a_provisional_date_a_pause_and_an_extension_are_said() -> None:
    start = date(2027, 12, 13)
    counted = due(rule("report", start), start, shipped())
    stood = resumed(counted, date(2027, 12, 15), date(2027, 12, 17), shipped())
    more = extended(stood, 5, "chờ kết quả đo đạc", date(2027, 12, 20), shipped())
    text = "\n".join(explained(more))
    assert "tạm tính vì chưa có lịch nghỉ của năm 2028" in text
    assert "từ sau 15/12/2027 đến hết 17/12/2027: cộng 2 ngày làm việc" in text
    assert "Gia hạn 5 ngày làm việc vào ngày 20/12/2027: chờ kết quả đo đạc" in text


def test_a_moved_last_day_is_said() -> None:
    counted = due(rule("data-copy", date(2026, 11, 18)), date(2026, 11, 18), shipped())
    assert "Ngày cuối là thứ Bảy 28/11/2026, ngày nghỉ" in "\n".join(explained(counted))
    assert "the next working day is taken" in "\n".join(explained(counted, "en"))


@pytest.mark.parametrize("one", every_rule(), ids=lambda one: f"{one.code}-{one.version}")
def test_every_rule_can_be_explained_in_both_languages(one: Rule) -> None:
    counted = due(one, one.to_day or date(2027, 1, 25), shipped())
    assert one.title in "\n".join(explained(counted, "vi"))
    assert one.title_en in "\n".join(explained(counted, "en"))
    assert one.source in "\n".join(explained(counted, "en"))


@given(rows(), st.sampled_from(Length), st.sampled_from(Clock), DAYS, st.sampled_from(["vi", "en"]))
def test_what_is_stored_is_enough_to_explain(drawn, unit, clock, start, language) -> None:
    """Neither the calendar nor the table of rules is asked again; no line is left unfilled."""
    counted = due(made(9, unit, clock=clock), start, calendar(drawn))
    lines = explained(read(told(counted)), language)
    assert lines == explained(counted, language)
    assert all(line and "{" not in line and "None" not in line for line in lines)


def test_a_reason_with_braces_is_not_a_template() -> None:
    counted = due(made(5), date(2026, 11, 2), calendar())
    more = extended(counted, 1, "{on} {days} %s", date(2026, 11, 2), calendar())
    assert "{on} {days} %s" in "\n".join(explained(more))


def test_the_documents_name_every_rule_with_its_source() -> None:
    """A rule that is changed is changed there too."""
    text = (Path(__file__).parents[2] / "docs" / "deadlines.md").read_text("utf-8")
    lines = text.splitlines()
    for one in every_rule():
        told_ = cells(one)
        mine = [
            line for line in lines if f"`{one.code}`" in line and f"| {told_['holds']} |" in line
        ]
        assert len(mine) == 1, one.code
        assert one.title in mine[0]
        assert one.source in mine[0]
        assert f"| {one.length}" in mine[0]
        assert ("not verified" in mine[0]) is not one.verified
